"""Rules with their tests, from the validated trees of a pack."""

from collections.abc import Iterable, Iterator

from factcheck.loader.tree import Loc, Mapping, Scalar, expression
from factcheck.loader.validate import Checked, Fault
from factcheck.model.pack import Rule, RuleTest, Wording
from factcheck.source import Text

_RULE_KEYS = ("id", "title", "equation", "symbols", "cite", "readings", "reads", "wordings")
_CASES = ("right", "wrong", "silent")
_TEST_KEYS = frozenset({"given", "expect", "note"})

Texts = tuple[tuple[str, Text], ...]


def read_rules(files: Iterable[Checked]) -> tuple[Rule, ...]:
    """Return the rules of a pack, without those that are faulty."""
    found: dict[str, Rule] = {}
    for checked in files:
        for rule, loc in _rules(checked):
            if rule.id in found:
                notes = (f"first at {found[rule.id].place}",)
                message = f"two rules have the id `{rule.id}`"
                checked.report(Fault((*loc, "id"), "FC109", message, "rename one", notes=notes))
            else:
                found[rule.id] = rule
    return tuple(found.values())


def broken_rules(files: Iterable[Checked], rules: Iterable[Rule]) -> tuple[str, ...]:
    """Return the ids of rules that were left out."""
    good = {rule.id for rule in rules}
    nodes = (node for c in files if isinstance(c.root, Mapping) for node in c.root.items("rules"))
    ids = (node.word("id") for node in nodes if isinstance(node, Mapping))
    return tuple(dict.fromkeys(name for name in ids if name and name not in good))


def _rules(checked: Checked) -> Iterator[tuple[Rule, Loc]]:
    nodes = checked.root.items("rules") if isinstance(checked.root, Mapping) else ()
    for index, node in enumerate(nodes):
        loc: Loc = ("rules", index)
        equation = node.line("equation") if isinstance(node, Mapping) else None
        if not isinstance(node, Mapping) or equation is None or _unsound(checked, node, loc):
            continue
        symbols = _texts(node.mapping("symbols"))
        rule = Rule(
            id=node.word("id"),
            place=node.place,
            title=node.word("title"),
            equation=equation,
            symbols=symbols,
            cite=node.word("cite"),
            readings=_texts(node.mapping("readings")),
            tests=tuple(_tests(node, loc, [name for name, _ in symbols], checked)),
            reads=tuple((key, text.value) for key, text in _texts(node.mapping("reads"))),
            wordings=tuple(_wordings(node.mapping("wordings"))),
        )
        yield rule, loc


def _wordings(node: Mapping) -> Iterator[Wording]:
    for language, of in node.pairs:
        if isinstance(of, Mapping):
            cases = tuple((way, text) for way in _CASES for text in _lines(of, way))
            yield Wording(language.text, tuple(_lines(of, "forms")), of.word("sentence"), cases)


def _lines(node: Mapping, key: str) -> Iterator[str]:
    return (" ".join(item.text.split()) for item in node.items(key) if isinstance(item, Scalar))


def _unsound(checked: Checked, node: Mapping, loc: Loc) -> bool:
    """Return whether the rule itself is faulty; a faulty test spoils only itself."""
    keys = {*_RULE_KEYS, *(key.text for key, _ in node.pairs)} - {"tests"}
    return loc in checked.exact or not all(checked.sound(*loc, key) for key in keys)


def _tests(rule: Mapping, loc: Loc, symbols: list[str], checked: Checked) -> Iterator[RuleTest]:
    for index, node in enumerate(rule.items("tests")):
        where = (*loc, "tests", index)
        if not isinstance(node, Mapping) or not checked.sound(*where):
            continue
        fault = _misfit(node, where, symbols, checked)
        if fault:
            checked.report(fault)
        else:
            yield _test(node)


def _misfit(node: Mapping, loc: Loc, symbols: list[str], checked: Checked) -> Fault | None:
    stated = _stated(node)
    given = [((*loc, "given", key.text), key.text) for key, _ in node.mapping("given").pairs]
    for where, name in [*given, *(((*loc, name), name) for name in stated)]:
        if name not in symbols:
            near = checked.nearest(name, [*symbols, *_TEST_KEYS])
            message = f"the rule has no symbol `{name}`" + (f"; did you mean `{near}`?" if near else "")
            return Fault(where, "FC106", message, f"its symbols are `{'`, `'.join(symbols[:20])}`", on_key=True)
    if len(stated) != 1:
        message = f"a test states one symbol, this one states {len(stated)}"
        return Fault(loc, "FC107", message, "give all symbols but one in `given`, and state the one that is left")
    return None


def _stated(node: Mapping) -> list[str]:
    return [key.text for key, _ in node.pairs if key.text not in _TEST_KEYS]


def _test(node: Mapping) -> RuleTest:
    symbol = _stated(node)[0]
    stated = node.line(symbol) or Text("", node.place)
    return RuleTest(node.place, _texts(node.mapping("given")), symbol, stated, node.word("expect"), node.word("note"))


def _texts(node: Mapping) -> Texts:
    return tuple((key.text, expression(value)) for key, value in node.pairs)
