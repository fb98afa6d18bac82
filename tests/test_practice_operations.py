"""Operations over time, with a clock turned by hand."""

from pathlib import Path
from typing import Any

from tests.practice_service import PracticeClock, claim_item, fresh_imei
from ztdesk.practice.history import History, Seed
from ztdesk.practice.operations import Tempo
from ztdesk.practice.provisioning import Provisioning
from ztdesk.practice.records import Identifier


def service(tmp_path: Path, clock: PracticeClock, tempo: Tempo, *, again: bool = False) -> Provisioning:
    return Provisioning(History(tmp_path / "world.jsonl"), None if again else Seed(), tempo, clock)


def shown(practice: Provisioning, name: str) -> dict[str, Any]:
    operation = practice.operation(name)
    assert operation is not None
    return operation


def holder(practice: Provisioning, imei: str) -> str:
    with practice.present() as world:
        claims = [device.claim for device in world.search(Identifier(imei=imei))]
    return claims[0].customer_id if claims and claims[0] else ""


def test_an_operation_passes_through_its_states(tmp_path: Path) -> None:
    clock = PracticeClock()
    practice = service(tmp_path, clock, Tempo(pending_s=2, devices_per_second=2, finishing_s=3))
    name = practice.accept("claim", [claim_item(fresh_imei(unit)) for unit in range(8)])["name"]
    seen = []
    for _ in range(10):
        operation = shown(practice, name)
        metadata = operation["metadata"]
        seen.append((metadata["processingStatus"][14:], metadata["progress"], operation["done"]))
        assert ("response" in operation) == operation["done"]
        clock.pass_s(1)
    practice.close()
    assert seen == [
        ("PENDING", 0, False),
        ("PENDING", 0, False),
        ("IN_PROGRESS", 0, False),
        ("IN_PROGRESS", 25, False),
        ("IN_PROGRESS", 50, False),
        ("IN_PROGRESS", 75, False),
        ("IN_PROGRESS", 100, False),
        ("IN_PROGRESS", 100, False),
        ("IN_PROGRESS", 100, False),
        ("PROCESSED", 100, True),
    ]


def test_claims_take_effect_as_time_passes_though_nobody_polls(tmp_path: Path) -> None:
    clock = PracticeClock()
    practice = service(tmp_path, clock, Tempo(pending_s=1, devices_per_second=1, finishing_s=100))
    practice.accept("claim", [claim_item(fresh_imei(unit)) for unit in range(2)])
    clock.pass_s(1.5)
    assert holder(practice, fresh_imei(0)) == ""
    clock.pass_s(1)
    assert (holder(practice, fresh_imei(0)), holder(practice, fresh_imei(1))) == ("1700000042", "")
    practice.close()


def test_two_operations_deal_with_devices_in_the_order_of_time(tmp_path: Path) -> None:
    clock = PracticeClock()
    practice = service(tmp_path, clock, Tempo(pending_s=0, devices_per_second=1, finishing_s=0))
    practice.accept("claim", [claim_item(fresh_imei(unit)) for unit in range(5)])
    practice.accept("claim", [claim_item(fresh_imei(4), "1700000043")])
    clock.pass_s(100)
    assert holder(practice, fresh_imei(4)) == "1700000043"
    practice.close()


def test_a_restart_keeps_operations_under_way_at_their_own_pace(tmp_path: Path) -> None:
    clock = PracticeClock()
    practice = service(tmp_path, clock, Tempo(pending_s=0, devices_per_second=1, finishing_s=0))
    name = practice.accept("claim", [claim_item(fresh_imei(unit)) for unit in range(4)])["name"]
    clock.pass_s(2)
    before = shown(practice, name)
    practice.close()
    practice = service(tmp_path, clock, Tempo(), again=True)
    assert shown(practice, name) == before
    clock.pass_s(2)
    rows = shown(practice, name)["response"]["perDeviceStatus"]
    with practice.present() as world:
        ids = [str(world.search(Identifier(imei=fresh_imei(unit)))[0].device_id) for unit in range(4)]
    practice.close()
    assert [row["result"]["deviceId"] for row in rows] == ids


def test_a_clock_set_back_undoes_nothing(tmp_path: Path) -> None:
    clock = PracticeClock()
    practice = service(tmp_path, clock, Tempo(0, 1, 0))
    name = practice.accept("claim", [claim_item(fresh_imei(0))])["name"]
    clock.pass_s(5)
    assert shown(practice, name)["done"]
    clock.pass_s(-1000)
    assert shown(practice, name)["done"]
    practice.close()
