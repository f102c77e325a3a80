"""Builds the register of the pack ``science``: ``python -m tools.science``.

The figures come from packages that ship them: the CODATA constants from SciPy, the Sun and planets from poliastro and
astropy, the elements from mendeleev. Names in Chinese are from here.
"""

import importlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.diagnostics import Problem
from factcheck.language.parser import parse_expression
from factcheck.model.register import Entry, Series
from factcheck.quantity.definitions import standard_units
from tools.rows import Row, write

CODATA, BODIES, IAU, ELEMENTS = "codata", "iau-2009", "iau-2015", "mendeleev"
SERIES = {
    "mass": Series("mass", "kg", BODIES, "0.1 %"),
    "radius": Series("radius", "km", BODIES, "4 %"),
    "diameter": Series("diameter", "km", BODIES, "4 %"),
    "luminosity": Series("luminosity", "W", IAU, "1 %"),
    "atomic_number": Series("atomic_number", "", ELEMENTS),
    "atomic_weight": Series("atomic_weight", "", ELEMENTS, "0.01 %"),
    "density": Series("density", "g/cm^3", ELEMENTS, "2 %"),
    "melting_point": Series("melting_point", "K", ELEMENTS, "5 K"),
    "boiling_point": Series("boiling_point", "K", ELEMENTS, "1 %"),
}
"""The radii are those at the equator; mean ones of the large planets are up to 4 % less."""

_BODIES = {
    "Sun": "太阳", "Mercury": "水星", "Venus": "金星", "Earth": "地球", "Moon": "月球", "Mars": "火星",
    "Jupiter": "木星", "Saturn": "土星", "Uranus": "天王星", "Neptune": "海王星",
}  # fmt: skip
_FAMILIES = {"Sun": "star", "Moon": "moon"}
_HAN = (
    "氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌镓锗砷硒溴氪铷锶钇锆铌钼锝钌铑钯银镉铟锡锑碲碘氙"
    "铯钡镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥铪钽钨铼锇铱铂金汞铊铅铋钋砹氡钫镭锕钍镤铀镎钚镅锔锫锎锿镄钔锘铹"
)
_CONSTANTS = {
    "speed of light in vacuum": (["speed of light"], ["光速", "真空光速", "真空中的光速"]),
    "Planck constant": (["Planck's constant"], ["普朗克常数", "普朗克常量"]),
    "Newtonian constant of gravitation": (["gravitational constant"], ["万有引力常数", "引力常数", "万有引力常量"]),
    "Avogadro constant": (["Avogadro's number", "Avogadro's constant"], ["阿伏伽德罗常数", "阿伏加德罗常数"]),
    "Boltzmann constant": (["Boltzmann's constant"], ["玻尔兹曼常数", "玻尔兹曼常量"]),
    "elementary charge": ([], ["元电荷", "基本电荷"]),
    "molar gas constant": (["gas constant"], ["气体常数", "摩尔气体常数"]),
    "electron mass": (["mass of the electron"], ["电子质量"]),
    "proton mass": (["mass of the proton"], ["质子质量"]),
    "neutron mass": (["mass of the neutron"], ["中子质量"]),
    "fine-structure constant": (["fine structure constant"], ["精细结构常数"]),
    "inverse fine-structure constant": ([], []),
    "Rydberg constant": ([], ["里德伯常数", "里德伯常量"]),
    "Bohr radius": ([], ["玻尔半径"]),
    "Faraday constant": ([], ["法拉第常数", "法拉第常量"]),
    "Stefan-Boltzmann constant": ([], ["斯特藩-玻尔兹曼常数"]),
    "vacuum electric permittivity": ([], ["真空介电常数", "真空电容率"]),
    "vacuum mag. permeability": (["vacuum magnetic permeability"], ["真空磁导率"]),
    "standard acceleration of gravity": (["standard gravity"], ["标准重力加速度"]),
    "standard atmosphere": ([], ["标准大气压"]),
    "proton-electron mass ratio": ([], ["质子电子质量比"]),
    "atomic mass constant": ([], ["原子质量常数"]),
    "Wien wavelength displacement law constant": (["Wien's displacement constant"], ["维恩位移常数"]),
    "Josephson constant": ([], ["约瑟夫森常数"]),
    "von Klitzing constant": ([], ["冯克利青常数"]),
    "Bohr magneton": ([], ["玻尔磁子"]),
    "nuclear magneton": ([], ["核磁子"]),
    "Compton wavelength": ([], ["康普顿波长"]),
    "classical electron radius": ([], ["经典电子半径"]),
    "Planck length": ([], ["普朗克长度"]),
    "Planck mass": ([], ["普朗克质量"]),
    "Planck time": ([], ["普朗克时间"]),
    "Planck temperature": ([], ["普朗克温度"]),
    "electron volt": ([], ["电子伏特"]),
    "conductance quantum": ([], ["电导量子"]),
    "mag. flux quantum": (["magnetic flux quantum"], ["磁通量子"]),
    "muon mass": ([], ["μ子质量"]),
    "deuteron mass": ([], ["氘核质量"]),
    "alpha particle mass": ([], ["α粒子质量"]),
    "Thomson cross section": ([], ["汤姆孙散射截面"]),
    "Hartree energy": ([], ["哈特里能量"]),
}
"""The constants that the pack has, with their short names and those in Chinese."""
_DEFINED = frozenset(
    {"speed of light in vacuum", "Planck constant", "elementary charge", "Boltzmann constant", "Avogadro constant",
     "electron volt", "standard acceleration of gravity", "standard atmosphere"}
)  # fmt: skip
"""The constants that units are defined by, or that are whole by definition; other exact ones have no last digit."""
_POWER = re.compile(r"\^-?([0-9]+)")


def constants() -> Iterator[tuple[Row, Series]]:
    """Yield the constants, each with the series of its unit."""
    known = importlib.import_module("scipy.constants._codata")._physical_constants_2022  # noqa: SLF001
    units = standard_units()
    for name, (english, chinese) in _CONSTANTS.items():
        value, unit, error = known[name]
        written = _unit(unit)
        digits = re.sub(r"e([+-])0*", r"e\1", repr(value)).replace("e+", "e").removesuffix(".0")
        try:
            parse_expression(f"{digits} {written}".rstrip(), units)
        except Problem:
            continue
        error = 0 if name in _DEFINED else error
        text = (
            digits
            if not error and name not in _DEFINED
            else [digits, f"{error!r} {written}".rstrip().replace("e+", "e")]
        )
        key = re.sub(r"\W+", "_", name.replace("mag.", "magnetic")).strip("_")
        full = name.replace("mag.", "magnetic")
        entry = Entry(key, "constant", {"en": list(dict.fromkeys([full, *english])), "zh": chinese})
        yield Row(entry, {f"value {written}".rstrip(): {0: text}}), Series("value", written, CODATA)


def _unit(unit: str) -> str:
    """Return a unit as claims write it: m^3 kg^-1 s^-2 is m^3/kg/s^2."""
    over = [one for one in unit.split() if "^-" not in one]
    under = [_POWER.sub(lambda m: f"^{m[1]}" if m[1] != "1" else "", one) for one in unit.split() if "^-" in one]
    return "·".join(over) + "".join(f"/{one}" for one in under)


def bodies() -> Iterator[Row]:
    """Yield the Sun, the planets and the Moon: mass out of the gravitational parameter, radius at the equator."""
    astro, iau = importlib.import_module("poliastro.constants"), importlib.import_module("astropy.constants")
    gravity = importlib.import_module("scipy.constants").G
    for name, chinese in _BODIES.items():
        low = name.lower()
        radius = float(getattr(astro, f"R_{low}").value) / 1000
        values: dict[str, dict[int, Any]] = {
            "mass": {0: _digits(float(getattr(astro, f"GM_{low}").value) / gravity, 5)},
            "radius": {0: f"{radius:.1f}".removesuffix(".0")},
            "diameter": {0: f"{2 * radius:.1f}".removesuffix(".0")},
        }
        if name == "Sun":
            values["luminosity"] = {0: _digits(float(iau.L_sun.value), 4)}
        also = {"Sun": ["the Sun"], "Moon": ["the Moon"], "Earth": ["the Earth"]}.get(name, [])
        yield Row(Entry(name, _FAMILIES.get(name, "planet"), {"en": [name, *also], "zh": [chinese]}), values)


def elements() -> Iterator[Row]:
    """Yield the elements; melting and boiling points of those that have one form in the tables."""
    home = Path(importlib.import_module("mendeleev").__file__ or "").parent
    with sqlite3.connect(home / "elements.db") as base:
        points: dict[int, list[tuple[Any, ...]]] = {}
        for number, *row in base.execute(
            "select atomic_number, melting_point, boiling_point, allotrope, is_sublimation_point from phasetransitions"
        ):
            points.setdefault(number, []).append(tuple(row))
        query = "select atomic_number, name, atomic_weight, density, is_radioactive from elements"
        for number, name, weight, density, radioactive in sorted(base.execute(query)):
            values: dict[str, dict[int, Any]] = {"atomic_number": {0: [str(number), "0"]}}
            if weight and not radioactive:
                values["atomic_weight"] = {0: f"{weight:.9g}"}
            if density and density > 0.1:
                values["density"] = {0: f"{density:.6g}"}
            found = points.get(number, [])
            if len(found) == 1 and not found[0][2] and not found[0][3] and number <= 94:
                melting, boiling, *_ = found[0]
                values |= {"melting_point": {0: f"{melting:.6g}"}} if melting else {}
                values |= {"boiling_point": {0: f"{boiling:.6g}"}} if boiling else {}
            han = [_HAN[number - 1]] if number <= len(_HAN) else []
            low = name.lower()
            yield Row(Entry(_key(name), "element", {"en": [low], "zh": han}), values)


def _key(name: str) -> str:
    """Return the key of an element; the planet has that of mercury."""
    return "quicksilver" if name == "Mercury" else name.lower()


def _digits(value: float, places: int) -> str:
    return f"{value:.{places - 1}e}".replace("e+", "e")


def main() -> None:
    """Write the register."""
    series, rows = dict(SERIES), []
    for row, one in constants():
        series[next(iter(row.values))] = one
        rows.append(row)
    write("science", series, [*rows, *bodies(), *elements()])


if __name__ == "__main__":
    main()
