"""What a scanner was taught to be -> findings for people: what is well, what could be better, and the setting to change.

The names of settings are those of the makers' guides as far as they were read; a hint says where one was not.
"""

from dataclasses import dataclass
from enum import Enum

from ztdesk.domain.text import Text, text
from ztdesk.scanning.layout import AS_TYPED, CAPS_LOCK, put_right
from ztdesk.scanning.teaching import Separator, Taught

_SLOW_MS = 35.0
_TOO_SLOW_MS = 80.0  # what is slower is heard only where the code proves itself
_NAMES = {"\r": "Enter", "\n": "LF", "\r\n": "CR LF", "\t": "Tab", "\x03": "ETX", "\x1d": "GS", "\x02": "STX"}


class Grade(Enum):
    """How a finding is meant."""

    GOOD = "good"
    ADVICE = "advice"  # understood as it is; the setting named would make it surer
    BAD = "bad"  # scans will be misread or slow until it is changed


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found out; `hint` names the setting to change and is empty where nothing need be."""

    grade: Grade
    title: Text
    hint: Text | None = None


def findings(taught: Taught) -> tuple[Finding, ...]:
    """All of them, the bad ones first."""
    found = [_suffix(taught), *_around(taught), _aim(taught), _separator(taught)]
    if taught.is_keyboard:
        found += [*_layout(taught), _pace(taught)]
    elif taught.garbled:
        found.append(_GARBLED_BYTES)
    order = (Grade.BAD, Grade.ADVICE, Grade.GOOD)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: order.index(one.grade)))


def visible(characters: str) -> str:
    """A suffix, prefix or separator as it can be shown."""
    if characters in _NAMES:
        return _NAMES[characters]
    return "".join(char if char.isprintable() and not char.isspace() else f"<{ord(char):02X}>" for char in characters)


def _suffix(taught: Taught) -> Finding:
    if taught.suffix:
        return Finding(Grade.GOOD, text("Ends each code with {suffix}", suffix=visible(taught.suffix)))
    return Finding(
        Grade.BAD,
        text("Nothing marks the end of a code"),
        text(
            "Each scan has to wait for a pause. Zebra: Scan Options, Data Suffix, Enter. Honeywell: the plug-and-play"
            " code of your interface sets CR/LF. Datalogic: Set Global Suffix, CR (0D)."
        ),
    )


def _around(taught: Taught) -> list[Finding]:
    if taught.code_ids:
        hint = text(
            "Switch the maker's own code or label identifiers off. AIM identifiers do the same and are understood."
        )
        return [Finding(Grade.BAD, text("Puts another sign before each kind of code"), hint)]
    if taught.prefix:
        title = text("Puts {prefix} before each code, which is taken off", prefix=visible(taught.prefix))
        return [
            Finding(Grade.ADVICE, title, text("Nothing need be changed. Without a prefix scans are a little quicker."))
        ]
    return []


def _aim(taught: Taught) -> Finding:
    if taught.aim_ids:
        return Finding(Grade.GOOD, text("Says what kind of barcode each code is (AIM identifiers)"))
    return Finding(
        Grade.ADVICE,
        text("Does not say what kind of barcode a code is"),
        text(
            "AIM identifiers tell an EAN from an IMEI for certain. Zebra: Transmit Code ID, AIM. Honeywell: AIM I.D. as a"
            " prefix. Datalogic: Global AIM ID, enable."
        ),
    )


def _separator(taught: Taught) -> Finding | None:
    kept = taught.separator
    if kept is Separator.UNKNOWN:
        return None
    if kept is Separator.KEPT:
        return Finding(Grade.GOOD, text("Keeps the separators of GS1 codes"))
    if kept is Separator.BRACKETS:
        return Finding(Grade.GOOD, text("Writes GS1 codes with brackets, which is understood"))
    if kept is Separator.DISGUISED:
        title = text("Sends {sign} for the separator of GS1 codes, which is put back", sign=visible(taught.gs_as))
        return Finding(
            Grade.ADVICE,
            title,
            text("Nothing need be changed, unless {sign} is in your codes.", sign=visible(taught.gs_as)),
        )
    return Finding(
        Grade.BAD,
        text("Drops the separators of GS1 codes"),
        text(
            "Two fields may be read as one. Serial mode (USB COM port) keeps them. As a keyboard: Datalogic, control"
            " character 00 sends them as Control keys; other makers: look for control characters in the guide."
        ),
    )


def _layout(taught: Taught) -> list[Finding]:
    found = []
    if taught.caps_lock or taught.layout == CAPS_LOCK:
        hint = text("Switch it off on the keyboard, and start again. Zebra scanners can simulate Caps Lock to undo it.")
        found.append(Finding(Grade.BAD, text("Caps Lock is on"), hint))
    if taught.wrong_case:
        hint = text("Look for the conversion of capitals and small letters in the scanner's guide, and switch it off.")
        found.append(Finding(Grade.BAD, text("The scanner changes capitals and small letters"), hint))
    elif taught.garbled:
        hint = text(
            "Set the scanner to US English or to the keyboard of this PC (Honeywell: Keyboard Country Layout; other makers:"
            " look for the country of the keyboard in the guide), or use serial mode (USB COM port): it needs no keyboard."
        )
        found.append(Finding(Grade.BAD, text("Some characters arrive as others"), hint))
    if taught.by_numbers:
        hint = text("Each character takes four keys or more. Zebra: switch Emulate Keypad off.")
        found.append(Finding(Grade.ADVICE, text("Sends each character as a number with Alt"), hint))
    if taught.layout not in {AS_TYPED, CAPS_LOCK} and not taught.caps_lock:
        hint = text(
            "{how} Nothing need be changed in ztdesk; other programs get wrong characters from this scanner.",
            how=put_right(taught.layout),
        )
        found.append(Finding(Grade.ADVICE, text("Scanner and PC are set to different keyboards"), hint))
    elif not found:
        found.append(Finding(Grade.GOOD, text("Scanner and PC are set to the same keyboard")))
    return found


def _pace(taught: Taught) -> Finding:
    gap_ms = f"{taught.typical_gap_ms:.0f}"
    if taught.typical_gap_ms <= _SLOW_MS:
        return Finding(Grade.GOOD, text("Quick: {gap} ms from character to character", gap=gap_ms))
    if taught.typical_gap_ms <= _TOO_SLOW_MS:
        return Finding(
            Grade.ADVICE,
            text("Slow: {gap} ms from character to character", gap=gap_ms),
            text(
                "Its pace is learned once this is saved. To make it quicker: Zebra: keystroke delay none, Fast HID; other"
                " makers: look for the delay between characters in the guide. A radio link may be the cause, too."
            ),
        )
    return Finding(
        Grade.BAD,
        text("Too slow: {gap} ms from character to character", gap=gap_ms),
        text(
            "IMEIs are heard once this is saved; serial numbers pass for typing. Zebra: keystroke delay none, Fast HID;"
            " other makers: look for the delay between characters in the guide. Or use serial mode (USB COM port)."
        ),
    )


_GARBLED_BYTES = Finding(
    Grade.BAD,
    text("Some characters arrive as others"),
    text("Check that the speed, data bits and parity of the port are those of the scanner."),
)
