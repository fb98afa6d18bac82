"""What is said of a delivery note beside its batch, and asked before one that differs is queued."""

from collections.abc import Sequence

from ztdesk.domain.delivery_note import NoteCounts, NoteFile
from ztdesk.domain.text import Amount, Text, counted, text

NAMED = 5
"""Devices that a question names one by one."""


def counts_words(counts: NoteCounts) -> Text:
    """How far a batch agrees with its note."""
    found, expected = Amount(counts.found), Amount(counts.expected)
    if counts.agrees:
        return text("Delivery note: all {expected} found, nothing else scanned", expected=expected)
    return text(
        "Delivery note: {found} of {expected} found · {unexpected} not on the note · {missing} missing",
        found=found,
        expected=expected,
        unexpected=Amount(counts.unexpected),
        missing=Amount(counts.missing),
    )


def difference_title(counts: NoteCounts) -> Text:
    """What differs, in a few words."""
    if not counts.unexpected:
        return counted("{count} devices are missing", "{count} device is missing", counts.missing)
    if not counts.missing:
        return counted(
            "{count} devices are not on the delivery note",
            "{count} device is not on the delivery note",
            counts.unexpected,
        )
    return text(
        "{missing} missing, {unexpected} not on the delivery note",
        missing=Amount(counts.missing),
        unexpected=Amount(counts.unexpected),
    )


def difference_lines(counts: NoteCounts, missing: Sequence[str], unexpected: Sequence[str]) -> tuple[Text, ...]:
    """The same with the first devices by name, before the batch is queued."""
    return (
        *named_lines(counts, missing, unexpected),
        text("A queued batch takes no more scans and cannot be changed."),
    )


def named_lines(counts: NoteCounts, missing: Sequence[str], unexpected: Sequence[str]) -> tuple[Text, ...]:
    """The first missing and the first unexpected devices by name, a line each where there are any."""
    lines = []
    if missing:
        more = counts.missing - len(missing)
        named = ", ".join(missing)
        lines.append(
            text("Missing: {named} and {more} more.", named=named, more=Amount(more))
            if more
            else text("Missing: {named}.", named=named)
        )
    if unexpected:
        more = counts.unexpected - len(unexpected)
        named = ", ".join(unexpected)
        lines.append(
            text("Not on the note: {named} and {more} more.", named=named, more=Amount(more))
            if more
            else text("Not on the note: {named}.", named=named)
        )
    return tuple(lines)


def refused_words(read: NoteFile, *, has_note: bool) -> Text:
    """What is expected after a file with bad lines was read, which is what was expected before."""
    file, bad, good = read.name, read.bad_count, len(read.lines)
    if not good and has_note:
        return text("No line of {file} names a device. The delivery note of before stays.", file=file)
    if not good:
        return text("No line of {file} names a device. Nothing was loaded.", file=file)
    if has_note:
        return counted(
            "{file} is not loaded: {count} of {lines} lines name no device. The delivery note of before stays so far.",
            "{file} is not loaded: {count} of {lines} lines names no device. The delivery note of before stays so far.",
            bad,
            file=file,
            lines=Amount(bad + good),
        )
    return counted(
        "{file} is not loaded: {count} of {lines} lines name no device.",
        "{file} is not loaded: {count} of {lines} lines names no device.",
        bad,
        file=file,
        lines=Amount(bad + good),
    )
