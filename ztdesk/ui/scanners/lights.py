"""How a scanner stands as colour, shape and words, the same wherever it is shown."""

from ztdesk.domain.text import Text, text
from ztdesk.scanning.scanner_ports import Light
from ztdesk.ui.icons import Icon
from ztdesk.ui.tokens import Tone

TONES = {
    Light.OPENING: (Tone.ACCENT, Icon.CLOCK),
    Light.READY: (Tone.OK, None),
    Light.GARBLED: (Tone.DUPLICATE, Icon.WARNING),
    Light.ABSENT: (Tone.IGNORED, Icon.OFFLINE),
    Light.BUSY: (Tone.DUPLICATE, Icon.LOCK),
    Light.DENIED: (Tone.REFUSED, Icon.LOCK),
    Light.UNUSABLE: (Tone.REFUSED, Icon.REFUSED),
}
"""The meaning of each, and its shape; a dot where all is well."""

WORST_FIRST = (
    Light.UNUSABLE,
    Light.DENIED,
    Light.BUSY,
    Light.GARBLED,
    Light.ABSENT,
    Light.OPENING,
    Light.READY,
)


def light_words(light: Light) -> Text:
    """One to three words."""
    return {
        Light.OPENING: text("Opening …"),
        Light.READY: text("Ready"),
        Light.GARBLED: text("Garbled"),
        Light.ABSENT: text("Not connected"),
        Light.BUSY: text("In use elsewhere"),
        Light.DENIED: text("No permission"),
        Light.UNUSABLE: text("Cannot be used"),
    }[light]
