"""The methods about companies: customers of the reseller, vendors, vendors' customers."""

import re

from ztdesk.practice.calls import Call, listed_page
from ztdesk.practice.errors import invalid_argument, not_found
from ztdesk.practice.provisioning import Provisioning
from ztdesk.practice.records import PARTNER_ID
from ztdesk.practice.wire import Wire, customer_to, vendor_to

LANGUAGES = frozenset(
    (
        *("ar", "zh-HK", "zh-CN", "zh-TW", "cs", "da", "nl", "en-GB", "en-US", "fil", "fi", "fr", "de", "iw", "hi"),
        *(
            "hu",
            "id",
            "it",
            "ja",
            "ko",
            "no",
            "pl",
            "pt-BR",
            "pt-PT",
            "ru",
            "es",
            "es-419",
            "sv",
            "th",
            "tr",
            "uk",
            "vi",
        ),
    )
)
"""The language codes the discovery document lists for companies."""
NO_ACCOUNT_DOMAIN = "no-account.example"
"""Addresses of this domain count as having no Google Account."""
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def list_customers(service: Provisioning, call: Call) -> Wire:
    """partners.customers.list: own customers, not those of vendors."""
    with service.present() as world:
        customers = world.customers_of("")
    page, token = listed_page(call, customers)
    return {"customers": [customer_to(c) for c in page], "nextPageToken": token, "totalSize": len(customers)}


def list_vendors(service: Provisioning, call: Call) -> Wire:
    """partners.vendors.list."""
    with service.present() as world:
        vendors = list(world.vendors.values())
    page, token = listed_page(call, vendors)
    return {"vendors": [vendor_to(v) for v in page], "nextPageToken": token, "totalSize": len(vendors)}


def list_vendor_customers(service: Provisioning, call: Call) -> Wire:
    """partners.vendors.customers.list."""
    vendor_id = call.path["vendorsId"]
    with service.present() as world:
        if vendor_id not in world.vendors:
            raise not_found("No such vendor.", "INVALID_RESELLER_ID")
        customers = world.customers_of(vendor_id)
    page, token = listed_page(call, customers)
    return {"customers": [customer_to(c) for c in page], "nextPageToken": token, "totalSize": len(customers)}


def create_customer(service: Provisioning, call: Call) -> Wire:
    """partners.customers.create. The answer has the three members a recorded one had."""
    wanted = call.body.get("customer", {})
    name = wanted.get("companyName", "").strip()
    owners, admins = wanted.get("ownerEmails", []), wanted.get("adminEmails", [])
    if not name:
        raise invalid_argument("A company name is required.")
    if not owners:
        raise invalid_argument("At least one owner email is required.")
    if wanted.get("companyId", "0") != "0" or wanted.get("name"):
        raise invalid_argument("The company id and the resource name must be empty.")
    if wanted.get("languageCode") and wanted["languageCode"] not in LANGUAGES:
        raise invalid_argument("Invalid language code.")
    if not all(_ADDRESS.fullmatch(address) for address in (*owners, *admins)):
        raise invalid_argument("Invalid email address.")
    if any(address.casefold().endswith("@" + NO_ACCOUNT_DOMAIN) for address in (*owners, *admins)):
        raise invalid_argument(
            "One or more of the supplied email addresses isn't a Google Account. Associate it with one first."
        )
    company = service.create_customer(name)
    return {
        "companyId": company.company_id,
        "companyName": company.company_name,
        "name": f"partners/{PARTNER_ID}/customers/{company.company_id}",
    }
