"""Whatever way the bytes of a serial scanner arrive, they give the same scans; half a scan is never joined to another."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ztdesk.scanning.byte_framing import ByteFramer, Framed, SerialTiming, Suffix
from ztdesk.scanning.serial_text import decoded
from ztdesk.scanning.strokes import Scan

IMEI = b"001010123456789"
OTHER = b"001010012345672"
CARTON = b"IMEI1:001010123456789\nIMEI2:001010012345672\nSN:R5CT10ABCDE"
ISO_15434 = b"[)>\x1e06\x1d1PSM-G990B\x1dSR5CT10ABCDE\x1e\x04"
END = {Suffix.CR: b"\r", Suffix.LF: b"\n", Suffix.CRLF: b"\r\n", Suffix.TAB: b"\t", Suffix.ETX: b"\x03"}
SET = sorted(END, key=lambda suffix: suffix.value)


def framer(suffix: Suffix = Suffix.AUTO, **given: object) -> ByteFramer:
    return ByteFramer(suffix, scanner="Zebra COM4", **given)  # type: ignore[arg-type]


def is_known(text: str) -> bool:
    return text in {IMEI.decode(), OTHER.decode()}


def scans(told: Iterable[Framed]) -> list[Scan]:
    return [scan for framed in told for scan in framed.scans]


def texts(told: Iterable[Framed]) -> list[str]:
    return [scan.text for scan in scans(told)]


def fed(one: ByteFramer, *deliveries: bytes, gap_ms: float = 1.0, start_ms: float = 0.0) -> list[Framed]:
    """Deliveries that far apart, then silence for ever, with every tick on time."""
    told = []
    now = start_ms
    for data in deliveries:
        while (due := one.next_tick_ms) is not None and due < now:
            told.append(one.tick(due))
        told.append(one.feed(data, now))
        now += gap_ms
    while (due := one.next_tick_ms) is not None:
        told.append(one.tick(due))
    return told


# --- a suffix that was set


@pytest.mark.parametrize("suffix", SET)
@pytest.mark.parametrize("payload", [IMEI, ISO_15434, b"01095011015300038002001010123456789\x1d21R5CT10ABCDE"])
def test_a_suffix_ends_a_scan_at_once_and_separators_are_payload(suffix: Suffix, payload: bytes) -> None:
    [scan] = framer(suffix).feed(payload + END[suffix], 5.0).scans
    assert scan.text == payload.decode()
    assert scan.raw == (payload + END[suffix]).decode()
    assert (scan.scanner, scan.ended_by, scan.started_ms) == ("Zebra COM4", "suffix", 5.0)
    assert len(scan.gaps_ms) == len(scan.raw) - 1
    assert not scan.truncated


pieces = st.lists(
    st.binary(min_size=1, max_size=30) | st.sampled_from([IMEI, ISO_15434, CARTON, b"\r", b"\n", b"\x00", b"\x02"]),
    max_size=8,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SET), pieces, st.data())
def test_any_cut_of_the_stream_gives_the_same_scans(suffix: Suffix, payloads: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(payload + END[suffix] for payload in payloads)
    whole = scans([framer(suffix).feed(stream, 0.0)])
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=12)))
    parts = [part for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True) if (part := stream[a:b])]
    gaps = data.draw(st.lists(st.floats(0, 900), min_size=len(parts), max_size=len(parts)))
    one, now, told = framer(suffix), 0.0, []
    for part, gap in zip(parts, gaps, strict=True):
        told.append(one.feed(part, now))
        now += gap if one.pending_bytes else 0.0
    torn = scans(told)
    assert [(scan.text, scan.raw, scan.ended_by) for scan in torn] == [
        (scan.text, scan.raw, scan.ended_by) for scan in whole
    ]
    assert all(len(scan.gaps_ms) == len(scan.raw) - 1 and min(scan.gaps_ms, default=0) >= 0 for scan in torn)
    bytewise = framer(suffix)
    assert [s.raw for s in scans(bytewise.feed(bytes([byte]), 0.0) for byte in stream)] == [s.raw for s in whole]


@pytest.mark.parametrize("gap_ms", [0.1, 8.0, 60.0, 400.0])
def test_slow_bytes_make_one_scan_and_their_times_are_kept(gap_ms: float) -> None:
    told = fed(framer(Suffix.CR), *(bytes([byte]) for byte in IMEI + b"\r"), gap_ms=gap_ms)
    [scan] = scans(told)
    assert scan.text == IMEI.decode()
    assert scan.gaps_ms == pytest.approx([gap_ms] * len(IMEI))


def test_an_unset_second_half_of_a_line_end_belongs_to_no_scan() -> None:
    stream = IMEI + b"\r\n" + OTHER + b"\r\n"
    for suffix in (Suffix.CR, Suffix.LF, Suffix.CRLF):
        assert texts(fed(framer(suffix), stream)) == [IMEI.decode(), OTHER.decode()]
        assert texts(fed(framer(suffix), *(bytes([byte]) for byte in stream))) == [IMEI.decode(), OTHER.decode()]


@pytest.mark.parametrize("suffix", [Suffix.CR, Suffix.CRLF, Suffix.ETX, Suffix.TAB])
def test_a_line_break_of_another_kind_does_not_cut_a_label(suffix: Suffix) -> None:
    assert texts(fed(framer(suffix), CARTON + END[suffix])) == [CARTON.decode()]


def test_a_frame_of_stx_and_etx_is_taken_off() -> None:
    for stream in (b"\x02" + IMEI + b"\x03\r", b"\x02" + IMEI + b"\r", IMEI + b"\x03\r"):
        assert texts(fed(framer(Suffix.CR), stream)) == [IMEI.decode()]
    assert texts(fed(framer(), b"\x02" + IMEI + b"\x03", b"\x02" + OTHER + b"\x03")) == [IMEI.decode(), OTHER.decode()]


def test_half_a_scan_is_dropped_and_never_joined_to_the_next() -> None:
    one = framer(Suffix.CR)
    told = [one.feed(IMEI[:7], 0.0), one.feed(OTHER + b"\r", 1500.0)]
    assert texts(told) == [OTHER.decode()]
    assert told[1].dropped_bytes == 7


def test_a_scanner_set_to_another_suffix_than_ours_is_heard_all_the_same() -> None:
    told = fed(framer(Suffix.CRLF), IMEI + b"\r", OTHER + b"\r", gap_ms=2000)
    assert texts(told) == [IMEI.decode(), OTHER.decode()]


# --- learning


@pytest.mark.parametrize("suffix", SET)
def test_a_suffix_is_learned_from_the_first_scan_and_ends_the_next_at_once(suffix: Suffix) -> None:
    one = framer()
    assert texts(fed(one, IMEI + END[suffix])) == [IMEI.decode()]
    assert one.learned_suffix is suffix
    assert texts([one.feed(CARTON.replace(b"\n", b";") + END[suffix], 5000.0)]) == [CARTON.decode().replace("\n", ";")]
    again = framer(learned=suffix)
    assert texts([again.feed(IMEI + END[suffix], 0.0)]) == [IMEI.decode()]


def test_what_was_learned_does_not_count_where_a_suffix_is_set() -> None:
    one = framer(Suffix.LF, learned=Suffix.CR)
    assert one.feed(IMEI + b"\r", 0.0) == Framed()
    assert texts([one.feed(b"\n", 1.0)]) == [IMEI.decode()]


def test_merged_scans_are_told_apart_already_while_learning() -> None:
    assert texts(fed(framer(), IMEI + b"\r\n" + OTHER + b"\r\n" + IMEI + b"\r\n")) == [
        IMEI.decode(),
        OTHER.decode(),
        IMEI.decode(),
    ]


@pytest.mark.parametrize("end", [b"\r", b"\r\n"])
def test_an_unbroken_stream_is_learned_too(end: bytes) -> None:
    one = framer()
    told = [one.feed(b"%015d" % number + end, number * 10.0) for number in range(200)]
    assert texts(told) == [f"{number:015}" for number in range(200)]


def test_a_scanner_that_empties_its_memory_loses_nothing() -> None:
    stream = b"".join(b"%015d\r" % number for number in range(3000))
    assert texts(fed(framer(), stream)) == [f"{number:015}" for number in range(3000)]


def test_a_scanner_that_was_set_up_otherwise_is_learned_anew() -> None:
    one = framer(learned=Suffix.CRLF)
    told = fed(one, IMEI + b"\t", OTHER + b"\t", gap_ms=2000)
    assert texts(told) == [IMEI.decode(), OTHER.decode()]
    assert one.learned_suffix is Suffix.TAB


def test_a_scanner_that_sends_no_suffix_any_more_is_believed_the_second_time() -> None:
    one = framer(learned=Suffix.CR)
    told = fed(one, IMEI, OTHER, IMEI, gap_ms=3000)
    assert texts(told) == [OTHER.decode(), IMEI.decode()]
    assert sum(framed.dropped_bytes for framed in told) == len(IMEI)
    assert one.learned_suffix is None


def test_lone_line_ends_teach_nothing_and_are_no_scan() -> None:
    one = framer()
    assert texts(fed(one, b"\r\n", b"\n", b"\x00\x00", gap_ms=2000)) == []
    assert one.learned_suffix is None


# --- no suffix


def test_without_a_suffix_a_pause_ends_a_scan() -> None:
    for suffix in (Suffix.NONE, Suffix.AUTO):
        told = scans(fed(framer(suffix), IMEI[:4], IMEI[4:9], IMEI[9:], gap_ms=100))
        assert [(scan.text, scan.ended_by) for scan in told] == [(IMEI.decode(), "gap")]
        assert texts(fed(framer(suffix), IMEI, OTHER, gap_ms=500)) == [IMEI.decode(), OTHER.decode()]


def test_two_fragments_are_joined_only_when_the_join_is_a_known_code() -> None:
    def told(*parts: bytes) -> list[str]:
        return texts(fed(framer(Suffix.NONE, validates=is_known), *parts, gap_ms=250))

    assert told(IMEI[:6], IMEI[6:]) == [IMEI.decode()]
    assert told(IMEI, OTHER) == [IMEI.decode(), OTHER.decode()]
    assert told(b"R5CT10ABCDE", b"R5CT10ABCDF") == ["R5CT10ABCDE", "R5CT10ABCDF"]
    assert told(b"R5CT10ABCDE", IMEI) == ["R5CT10ABCDE", IMEI.decode()]


def test_a_known_code_is_never_glued_to_what_came_before() -> None:
    serial, label = b"SN:R5CT10ABCDE", b"IMEI:" + IMEI
    everything = {(one + other).decode() for one in (serial, label, b"") for other in (serial, label, IMEI)}
    for pieces in ((serial, label), (b"R5CT10ABCDE", label), (serial, IMEI)):
        known = everything | {b"".join(pieces).decode()}
        told = fed(framer(Suffix.NONE, validates=known.__contains__), *pieces, gap_ms=160)
        told += fed(framer(Suffix.NONE, validates=known.__contains__), *pieces, gap_ms=240)
        assert texts(told) == [piece.decode() for piece in (*pieces, *pieces)]


@pytest.mark.parametrize("suffix", [Suffix.NONE, Suffix.AUTO])
def test_the_rest_of_a_known_code_is_no_code_of_its_own(suffix: Suffix) -> None:
    iccid = b"89490" + IMEI
    one = framer(suffix, validates=lambda text: is_known(text) or text == iccid.decode())
    assert texts(fed(one, iccid[:5], iccid[5:], gap_ms=200)) == [iccid.decode()]


def test_a_known_code_is_not_kept_waiting_for_a_second_fragment() -> None:
    label = b"IMEI1:" + IMEI
    one = framer(Suffix.NONE, validates=label.decode().__eq__)
    one.feed(label, 0.0)
    assert texts([one.tick(SerialTiming().quiet_ms)]) == [label.decode()]
    assert one.next_tick_ms is None


@pytest.mark.parametrize("suffix", [Suffix.NONE, Suffix.AUTO])
def test_a_known_code_of_digits_is_waited_for_as_it_may_go_on(suffix: Suffix) -> None:
    one = framer(suffix, validates=is_known)
    one.feed(IMEI, 0.0)
    assert texts([one.tick(SerialTiming().quiet_ms)]) == []
    assert texts([one.tick(SerialTiming().join_ms)]) == [IMEI.decode()]


@pytest.mark.parametrize("suffix", [Suffix.NONE, Suffix.AUTO])
@pytest.mark.parametrize("gap_ms", [160, 290])
def test_the_first_digits_of_a_longer_number_are_no_code_of_their_own(suffix: Suffix, gap_ms: float) -> None:
    iccid = b"8949000010123456789"  # the first 15 digits of which could be an IMEI
    one = framer(suffix, validates=lambda text: text in {iccid.decode(), iccid[:15].decode()})
    assert texts(fed(one, iccid[:15], iccid[15:], gap_ms=gap_ms)) == [iccid.decode()]
    unknown = framer(suffix, validates=is_known)
    assert texts(fed(unknown, IMEI, b"12", gap_ms=gap_ms)) == [IMEI.decode() + "12"]
    assert texts(fed(unknown, b"35", IMEI, gap_ms=gap_ms, start_ms=5000)) == ["35" + IMEI.decode()]


def test_nothing_is_decided_before_its_time() -> None:
    one = framer(Suffix.NONE)
    one.feed(IMEI, 0.0)
    assert one.tick(149.0) == Framed()
    assert one.pending_bytes == len(IMEI)


# --- the scanner is gone


def test_half_a_scan_ends_with_the_scanner() -> None:
    one = framer(Suffix.CR)
    assert texts([one.feed(OTHER + b"\r" + IMEI[:9], 0.0)]) == [OTHER.decode()]
    assert one.cut() == Framed(dropped_bytes=9)
    assert texts([one.feed(IMEI + b"\r", 10.0)]) == [IMEI.decode()]


def test_a_scan_that_has_its_end_outlives_the_scanner() -> None:
    for suffix in (Suffix.AUTO, Suffix.NONE):
        one = framer(suffix, validates=is_known)
        one.feed(IMEI + b"\r", 0.0)
        assert texts([one.cut()]) == [IMEI.decode()]
        assert one.cut() == Framed()


@pytest.mark.parametrize("held", [b"R5CT10", IMEI])
@pytest.mark.parametrize("suffix", [Suffix.AUTO, Suffix.NONE])
def test_what_no_suffix_proves_whole_is_dropped_with_the_scanner(suffix: Suffix, held: bytes) -> None:
    one = framer(suffix, validates=is_known)
    one.feed(held, 0.0)  # an IMEI too, since it may be the first digits of a longer code
    assert one.cut() == Framed(dropped_bytes=len(held))
    assert one.pending_bytes == 0


# --- too much, and anything at all


@pytest.mark.parametrize("suffix", [Suffix.AUTO, Suffix.CR, Suffix.CRLF, Suffix.NONE])
def test_a_megabyte_without_an_end_is_cut_off_and_said(suffix: Suffix) -> None:
    one = framer(suffix)
    one.feed(b"7" * 1_000_000, 0.0)
    assert one.pending_bytes <= SerialTiming().max_bytes + 1
    [scan] = scans(fed(one))
    assert scan.truncated
    assert len(scan.text) <= SerialTiming().max_bytes + 1
    assert len(scan.gaps_ms) == len(scan.raw) - 1


def test_after_a_megabyte_the_next_scan_is_whole() -> None:
    for deliveries in ([b"7" * 1_000_000 + b"\r\n" + IMEI + b"\r\n"], [b"7" * 9000 + b"\r", b"\n" + IMEI + b"\r\n"]):
        long, short = scans(fed(framer(Suffix.CRLF), *deliveries))
        assert long.truncated
        assert (short.text, short.truncated) == (IMEI.decode(), False)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(list(Suffix)), st.lists(st.tuples(st.binary(max_size=40), st.floats(0, 2000)), max_size=20))
def test_no_bytes_at_any_time_are_too_much(suffix: Suffix, deliveries: list[tuple[bytes, float]]) -> None:
    one = framer(suffix, validates=is_known, timing=SerialTiming(max_bytes=50))
    now, told = 0.0, []
    for data, gap in deliveries:
        told.append(one.feed(data, now))
        now += gap
        told.append(one.tick(now))
        assert one.pending_bytes <= 51
    told.append(one.cut())
    assert one.pending_bytes == 0
    sent = b"".join(data for data, _ in deliveries).decode("latin-1")
    where = 0
    for scan in scans(told):  # nothing twice, nothing invented, in order
        if not scan.truncated:
            where = sent.index(scan.raw, where) + len(scan.raw)


def test_bytes_become_text() -> None:
    assert decoded("Zürich 日本".encode()) == "Zürich 日本"
    assert decoded(b"Z\xfcrich \x80") == "Zürich €"
    assert decoded(b"\x81\xff") == "\x81ÿ"


def test_waits_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="waits must grow"):
        SerialTiming(quiet_ms=400.0)
