"""What the numbers of a draft may be taken from: for each the step from data that its words speak for, if one does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.draft.equations.literal import stated, unit_text
from factcheck.draft.quantities.quantity import Quantity, quantities_of
from factcheck.engine.outcome.check import check_claim
from factcheck.engine.resolve.scope import FileScope
from factcheck.engine.resolve.setting import Engine
from factcheck.loader.data.asked import written_pick
from factcheck.loader.data.contents import MAX_NUMBERS, Contents
from factcheck.loader.data.numbers import plain
from factcheck.model.claim import Claim, ClaimFile, DataPlace, Premise
from factcheck.model.draft import DraftProposal, DraftReport, ProposedInput
from factcheck.model.report import Outcome
from factcheck.proofread.data.figures import NEAR, Figures, Named
from factcheck.proofread.data.forms import Fit, Fitting
from factcheck.proofread.data.spoken import Spoken, spoken
from factcheck.proofread.kinds import CLAIM
from factcheck.proofread.opened import Opened, opened
from factcheck.quantity.phrases import phrases
from factcheck.source import Place, Text

TRIED = 12
"""So many steps are tried for a number, the best named first."""
MOST = 2_000
"""So many numbers of a draft are looked at."""
MAX_NAME = 40

_NAME = "proposed"
_PLACE = Place("", 1, 1)
_NO_WORD = re.compile(r"\W+")


def propose(report: DraftReport, contents: Sequence[Contents], engine: Engine, *, markdown: bool) -> DraftReport:
    """Return the report with what its numbers may be taken from; the engine holds each statement against the text."""
    draft = opened(report.text, engine.knowledge.units, markdown=markdown, structure=report.structure)
    proposer = _Proposer(draft, Figures(contents), engine, phrases(report.language)["proposals"])
    claimed = [(one.start, one.end) for one in report.findings if one.kind == CLAIM]
    found = (one for one in proposer.all() if not any(start < one.end and one.start < end for start, end in claimed))
    more = tuple(_cut(one) for one in contents if one.more)
    return replace(report, proposals=tuple(found), diagnostics=(*report.diagnostics, *more))


def _cut(contents: Contents) -> Diagnostic:
    """Say that a file has more numbers than were looked at."""
    message = f"of `{contents.file.shown}` only the first {MAX_NUMBERS:,} numbers were looked at"
    return Diagnostic("FC111", message, Place(contents.file.shown), level="note")


@dataclass(slots=True)
class _Proposer:
    draft: Opened
    figures: Figures
    engine: Engine
    words: Mapping[str, Any]
    names: dict[tuple[int, str], str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)

    def all(self) -> Iterator[DraftProposal]:
        """Yield what is proposed, in the order of the text."""
        for quantity in islice(quantities_of(self.draft.passage), MOST):
            found = self._of(quantity)
            if found is not None:
                yield found

    def _of(self, quantity: Quantity) -> DraftProposal | None:
        found = (self._said(quantity, said) for said in spoken(self.draft, quantity.item))
        return next(filter(None, found), None)

    def _said(self, quantity: Quantity, said: Spoken) -> DraftProposal | None:
        named = self.figures.named(said)
        if not named:
            return None
        near = [one for one in named if one.weight >= NEAR * named[0].weight]
        fitting = Fitting(quantity, self._unit(quantity), self.figures, self.engine.knowledge.units)
        for fit in islice(fitting.fits(near), TRIED):
            found = None if fit.is_likely_chance else self._held(fit, quantity)
            if found is not None:
                return found
        return None

    def _held(self, fit: Fit, quantity: Quantity) -> DraftProposal | None:
        """Return a step that the engine finds to give the number."""
        unit = fit.unit or self._known_unit(fit.operands)
        try:
            inputs = [self._input(one, unit) for one in fit.operands]
        except Problem:
            return None
        names = dict(zip(("first", "second"), (one.name for one in inputs), strict=False))
        says = f"{fit.says.format(**names)} = {self._stated(quantity)}"
        outcome = self._checked(says, inputs)
        if outcome.verdict != "pass":
            return None
        start, end = self.draft.span(quantity.item.mention.span)
        said = tuple(dict.fromkeys(word for one in fit.operands for word in one.said))
        return DraftProposal(
            start,
            end,
            self.draft.view.original[start:end],
            says,
            tuple(inputs),
            self._message(inputs),
            outcome.substituted if len(inputs) > 1 else "",
            said,
            fit.others,
            fit.among,
            self.words["chance"][fit.counted].format(others=f"{fit.others:,}", among=f"{fit.among:,}"),
        )

    def _known_unit(self, operands: Sequence[Named]) -> str:
        """Return the unit that the text gave two numbers before; for a change or ratio of them it does not matter."""
        known = {self.units.get(one.figure.number, "") for one in operands}
        return known.pop() if len(operands) > 1 and len(known) == 1 else ""

    def _stated(self, quantity: Quantity) -> str:
        unit = unit_text(quantity.item)
        text = stated(quantity.item)
        return f"{text.removesuffix(unit)} {self._unit(quantity)}" if unit and text.endswith(unit) else text

    def _unit(self, quantity: Quantity) -> str:
        """Return the unit of a number as premises have it: by its sign where that means the same."""
        factors = quantity.item.mention.measure.factors
        signs = [factor.unit.symbol for factor in factors if factor.power == 1]
        if len(factors) == 1 and signs and self.engine.knowledge.units.spelt(signs[0]) == factors[0].unit:
            return signs[0]
        return unit_text(quantity.item).strip()

    def _message(self, inputs: Sequence[ProposedInput]) -> str:
        told = [
            self.words["number"].format(where=one.where, file=one.file, literal=one.literal, line=self._line(one.line))
            for one in inputs
        ]
        numbers = self.words["and"].join(told)
        return str(self.words["follows" if len(told) > 1 else "is"].format(numbers=numbers))

    def _line(self, line: int) -> str:
        return str(self.words["line"].format(line=f"{line:,}")) if line else ""

    def _input(self, named: Named, unit: str) -> ProposedInput:
        """Return a number of the data as a premise asks for it. Raises Problem where it cannot be asked for so."""
        figure = named.figure
        file = self.figures.contents[figure.file].file
        found = file.find(figure.datum.pick)
        if found.items:
            raise Problem("FC523", "several values")
        literal = f"{plain(found.digits)} {unit}".rstrip()
        self.units.setdefault(figure.number, unit)
        asked = written_pick(file.name, figure.datum.pick, unit)
        name = self._name(named, asked)
        return ProposedInput(name, file.name, file.shown, found.where, found.line, literal, asked)

    def _name(self, named: Named, asked: str) -> str:
        """Return a name of its own for what is asked."""
        key = (named.figure.file, asked)
        if key not in self.names:
            datum = named.figure.datum
            parts = (datum.pick.take, *datum.keys[-1:], *datum.labels)
            stem = _NO_WORD.sub("_", "_".join(part for part in parts if part)).strip("_")[:MAX_NAME].strip("_")
            taken = not stem or not stem[0].isalpha() or self.engine.knowledge.units.spelt(stem) is not None
            stem = f"{self.figures.contents[named.figure.file].file.name}_{stem}".strip("_") if taken else stem
            known = set(self.names.values())
            self.names[key] = next(name for n in range(1, len(known) + 3) if (name := _numbered(stem, n)) not in known)
        return self.names[key]

    def _checked(self, says: str, inputs: Sequence[ProposedInput]) -> Outcome:
        premises = tuple(
            Premise(one.name, Text(one.literal, _PLACE), _PLACE, data=DataPlace(one.file, one.where), exact=True)
            for one in inputs
        )
        claim = Claim(_NAME, _PLACE, says=Text(says, _PLACE))
        scope = FileScope(ClaimFile("", claims=(claim,), given=premises), self.engine.knowledge.units)
        return check_claim(claim, scope, self.engine)


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}_{number}"
