"""Claim files to the model."""

from dataclasses import replace
from pathlib import Path

from factcheck.diagnostics import Diagnostic
from factcheck.loader.claim_ignores import read_ignores
from factcheck.loader.data.premises import DataFiles
from factcheck.loader.files import TextFile, decode, read_bytes, shown_path
from factcheck.loader.tree import Loc, Mapping, Node, Scalar, Sequence, expression
from factcheck.loader.validate import Checked, Fault, check_shape
from factcheck.loader.yaml_tree import parse_yaml
from factcheck.model.claim import Article, Claim, ClaimFile, Premise
from factcheck.source import Text

Loaded = tuple[ClaimFile | None, tuple[Diagnostic, ...]]

_UNKNOWN = "unknown"


def load_claims(path: Path, root: Path) -> Loaded:
    """Read a claim file; paths in messages are relative to the root where the file lies inside it."""
    shown = shown_path(path, root)
    data = read_bytes(path, shown)
    return (None, (data,)) if isinstance(data, Diagnostic) else claims_from_bytes(data, shown, root)


def claims_from_bytes(data: bytes, path: str, root: Path | None = None) -> Loaded:
    """Read claims from the bytes of a file; data files lie below ``root``, and without one they are not read."""
    file = decode(data, path)
    return (None, (file,)) if isinstance(file, Diagnostic) else _from_file(file, root)


def claims_from_text(text: str, path: str, root: Path | None = None) -> Loaded:
    """Read claims from text that may not be saved yet."""
    return claims_from_bytes(text.encode("utf-8", "surrogatepass"), path, root)


def _from_file(file: TextFile, folder: Path | None) -> Loaded:
    root, problems = parse_yaml(file)
    if root is None:
        return None, problems
    from factcheck.loader.claim_shapes import ClaimsShape  # noqa: PLC0415 - brings pydantic, which is slow

    checked = check_shape(root, ClaimsShape, file)
    if not isinstance(root, Mapping) or not _head_is_sound(checked):
        return None, checked.finish()
    data = DataFiles(root, checked, folder)
    claims = _claims(root, checked, data)
    given = _premises(root, checked, data)
    broken, ignores = _broken(root, claims), read_ignores(root, checked)
    loaded = ClaimFile(file.path, _article(root, checked), _use(root), given, claims, broken, ignores, data.paths)
    return loaded, checked.finish()


def _head_is_sound(checked: Checked) -> bool:
    """Return whether every fault lies inside one claim, premise or the article, so that the rest can be judged."""
    return all(len(loc) > 1 and loc[0] in ("claims", "given", "article", "ignore", "data") for loc in checked.exact)


def _article(root: Mapping, checked: Checked) -> Article:
    node = root.mapping("article")
    known = {key: node.word(key) for key in ("title", "language", "url") if checked.sound("article", key)}
    date, file = (node.text(key) if checked.sound("article", key) else None for key in ("date", "file"))
    return Article(**known, date=date, file=file)


def _use(root: Mapping) -> tuple[Text, ...]:
    return tuple(Text(node.text, node.place) for node in root.items("use") if isinstance(node, Scalar))


def _premises(root: Mapping, checked: Checked, data: DataFiles) -> tuple[Premise, ...]:
    """Return the premises; a faulty one has no value, so that claims which need it stay unverified."""
    pairs = root.mapping("given").pairs
    kept = {key.text: (key, node) for key, node in reversed(pairs)}
    return tuple(_premise(*kept[name], ("given", name), checked, data) for name in reversed(kept))


def _premise(key: Scalar, node: Node, loc: Loc, checked: Checked, data: DataFiles) -> Premise:
    form = node if isinstance(node, Mapping) else Mapping(((Scalar("is", key.place), node),), node.place)
    note, quote, of, within = (form.word(name) for name in ("note", "quote", "of", "within"))
    given = Premise(key.text, None, key.place, note, quote, of, within)
    if not checked.sound(*loc):
        return given
    if form.get("from") is not None:
        found = data.value(key, form, loc)
        return replace(given, value=found.text, data=found.place, exact=found.exact, items=found.items)
    value = _value(form)
    known = value is not None and value.value != _UNKNOWN
    return replace(given, value=value if known else None, exact=form.word("exact") == "true")


def _value(form: Mapping) -> Text | None:
    node = form.get("is")
    if not isinstance(node, Sequence):
        return form.line("is")
    return replace(expression(node), verbatim=False)


def _claims(root: Mapping, checked: Checked, data: DataFiles) -> tuple[Claim, ...]:
    claims: dict[str, Claim] = {}
    for index, node in enumerate(root.items("claims")):
        if not isinstance(node, Mapping) or not checked.sound("claims", index):
            continue
        claim = _claim(node, ("claims", index), checked, data)
        if claim.id in claims:
            checked.report(_duplicate(claim, claims[claim.id], index))
        else:
            claims[claim.id] = claim
    return tuple(claims.values())


def _broken(root: Mapping, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """Return the ids of claims that were left out, so that claims which use them can stay silent."""
    kept = {claim.id for claim in claims}
    ids = (node.word("id") for node in root.items("claims") if isinstance(node, Mapping))
    return tuple(dict.fromkeys(name for name in ids if name and name not in kept))


def _duplicate(claim: Claim, first: Claim, index: int) -> Fault:
    notes = (f"first at {first.place}",)
    return Fault(("claims", index, "id"), "FC109", f"two claims have the id `{claim.id}`", "rename one", notes=notes)


def _claim(node: Mapping, loc: Loc, checked: Checked, data: DataFiles) -> Claim:
    own = node.mapping("given").pairs
    return Claim(
        id=node.word("id"),
        place=node.place,
        quote=node.word("quote"),
        says=node.line("says"),
        exempt=node.text("exempt"),
        shows=node.line("shows"),
        expect=node.word("expect") or None,
        note=node.word("note"),
        given=tuple(_premise(key, value, (*loc, "given", key.text), checked, data) for key, value in own),
    )
