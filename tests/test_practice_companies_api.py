"""Customers, vendors and vendors' customers as Google's own client meets them."""

from typing import Any

import pytest

from tests.practice_service import (
    client,
    practice,
    refusal,
)
from ztdesk.practice.records import PARTNER_ID

__all__ = ["client", "practice"]
PARENT = f"partners/{PARTNER_ID}"
ACME = "1700000042"


def test_lists_own_customers_page_by_page(client: Any) -> None:
    everyone = client.partners().customers().list(partnerId=PARTNER_ID).execute()
    assert everyone["customers"][0] == {
        "name": f"{PARENT}/customers/{ACME}",
        "companyId": ACME,
        "companyName": "ACME Logistics GmbH",
        "termsStatus": "TERMS_STATUS_ACCEPTED",
    }
    assert "nextPageToken" not in everyone
    request = client.partners().customers().list(partnerId=PARTNER_ID, pageSize=4)
    pages = []
    while request is not None:
        page = request.execute()
        pages.append(page["customers"])
        assert page["totalSize"] == everyone["totalSize"]
        request = client.partners().customers().list_next(request, page)
    assert [len(page) for page in pages] == [4, 4, 3]
    assert [customer for page in pages for customer in page] == everyone["customers"]


def test_creates_a_customer_and_answers_three_members(client: Any) -> None:
    company = {"companyName": "Käse & Söhne", "ownerEmails": ["liz@example.com"], "languageCode": "de"}
    made = client.partners().customers().create(parent=PARENT, body={"customer": company}).execute()
    assert set(made) == {"companyId", "companyName", "name"}
    assert made["name"] == f"{PARENT}/customers/{made['companyId']}"
    listed = client.partners().customers().list(partnerId=PARTNER_ID).execute()["customers"]
    assert listed[-1]["companyName"] == "Käse & Söhne"
    assert listed[-1]["termsStatus"] == "TERMS_STATUS_NOT_ACCEPTED"


@pytest.mark.parametrize(
    ("company", "says"),
    [
        ({"ownerEmails": ["a@example.com"]}, "company name"),
        ({"companyName": "X"}, "owner"),
        ({"companyName": "X", "ownerEmails": ["nobody"]}, "email"),
        ({"companyName": "X", "ownerEmails": ["a@no-account.example"]}, "isn't a Google Account"),
        ({"companyName": "X", "ownerEmails": ["a@example.com"], "companyId": "5"}, "must be empty"),
        ({"companyName": "X", "ownerEmails": ["a@example.com"], "languageCode": "nb"}, "language"),
    ],
)
def test_refuses_a_customer_that_cannot_be(client: Any, company: dict[str, Any], says: str) -> None:
    error = refusal(client.partners().customers().create(parent=PARENT, body={"customer": company}))
    assert (error.status_code, says in error.reason) == (400, True)


def test_lists_vendors_and_their_customers(client: Any) -> None:
    vendors = client.partners().vendors().list(parent=PARENT).execute()["vendors"]
    assert set(vendors[0]) == {"name", "companyId", "companyName"}
    customers = client.partners().vendors().customers().list(parent=vendors[0]["name"]).execute()
    assert customers["totalSize"] == 2
    assert customers["customers"][0]["name"] == f"{vendors[0]['name']}/customers/1900000001"
    error = refusal(client.partners().vendors().customers().list(parent=f"{PARENT}/vendors/1"))
    assert error.status_code == 404
