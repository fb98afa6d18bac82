"""The starting world: who is there and what is claimed before anybody practises. The same every time.

Knows names and numbers, no rules.
"""

from ztdesk.practice.failing import HELD_BY_CUSTOMER, HELD_BY_RESELLER, HELD_BY_VENDOR, HOLDER_ID
from ztdesk.practice.identifiers import with_check_digit
from ztdesk.practice.records import OTHER_RESELLER_ID, PARTNER_ID, Claim, Company, Identifier, Terms
from ztdesk.practice.world import World

BIG_CUSTOMER_ID = "1700000052"
"""The customer that gets the devices of `--devices N`."""
SEEDED_DEVICES = 500
"""Claimed from the start, besides the held ones of the failing table."""
_SEEDED_TAC = "00101010"
_BIG_TAC = 101011  # 00101011, and 00101013, 00101015 ... past a million
_VENDOR_SHARE = 6  # every sixth seeded device was claimed by a vendor
_DESCRIBED_SHARE = 5  # every fifth carries metadata

OWN_CUSTOMERS = (
    Company("1700000042", "ACME Logistics GmbH"),
    Company("1700000043", "O'Brien & Sons"),
    Company("1700000044", "Zürich Kühlgeräte AG", Terms.NOT_ACCEPTED),
    Company("1700000045", "日本物流株式会社"),
    Company("1700000046", "Nordwind Spedition GmbH"),
    Company("1700000047", "Nordwind Spedition GmbH", Terms.STALE),
    Company("1700000048", "Nordwind Speditions GmbH"),
    Company("1700000049", "Øresund Færger A/S", Terms.STALE),
    Company("1700000050", "Łódzkie Hurtownie Sp. z o.o.", Terms.UNSPECIFIED),
    Company(HOLDER_ID, "Hansen Baumarkt KG"),
    Company(BIG_CUSTOMER_ID, "Großhandel Tausendfach AG"),
)
VENDORS = (
    Company("1800000001", "Rhein Mobil Vertrieb GmbH"),
    Company("1800000002", "Café Réseau SARL"),
)
VENDOR_CUSTOMERS = (
    Company("1900000001", "Bäckerei Grünwald", vendor_id="1800000001"),
    Company("1900000002", "Stadtwerke Köln-Süd", Terms.NOT_ACCEPTED, vendor_id="1800000001"),
    Company("1900000003", "L'Atelier d'Émile", vendor_id="1800000002"),
)
_SEED_HOLDERS = OWN_CUSTOMERS[:9]
_MAKES = (("Google", "Pixel 8a"), ("Honeywell", "CT45"), ("CROSSCALL", "Core-Z5"))


def seeded_world(customers: int, devices: int) -> World:
    """A new world, with `customers` more own customers and `devices` more devices of the big customer."""
    world = World()
    for vendor in VENDORS:
        world.vendors[vendor.company_id] = vendor
    for company in (*OWN_CUSTOMERS, *VENDOR_CUSTOMERS):
        world.add_customer(company)
    for number in range(1, customers + 1):
        world.add_customer(Company(str(1_710_000_000 + number), f"Übungskunde {number:05d} GmbH"))
    for unit in range(SEEDED_DEVICES):
        _add_seeded(world, unit)
    world.add_device(Identifier(imei=HELD_BY_CUSTOMER.imei), Claim(HOLDER_ID, PARTNER_ID))
    vendor_customer = VENDOR_CUSTOMERS[0]
    world.add_device(Identifier(imei=HELD_BY_VENDOR.imei), Claim(vendor_customer.company_id, vendor_customer.vendor_id))
    world.add_device(Identifier(imei=HELD_BY_RESELLER.imei), Claim("1700900001", OTHER_RESELLER_ID))
    big = Claim(BIG_CUSTOMER_ID, PARTNER_ID)
    for unit in range(devices):
        tac, serial = divmod(unit, 1_000_000)
        world.add_device(Identifier(imei=with_check_digit(f"{_BIG_TAC + tac * 2:08d}{serial:06d}")), big)
    return world


def seeded_imei(unit: int) -> str:
    """The IMEI of one of the seeded devices, 0 to 499."""
    return with_check_digit(f"{_SEEDED_TAC}{unit:06d}")


def _add_seeded(world: World, unit: int) -> None:
    manufacturer, model = _MAKES[unit % len(_MAKES)]
    identifier = Identifier(
        imei=seeded_imei(unit), serial_number=f"ZTP{unit:06d}", manufacturer=manufacturer, model=model
    )
    if unit % _VENDOR_SHARE == 0:
        customer = VENDOR_CUSTOMERS[unit // _VENDOR_SHARE % len(VENDOR_CUSTOMERS)]
        claim = Claim(customer.company_id, customer.vendor_id)
    else:
        claim = Claim(_SEED_HOLDERS[unit % len(_SEED_HOLDERS)].company_id, PARTNER_ID)
    device = world.add_device(identifier, claim)
    if unit % _DESCRIBED_SHARE == 1:
        device.metadata["ordernumber"] = f"PO-{70_000 + unit}"
        device.metadata["phonenumber"] = f"+49 30 5550{unit:04d}"
