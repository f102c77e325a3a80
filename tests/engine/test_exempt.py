"""Exempt claims: no verdict, a reason, and what can be derived all the same."""

from factcheck.engine.outcome.check import check_claim
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import Outcome
from factcheck.source import Place, Text

PLACE = Place("a.yaml", 1, 1)


def exempt(engine: Engine, shows: str = "", says: str = "1 = 1") -> Outcome:
    """Check a claim that is exempt because it is a forecast; ``says`` is another claim of the file."""
    claim = Claim("this", PLACE, exempt=Text("a forecast", PLACE), shows=Text(shows, PLACE) if shows else None)
    other = Claim("other", PLACE, says=Text(says, PLACE))
    premises = (Premise("missing", None, PLACE), Premise("x", Text("3 km", PLACE), PLACE))
    file = ClaimFile("a.yaml", given=premises, claims=(claim, other))
    return check_claim(claim, FileScope(file, engine.knowledge.units), engine)


def used(engine: Engine, says: str, shows: str) -> Outcome:
    """Check a claim that refers to an exempt one."""
    first = Claim("first", PLACE, exempt=Text("a forecast", PLACE), shows=Text(shows, PLACE) if shows else None)
    claim = Claim("this", PLACE, says=Text(says, PLACE))
    return check_claim(claim, FileScope(ClaimFile("a.yaml", claims=(first, claim)), engine.knowledge.units), engine)


def test_the_reason_is_the_headline(engine: Engine) -> None:
    found = exempt(engine)
    assert (found.verdict, found.headline, found.derived) == ("exempt", "exempt: a forecast", None)


def test_a_derivation_is_shown(engine: Engine) -> None:
    found = exempt(engine, "x * 2")
    assert (found.verdict, found.formula) == ("exempt", "x × 2")
    assert found.derived is not None
    assert found.derived.text.startswith("6 km")


def test_what_cannot_be_shown_is_said(engine: Engine) -> None:
    assert [note.text for note in exempt(engine, "missing * 2").notes] == ["the premise `missing` has no value"]
    assert exempt(engine, "other * 2", says="foo = 1").notes[0].text.startswith("depends on the claim `other`")
    assert exempt(engine, "2 * foo").code == "FC301"
    assert exempt(engine, "1 / 0").code == "FC204"


def test_an_exempt_claim_can_be_used_where_it_shows_something(engine: Engine) -> None:
    assert used(engine, "first = 6 km", "2 * 3 km").verdict == "pass"
    assert used(engine, "first.stated = 6 km", "2 * 3 km").code == "FC302"
    assert used(engine, "first = 6 km", "").code == "FC302"
    assert used(engine, "first = 6 km", "foo").verdict == "error"
