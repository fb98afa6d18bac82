"""Whether the service can be reached, as it is shown to people. Knows nothing of how it is found out."""

from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.text import Text, text


class Link(Enum):
    """How the service can be reached. REFUSED: it answers, but something cannot go on without a person."""

    UNTRIED = "untried"
    ONLINE = "online"
    OFFLINE = "offline"
    BUSY = "busy"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"
    NOT_SET_UP = "not_set_up"


_NOTHING = text("")


@dataclass(frozen=True, slots=True)
class Connection:
    """The state of the link to the service, with what to say and do about it when it is not online.

    `is_without_customers` when the customers that were asked for are among what did not come.
    """

    link: Link = Link.UNTRIED
    title: Text = _NOTHING
    hint: Text = _NOTHING
    is_without_customers: bool = False
