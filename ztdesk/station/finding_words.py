"""What a person is told who asked where a device is: by this PC first, then by the service. Only words: decides nothing."""

from ztdesk.domain.batch import BatchState
from ztdesk.domain.sighting import LookedUp
from ztdesk.domain.sighting_words import in_a_panel
from ztdesk.domain.text import Text, counted, text
from ztdesk.store.claims import PastClaim
from ztdesk.store.live_places import Place

SEVERAL = text("Several phones in this code"), text("Scan “Find” again, then the IMEI of one phone.")
SERIAL_ALONE = (
    text("A serial number alone"),
    text("It names no phone without its maker and model. Scan “Find” again, then the IMEI."),
)
NO_ACCOUNT = text("no account is set up yet")
_HOUR_S = 3600.0
_DAY_S = 86400.0


def here(place: Place | None, claim: PastClaim | None, now: float) -> tuple[Text, Text]:
    """Title and detail of what this PC knows of a device."""
    if place is not None:
        return _in_batch(place)
    if claim is not None:
        name = _named(claim.customer_name, claim.customer_id)
        return text("Claimed from this PC"), _claimed(name, max(0.0, now - claim.at))
    return text("Not known on this PC"), text("It is in no batch here and was not claimed from here.")


def asking(detail: Text) -> Text:
    """The detail while the service is asked."""
    return text("{here} The service is asked …", here=detail)


def not_asked(detail: Text, why: Text) -> Text:
    """The detail where the service cannot be asked."""
    return text("{here} The service was not asked: {why}.", here=detail, why=why)


def answered(title: Text, detail: Text, answer: LookedUp) -> tuple[Text, Text]:
    """Title and detail of this PC, completed by the service's answer."""
    if answer.sighting is None:
        return title, not_asked(detail, answer.title)
    said, more = in_a_panel(answer.sighting)
    return said, text("{service} {here}", service=more, here=detail)


def _in_batch(place: Place) -> tuple[Text, Text]:
    name = _named(place.customer_name, place.customer_id)
    if place.batch_state is BatchState.OPEN:
        return text("In an open batch"), text(
            "Here: number {position} of batch {batch} for {name}.",
            position=place.position,
            batch=place.batch_id,
            name=name,
        )
    return text("In a queued batch"), text(
        "Here: number {position} of batch {batch} for {name}, queued.",
        position=place.position,
        batch=place.batch_id,
        name=name,
    )


def _named(name: str, customer_id: str) -> Text:
    """A customer's name with its id, for names are not unique; the id alone where no name is kept."""
    if not name:
        return text("customer {id}", id=customer_id)
    return text("{name} ({id})", name=name, id=customer_id)


def _claimed(name: Text, ago_s: float) -> Text:
    if ago_s < _HOUR_S:
        return text("This PC claimed it less than an hour ago for {name}.", name=name)
    if ago_s < _DAY_S:
        return counted(
            "This PC claimed it {count} hours ago for {name}.",
            "This PC claimed it an hour ago for {name}.",
            int(ago_s // _HOUR_S),
            name=name,
        )
    return counted(
        "This PC claimed it {count} days ago for {name}.",
        "This PC claimed it a day ago for {name}.",
        int(ago_s // _DAY_S),
        name=name,
    )
