"""What countries and regions are called, in English and Chinese: by CLDR, by way of Babel, and common short names."""

import html
import re
import unicodedata
from functools import cache

from babel import Locale
from babel.core import get_global

REGIONS = {
    "WLD": (1960, "World", ["world"], ["世界", "全球", "全世界"]),
    "EUU": (2021, "European_Union", ["European Union", "EU"], ["欧盟", "欧洲联盟"]),
    "EMU": (2023, "Euro_area", ["euro area", "eurozone", "euro zone"], ["欧元区"]),
    "ARB": (1960, "Arab_World", ["Arab World"], ["阿拉伯世界"]),
    "SSF": (1960, "Sub-Saharan_Africa", ["sub-Saharan Africa"], ["撒哈拉以南非洲"]),
    "SAS": (1960, "South_Asia", ["South Asia (World Bank)"], []),
    "EAS": (1960, "East_Asia_and_Pacific", ["East Asia & Pacific"], []),
    "ECS": (1960, "Europe_and_Central_Asia", ["Europe & Central Asia"], []),
    "LCN": (1960, "Latin_America_and_Caribbean", ["Latin America & Caribbean"], []),
    "MEA": (1960, "Middle_East_and_North_Africa", ["Middle East & North Africa"], []),
    "NAC": (1960, "North_America", ["North America (World Bank)"], []),
    "HIC": (1960, "High_income", ["high-income countries (World Bank)"], []),
    "UMC": (1960, "Upper_middle_income", ["upper-middle-income countries (World Bank)"], []),
    "LMC": (1960, "Lower_middle_income", ["lower-middle-income countries (World Bank)"], []),
    "LIC": (1960, "Low_income", ["low-income countries (World Bank)"], []),
}
"""By the code of the World Bank: the first year of which its members are those of today, a key, names.

The Union is that of 27 members, the euro area that with Croatia; what a text calls North America or South Asia is not
quite what the bank calls so, hence no name that a text has.
"""

_MORE = {
    "US": (["US", "U.S.", "USA", "United States of America"], ["美利坚合众国"]),
    "GB": (["UK", "U.K.", "Britain"], ["大不列颠及北爱尔兰联合王国"]),
    "CN": (["People's Republic of China"], ["中华人民共和国"]),
    "CZ": (["Czech Republic"], []),
    "TR": (["Turkey", "Türkiye"], []),
    "CI": (["Ivory Coast", "Cote d'Ivoire"], []),
    "MM": (["Myanmar", "Burma"], []),
    "SZ": (["Swaziland"], []),
    "CV": (["Cabo Verde"], []),
    "TL": (["East Timor"], []),
    "CD": (["Democratic Republic of the Congo", "DR Congo", "DRC"], ["刚果民主共和国"]),
    "CG": (["Republic of the Congo", "Congo-Brazzaville"], ["刚果共和国"]),
    "HK": (["Hong Kong"], ["香港"]),
    "MO": (["Macau", "Macao"], ["澳门"]),
    "KR": (["Republic of Korea"], ["大韩民国"]),
    "PS": (["West Bank and Gaza", "Palestine"], ["巴勒斯坦"]),
    "BS": (["The Bahamas"], []),
    "VA": (["Holy See"], []),
    "BA": (["Bosnia and Herzegovina"], ["波黑"]),
    "AE": (["UAE"], ["阿联酋"]),
    "RU": (["Russian Federation"], ["俄罗斯联邦"]),
    "MK": (["Macedonia"], []),
    "KG": (["Kyrgyz Republic"], []),
    "SK": (["Slovak Republic"], []),
    "NZ": ([], ["纽西兰"]),
    "SA": ([], ["沙特"]),
    "DO": ([], ["多米尼加共和国"]),
    "CF": ([], ["中非共和国"]),
}
_SHARED = frozenset(
    "CD CG CY DM FM GE GN GY IE IO JE JO KR LU MF MK NE PS SD TD TR VI WS".split()  # noqa: SIM905 - codes
)
"""Those whose name others have, too: a state, a man, a region, an island of two countries, one before a partition."""

_NO_MEMBERS_LISTED = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CP CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU"
    " PF PM PN PR RE SH SJ SX TC TF TK TW UM VG VI WF XK YT"
)
_NO_MEMBERS = frozenset(_NO_MEMBERS_LISTED.split())

_OTHER = {
    "Burma": "MM", "Cabo Verde": "CV", "Congo (Brazzaville)": "CG", "Congo, Rep.": "CG", "DRC": "CD",
    "Congo, Dem. Rep.": "CD", "Cote d'Ivoire": "CI", "Côte d'Ivoire": "CI", "The Bahamas": "BS", "Bahamas, The": "BS",
    "The Gambia": "GM", "Gambia, The": "GM", "The Dominican": "DO", "Macau": "MO", "Macao SAR, China": "MO",
    "Hong Kong": "HK", "Hong Kong SAR, China": "HK", "Turkey": "TR", "Turkiye": "TR", "Virgin Islands": "VI",
    "Virgin Islands (U.S.)": "VI", "Saint Martin": "MF", "St. Martin (French part)": "MF",
    "Sint Maarten (Dutch part)": "SX", "Saint Barthelemy": "BL", "Holy See (Vatican City)": "VA",
    "Falkland Islands (Islas Malvinas)": "FK", "Brunei Darussalam": "BN", "Egypt, Arab Rep.": "EG",
    "Iran, Islamic Rep.": "IR", "Korea, Rep.": "KR", "Korea, Dem. People's Rep.": "KP", "Kyrgyz Republic": "KG",
    "Lao PDR": "LA", "Micronesia, Fed. Sts.": "FM", "Russian Federation": "RU", "Slovak Republic": "SK",
    "St. Kitts and Nevis": "KN", "St. Lucia": "LC", "St. Vincent and the Grenadines": "VC",
    "Syrian Arab Republic": "SY", "Venezuela, RB": "VE", "Viet Nam": "VN", "West Bank and Gaza": "PS",
    "Yemen, Rep.": "YE", "Myanmar": "MM", "ct": "CF", "ae": "AE", "fm": "FM", "sh": "SH",
    "io": "IO", "vc": "VC", "Bosnia and Herzegovina": "BA",
}  # fmt: skip
"""What the sources call a territory otherwise than CLDR; the code where the book has no name."""

_NO_TERRITORY = frozenset({"West Bank", "Gaza, Gaza Strip", "Channel Islands"})


@cache
def _of_name() -> dict[str, str]:
    english = Locale("en").territories
    return {_plain(name): code for code, name in english.items() if len(code) == 2 and code not in {"EU", "EZ", "UN"}}


def region_of(code: str) -> str:
    """Return the code of a region of the World Bank that the pack has; empty for any other."""
    return code if code in REGIONS else ""


def territory_of(name: str, code: str) -> str:
    """Return the code of the territory that a source calls so; empty where there is none."""
    name = html.unescape(name)
    if name in _NO_TERRITORY:
        return ""
    aliases = get_global("territory_aliases").get(code, []) if code.isupper() else []
    known = aliases[0] if len(aliases) == 1 else _of_name().get(_plain(name), "")
    return _OTHER.get(code) or _OTHER.get(name) or known


def names_of(code: str) -> dict[str, list[str]]:
    """Return the names of a territory or region by language, the usual one first."""
    if code in REGIONS:
        _, _, english, chinese = REGIONS[code]
        return {"en": english, "zh": chinese}
    english, chinese = _MORE.get(code, ([], []))
    first = html.unescape(Locale("en").territories[code]).replace("’", "'").replace("&", "and")  # noqa: RUF001
    first = re.sub(r"\bSt\.", "Saint", first)
    first = {"HK": "Hong Kong", "MO": "Macau", "MM": "Myanmar", "CD": "Democratic Republic of the Congo",
             "CG": "Republic of the Congo", "PS": "Palestine", "TR": "Türkiye"}.get(code, first)  # fmt: skip
    short = [first.replace("Saint ", "St. ")] if first.startswith("Saint ") else []
    han = [Locale("zh").territories[code], Locale.parse("zh_Hant").territories[code]]
    han = {"HK": ["香港"], "MO": ["澳门", "澳門"], "PS": ["巴勒斯坦"]}.get(code, han)
    return {"en": list(dict.fromkeys([first, *short, *english])), "zh": list(dict.fromkeys([*han, *chinese]))}


def key_of(code: str) -> str:
    """Return the key of a territory or region, as a claim writes it."""
    if code in REGIONS:
        return REGIONS[code][1].replace("-", "_")
    letters = unicodedata.normalize("NFKD", names_of(code)["en"][0]).encode("ascii", "ignore").decode()
    return re.sub(r"_+", "_", re.sub(r"\W", "_", letters.replace("'", ""))).strip("_")


def family_of(code: str) -> str:
    """Return the family of a territory: countries are the members of the United Nations and its observer states."""
    if code in REGIONS:
        return "region"
    return "territory" if code in _NO_MEMBERS else "country"


def shared(code: str) -> bool:
    """Whether others have the name of a territory, too."""
    return code in _SHARED


def _plain(name: str) -> str:
    """Return a name for comparison: letters and digits without accents."""
    letters = unicodedata.normalize("NFKD", name.replace("&", "and").replace("St.", "Saint"))
    return re.sub(r"[^a-z0-9]", "", letters.encode("ascii", "ignore").decode().lower())
