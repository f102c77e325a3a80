"""Accidents that befall the bytes of something that was sound."""

from random import Random

SIGNS = [
    *(sign.encode() for sign in "()[]{}^/*-=~:.,\"'#%@|<>&!\\\n\r\t\0 万约"),
    *(b"0", b"-1", b"9" * 30, b"1e300", b"derive(", b"D1.peak", b" in ", b"&a [*a]", "超过".encode()),
    *(b"</", b"/>", b"]]>", b"&#53;", b"\\u-1?", b"\\'ff", b"{\\*", b"\xff", b"\xe4\xb8", b"\xed\xa0\x80"),
]
"""What is put into what was sound: signs that mean something to some reader, and bytes that are no text."""

ACCIDENTS = (0, 0, 1, 1, 2, 4, 6)
"""How many there are: what has many breaks early, and is not read far."""


def damaged(data: bytes, random: Random) -> bytes:
    """Return bytes after a few accidents: a flipped bit, a part deleted, doubled or moved, signs put in."""
    for _ in range(random.choice(ACCIDENTS)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.randint(1, 60))
        part = data[start:end]
        kind = random.choice(("flip", "delete", "double", "move", "insert", "insert"))
        if kind == "flip" and part:
            data = data[:start] + bytes([part[0] ^ (1 << random.randrange(8))]) + data[start + 1 :]
        elif kind == "insert":
            data = data[:start] + random.choice(SIGNS) + data[start:]
        elif kind == "double":
            data = data[:end] + part * random.randint(1, 20) + data[end:]
        else:
            rest = data[:start] + data[end:]
            middle = random.randrange(len(rest) + 1)
            data = rest if kind == "delete" else rest[:middle] + part + rest[middle:]
    return data
