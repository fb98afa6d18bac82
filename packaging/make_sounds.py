"""Draws the program's sounds as small WAV files, from nothing but sums of sines.

Run it from a checkout: `python packaging/make_sounds.py [FOLDER]`. The same numbers always give the same bytes.
"""

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RATE_HZ: Final = 22_050
_LOUDEST: Final = 0.8 * 32_767
_EDGE_S: Final = 0.006  # rising and falling edges: a tone cut off hard clicks


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone gliding between two pitches, 0 Hz for silence; `overtones` are strengths from the 2nd harmonic on."""

    seconds: float
    from_hz: float
    to_hz: float
    level: float = 1.0
    overtones: tuple[float, ...] = ()
    fading: bool = False


_BRIGHT = (0.35, 0.15)
_ROUND = (0.15,)
_HARSH = (0.0, 0.6, 0.0, 0.4, 0.0, 0.25)


def _even(seconds: float, hz: float, overtones: tuple[float, ...], level: float = 1.0) -> Tone:
    return Tone(seconds, hz, hz, level, overtones)


def _pause(seconds: float) -> Tone:
    return Tone(seconds, 0.0, 0.0)


# Told apart in a loud hall by more than pitch: by how many, how long, and which way they go.
SOUNDS: Final[dict[str, tuple[Tone, ...]]] = {
    "good": (Tone(0.12, 1320.0, 2100.0, 0.9, _BRIGHT),),
    "duplicate": (_even(0.09, 740.0, _ROUND), _pause(0.06), _even(0.09, 740.0, _ROUND)),
    "refused": (_even(0.15, 165.0, _HARSH), _pause(0.05), _even(0.19, 165.0, _HARSH)),
    "ignored": (Tone(0.10, 520.0, 420.0, 0.35, (), fading=True),),
    "batch_done": (
        _even(0.12, 784.0, _BRIGHT),
        _even(0.12, 988.0, _BRIGHT),
        Tone(0.24, 1318.0, 1318.0, 1.0, _BRIGHT, fading=True),
    ),
    "unexpected": (_even(0.08, 880.0, _ROUND), _pause(0.03), Tone(0.16, 880.0, 587.0, 0.9, _ROUND)),
    "asked": (_even(0.16, 523.0, _ROUND, 0.6), _pause(0.08), _even(0.26, 659.0, _ROUND, 0.6)),
    "part": (_even(0.10, 1047.0, _ROUND, 0.7),),
    "done": (_even(0.05, 1047.0, _ROUND, 0.6), _pause(0.03), _even(0.07, 1568.0, _ROUND, 0.6)),
    "locked": (
        _even(0.13, 233.0, _HARSH),
        _even(0.13, 311.0, _HARSH),
        _even(0.13, 233.0, _HARSH),
        _even(0.13, 311.0, _HARSH),
    ),
    "failed": (Tone(0.5, 620.0, 180.0, 1.0, (0.4, 0.3, 0.2)),),
}


def samples(tone: Tone) -> list[float]:
    """The tone's samples, within -1 to 1."""
    count = round(tone.seconds * RATE_HZ)
    if tone.from_hz <= 0:
        return [0.0] * count
    harmonics = (1.0, *tone.overtones)
    whole = sum(harmonics)
    edge = _EDGE_S * RATE_HZ
    drawn = []
    phase = 0.0
    for number in range(count):
        share = number / count
        phase += 2 * math.pi * (tone.from_hz + (tone.to_hz - tone.from_hz) * share) / RATE_HZ
        value = sum(part * math.sin((order + 1) * phase) for order, part in enumerate(harmonics)) / whole
        envelope = min(1.0, number / edge, (count - number) / edge)
        if tone.fading:
            envelope *= (1.0 - share) ** 2
        drawn.append(tone.level * envelope * value)
    return drawn


def write(path: Path, tones: tuple[Tone, ...]) -> None:
    """Write the tones one after the other as 16-bit mono. Raises OSError."""
    drawn = [value for tone in tones for value in samples(tone)]
    peak = max(abs(value) for value in drawn) or 1.0
    loudest = _LOUDEST * max(tone.level for tone in tones) / peak
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(b"".join(struct.pack("<h", round(value * loudest)) for value in drawn))


def main() -> None:
    """Write all of them into the folder given, else into the resources of this checkout."""
    given = sys.argv[1:]
    folder = Path(given[0]) if given else Path(__file__).resolve().parent.parent / "resources" / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        write(folder / f"{name}.wav", tones)
        print(f"{name}.wav")


if __name__ == "__main__":
    main()
