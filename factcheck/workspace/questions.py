"""What the packs of a project know."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.workspace.opened import Opened

if TYPE_CHECKING:
    from factcheck.engine.questions.cases import RuleRun
    from factcheck.engine.questions.inquire import Derived, KnownFact, KnownThing
    from factcheck.model.catalogue import KnownRule, KnownUnit
    from factcheck.proofread.own_cases import WordingResult
    from factcheck.proofread.records import Record


class Questions(Opened):
    """The verbs that ask about packs and their rules."""

    def derive(self, value: str, target: str) -> "tuple[Derived, ...]":
        """Return the shortest derivations from a value to a unit; raises Problem where there is none."""
        from factcheck.engine.questions import inquire  # noqa: PLC0415

        return inquire.derive(value, target, self.session.engine())

    def things(self) -> list[str]:
        """Return the keys of all things, sorted."""
        return sorted(self.session.engine().knowledge.things)

    def thing(self, name: str) -> "KnownThing":
        """Return what is known of a thing; raises Problem FC302 for an unknown one."""
        from factcheck.engine.questions import inquire  # noqa: PLC0415

        return inquire.thing(name, self.session.engine())

    def look_up(self, text: str) -> "KnownThing":
        """Return what is known of a thing, or only what is asked of it: ``France gdp 2020``; raises Problem FC302."""
        from factcheck.engine.questions import inquire  # noqa: PLC0415

        return inquire.look_up(text, self.session.engine())

    def attribute(self, name: str) -> "tuple[tuple[str, KnownFact], ...]":
        """Return the latest value of an attribute of each thing that has it; raises Problem FC302 where none has."""
        from factcheck.engine.questions import inquire  # noqa: PLC0415

        return inquire.of_attribute(name, self.session.engine())

    def rules(self, name: str | None = None) -> "tuple[KnownRule, ...]":
        """Return the rules of the packs and the functions, or the one of a name; raises Problem FC305."""
        from factcheck.engine.questions import catalogue  # noqa: PLC0415

        engine = self.session.engine()
        return catalogue.rules(engine) if name is None else (catalogue.rule(name, engine),)

    def units(self, name: str | None = None) -> "tuple[KnownUnit, ...]":
        """Return the units at hand, the one of a name, or those that measure a kind; raises Problem FC202."""
        from factcheck.engine.questions import catalogue  # noqa: PLC0415

        engine = self.session.engine()
        return catalogue.units(engine) if name is None else catalogue.units_like(name, engine)

    def test_rules(self, paths: Sequence[Path] = ()) -> "RuleRun":
        """Run the cases of the rules in these folders, those of all packs when none are named."""
        from factcheck.engine.questions.cases import run_paths  # noqa: PLC0415

        return run_paths(self.session, self.folders, [path.absolute() for path in paths], self.project.root)

    def test_wordings(self, run: "RuleRun") -> "list[WordingResult]":
        """Run the cases of the wordings of the rules of a run, which say how drafts state them."""
        from factcheck.proofread.own_cases import run_wordings  # noqa: PLC0415 - slow

        return list(run_wordings([result.rule for result in run.results], run.engine))

    def records(self, code: str) -> "tuple[Record, ...]":
        """Return how often the constructions of a draft's code held on published text."""
        from factcheck.proofread.draft import schemas_of, wordings_of  # noqa: PLC0415 - slow
        from factcheck.proofread.records import records_of  # noqa: PLC0415

        knowledge = self.session.engine().knowledge
        return records_of(code, schemas_of(knowledge), wordings_of(knowledge))
