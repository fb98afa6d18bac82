"""The bytes of one scan -> its payload and its text. Knows framing characters and encodings, and no scanner."""

LINE_NOISE = b"\r\n\0"
"""What stands around a payload and is never its own."""

STX = b"\x02"
ETX = b"\x03"


def payload_of(chunk: bytes) -> bytes:
    """What a scan holds without line ends and without STX and ETX around it."""
    body = chunk.strip(LINE_NOISE).removeprefix(STX).removesuffix(ETX)
    return body.strip(LINE_NOISE)


def decoded(payload: bytes) -> str:
    """UTF-8 where it is valid, else Windows' western code page, else one character a byte."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return payload.decode(encoding)
        except UnicodeDecodeError:
            continue
    return payload.decode("latin-1")
