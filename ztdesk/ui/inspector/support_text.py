"""Scans for a support mail: lines of JSON, all of it plain ASCII. Translates nothing: support reads English."""

import json
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtGui import QGuiApplication

from ztdesk import __version__
from ztdesk.domain.label import read_label
from ztdesk.domain.template import Template
from ztdesk.scanning.history import HeardScan
from ztdesk.ui.inspector.received import hex_bytes, mean_and_most_ms, received, shown

_MOST_GAPS = 256


def about(station: str) -> str:
    """One line on the program, the system, the keyboard of the PC and the station."""
    return json.dumps(
        {
            "program": f"ztdesk {__version__}",
            "system": platform.platform(),
            "window_system": QGuiApplication.platformName(),
            "keyboard": QGuiApplication.inputMethod().locale().name(),
            "station": station,
        }
    )


def support_text(heard: Iterable[HeardScan], templates: Sequence[Template] = ()) -> str:
    """One line a scan, in the order given; times in UTC."""
    return "\n".join(json.dumps(_entry(one, templates)) for one in heard)


def _entry(heard: HeardScan, templates: Sequence[Template]) -> dict[str, object]:
    scan, verdict = heard.scan, heard.verdict
    mean_ms, most_ms = mean_and_most_ms(scan.gaps_ms)
    readings = [] if scan.truncated else read_label(scan.text, templates)
    return {
        "at": datetime.fromtimestamp(heard.at, UTC).isoformat(timespec="milliseconds"),
        "scanner": scan.scanner,
        "received": shown(received(scan)),
        "bytes": hex_bytes(scan),
        "ended_by": scan.ended_by,
        "truncated": scan.truncated,
        "is_part": scan.is_part,
        "gap_mean_ms": round(mean_ms, 1),
        "gap_max_ms": round(most_ms, 1),
        "gaps_ms": [round(gap_ms, 1) for gap_ms in scan.gaps_ms[:_MOST_GAPS]],
        "typed": shown(scan.typed),
        "pressed": shown(scan.pressed),
        "layout": scan.layout,
        "understood": shown(scan.text),
        "readings": [
            {
                "kind": reading.kind.value,
                "value": shown(reading.value),
                "rule": reading.rule.value,
                "certain": reading.certain,
            }
            for reading in readings
        ],
        "verdict": verdict.kind.value if verdict is not None else "",
        "title": verdict.title.english() if verdict is not None else "",
    }
