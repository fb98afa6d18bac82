"""An operation as the service shows it at a moment: metadata while it runs, per-device results when it is done.

Decides nothing about devices.
"""

from typing import Any

from ztdesk.practice.operations import Operation
from ztdesk.practice.records import Status
from ztdesk.practice.wire import outcome_to

_TYPES = "type.googleapis.com/google.android.device.provisioning.v1."
_METADATA = _TYPES + "DevicesLongRunningOperationMetadata"
_RESPONSE = _TYPES + "DevicesLongRunningOperationResponse"


def operation_to(operation: Operation, now: float, *, stuck_s: float = 0.0, missing: int = 0) -> dict[str, Any]:
    """The Operation at `now`.

    `stuck_s`: say progress 100 as soon as it runs, and be done that much later than otherwise. `missing`: leave so
    many rows out of the results, from the front.
    """
    count = len(operation.wishes)
    dealt = len(operation.outcomes)
    done = now >= operation.done_at + stuck_s
    if done:
        status, progress = "BATCH_PROCESS_PROCESSED", 100
    elif now >= operation.started_at:
        status, progress = "BATCH_PROCESS_IN_PROGRESS", 100 if stuck_s else 100 * dealt // count
    else:
        status, progress = "BATCH_PROCESS_PENDING", 0
    metadata: dict[str, Any] = {
        "@type": _METADATA,
        "devicesCount": max(count - missing, 0) if done else count,
        "processingStatus": status,
        "progress": progress,
    }
    wire: dict[str, Any] = {"name": operation.name, "done": done, "metadata": metadata}
    if done:
        rows = [_row(operation, position) for position in range(min(missing, count), count)]
        successes = sum(outcome.status is Status.SUCCESS for outcome in operation.outcomes)
        wire["response"] = {"@type": _RESPONSE, "successCount": successes, "perDeviceStatus": rows}
    return wire


def _row(operation: Operation, position: int) -> dict[str, Any]:
    # A recorded successful unclaim carried no device id.
    result = outcome_to(operation.outcomes[position], with_device=operation.kind != "unclaim")
    return {"result": result, operation.kind: operation.items[position]}
