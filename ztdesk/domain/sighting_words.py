"""What a look-up of a device found, in words for people. Only words: decides nothing."""

from ztdesk.domain.sighting import Found, Sighting
from ztdesk.domain.text import Text, text

_PLAIN = {
    Found.UNCLAIMED: text("Not known yet: it can be claimed"),
    Found.OURS: text("Already claimed by us for this customer"),
    Found.FAILED: text("Could not be looked up. It is tried again later."),
}
NOT_YET = text("Not looked up yet")


def holder(sighting: Sighting) -> Text:
    """The customer that holds a device: its name with its id, for names are not unique, or the id alone."""
    if not sighting.customer_name:
        return text("customer {id}", id=sighting.customer_id)
    return text("{name} ({id})", name=sighting.customer_name, id=sighting.customer_id)


def in_a_list(sighting: Sighting) -> Text:
    """One line for the row of a device in a batch."""
    if sighting.found is Found.OTHER_CUSTOMER:
        return text("Claimed for another customer of ours: {name}", name=holder(sighting))
    if sighting.found is Found.VENDOR:
        return text("Claimed through a vendor: {vendor}", vendor=sighting.company)
    return _PLAIN[sighting.found]


def in_a_panel(sighting: Sighting) -> tuple[Text, Text]:
    """Title and detail for a person who asked for a device, in whichever batch it is."""
    if sighting.found is Found.UNCLAIMED:
        return text("Not claimed"), text("The service does not know it as claimed.")
    if sighting.found is Found.VENDOR:
        return (
            text("Claimed through a vendor"),
            text("Vendor {vendor} claimed it for {name}.", vendor=sighting.company, name=holder(sighting)),
        )
    return text("Claimed by us"), text("The service has it claimed for {name}.", name=holder(sighting))
