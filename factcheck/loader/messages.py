"""What pydantic found, in the words of the files: one fault for each cause."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from factcheck.loader.tree import Loc, Mapping, Node, Scalar, Sequence
from factcheck.loader.validate import Fault, follow
from factcheck.suggest import nearest

_KINDS = {"string_type": "a text", "dict_type": "a mapping", "model_type": "a mapping", "list_type": "a list"}
_NAMES = {
    r"^[A-Za-z0-9][A-Za-z0-9_-]*$": "letters (a to z), digits, `_` and `-`",
    r"^[^\W\d]\w*$": "letters, digits and `_`, not starting with a digit",
    r"^\w[\w-]*$": "letters, digits, `_` and `-`",
}


def faults_of(errors: list[Any], root: Node, shape: type[BaseModel]) -> Iterator[Fault]:
    """Return one fault for each error, without those that another error explains."""
    misspelt = {loc for error in errors for loc in _meant(error, shape)}
    for error in errors:
        if error["type"] != "missing" or error["loc"] not in misspelt:
            yield _fault(error, root, shape)


def _meant(error: Any, shape: type[BaseModel]) -> Iterator[Loc]:
    if error["type"] == "extra_forbidden":
        *above, key = error["loc"]
        name = nearest(key, _keys(_shape_at(shape, above)))
        if name:
            yield (*above, name)


def _fault(error: Any, root: Node, shape: type[BaseModel]) -> Fault:
    loc, kind, context = error["loc"], error["type"], error.get("ctx", {})
    node, _ = follow(root, loc)
    if kind == "extra_forbidden":
        return _unknown_key(loc, _keys(_shape_at(shape, loc[:-1])))
    if kind == "missing":
        return _missing(loc, root)
    if kind == "literal_error":
        return _not_allowed(loc, node, context["expected"])
    if kind == "string_pattern_mismatch":
        return _bad_name(loc, node, context["pattern"])
    if kind in ("string_too_long", "too_long"):
        return _too_long(loc, node, context)
    if kind == "FC113":
        return _kind_of_claim(loc, node, error["msg"])
    if kind == "FC501":
        return _bare_fact(loc, node, shape)
    return _wrong_kind(loc, node, _KINDS.get(kind, "a value"))


def _unknown_key(loc: Loc, keys: Iterable[str]) -> Fault:
    near = nearest(str(loc[-1]), keys)
    message = f"unknown key `{loc[-1]}`" + (f"; did you mean `{near}`?" if near else "")
    return Fault(loc, "FC106", message, "the keys here are " + _list(keys), on_key=True)


def _missing(loc: Loc, root: Node) -> Fault:
    owner = _name(loc[:-1], root)
    if loc[-1] == "format":
        return Fault(loc, "FC110", "`format` is missing", "start the file with `format: 1`")
    if loc[-1] == "source":
        return Fault(loc, "FC501", f"a fact needs a source: {owner} has none", "add `source:` with a key of `sources`")
    return Fault(loc, "FC107", f"{owner} has no `{loc[-1]}`", f"add `{loc[-1]}: …`")


def _not_allowed(loc: Loc, node: Node, expected: str) -> Fault:
    allowed = [word.strip("' ") for word in expected.replace(" or ", ", ").split(", ")]
    written = node.text if isinstance(node, Scalar) else ""
    near = nearest(written, allowed)
    message = f"`{loc[-1]}` cannot be `{_short(written)}`" + (f"; did you mean `{near}`?" if near else "")
    return Fault(loc, "FC115", message, "write " + _list(allowed, "or"))


def _bad_name(loc: Loc, node: Node, pattern: str) -> Fault:
    on_key = loc[-1] == "[key]"
    loc = loc[:-1] if on_key else loc
    written = str(loc[-1]) if on_key or not isinstance(node, Scalar) else node.text
    return Fault(loc, "FC107", f"`{_short(written)}` is not a name", f"use {_NAMES[pattern]}", on_key=on_key)


def _too_long(loc: Loc, node: Node, context: Any) -> Fault:
    loc = loc[:-1] if loc[-1] == "[key]" else loc
    unit = "characters" if isinstance(node, Scalar) else "entries"
    size = len(node.text) if isinstance(node, Scalar) else len(node.items if isinstance(node, Sequence) else ())
    message = f"`{_short(str(loc[-1]))}` has {size:,} {unit}, more than {context['max_length']:,}"
    return Fault(loc, "FC111", message, "shorten it" if unit == "characters" else "split the file")


def _kind_of_claim(loc: Loc, node: Node, what: str) -> Fault:
    name = node.word("id") if isinstance(node, Mapping) else ""
    cure = "write `says` for a statement that is derived, `exempt` with a reason for one that cannot be"
    return Fault(loc, "FC113", f"claim `{name}` has {what}", cure)


def _bare_fact(loc: Loc, node: Node, shape: type[BaseModel]) -> Fault:
    *above, key = [name for name in loc if not isinstance(name, int)]
    keys = [name for name in _keys(_shape_at(shape, above)) if nearest(str(key), [name])]
    if keys:
        return _unknown_key((*above, key), keys)
    value = node.text if isinstance(node, Scalar) else ""
    cure = f"write `{key}: {{is: {_short(value)}, source: …}}`"
    return Fault(loc, "FC501", f"a fact needs a source: `{key}: {_short(value)}` has none", cure)


def _wrong_kind(loc: Loc, node: Node, wanted: str) -> Fault:
    on_key = loc[-1] == "[key]" if loc else False
    loc = loc[:-1] if on_key else loc
    name = _name(loc, None)
    if isinstance(node, Scalar) and not node.text:
        return Fault(loc, "FC107", f"{name} has no value", f"give it {wanted}", on_key=True)
    found = {Scalar: "a text", Sequence: "a list", Mapping: "a mapping"}[type(node)]
    cure = "put quotes around the value" if wanted == "a text" else f"write {wanted}"
    return Fault(loc, "FC107", f"{name} is {found}, not {wanted}", cure)


def _name(loc: Loc, root: Node | None) -> str:
    """Name a node as a reader would: its claim's or rule's id, else the last keys on the way to it."""
    node = follow(root, loc)[0] if root is not None else None
    if isinstance(node, Mapping) and node.word("id"):
        return f"`{node.word('id')}`"
    if not loc:
        return "the file"
    keys = [str(key) for key in loc if not isinstance(key, int)]
    if isinstance(loc[-1], int) and len(keys) == 1:
        return f"entry {loc[-1] + 1} of `{keys[0]}`"
    return f"`{'.'.join(keys[1:][-2:] or keys)}`"


def _shape_at(shape: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel] | None:
    """Follow a way through the annotations of the shapes."""
    found: Any = shape
    for name in loc:
        found = _below(_bare(found), name)
    found = _bare(found)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _below(kind: Any, name: str | int) -> Any:
    if get_origin(kind) in (list, dict):
        return get_args(kind)[-1] if get_origin(kind) is dict or isinstance(name, int) else None
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        hints = get_type_hints(kind, include_extras=True)
        fields = {field.alias or key: hints[key] for key, field in kind.model_fields.items()}
        return fields[name] if name in fields else get_args(hints["__pydantic_extra__"])[-1]
    return None


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if hasattr(kind, "__metadata__") else kind


def _keys(shape: type[BaseModel] | None) -> list[str]:
    fields: dict[str, FieldInfo] = shape.model_fields if shape else {}
    return sorted(field.alias or name for name, field in fields.items())


def _list(words: Iterable[str], last: str = "and") -> str:
    *most, end = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {last} {end}" if most else end


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - what fits a headline
