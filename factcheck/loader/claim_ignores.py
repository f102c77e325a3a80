"""The ignores of a claim file: those of the file, and those of its claims."""

from collections.abc import Iterator

from factcheck.loader.ignoring import wrongs
from factcheck.loader.tree import Loc, Mapping, Node, Scalar
from factcheck.loader.validate import Checked, Fault
from factcheck.model.report import Ignore
from factcheck.suggest import nearest

UNKNOWN_NAME = "FC301"


def read_ignores(root: Mapping, checked: Checked) -> tuple[Ignore, ...]:
    """Return the ignores that are valid; the others are reported and hide nothing."""
    return tuple(ignore for node, loc, claim in _nodes(root) for ignore in _read(node, loc, claim, checked))


def _nodes(root: Mapping) -> Iterator[tuple[Node, Loc, str]]:
    """Yield each ignore with its way from the root, and the claim that it stands at."""
    for index, node in enumerate(root.items("ignore")):
        claim = node.word("claim") if isinstance(node, Mapping) else ""
        yield node, ("ignore", index), claim
    for number, claim_node in enumerate(root.items("claims")):
        if isinstance(claim_node, Mapping):
            for index, node in enumerate(claim_node.items("ignore")):
                yield node, ("claims", number, "ignore", index), claim_node.word("id")


def _read(node: Node, loc: Loc, claim: str, checked: Checked) -> Iterator[Ignore]:
    if not isinstance(node, Mapping) or not checked.sound(*loc):
        return
    codes = tuple(item.text for item in node.items("code") if isinstance(item, Scalar))
    reason, until = " ".join(node.word("reason").split()), node.word("until")
    faults = [*_faults(codes, reason, until, loc), *_unknown_claim(claim, loc, checked)]
    for fault in faults:
        checked.report(fault)
    if not faults:
        yield Ignore(node.place, reason, codes, claim, until)


def _faults(codes: tuple[str, ...], reason: str, until: str, loc: Loc) -> Iterator[Fault]:
    for wrong in wrongs(codes, reason, until):
        yield Fault((*loc, wrong.key) if wrong.key else loc, wrong.code, wrong.message, wrong.help)


def _unknown_claim(claim: str, loc: Loc, checked: Checked) -> Iterator[Fault]:
    """Yield a fault for a claim that the file does not have."""
    if not claim or len(loc) > 2 or not isinstance(checked.root, Mapping):  # noqa: PLR2004 - it stands at its claim
        return
    ids = [node.word("id") for node in checked.root.items("claims") if isinstance(node, Mapping)]
    if claim not in ids:
        near = nearest(claim, ids)
        cure = f"did you mean `{near}`?" if near else "name a claim of this file"
        yield Fault((*loc, "claim"), UNKNOWN_NAME, f"no claim is called `{claim}`", cure)
