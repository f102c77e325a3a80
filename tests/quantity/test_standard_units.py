"""The compiled table of standard units is that of the definitions."""

from factcheck.quantity.definitions import COMPILED, standard_units
from factcheck.quantity.generate import compiled


def test_the_table_is_current() -> None:
    """If this fails, `make reports` writes it anew."""
    assert COMPILED.read_text(encoding="utf-8") == compiled()


def test_units_are_found_in_it() -> None:
    found = standard_units().lookup("km")
    assert found is not None
    assert (found.name, found.factor) == ("kilometer", 1000)
