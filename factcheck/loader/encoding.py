"""Which encoding the bytes of a text are in: UTF-8, what its first bytes or the text itself say, else a guess."""

import codecs
from functools import lru_cache
from importlib.util import find_spec

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a text in UTF-16 begins, or in UTF-32 of little ends; others with bytes of zero are no text."""

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}
"""What is meant by the names that texts give their encodings: https://encoding.spec.whatwg.org/#names-and-labels."""

_NAMES = {
    "gb18030": "GB18030", "gbk": "GB18030", "gb2312": "GB18030", "big5": "Big5", "big5hkscs": "Big5", "cp950": "Big5",
    "cp1252": "Latin-1", "latin_1": "Latin-1", "iso8859-1": "Latin-1", "utf-16": "UTF-16", "utf-32": "UTF-32",
    "shift_jis": "Shift JIS", "cp932": "Shift JIS", "euc_jp": "EUC-JP", "euc_kr": "EUC-KR", "cp949": "EUC-KR",
}  # fmt: skip
_SAMPLE = 200_000
"""So many bytes a guess looks at."""

_TRIED = ("gb18030", "big5", "cp1252", "cp1251", "cp932", "euc_jp", "cp949")
"""The encodings that a guess chooses from; those of one alphabet are too much alike to be told apart."""


def decoded(data: bytes, declared: str = "") -> tuple[str, str] | None:
    """Return a text, and the name of its encoding where it is not UTF-8; None where that is not known.

    ``declared`` is what the text says of itself. Without the extra `docs` nothing is guessed.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = _tried(data, name)
            return None if text is None else (text, shown(name))
    text = _tried(data, "utf-8")
    if text is not None:
        return text, ""
    known = _codec(declared) or _guessed(data)
    text = _tried(data, known) if known else None
    return None if text is None else (text, shown(known))


def can_guess() -> bool:
    """Return whether what guesses encodings is installed."""
    return find_spec("charset_normalizer") is not None


def shown(codec: str) -> str:
    """Return the name of an encoding as people write it."""
    return _NAMES.get(codec, codec.replace("_", "-").upper())


def _tried(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


@lru_cache(maxsize=16)
def _codec(declared: str) -> str:
    """Return the codec that a text names; nothing for one that is none of texts."""
    name = declared.lower().strip()
    try:
        found = codecs.lookup(_WIDER.get(name, name))
    except (LookupError, ValueError):
        return ""
    return found.name if found._is_text_encoding and found.name not in {"utf-8", "idna", "punycode"} else ""  # noqa: SLF001


def _guessed(data: bytes) -> str:
    """Return the encoding that a text most likely is in; nothing where no guess is good."""
    if not can_guess():
        return ""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - an extra

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_TRIED), enable_fallback=False).best()
    return _WIDER.get(best.encoding, best.encoding) if best is not None else ""
