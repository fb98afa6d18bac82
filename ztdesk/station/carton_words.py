"""What a packer is told of a code of many phones: what it holds, and what became of each. Only words: decides nothing."""

from collections.abc import Sequence

from ztdesk.domain.text import Text, counted, text

WHOLE_CARTON = text("All of the carton. “Undo” takes them out together.")
_MOST_NAMED = 3


def carton_words(new: int, here: int, unreadable: int, still: int | None) -> tuple[Text, Text]:
    """A code of several phones waits for a word before it is added; `still` are expected, None where nobody said."""
    title = counted("A carton of {count} phones", "A carton of {count} phone", new + here)
    detail = _carton_how(new, still)
    if unreadable:
        title = counted("A carton: {count} phones can be read", "A carton: {count} phone can be read", new + here)
        detail = counted(
            "{count} more of its numbers are broken or not clear. {how}",
            "{count} more of its numbers is broken or not clear. {how}",
            unreadable,
            how=detail,
        )
    if here:
        detail = counted(
            "{count} phones are in a batch already. {how}",
            "{count} phone is in a batch already. {how}",
            here,
            how=detail,
        )
    return title, detail


def _carton_how(new: int, still: int | None) -> Text:
    how = text("Scan “Next box” or the carton again to add them, “Undo” to leave them.")
    if still is None or new <= still:
        return how
    if still <= 0:
        return text("{new} to add, but no more are expected. {how}", new=new, how=how)
    return text("{new} to add, but only {still} more expected. {how}", new=new, still=still, how=how)


def carton_added_words(added: int, here: Sequence[str], unreadable: Sequence[str]) -> tuple[Text, Text]:
    """What became of a carton: how many were added, and the numbers of those left out as people read them."""
    title = counted("{count} phones added", "{count} phone added", added)
    if here and unreadable:
        return title, text(
            "Left out: {here} (in a batch already), {bad} (broken or not clear).",
            here=_some(here),
            bad=_some(unreadable),
        )
    if here:
        return title, text("Left out, in a batch already: {numbers}.", numbers=_some(here))
    if unreadable:
        return title, text("Left out, broken or not clear: {numbers}.", numbers=_some(unreadable))
    return title, WHOLE_CARTON


def _some(numbers: Sequence[str]) -> Text:
    """The first of these numbers, and how many more there are."""
    first, second, third = (*numbers[:_MOST_NAMED], "", "", "")[:_MOST_NAMED]
    if len(numbers) == 1:
        return text("{first}", first=first)
    if len(numbers) == 2:
        return text("{first}, {second}", first=first, second=second)
    if len(numbers) == _MOST_NAMED:
        return text("{first}, {second}, {third}", first=first, second=second, third=third)
    return counted(
        "{first}, {second}, {third} and {count} more",
        "{first}, {second}, {third} and {count} more",
        len(numbers) - _MOST_NAMED,
        first=first,
        second=second,
        third=third,
    )
