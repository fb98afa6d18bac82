"""What proves itself whole, and what does not."""

import pytest

from ztdesk.app.known_codes import proves_itself

IMEI = "001010120000102"


@pytest.mark.parametrize(
    "payload", [IMEI, f"IMEI:{IMEI}", f"{IMEI},R5CT10ABCDE", f"IMEI:{IMEI};SN:R5CT10ABCDE", "9501101530003"]
)
def test_known_codes_prove_themselves(payload: str) -> None:
    assert proves_itself(payload)


@pytest.mark.parametrize("payload", ["R5CT10ABCDE", IMEI[:-1], "", f"IMEI1:{IMEI};IMEI2:{IMEI[:-1]}3"])
def test_a_code_with_a_damaged_field_and_what_nothing_proves_do_not(payload: str) -> None:
    assert not proves_itself(payload)
