"""Chinese numerals to whole numbers: 一百二十万, 两万五, 壹佰贰拾, 廿二, 十七八, 十几; 三千 behind 100万.

Its tokens are added up: the largest scale cuts them in two.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.quantity.han_tokens import TEN, Token, scan

_WAN = 4
_YEAR_LENGTH = 4  # 二〇二四: digit by digit
_LARGE = (12, 8, 4)
_NEIGHBOURS = {(3, 5)}  # 三五个: as 三四个


class Numeral(NamedTuple):
    """The whole number that was read: its ends (equal but for 十七八 and 十几), its last scale, and where it stops."""

    low: int
    high: int
    trailing: int
    end: int


def read_numeral(text: str, at: int) -> Numeral | None:
    """Read the longest numeral that starts here; None when what stands here is not well formed (十一十二)."""
    tokens = scan(text, at)
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
    tokens = scan(text, at, [Token(0, power, at, at)])[1:]
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
    after_ten = i > 0 and (tokens[i - 1].power == TEN or (not tokens[i - 1].power and tokens[i - 1].value % 10 == 0))
    if (i and not after_ten and behind == 0) or (i == 0 and not behind):
        return None
    low, high = 1 if after_ten else 2, 9
    ends = [_value([*tokens[:i], tokens[i]._replace(value=n, several=False), *tokens[i + 1 :]]) for n in (low, high)]
    if ends[0] is None or ends[1] is None:
        return None
    rest = sum(token.power for token in tokens[i + 2 :]) if behind == TEN else 0
    return ends[0], ends[1] + (9 * 10**rest if behind == TEN else 0)


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
    """Read digits alone: 五, 二〇二四, 壹壹壹, 零三; behind a scale, the last takes the next smaller one (九万二)."""
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
