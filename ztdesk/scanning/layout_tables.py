"""What each key gives on the keyboards of the countries, as Windows has them. Tables only: nothing is decided here.

A keyboard is two rows of 48 characters, without and with Shift, in the order of a US keyboard: the digit row from the key
left of 1, the rows of Q and A, the key that lies right of one of them, the row of Z, and the key that only European
keyboards have, between Shift and Z. Blanks in the tables only set the rows apart.
"""

from dataclasses import dataclass

from ztdesk.domain.text import Text, text

NONE = "∅"
"""Stands where a key gives no character."""

EXTRA = "⟨⟩"
"""The key that a US keyboard does not have, without and with Shift; of characters that no label bears."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One keyboard: `name` as kept, `country` as shown, its two rows of 48 characters."""

    name: str
    country: Text
    plain: str
    shifted: str

    @classmethod
    def of(cls, name: str, country: Text, plain: str, shifted: str) -> "Layout":
        """The keyboard of two rows that have blanks in them. Raises ValueError for a key too many or too few."""
        rows = plain.replace(" ", ""), shifted.replace(" ", "")
        if any(len(row) != 48 for row in rows):
            raise ValueError(f"{name}: two rows of 48 characters make a keyboard")
        return cls(name, country, *rows)


US = Layout.of(
    "us",
    text("US English"),
    r"`1234567890-= qwertyuiop[] asdfghjkl;' \ zxcvbnm,./ ⟨",
    '~!@#$%^&*()_+ QWERTYUIOP{} ASDFGHJKL:" | ZXCVBNM<>? ⟩',
)

OTHERS = (
    Layout.of(
        "fr",
        text("French"),
        "²&é\"'(-è_çà)= azertyuiop^$ qsdfghjklmù * wxcvbn,;:! <",
        "∅1234567890°+ AZERTYUIOP¨£ QSDFGHJKLM% µ WXCVBN?./§ >",
    ),
    Layout.of(
        "be",
        text("Belgian"),
        "²&é\"'(§è!çà)- azertyuiop^$ qsdfghjklmù µ wxcvbn,;:= <",
        "³1234567890°_ AZERTYUIOP¨* QSDFGHJKLM% £ WXCVBN?./+ >",
    ),
    Layout.of(
        "de",
        text("German"),
        "^1234567890ß´ qwertzuiopü+ asdfghjklöä # yxcvbnm,.- <",
        "°!\"§$%&/()=?` QWERTZUIOPÜ* ASDFGHJKLÖÄ ' YXCVBNM;:_ >",
    ),
    Layout.of(
        "ch-de",
        text("Swiss German"),
        "§1234567890'^ qwertzuiopü¨ asdfghjklöä $ yxcvbnm,.- <",
        '°+"*ç%&/()=?` QWERTZUIOPè! ASDFGHJKLéà £ YXCVBNM;:_ >',
    ),
    Layout.of(
        "ch-fr",
        text("Swiss French"),
        "§1234567890'^ qwertzuiopè¨ asdfghjkléà $ yxcvbnm,.- <",
        '°+"*ç%&/()=?` QWERTZUIOPü! ASDFGHJKLöä £ YXCVBNM;:_ >',
    ),
    Layout.of(
        "es",
        text("Spanish"),
        "º1234567890'¡ qwertyuiop`+ asdfghjklñ´ ç zxcvbnm,.- <",
        'ª!"·$%&/()=?¿ QWERTYUIOP^* ASDFGHJKLÑ¨ Ç ZXCVBNM;:_ >',
    ),
    Layout.of(
        "it",
        text("Italian"),
        r"\1234567890'ì qwertyuiopè+ asdfghjklòà ù zxcvbnm,.- <",
        '|!"£$%&/()=?^ QWERTYUIOPé* ASDFGHJKLç° § ZXCVBNM;:_ >',
    ),
    Layout.of(
        "se",
        text("Swedish or Finnish"),
        "§1234567890+´ qwertyuiopå¨ asdfghjklöä ' zxcvbnm,.- <",
        '½!"#¤%&/()=?` QWERTYUIOPÅ^ ASDFGHJKLÖÄ * ZXCVBNM;:_ >',
    ),
    Layout.of(
        "no",
        text("Norwegian"),
        r"|1234567890+\ qwertyuiopå¨ asdfghjkløæ ' zxcvbnm,.- <",
        '§!"#¤%&/()=?` QWERTYUIOPÅ^ ASDFGHJKLØÆ * ZXCVBNM;:_ >',
    ),
    Layout.of(
        "dk",
        text("Danish"),
        "½1234567890+´ qwertyuiopå¨ asdfghjklæø ' zxcvbnm,.- <",
        '§!"#¤%&/()=?` QWERTYUIOPÅ^ ASDFGHJKLÆØ * ZXCVBNM;:_ >',
    ),
    Layout.of(
        "cz",
        text("Czech"),
        ";+ěščřžýáíé=´ qwertzuiopú) asdfghjklů§ ¨ yxcvbnm,.- \\",
        "°1234567890%ˇ QWERTZUIOP/( ASDFGHJKL\"! ' YXCVBNM?:_ |",
    ),
    Layout.of(
        "uk",
        text("British"),
        "`1234567890-= qwertyuiop[] asdfghjkl;' # zxcvbnm,./ \\",
        '¬!"£$%^&*()_+ QWERTYUIOP{} ASDFGHJKL:@ ~ ZXCVBNM<>? |',
    ),
)

LAYOUTS = {layout.name: layout for layout in (US, *OTHERS)}
"""Every layout by its name, US first."""
