"""The names that labels print beside numbers ("IMEI 2:", "S/N", "WIFI MAC") -> what a number has to be, and if it is.

Knows one field at a time. A name proves what a number is meant to be; check digits still have to fit.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ztdesk.domain.bare import BLANKS, COMMAND_PREFIX, can_be_serial, mac_address, read_bare, read_loose
from ztdesk.domain.digits import has_gtin_check_digit, is_digits
from ztdesk.domain.identifiers import is_imei
from ztdesk.domain.reading import Kind, Reading, Rule, unknown


@dataclass(frozen=True, slots=True)
class Name:
    """What a printed name stands for; `kind` is None for a name that says nothing of devices."""

    kind: Kind | None
    slot: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A field taken apart: its name and what stands behind it."""

    name: Name
    value: str


_KINDS = {
    Kind.MEID: "MEID MEIDHEX MEIDDEC MEIDNO MEID1 MEID2 ESNMEID",
    Kind.SERIAL: "SN SNO SERIAL SERIALNO SERIALNUM SERIALNUMBER SERIALNR SERNO SNR SERIALID DEVICESN DEVICESERIAL"
    " SERIENNUMMER DEVICESERIALNUMBER SERIALCODE",
    Kind.EID: "EID EIDNO ESIMEID ESIM EUICCID",
    Kind.ICCID: "ICCID ICCIDNO ICC SIM SIMNO USIM SIMICCID",
    Kind.PRODUCT_CODE: "EAN EAN8 EAN13 EANCODE UPC UPCA UPCE UPCCODE GTIN GTIN12 GTIN13 GTIN14 JAN",
    Kind.MODEL: "MODEL MODELNO MODELNUMBER MODELNAME MODELCODE SKU SKUNO PN PNO PART PARTNO PARTNUMBER ITEM ITEMNO MTM"
    " PRODUCT PRODUCTNO PRODUCTNAME PRODUCTCODE ITEMCODE MATERIAL",
    Kind.MAC: "MAC MACADDR MACADDRESS WIFI WIFIMAC WIFIADDR WIFIADDRESS WIFIMACADDRESS WLAN WLANMAC WLANADDR WLANADDRESS"
    " WLANMACADDRESS BT BTMAC BTADDR BTADDRESS BTMACADDRESS BLUETOOTH BLUETOOTHMAC BLUETOOTHADDRESS BD BDADDR BDADDRESS"
    " LANMAC ETHMAC ETHERNETMAC MACWIFI MACBT",
}
_NAMES = {name: Name(kind) for kind, names in _KINDS.items() for name in names.split()}
_IMEI = re.compile(r"(?:SIM|SLOT)?([12])?IMEI(?:SVN?|MEID|ESN|NO|NUMBER|NR|CODE)?(?:SIM|SLOT|NO)?([12])?")
_NOTHING = Name(None)
_NO_SIGN = re.compile(r"[^A-Z0-9]")
_LONGEST_NAME = 32
_BRACKETS = " \u00a0()[]{}\"'"

_NAME = r"[A-Za-z][A-Za-z0-9 \u00a0_./#()\[\]\"'-]{0,31}?"
_EDGE = re.compile(r"[:=\uff1a]|#(?![12]\b)")
_BRACKETED = re.compile(rf"[(\[]({_NAME})[)\]]\s*(\S.*)", re.DOTALL)
_GLUED = re.compile(r"(IMEI)([0-9][^:=\uff1a]*)", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(rf"[^{BLANKS}]+[{BLANKS}]*")
_MOST_WORDS = 4
_REFUSED_IMEIS = frozenset({Rule.IMEI_BAD_CHECK_DIGIT, Rule.IMEI_ALL_ZERO, Rule.IMEISV, Rule.FOURTEEN_DIGITS})


@lru_cache(maxsize=512)
def name_of(printed: str) -> Name:
    """What a printed name stands for, whatever its case, blanks and signs."""
    if len(printed) > _LONGEST_NAME:
        return _NOTHING
    plain = _NO_SIGN.sub("", printed.upper())
    known = _NAMES.get(plain)
    if known is not None:
        return known
    imei = _IMEI.fullmatch(plain)
    if imei is None:
        return _NOTHING
    slot = imei[1] or imei[2]
    return Name(Kind.IMEI, int(slot) if slot else None)


def lone_name(field: str) -> Name | None:
    """The name that a field consists of, which names the next field; None when it is no known name alone."""
    printed = field.rstrip(" :=\uff1a")
    if len(printed) > _LONGEST_NAME or ":" in printed or "=" in printed or is_digits(printed):
        return None
    name = name_of(printed)
    return name if name.kind is not None else None


def named(field: str) -> Named | None:
    """A field taken apart into a name and its value; None when it has no name."""
    if not field or is_digits(field):
        return None
    edge = _EDGE.search(field, 1, _LONGEST_NAME + 2)
    by_edge: Named | None = None
    if edge is not None:
        printed, value = field[: edge.start()].strip(_BRACKETS), field[edge.end() :].strip()
        by_edge = Named(name_of(printed), value) if printed[:1].isalpha() and value else None
        if by_edge is not None and by_edge.name.kind is not None:
            return by_edge
    known = _bracketed(field) or _named_by_blank(field) or _glued(field)
    if known is not None or by_edge is None or edge is None or edge[0] == "#" or mac_address(field) is not None:
        return known
    return by_edge


def read_named(name: Name, value: str) -> tuple[Reading, ...]:
    """What a value is that stands beside a name; several readings where several whole numbers do."""
    value = value.strip().strip("\"'").strip()
    if value[:4].upper() == COMMAND_PREFIX:
        return (unknown(value, Rule.COMMAND_INSIDE),)
    match name.kind:
        case Kind.IMEI:
            return _read_imeis(value, name.slot)
        case Kind.MEID:
            return (_read_meid(value),)
        case Kind.SERIAL:
            if not can_be_serial(value):
                return (unknown(value, Rule.NAMED_UNLIKE),)
            # A few makers give the IMEI as serial number: which of the two it is, the name alone cannot tell.
            return (Reading(Kind.SERIAL, value, Rule.SERIAL_NAMED, certain=not is_imei(value)),)
        case Kind.MODEL:
            return (Reading(Kind.MODEL, value, Rule.MODEL_NAMED, certain=True),)
        case None:
            return (unknown(value, Rule.NAME_UNKNOWN),)
        case kind:
            return (_read_other(kind, value),)


def _named_by_blank(field: str) -> Named | None:
    """`IMEI1 358...`: the longest run of first words that is a known name."""
    found: Named | None = None
    end = 0
    for count, word in enumerate(_WORD.finditer(field)):
        if count >= _MOST_WORDS or word.end() > _LONGEST_NAME or word.end() == len(field):
            break
        end = word.end()
        name = name_of(field[:end])
        if name.kind is not None:
            found = Named(name, field[end:])
    return found


def _bracketed(field: str) -> Named | None:
    """`(IMEI1)358...`"""
    found = _BRACKETED.fullmatch(field) if field[0] in "([" else None
    return Named(name_of(found[1]), found[2]) if found is not None and name_of(found[1]).kind is not None else None


def _glued(field: str) -> Named | None:
    """`IMEI358...`"""
    found = _GLUED.fullmatch(field)
    return None if found is None else Named(name_of(found[1]), found[2])


def _read_imeis(value: str, slot: int | None) -> tuple[Reading, ...]:
    if is_imei(value):
        return (Reading(Kind.IMEI, value, Rule.IMEI_CHECKED, certain=True, slot=slot),)
    readings = read_loose(value)
    if len(readings) > 1:
        return tuple(one if one.kind in {Kind.IMEI, Kind.MEID} else unknown(one.value, one.rule) for one in readings)
    (reading,) = readings
    if reading.kind is not Kind.IMEI and reading.rule not in _REFUSED_IMEIS:
        reading = unknown(value, Rule.IMEI_NAMED_WRONG_LENGTH)
    # What is refused keeps its slot too: the phone is known to have this IMEI, and to lack it.
    return (reading if slot is None else replace(reading, slot=slot),)


def _read_meid(value: str) -> Reading:
    reading = read_bare(value)
    if reading.rule is Rule.FOURTEEN_DIGITS and reading.value.startswith("99"):
        return Reading(Kind.MEID, reading.value, Rule.MEID_NAMED, certain=True)
    if reading.kind in {Kind.MEID, Kind.IMEI, Kind.AMBIGUOUS} or reading.rule in _REFUSED_IMEIS:
        return reading
    return unknown(value, Rule.NAMED_UNLIKE)


def _read_other(kind: Kind, value: str) -> Reading:
    """EID, ICCID, product code or MAC: never a device, whatever the number."""
    reading = read_bare(value)
    if reading.kind is kind:
        return reading
    if kind is Kind.MAC:
        address = mac_address(value)
        return (
            unknown(value, Rule.NAMED_UNLIKE) if address is None else Reading(kind, address, Rule.NAMED, certain=True)
        )
    if kind is Kind.PRODUCT_CODE and len(value) == 14 and is_digits(value) and has_gtin_check_digit(value):
        return Reading(kind, value, Rule.NAMED, certain=True)
    return unknown(value, Rule.NAMED_UNLIKE)
