"""Numbers as only prose writes them: 40 000, 1.234,5, 2½, 10 1/2, 3×10⁵, 10^6, 5 dozen; the rest is `read_number`."""

import re
from fractions import Fraction
from math import gcd

from factcheck.prose.page import Page
from factcheck.quantity.cardinals import NOTHING, either, multipliers
from factcheck.quantity.digits import MAX_DIGITS
from factcheck.quantity.english import with_part
from factcheck.quantity.fractions import GAP, VULGAR, mixed, read_vulgar
from factcheck.quantity.interval import Number
from factcheck.quantity.languages import latin, per_language
from factcheck.quantity.literal import read_number
from factcheck.quantity.powers import EXPONENT, exponent_of, limit, times_ten
from factcheck.quantity.reading import MAX_EXPONENT, Read, from_digits, in_words, plain, power_of_ten
from factcheck.quantity.scales import scaled, with_scales
from factcheck.quantity.words import classifiers
from factcheck.quantity.written import Kind, Written

_SEPARATED = re.compile(
    rf"(?P<gapped>[1-9][0-9]{{0,2}}(?:(?P<gap>[{GAP}])[0-9]{{3}})(?:(?P=gap)[0-9]{{3}}){{0,6}})(?![0-9]|[{GAP}][0-9])"
    r"(?:\.(?P<point>[0-9]{1,30})|,(?P<comma>[0-9]{1,2})(?![0-9]))?(?![.,]?[0-9])"
    r"|(?P<swiss>[1-9][0-9]{0,2}(?:['\u2019][0-9]{3}){1,6})(?![0-9])(?:\.(?P<swiss_decimals>[0-9]{1,30}))?"
    r"|(?P<dotted>[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}),(?P<dotted_decimals>[0-9]{1,30})(?![0-9])"
    r"|(?P<indian>[1-9][0-9]?(?:,[0-9]{2}){1,6},[0-9]{3})(?![0-9])(?:\.(?P<indian_decimals>[0-9]{1,30}))?"
)
_WITH_COMMA = re.compile(
    rf"(?P<gapped>[1-9][0-9]{{0,2}}(?:[.{GAP}][0-9]{{3}}){{1,7}}(?![0-9])|[0-9]{{1,100}})"
    r"(?:,(?P<comma>[0-9]{1,30}))?(?![0-9])"
)
_FRACTION = re.compile(
    rf"(?:(?P<whole>[0-9]{{1,4}})[{GAP}-]{{1,2}})?(?P<above>[0-9]{{1,3}})[/\u2044](?P<below>[0-9]{{1,4}})(?![0-9/]|[.,][0-9])"
)
_ENDS = re.compile(r"\s*(?:[.;:!?)]|$)")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 25, 30, 32, 40, 50, 60, 64, 100, 1000})
_POWER = re.compile(rf"(?P<base>[0-9]{{1,6}}(?:\.[0-9]{{1,9}})?){EXPONENT}(?![0-9]|[.,][0-9])")
# what only the patterns above read: groups with other separators, fractions, powers
_UNUSUAL = re.compile(
    rf"[0-9]{{1,100}}(?:[{GAP}-]?[{VULGAR}]|[{GAP}'\u2019/\u2044-]{{1,2}}[0-9]|[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−–*]|(?:\.[0-9]{{1,30}}){{1,7}}[,^]|,[0-9]{{2}},)|[{VULGAR}]"
)
_CONTINUED = frozenset(f"{GAP}-×xX*·⋅∙")
_TEN = 10
_TEN_THOUSAND = 10_000


def read_numeral(page: Page, at: int) -> Read | None:
    """Read the number that starts at a position of the page, as prose writes it."""
    text = page.plain
    if page.decimal_comma or _UNUSUAL.match(text, at):
        for read in (_power, _fraction, _separated):
            found = read(page, at)
            if found is not None:
                return found
    found = read_number(text, at, latin=page.latin)
    if found and not page.latin and text.startswith("w", found.end):
        return _ten_thousands(page, at, found)
    if found is None or found.number.nominal is None or text[found.end : found.end + 1] not in _CONTINUED:
        return found
    return times_ten(text, at, found) or _extended(page, at, found)


def _ten_thousands(page: Page, at: int, found: Read) -> Read:
    """Read the w of 300w张, which is 万 before what is counted; before all else it may be a watt."""
    behind = page.plain[found.end + 1 : found.end + 2]
    if not behind or behind.isascii() or (behind not in classifiers() and behind not in "人元"):
        return found
    return Read(scaled(found.number, _TEN_THOUSAND, page.plain[at : found.end + 1]), found.end + 1)


def _extended(page: Page, at: int, found: Read) -> Read:
    """Add what may stand behind a plain number: a dozen, a half, ``over`` or ``out of`` another number."""
    letter = page.folded[found.end + 1 : found.end + 2]
    if letter == "k":
        return _thousands(page, at, found) or found
    if letter not in _first_letters():
        return found
    longer = (extend(page, at, found) for extend in (_dozens, _over, _and_tens, _and_a_half))
    return next((one for one in longer if one is not None), found)


@per_language
def _first_letters() -> frozenset[str]:
    """Return the first letters of the words that may continue a number."""
    words = latin()
    return frozenset(
        word[0] for word in (*words["dozens"], *words.get("quotients", ()), *words.get("proportions", ()), words["and"])
    )


def _separated(page: Page, at: int) -> Read | None:
    """Read digits with separators that only prose has; with ``decimal_comma`` a comma is the decimal point."""
    m = (_WITH_COMMA if page.decimal_comma else _SEPARATED).match(page.plain, at)
    if m is None or m[0].isdigit():
        return None  # without a separator it is a number as any other: 3成
    groups = [value for name, value in m.groupdict().items() if value and name != "gap"]
    whole, decimals = re.sub(r"[^0-9]", "", groups[0]), groups[1] if len(groups) > 1 else ""
    limit(len(whole) + len(decimals) <= MAX_DIGITS, at, m.end())
    kind: Kind = "decimal" if decimals else "integer"
    number = from_digits(m[0], int(whole + decimals), power_of_ten(-len(decimals)), kind)
    read = with_scales(page.plain, at, m.end(), number)
    return times_ten(page.plain, at, read) or read


def _fraction(page: Page, at: int) -> Read | None:
    """Read ½, 2½, 1/3, 10 1/2; 24/7 and 5/17 are none."""
    if vulgar := read_vulgar(page.plain, at):
        return with_scales(page.plain, at, vulgar[1], vulgar[0])
    m = _FRACTION.match(page.plain, at)
    if m is None:
        return None
    above, below = int(m["above"]), int(m["below"])
    improper = m["whole"] is None and _is_negated(page.plain, at)
    if below not in _DENOMINATORS or not (0 < above < below or improper):
        return None
    if gcd(above, below) != 1 and not m["whole"]:
        return None  # 2/4 is a part of a whole, a date or a place in a list
    return with_scales(page.plain, at, m.end(), mixed(m[0], m["whole"], Fraction(above, below)))


def _is_negated(text: str, at: int) -> bool:
    """Whether a minus makes this a number, and no date or score: -3/2."""
    return text[at - 1 : at] in {"-", "−"} and text[max(0, at - 2) : at - 1] in {"", " ", "(", "\n"}


def _power(page: Page, at: int) -> Read | None:
    """Read a power that stands alone: 10^6, 10⁶, 10−4 (with the sign of a minus), 1.1^23."""
    m = _POWER.match(page.plain, at)
    if m is None or (not m["caret"] and m["base"] != "10") or (m["bare"] or "").startswith("–"):
        return None
    exponent = exponent_of(m)
    limit(abs(exponent) * len(m["base"]) <= MAX_EXPONENT, at, m.end())
    if m["base"] == "10":
        return Read(from_digits(m[0], 1, power_of_ten(exponent), "decimal"), m.end())
    base = Fraction(m["base"])
    if not base:
        return None
    return Read(Written(m[0], plain(base**exponent), 0, 0, "decimal"), m.end())


@per_language
def _dozen() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0-]({either(latin()['dozens']) or NOTHING})\.?(?!\w)")


def _dozens(page: Page, at: int, found: Read) -> Read | None:
    """Read ``5 dozen``; in words this is part of the cardinal."""
    m = _dozen().match(page.folded, found.end)
    if m is None or found.number.kind == "rough":
        return None
    return Read(scaled(found.number, latin()["dozens"][m[1]], page.plain[at : m.end()]), m.end())


@per_language
def _divided() -> re.Pattern[str]:
    words = {name: either(dict.fromkeys(latin().get(name, ()), 0)) for name in ("quotients", "proportions")}
    return re.compile(rf"\s(?:(?P<over>{words['quotients'] or NOTHING})|(?:{words['proportions'] or NOTHING}))\s(?=\w)")


def _over(page: Page, at: int, found: Read) -> Read | None:
    """Read ``two out of three``; and ``one over three`` where nothing follows that the second number could count."""
    m = _divided().match(page.folded, found.end)
    below = read_number(page.plain, m.end()) if m else None
    if m is None or below is None or not _below(found.number, below.number):
        return None
    if m["over"] and not _ENDS.match(page.plain, below.end):
        return None
    value = Fraction(found.number.nominal or 0) / Fraction(below.number.nominal or 1)
    return Read(in_words(page.plain[at : below.end], value), below.end)


def _below(above: Written, below: Written) -> bool:
    n, d = above.nominal, below.nominal
    return isinstance(n, int) and isinstance(d, int) and 0 < n < d


def _and_a_half(page: Page, at: int, found: Read) -> Read | None:
    """Read ``3 million and a half``."""
    number = found.number
    if number.kind == "rough" or not page.plain[at].isdigit():
        return None
    longer = with_part(page.plain, at, found, _last(number.scale))
    return longer if longer.end > found.end else None


_AND_TENS = re.compile(r" and ([1-9][0-9]?)(?![\w%°]|[.,:/-][0-9])")
_NEXT = re.compile(r"[ \u00a0]([a-z]+)")
_HUNDRED, _THOUSAND = 100, 1000


def _and_tens(page: Page, at: int, found: Read) -> Read | None:
    """Read ``3 hundred and 21``."""
    n = found.number.nominal
    m = _AND_TENS.match(page.folded, found.end) if found.number.scale == _HUNDRED else None
    if m is None or not isinstance(n, int) or n >= _THOUSAND or _scaled_again(page, m.end()):
        return None
    return Read(from_digits(page.plain[at : m.end()], n + int(m[1])), m.end())


def _scaled_again(page: Page, end: int) -> bool:
    """Whether the tens are a number of their own: 3 hundred and 2 hundred."""
    m = _NEXT.match(page.folded, end)
    return m is not None and m[1] in multipliers()


_K_APART = re.compile(r"[ \u00a0]k(?![\w^'\u2019]|[ ]?[-+*/=×·<>−]| (?:race|run)s?\b)")


def _thousands(page: Page, at: int, found: Read) -> Read | None:
    """Read ``10 k``, a thousand in lower case; a kelvin is a capital."""
    m = _K_APART.match(page.plain, found.end) if found.number.scale == 1 else None
    if m is None or not page.plain[at].isdigit():
        return None
    return Read(scaled(found.number, _THOUSAND, page.plain[at : m.end()]), m.end())


def _last(scale: Number) -> int:
    return int(scale) if scale in multipliers().values() else 1
