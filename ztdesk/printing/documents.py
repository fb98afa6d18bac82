"""What can be printed, as plain data. Knows neither paper nor how anything looks."""

from dataclasses import dataclass

from ztdesk.domain.batch import BatchDraft, BatchSummary, Item
from ztdesk.domain.delivery_note import NoteCounts, NoteLine
from ztdesk.domain.text import Text


@dataclass(frozen=True, slots=True)
class CommandCard:
    """Every command that stands alone, and these quantities (1 to 999,999, at most five)."""

    quantities: tuple[int, ...] = (1, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """One customer: `id` as the service knows it, digits only."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class CustomerCards:
    """Cards that choose a customer; eight a page, or one that fills a page when `big`.

    With `is_practice` the customers are invented ones.
    """

    cards: tuple[CustomerCard, ...]
    big: bool = False
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """One operator; `number` of capital letters, digits and hyphens."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Badges:
    """Badges by which operators sign on, eight a page."""

    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class BatchCard:
    """All that opens one batch by scans: customer, and where they are given order number and expected count."""

    draft: BatchDraft
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class PracticeBoxes:
    """Invented boxes to practise with, good and bad."""


@dataclass(frozen=True, slots=True)
class TeachCode:
    """One code of the teach sheet. `is_gs1` puts FNC1 before it and for every GS (0x1D) in it; `what` says what it is."""

    text: str
    is_gs1: bool
    what: Text


@dataclass(frozen=True, slots=True)
class TeachSheet:
    """The codes by which a scanner is learned, in the order of scanning; four at most."""

    codes: tuple[TeachCode, ...]


@dataclass(frozen=True, slots=True)
class ManifestNote:
    """How a batch differs from its delivery note: the lines of which nothing was found, and the ids of unexpected items."""

    counts: NoteCounts
    missing: tuple[NoteLine, ...]
    unexpected_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """One batch with every device in it, in the order of the scans. `printed_at` in seconds since the epoch, UTC.

    `note` is None where no delivery note was expected; with `is_practice` it is no proof of anything.
    """

    summary: BatchSummary
    items: tuple[Item, ...]
    printed_at: float
    note: ManifestNote | None = None
    is_practice: bool = False


Document = CommandCard | CustomerCards | Badges | BatchCard | PracticeBoxes | TeachSheet | Manifest
