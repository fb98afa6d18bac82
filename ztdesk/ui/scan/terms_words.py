"""What a customer chosen by card said to the terms of service, in words. Scanning goes on whatever it is."""

from ztdesk.domain.catalogue import Customer, TermsStatus
from ztdesk.domain.text import Text, text


def chosen_words(customer: Customer) -> Text:
    """This customer was chosen; whoever did not accept the terms is told of."""
    if customer.terms is TermsStatus.NOT_ACCEPTED:
        return text("Scan for {name}. They have not accepted the terms of service yet.", name=customer.name)
    if customer.terms is TermsStatus.STALE:
        return text("Scan for {name}. There are new terms of service that they have to accept.", name=customer.name)
    if customer.terms is TermsStatus.UNSPECIFIED:
        return text("Scan for {name}. Whether they accepted the terms of service is not known.", name=customer.name)
    return text("Scan for {name}. They have accepted the terms of service.", name=customer.name)
