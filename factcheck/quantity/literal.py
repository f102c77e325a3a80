"""Reads a number as people write it: digits, scale words, Chinese numerals, words.

One reader for the claim language and for prose; the words are data, one folder of tables for each language.
"""

from factcheck.quantity.chinese import read_chinese, read_share
from factcheck.quantity.digits import read_digits
from factcheck.quantity.english import read_english
from factcheck.quantity.reading import Read


def read_number(text: str, at: int, *, latin: bool = False) -> Read | None:
    """Read the number that starts at ``at``, with its scale words; None when there is none.

    The text must have passed ``widen``; ``latin`` says that no Chinese characters stand near.
    Raises Problem FC201 for a number beyond the limits.
    """
    if latin or text.isascii():
        return read_digits(text, at) or read_english(text, at)
    return read_share(text, at) or read_digits(text, at) or read_chinese(text, at) or read_english(text, at)
