"""Scans a Chinese numeral into its tokens: digits and scales, formal ones too, with blanks between them (7万 5千)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.late import late_pattern
from factcheck.quantity.languages import han, per_language

MAX_TOKENS = 40
TEN = 1
_WAN = 4
_THOUSANDS = frozenset("千仟")
_ARABIC = late_pattern(r"[0-9]{1,4}(?![0-9.,_%])")
_MAX_BLANKS = 4
_MAX_GAPS = 8
_BLANK = " \u00a0\u3000"
TRILLIONS = "[0-9]{1,4}[万萬亿億]|人民[币幣]|(?:美|日|韩|韓|欧|歐|港|新?[台臺]币|新?[台臺]幣)?[元圆圓円]"
"""What stands behind 兆 where it is 10^12, and no megabyte."""


class Token(NamedTuple):
    """A part of a numeral: a scale (``power`` above 0), a digit, or 几; ``width`` counts Arabic digits."""

    value: int
    power: int
    start: int
    end: int
    width: int = 0
    several: bool = False


@per_language
def _words() -> dict[str, Token]:
    zh = han()
    tokens = {word: Token(value, 0, 0, 0) for word, value in (zh["digits"] | zh["tens"]).items()}
    tokens |= {word: Token(0, power, 0, 0) for word, power in zh["scales"].items()}
    return tokens | {word: Token(0, 0, 0, 0, several=True) for word in zh["several"]}


@per_language
def _scale_rules() -> dict[str, re.Pattern[str]]:
    """Return what must stand behind a scale that also begins units: 千瓦, 百分点, 兆字节."""
    zh = han()
    chars = "".join((*zh["digits"], *zh["scales"]))
    return {
        "百": late_pattern(r"(?!\s{0,4}分\s{0,4}[点點位])"),
        "千": late_pattern(rf"(?!{'|'.join(zh['kilo'])})"),
        "兆": late_pattern(rf"[{chars}]|{TRILLIONS}|$"),
    }


def is_scale(text: str, at: int) -> bool:
    """Whether a scale character stands here that is not the beginning of a unit."""
    word = text[at : at + 1]
    rule = _scale_rules().get(word)
    return word in han()["scales"] and (rule is None or rule.match(text, at + 1) is not None)


def scan(text: str, at: int, behind: Sequence[Token] = ()) -> list[Token]:
    """Return the tokens that start here, behind those that stand ``behind`` them."""
    tokens = [*behind]
    end, gaps = at, 0
    while len(tokens) < MAX_TOKENS and gaps <= _MAX_GAPS:
        start = end
        while start - end < _MAX_BLANKS and tokens and text[start : start + 1] in _BLANK and start < len(text):
            start += 1
        token = _token(text, start, tokens)
        if token is None or (start > end and not _joins(text, token, tokens)):
            break
        gaps += start > end
        tokens.append(token)
        end = token.end
        if _is_last(tokens[len(behind) :]):
            break
    return tokens


def _is_last(tokens: Sequence[Token]) -> bool:
    """Whether the tokens make no number, whatever follows: 三百二百, 一万二万, 零5零."""
    if len(tokens) < 2:  # noqa: PLR2004 - two of them
        return False
    token, before = tokens[-1], tokens[-2]
    if not token.power:
        digits = before.power == 0 and (token.width > 0 or before.width > 0) and not (token.several or before.several)
        return digits and (before.width > 1 or 0 < before.value <= (9 if not before.width else before.value))
    if token.power < _WAN:
        scale = next((one.power for one in reversed(tokens[:-1]) if one.power), _WAN)
        return scale <= token.power
    at = next((i for i in range(len(tokens) - 2, -1, -1) if tokens[i].power >= token.power), -1)
    return 0 <= at < len(tokens) - 2 and tokens[at].power == token.power


def _token(text: str, at: int, before: Sequence[Token]) -> Token | None:
    char = text[at : at + 1]
    known = _words().get(char)
    if known is None and char.isascii() and char.isdigit():
        return _arabic(text, at, before)
    if known is None or not _allowed(text, at, char, before):
        return None
    return Token(known.value, known.power, at, at + 1, 0, known.several)


def _arabic(text: str, at: int, before: Sequence[Token]) -> Token | None:
    m = _ARABIC.match(text, at)
    if m is None or (before and before[-1].width):
        return None
    return Token(int(m[0]), 0, at, m.end(), len(m[0]))


def _allowed(text: str, at: int, char: str, before: Sequence[Token]) -> bool:
    """Whether a character is part of a numeral here; 两, 陆, 拾, 千 and 兆 are often something else."""
    zh = han()
    if char in zh["pairs"] and (before or text[at + 1 : at + 2] in zh["pairs"]):
        return bool(before) and _takes_two(before[-1]) and is_scale(text, at + 1)
    if char in zh["formal"] and not _is_formal(text, at, before):
        return False
    if char in zh["several"]:
        return bool(before) or is_scale(text, at + 1)
    return char not in zh["scales"] or is_scale(text, at) or (char in _THOUSANDS and _is_below_large(before))


def _takes_two(before: Token) -> bool:
    """Whether 两 may stand behind a part of a numeral: 一万两千, 五万零两百, 一两千."""
    return before.power > 0 or (before.value <= 1 and not before.width and not before.several)


def _is_below_large(before: Sequence[Token]) -> bool:
    """Whether a digit below 万 or 亿 stands before: 三万五千米 is 35 000 metres, not 35 000 kilometres."""
    return len(before) > 1 and before[-1].power == 0 and any(token.power >= _WAN for token in before)


def _is_formal(text: str, at: int, before: Sequence[Token]) -> bool:
    """Whether 陆, 伍, 拾 is a numeral: before one (陆佰, 拾万), or at the end of one (一千陆), not in 三百参赛者."""
    behind = text[at + 1 : at + 2]
    known = _words().get(behind)
    if known is not None and not known.several:
        scale = text[at] == "拾"
        return bool(before) or (known.power > TEN if scale and behind in "万萬亿億" else (known.power > 0) != scale)
    if known is not None and text[at] == "拾":
        return bool(before)  # 肆拾几
    ends = not "\u3400" <= behind <= "\u9fff" or behind in "元圆圓角分正整" or behind in han()["point"]
    return bool(before) and ends


def _joins(text: str, token: Token, before: Sequence[Token]) -> bool:
    """Whether a token behind a blank belongs to the numeral: 7万 5千, 两千 四 百 五."""
    if token.power:
        return True
    at = token.end
    while at - token.end < _MAX_BLANKS and text[at : at + 1] in _BLANK and at < len(text):
        at += 1
    if is_scale(text, at) or (token.several and text[at : at + 1] in _words()):
        return before[-1].power > 0
    if token.width or before[-1].power == 0:
        return False
    return not "\u3400" <= text[at : at + 1] <= "\u9fff" or text[at] in "又点點分"
