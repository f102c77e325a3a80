"""Outcomes of an earlier run: what each depends on in its file, and where its claim stands today."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from factcheck.cache import digest
from factcheck.engine.outcome.check import position_of
from factcheck.late import late_pattern
from factcheck.model import codec
from factcheck.model.claim import Claim, ClaimFile, Premise
from factcheck.model.report import Outcome

MAX_LINKED = 200
"""A claim that leads to more claims than this depends on the whole file."""

_WORD = late_pattern(r"[A-Za-z0-9_]+")


def claim_keys(file: ClaimFile) -> list[str]:
    """Return for each claim a hash of all that its outcome depends on in the file."""
    keys = _Keys(file)
    return [keys.key(claim) for claim in file.claims]


class _Keys:
    """Follows the names that statements use. A name that only seems to be used costs a check, no more."""

    def __init__(self, file: ClaimFile) -> None:
        self.claims = {claim.id: claim for claim in file.claims}
        own = {premise.name for claim in file.claims for premise in claim.given}
        self.names: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted({*self.claims, *file.broken, *own}):
            self.names[_first_word(name)].append(name)
        self.texts = {claim.id: _text(claim) for claim in file.claims}
        self.mentioned = {claim: self._mentioned(text) for claim, text in self.texts.items()}
        article = (file.article.date.value if file.article.date else "", file.article.url)
        head = repr((article, [name.value for name in file.use], _given(file.given)))
        self.in_head = self._mentioned(head)
        self.head = digest(head)
        self.whole = digest(self.head, *self.texts.values())

    def key(self, claim: Claim) -> str:
        seen, names = {claim.id}, set(self.in_head)
        wanted = [self.in_head, self.mentioned[claim.id]]
        while wanted:
            mentioned = wanted.pop()
            names |= mentioned
            linked = {name for name in mentioned - seen if name in self.claims}
            seen |= linked
            wanted.extend(self.mentioned[name] for name in linked)
            if len(seen) > MAX_LINKED:
                return digest(claim.id, self.whole)
        return digest(claim.id, self.head, repr(sorted(names)), *(self.texts[name] for name in sorted(seen)))

    def _mentioned(self, text: str) -> set[str]:
        """Return the names of the file that stand in a text."""
        words = set(_WORD.findall(text))
        words |= {word.lstrip("0123456789") for word in words} | {""}
        return {name for word in words if word in self.names for name in self.names[word] if name in text}


def _first_word(name: str) -> str:
    """Return the word by which a name is found; none for a name in another script."""
    found = _WORD.match(name)
    return found[0] if found and name.isascii() else ""


def _given(premises: tuple[Premise, ...]) -> list[tuple[object, ...]]:
    """Return the premises, with where their values were read, which its claims' reports tell."""
    return [
        (each.name, each.value.value if each.value else None, each.exact, repr(each.data) if each.data else "")
        for each in premises
    ]


def _text(claim: Claim) -> str:
    """Return what a claim says, without where it stands."""
    texts = [text.value if text else None for text in (claim.says, claim.exempt, claim.shows)]
    return repr((texts, claim.quote, claim.expect, claim.note, _given(claim.given)))


def moved(data: Any, claim: Claim) -> Outcome | None:
    """Return a kept outcome at the claim's place of today; None for one that points into the file."""
    if not isinstance(data, dict) or data.get("diagnostics"):
        return None
    return replace(codec.outcome(data), position=position_of(claim))
