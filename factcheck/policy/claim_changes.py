"""Which claims of a file changed, or rest on something that did."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import FileReport, Outcome, Step
from factcheck.policy.pack_changes import PackChanges

_WORD = re.compile(r"\w+")
_SEARCH = "derive("


def changed_names(
    old: ClaimFile | None, new: ClaimFile, report: FileReport, packs: PackChanges, data: AbstractSet[str] = frozenset()
) -> set[str]:
    """Return the claims and premises of a file that changed, or that rest on what changed: packs, ``data`` files."""
    texts = _texts(new)
    if old is None or packs.everything or _frame(old) != _frame(new):
        return set(texts)
    before = _texts(old)
    changed = {name for name in texts.keys() | before.keys() if texts.get(name) != before.get(name)}
    changed |= {premise.name for premise in new.given if _comes_from(premise, data)}
    changed |= {claim.id for claim in new.claims if any(_comes_from(premise, data) for premise in claim.given)}
    if packs:
        facts = frozenset(f"{thing}.{attribute}" for thing, attribute in packs.facts)
        changed |= {one.id for one in report.outcomes if _rests_on(one, facts, packs.rules)}
        changed |= {name for name, text in texts.items() if _speaks_of(text, packs)}
    return _with_dependents(changed, texts)


def _frame(file: ClaimFile) -> object:
    """Return what all claims of a file depend on."""
    article = file.article
    return [name.value for name in file.use], article.date.value if article.date else "", article.url


def _texts(file: ClaimFile) -> dict[str, str]:
    """Return what is written of each claim and premise."""
    found = {premise.name: _premise(premise) for premise in file.given}
    found.update((claim.id, _claim(claim)) for claim in file.claims)
    ignored = [one for one in file.ignores if one.claim in found]
    for one in ignored:
        found[one.claim] += repr((one.codes, one.until))
    return found


def _comes_from(premise: Premise, data: AbstractSet[str]) -> bool:
    return premise.data is not None and not data.isdisjoint((premise.data.file, *premise.data.beside))


def _premise(premise: Premise) -> str:
    value = premise.value.value if premise.value else repr(premise.data or "")
    return repr((value, premise.quote, premise.of, premise.within))


def _claim(claim: Claim) -> str:
    texts = [text.value if text else "" for text in (claim.says, claim.exempt, claim.shows)]
    return repr((texts, claim.quote, claim.expect, claim.note)) + "".join(map(_premise, claim.given))


def _with_dependents(changed: set[str], texts: dict[str, str]) -> set[str]:
    """Add what uses a changed name, and what uses that; a name that only seems to be used costs a claim, no more."""
    users: defaultdict[str, set[str]] = defaultdict(set)
    for name, text in texts.items():
        for word in _WORD.findall(text):
            users[word].add(name)
    found, fresh = set(changed), list(changed)
    while fresh:
        words = _WORD.findall(fresh.pop())
        more = set.intersection(*(users[word] for word in words)) - found if words else set()
        found |= more
        fresh.extend(more)
    return found


def _rests_on(outcome: Outcome, facts: AbstractSet[str], rules: AbstractSet[str]) -> bool:
    """Whether a derivation names a changed fact or rule. What was not derived may be by now."""
    if outcome.verdict in {"error", "unverified"} or _SEARCH in outcome.says:
        return True
    return any(
        (step.kind == "fact" and step.name in facts) or (step.kind == "rule" and step.name.partition(".")[0] in rules)
        for step in _steps(outcome.derivation)
    )


def _steps(step: Step | None) -> Iterator[Step]:
    if step is not None:
        yield step
        for child in step.children:
            yield from _steps(child)


def _speaks_of(text: str, packs: PackChanges) -> bool:
    """Whether a text has a name that is new or gone, or names a changed fact that the derivation may leave out."""
    if any(_has(name, text) for name in packs.names):
        return True
    return any(
        _has(attribute, text) and any(_has(name, text) for name in packs.called.get(thing, ()))
        for thing, attribute in packs.facts
    )


def _has(name: str, text: str) -> bool:
    words: Iterable[str] = _WORD.findall(name)
    return name in text and all(word in text for word in words)
