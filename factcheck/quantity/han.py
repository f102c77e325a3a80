from factcheck.quantity.languages import han, per_language

"""Chinese numerals to whole numbers: 一百二十万, 两万五, 壹佰贰拾, 廿二, 十七八, 十几, and what follows 100万 in 100万三千.

A numeral is scanned into tokens, digits and scales, and the tokens are added up: the largest scale cuts them in two.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

MAX_TOKENS = 64
_TEN, _WAN = 1, 4
_YEAR_LENGTH = 4  # 二〇二四: digit by digit
_LARGE = (12, 8, 4)
_NEIGHBOURS = {(3, 5)}  # 三五个: as 三四个
_ARABIC = re.compile(r"[0-9]{1,4}(?![0-9.,_%])")
_MAX_BLANKS = 4
_BLANK = " \u00a0\u3000"


class Token(NamedTuple):
    """A part of a numeral: a scale (``power`` above 0), a digit, or 几; ``width`` counts Arabic digits."""

    value: int
    power: int
    start: int
    end: int
    width: int = 0
    several: bool = False


class Numeral(NamedTuple):
    """The whole number that was read: its ends (equal but for 十七八 and 十几), its last scale, and where it stops."""

    low: int
    high: int
    trailing: int
    end: int


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
        "百": re.compile(r"(?!\s{0,4}分\s{0,4}[点點位])"),
        "千": re.compile(rf"(?!{'|'.join(zh['kilo'])})"),
        "兆": re.compile(rf"[{chars}]|(?:美|日|韩|韓|欧|歐|港|新?[台臺]币|新?[台臺]幣)?[元圆圓]|$"),
    }


def is_scale(text: str, at: int) -> bool:
    """Whether a scale character stands here that is not the beginning of a unit."""
    word = text[at : at + 1]
    rule = _scale_rules().get(word)
    return word in han()["scales"] and (rule is None or rule.match(text, at + 1) is not None)


def read_numeral(text: str, at: int) -> Numeral | None:
    """Read the longest numeral that starts here; None when what stands here is not well formed (十一十二)."""
    tokens = _scan(text, at)
    while tokens:
        found = _numeral(tokens)
        if found is not None:
            return found
        gap = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].start > tokens[i - 1].end), 0)
        tokens = tokens[:gap]
    return None


def read_below(text: str, at: int, power: int) -> tuple[int, int, int] | None:
    """Read what further adds to a number that ends in a scale: value, worth of its last digit, end.

    三千 behind 100万 (power 4), 3千 behind 12万, 01 behind 1百.
    """
    tokens = _scan(text, at, [Token(0, power, at, at)])[1:]
    if not tokens or tokens[0].power or any(token.several for token in tokens):
        return None
    value = _value(tokens, power)
    if value is None or not 0 < value < 10**power:
        return None
    return value, _last_digit(tokens, power), tokens[-1].end


def _last_digit(tokens: Sequence[Token], power: int) -> int:
    """Return the power of ten of the last digit behind a scale: 7 in 2千万, 3 in 12万3."""
    worth = 0
    for token in reversed(tokens):
        if not token.power:
            return power - 1 if not worth and token.width <= 1 and len(tokens) == 1 else worth
        worth += token.power
    return worth


def _scan(text: str, at: int, behind: Sequence[Token] = ()) -> list[Token]:
    """Return the tokens here, with those that stand before."""
    tokens = [*behind]
    end = at
    while len(tokens) < MAX_TOKENS:
        start = end
        while start - end < _MAX_BLANKS and tokens and text[start : start + 1] in _BLANK and start < len(text):
            start += 1
        token = _token(text, start, tokens)
        if token is None or (start > end and not _joins(text, token, tokens)):
            break
        tokens.append(token)
        end = token.end
    return tokens


def _token(text: str, at: int, before: Sequence[Token]) -> Token | None:
    char = text[at : at + 1]
    if char.isascii() and char.isdigit():
        return _arabic(text, at, before)
    known = _words().get(char)
    if known is None or not _allowed(text, at, char, before):
        return None
    return known._replace(start=at, end=at + 1)


def _arabic(text: str, at: int, before: Sequence[Token]) -> Token | None:
    m = _ARABIC.match(text, at)
    if m is None or (before and before[-1].width):
        return None
    return Token(int(m[0]), 0, at, m.end(), len(m[0]))


def _allowed(text: str, at: int, char: str, before: Sequence[Token]) -> bool:
    """Whether a character is part of a numeral here; 两, 陆, 拾, 千 and 兆 are often something else."""
    zh = han()
    if char in zh["pairs"] and (before or text[at + 1 : at + 2] in zh["pairs"]):
        return bool(before) and before[-1].power > 0 and is_scale(text, at + 1)
    if char in zh["formal"] and not _is_formal(text, at, before):
        return False
    if char in zh["several"]:
        return bool(before) or is_scale(text, at + 1)
    return char not in zh["scales"] or is_scale(text, at)


def _is_formal(text: str, at: int, before: Sequence[Token]) -> bool:
    """Whether 陆, 伍, 拾 is a numeral: before a numeral (陆佰, 拾万), or at the end of one (一千陆), not in 三百参赛者."""
    behind = text[at + 1 : at + 2]
    known = _words().get(behind)
    if known is not None and not known.several:
        scale = text[at] == "拾"
        return bool(before) or (known.power > _TEN if scale and behind in "万萬亿億" else (known.power > 0) != scale)
    return bool(before) and (not "\u3400" <= behind <= "\u9fff" or behind in "元圆圓角分正整")


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


def _numeral(tokens: list[Token]) -> Numeral | None:
    ends = _ends(tokens)
    if ends is None:
        return None
    low, high = ends
    trailing = 0
    for token in reversed(tokens):
        if token.power < _WAN:
            break
        trailing += token.power
    return Numeral(low, high, trailing, tokens[-1].end)


def _ends(tokens: list[Token]) -> tuple[int, int] | None:
    """Return the value, twice; two different ones for 三四百 and for 几."""
    several = [i for i, token in enumerate(tokens) if token.several]
    if several:
        return _several(tokens, several[0]) if len(several) == 1 else None
    near = [i for i in range(len(tokens) - 1) if _neighbours(tokens, i)]
    if len(near) == 1:
        i = near[0]
        low, high = _value([*tokens[: i + 1], *tokens[i + 2 :]]), _value([*tokens[:i], *tokens[i + 1 :]])
        return (low, high) if low is not None and high is not None else None
    value = _value(tokens)
    return None if value is None else (value, value)


def _neighbours(tokens: Sequence[Token], i: int) -> bool:
    """Whether two digits name a range: 三四百, 十七八; a longer run of digits (二三四) does not."""
    a, b = tokens[i], tokens[i + 1]
    if a.power or b.power or a.width or b.width or not 0 < a.value < 10 or a.end != b.start:  # noqa: PLR2004
        return False
    alone = (i == 0 or tokens[i - 1].power > 0) and (i + 2 == len(tokens) or tokens[i + 2].power > 0)
    return alone and (b.value == a.value + 1 or (a.value, b.value) in _NEIGHBOURS)


def _several(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Return the ends of a numeral with 几: 1 to 9 behind 十 (十几), else 2 to 9; 几十 is 20 to 99."""
    behind = tokens[i + 1].power if i + 1 < len(tokens) else 0
    after_ten = i > 0 and (tokens[i - 1].power == _TEN or (not tokens[i - 1].power and tokens[i - 1].value % 10 == 0))
    if (i and not after_ten and behind == 0) or (i == 0 and not behind):
        return None
    low, high = 1 if after_ten else 2, 9
    ends = [_value([*tokens[:i], tokens[i]._replace(value=n, several=False), *tokens[i + 1 :]]) for n in (low, high)]
    if ends[0] is None or ends[1] is None:
        return None
    rest = sum(token.power for token in tokens[i + 2 :]) if behind == _TEN else 0
    return ends[0], ends[1] + (9 * 10**rest if behind == _TEN else 0)


def _value(tokens: Sequence[Token], after: int = 0) -> int | None:
    """Add up tokens behind a scale of power ``after``; None when they are no number."""
    if not any(token.power for token in tokens):
        return _digits(tokens, after)
    for power in _LARGE:
        cut = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].power == power), None)
        if cut is not None:
            return _cut(tokens, cut, power)
    return _section(tokens, after)


def _cut(tokens: Sequence[Token], cut: int, power: int) -> int | None:
    above = tokens[:cut]
    if any(token.power == power for token in above[:-1]) and above[-1].power != power:
        return None  # 一万二万
    over = _value(above) if above else 1  # 万 alone, as in 近万
    under = _value(tokens[cut + 1 :], power) if cut + 1 < len(tokens) else 0
    return None if over is None or under is None else over * 10**power + under


def _digits(tokens: Sequence[Token], after: int) -> int | None:
    """Read digits alone: 五, 二〇二四, 壹壹壹, 零三; behind a scale, a last digit takes the next smaller one (九万二)."""
    if after:
        return _section(tokens, after)
    values = [token.value for token in tokens]
    if len(values) == 1:
        return values[0]
    if any(token.width or _is_tens(token) for token in tokens):
        return _section(tokens, 0)
    rising = values[0] > 0 and values == list(range(values[0], values[0] + len(values)))
    if len(values) < _YEAR_LENGTH and (rising or (len(values) == 2 and values[0])):  # noqa: PLR2004
        return None
    return int("".join(map(str, values)))


def _section(tokens: Sequence[Token], tail: int) -> int | None:
    """Read 千, 百 and 十; a last digit without its scale takes the next smaller one: 三百五 is 350."""
    total, last = 0, _LARGE[0]
    pending: Token | None = None
    for token in tokens:
        if token.power:
            if token.power >= last:
                return None
            total += (1 if pending is None else pending.value) * 10**token.power
            last = tail = token.power
            pending = None
        elif pending is not None:
            if not _is_tens(pending) or _is_tens(token) or token.width or not token.value:
                return None
            total, tail, pending = total + pending.value, 1, token
        elif token.value or token.width > 1:
            pending = token
        else:
            tail = 0
    return total if pending is None else total + pending.value * _worth(pending, tail)


def _is_tens(token: Token) -> bool:
    return token.value > 9 and not token.width  # noqa: PLR2004 - 廿


def _worth(last: Token, tail: int) -> int:
    elided = last.width <= 1 and not _is_tens(last) and tail > 1
    return int(10 ** (tail - 1)) if elided else 1
