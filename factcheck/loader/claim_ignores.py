"""The ignores of a claim file: those of the file, and those of its claims."""

from collections.abc import Collection, Iterator

from factcheck.loader.ignoring import Wrong, wrongs
from factcheck.loader.tree import Loc, Mapping, Node, Scalar
from factcheck.loader.validate import Checked, Fault
from factcheck.model.report import Ignore

UNKNOWN_NAME = "FC301"


def read_ignores(root: Mapping, checked: Checked) -> tuple[Ignore, ...]:
    """Return the ignores that are valid; the others are reported and hide nothing."""
    ids = {node.word("id"): None for node in root.items("claims") if isinstance(node, Mapping)}
    return tuple(ignore for node, loc, claim in _nodes(root) for ignore in _read(node, loc, claim, ids, checked))


def _nodes(root: Mapping) -> Iterator[tuple[Node, Loc, str]]:
    """Yield each ignore with its way from the root, and the claim that it stands at."""
    for index, node in enumerate(root.items("ignore")):
        claim = node.word("claim") if isinstance(node, Mapping) else ""
        yield node, ("ignore", index), claim
    for number, claim_node in enumerate(root.items("claims")):
        if isinstance(claim_node, Mapping):
            for index, node in enumerate(claim_node.items("ignore")):
                yield node, ("claims", number, "ignore", index), claim_node.word("id")


def _read(node: Node, loc: Loc, claim: str, ids: Collection[str], checked: Checked) -> Iterator[Ignore]:
    if not isinstance(node, Mapping) or not checked.sound(*loc):
        return
    codes = tuple(item.text for item in node.items("code") if isinstance(item, Scalar))
    reason, until = " ".join(node.word("reason").split()), node.word("until")
    faults = [_fault(wrong, loc) for wrong in wrongs(codes, reason, until, checked.nearest)]
    if claim and claim not in ids:
        faults.append(_unknown_claim(claim, loc, checked.nearest(claim, ids)))
    for fault in faults:
        checked.report(fault)
    if not faults:
        yield Ignore(node.place, reason, codes, claim, until)


def _fault(wrong: Wrong, loc: Loc) -> Fault:
    return Fault((*loc, wrong.key) if wrong.key else loc, wrong.code, wrong.message, wrong.help)


def _unknown_claim(claim: str, loc: Loc, near: str | None) -> Fault:
    cure = f"did you mean `{near}`?" if near else "name a claim of this file"
    return Fault((*loc, "claim"), UNKNOWN_NAME, f"no claim is called `{claim}`", cure)
