"""What pydantic found, in the words of the files: one fault for each cause."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from factcheck.loader.tree import Loc, Mapping, Node, Scalar, Sequence, step
from factcheck.loader.validate import Fault, follow
from factcheck.suggest import nearest

_KINDS = {"string_type": "a text", "dict_type": "a mapping", "model_type": "a mapping", "list_type": "a list"}
_EXAMPLES = {"a mapping": "`key: value` lines below it", "a list": "lines that start with `- ` below it"}
_NAMES = {
    r"^[A-Za-z0-9][A-Za-z0-9_-]*$": "letters (a to z), digits, `_` and `-`",
    r"^[^\W\d]\w*$": "letters, digits and `_`, not starting with a digit",
    r"^\w[\w-]*$": "letters, digits, `_` and `-`",
}


@dataclass(frozen=True, slots=True)
class _Error:
    """One error of pydantic with the node it is about."""

    loc: Loc
    node: Node
    on_key: bool
    root: Node
    shape: type[BaseModel]
    kind: str
    message: str
    context: dict[str, Any]

    @property
    def written(self) -> str:
        """The text that is wrong, short enough for a headline."""
        text = self.loc[-1] if self.on_key else self.node.text if isinstance(self.node, Scalar) else ""
        return _short(str(text))


def faults_of(errors: list[Any], root: Node, shape: type[BaseModel]) -> Iterator[Fault]:
    """Return one fault for each error, without those that another error explains."""
    found = [_error(error, root, shape) for error in errors]
    misspelt = {loc for error in found for loc in _meant(error)}
    for error in found:
        if error.kind != "missing" or error.loc not in misspelt:
            yield _FAULTS.get(error.kind, _wrong_kind)(error)


def _error(error: Any, root: Node, shape: type[BaseModel]) -> _Error:
    loc: Loc = error["loc"]
    on_key = bool(loc) and loc[-1] == "[key]"
    loc = loc[:-1] if on_key else loc
    if error["type"] not in ("missing", "extra_forbidden"):
        loc = _existing(root, loc)
    node, _ = follow(root, loc)
    return _Error(loc, node, on_key, root, shape, error["type"], error["msg"], error.get("ctx", {}))


def _existing(root: Node, loc: Loc) -> Loc:
    """Cut off the steps that only the short form of a value lacks (``target: 3`` for ``target: {is: 3}``)."""
    node = root
    for depth, name in enumerate(loc):
        below = step(node, name)
        if below is None:
            return loc[:depth]
        node = below
    return loc


def _meant(error: _Error) -> Iterator[Loc]:
    """Give the key that a misspelt one stands for, so that it is not called missing as well."""
    if error.kind == "extra_forbidden":
        name = nearest(str(error.loc[-1]), _keys(_shape_at(error.shape, error.loc[:-1])))
        if name:
            yield (*error.loc[:-1], name)


def _unknown_key(error: _Error) -> Fault:
    return _unknown(error.loc, _keys(_shape_at(error.shape, error.loc[:-1])))


def _unknown(loc: Loc, keys: list[str]) -> Fault:
    near = nearest(str(loc[-1]), keys)
    message = f"unknown key `{_short(str(loc[-1]))}`" + (f"; did you mean `{near}`?" if near else "")
    return Fault(loc, "FC106", message, "the keys here are " + _list(keys) if keys else None, on_key=True)


def _missing(error: _Error) -> Fault:
    loc, key, owner = error.loc, error.loc[-1], _name(error.loc[:-1], error.root)
    if key == "format":
        return Fault(loc, "FC110", "`format` is missing", "start the file with `format: 1`")
    if key == "source":
        return Fault(loc, "FC501", f"a fact needs a source: {owner} has none", "add `source:` with a key of `sources`")
    return Fault(loc, "FC107", f"{owner} has no `{key}`", f"add `{key}: …`")


def _not_allowed(error: _Error) -> Fault:
    allowed = [word.strip("' ") for word in error.context["expected"].replace(" or ", ", ").split(", ")]
    if not isinstance(error.node, Scalar) or not error.node.text:
        return _wrong_kind(error)
    near = nearest(error.node.text, allowed)
    message = f"`{error.loc[-1]}` cannot be `{error.written}`" + (f"; did you mean `{near}`?" if near else "")
    return Fault(error.loc, "FC115", message, "write " + _list(allowed, "or"))


def _bad_name(error: _Error) -> Fault:
    cure = f"use {_NAMES[error.context['pattern']]}"
    return Fault(error.loc, "FC107", f"`{error.written}` is not a name", cure, on_key=error.on_key)


def _too_long(error: _Error) -> Fault:
    most, name = error.context["max_length"], _short(str(error.loc[-1]))
    if isinstance(error.node, Scalar) or error.on_key:
        size = len(str(error.loc[-1]) if error.on_key or not isinstance(error.node, Scalar) else error.node.text)
        message = f"`{name}` has {size:,} characters, more than {most:,}"
        return Fault(error.loc, "FC111", message, "shorten it", on_key=error.on_key)
    size = len(error.node.items) if isinstance(error.node, Sequence) else 0
    return Fault(error.loc, "FC111", f"`{name}` has {size:,} entries, more than {most:,}", "split the file")


def _kind_of_claim(error: _Error) -> Fault:
    name = error.node.word("id") if isinstance(error.node, Mapping) else ""
    cure = "write `says` for a statement that is derived, `exempt` with a reason for one that cannot be"
    return Fault(error.loc, "FC113", f"claim `{name}` has {error.message}", cure)


def _bare_fact(error: _Error) -> Fault:
    """Return the fault of ``area: 645 mm^2``: a fact without a source, or a reserved key that is misspelt."""
    *above, key = [name for name in error.loc if not isinstance(name, int)]
    keys = _keys(_shape_at(error.shape, above))
    if nearest(str(key), keys):
        return _unknown((*above, key), keys)
    cure = f"write `{key}: {{is: {error.written}, source: …}}`"
    return Fault(error.loc, "FC501", f"a fact needs a source: `{key}: {error.written}` has none", cure)


def _wrong_kind(error: _Error) -> Fault:
    wanted = _KINDS.get(error.kind, "a text")
    name = _name(error.loc, None)
    if isinstance(error.node, Scalar) and not error.node.text:
        return Fault(error.loc, "FC107", f"{name} has no value", "write it after the colon", on_key=True)
    found = {Scalar: "a text", Sequence: "a list", Mapping: "a mapping"}[type(error.node)]
    cure = "put quotes around the value" if wanted == "a text" else f"write {_EXAMPLES[wanted]}"
    return Fault(error.loc, "FC107", f"{name} is {found}, not {wanted}", cure)


def _value_of_premise(error: _Error) -> Fault:
    name = _short(str(error.loc[-1]))
    if error.message == "no value":
        message = f"the premise `{name}` has neither `is` nor `from`"
        return Fault(error.loc, "FC107", message, "add `is: …` or `from: …`", on_key=True)
    cure = "keep `is:`, or `from:` with what is read there"
    return Fault(error.loc, "FC107", f"the premise `{name}` has a value, and one from a data file", cure, on_key=True)


_FAULTS: dict[str, Callable[[_Error], Fault]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _not_allowed,
    "string_pattern_mismatch": _bad_name,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "FC113": _kind_of_claim,
    "FC501": _bare_fact,
    "FC107": _value_of_premise,
}


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
    """Return a kind without what is noted at it, and without that it may be left out."""
    if hasattr(kind, "__metadata__"):
        return _bare(get_args(kind)[0])
    given = [part for part in get_args(kind) if part is not NoneType] if isinstance(kind, UnionType) else []
    return _bare(given[0]) if len(given) == 1 else kind


def _keys(shape: type[BaseModel] | None) -> list[str]:
    fields: dict[str, FieldInfo] = shape.model_fields if shape else {}
    return sorted(field.alias or name for name, field in fields.items())


def _list(words: Iterable[str], last: str = "and") -> str:
    *most, end = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {last} {end}" if most else end


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - what fits a headline
