"""YAML to a tree: everything is text, everything has a place, everything is bounded."""

import pytest
import yaml

from factcheck.loader import yaml_tree
from factcheck.loader.files import TextFile
from factcheck.loader.tree import Mapping, Scalar
from factcheck.loader.yaml_tree import parse_yaml

from .shown import shown

_NINE = ",".join(["*{}"] * 9)
_BOMB = "a: &a [x]\n" + "".join(
    f"{b}: &{b} [{_NINE.replace('{}', a)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def _root(text: str) -> Mapping:
    root, problems = parse_yaml(TextFile("a.yaml", text))
    assert not problems
    assert isinstance(root, Mapping)
    return root


@pytest.mark.parametrize("written", ["2.20", "12:30", "yes", "null", "0x10", "1_000", "2024-08-04", "~", "1e3"])
def test_every_scalar_is_text(written: str) -> None:
    assert _root(f"key: {written}").word("key") == written


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("key: value", 1, 6),
        ("key: 'value'", 1, 7),
        ('{键名: a, key: "value"}', 1, 15),
        ("\ufeffkey: value", 1, 6),
        ("a: b\r\nkey: value\r\n", 2, 6),
        ("a: 'b\u2028c'\nkey: value", 2, 6),
        ("key: &anchor value", 1, 14),
        ("key: !!str 'value'", 1, 13),
        ("key: |\n  value\n", 2, 3),
    ],
)
def test_places_are_those_of_an_editor(text: str, line: int, column: int) -> None:
    found = _root(text).text("key")
    assert found is not None
    assert (found.value, found.place.line, found.place.column) == ("value", line, column)


def test_an_alias_stands_for_its_value() -> None:
    assert _root("a: &x {b: c}\nd: *x").mapping("d").word("b") == "c"


def test_an_empty_value_is_absent_and_a_quoted_one_is_not() -> None:
    root = _root("a:\nb: ''")
    assert root.get("a") is None
    assert isinstance(root.get("b"), Scalar)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.yaml FC103 nothing to check: the file is empty"),
        ("# a remark\n", "a.yaml FC103 nothing to check: the file is empty"),
        ("---\n", "a.yaml FC103 nothing to check: the file is empty"),
        ("a: b\n---\nc: d", "a.yaml:2:1 FC105 a second document starts here"),
        ("a: b : c", "a.yaml:1:6 FC105 not YAML: a second `: ` in one line"),
        ("a: b\n c: d", "a.yaml:2:3 FC105 not YAML: a key where none can stand"),
        ("a: %5", "a.yaml:1:4 FC105 not YAML: a value cannot start with `%`"),
        ("a:\n\t- b", "a.yaml:2:1 FC105 not YAML: a tab where spaces belong"),
        ('a: "b', "a.yaml:1:4 FC105 not YAML: a quote that is never closed"),
        ("a: \x07", "a.yaml:1:4 FC105 not YAML: control character U+0007"),
        ("a: *b", "a.yaml:1:4 FC105 alias `*b` has no anchor"),
        ("a: &b [*b]", "a.yaml:1:8 FC105 alias `*b` stands inside its own value"),
        ("[a]: b", "a.yaml:1:1 FC105 a key must be a word"),
        ("[" * 100_000, "a.yaml:1:33 FC111 nested deeper than 32 levels"),
        ("{" * 100_000, "a.yaml:1:33 FC111 nested deeper than 32 levels"),
        ("- " * 100_000, "a.yaml:1:65 FC111 nested deeper than 32 levels"),
        ("[" + "1," * 200_100, "a.yaml:1:400002 FC111 more than 200,000 values"),
        (_BOMB, "a.yaml:7:8 FC111 more than 200,000 values"),
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_tree_gives_one_diagnostic(text: str, said: str) -> None:
    root, problems = parse_yaml(TextFile("a.yaml", text))
    assert root is None
    assert shown(problems) == [said]


def test_without_libyaml_the_limits_hold_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
    _, problems = parse_yaml(TextFile("a.yaml", "[" * 100_000))
    assert shown(problems) == ["a.yaml:1:33 FC111 nested deeper than 32 levels"]


@pytest.mark.parametrize(
    ("line", "message", "cure"),
    [
        ("- says: gpus : ai4 ~ 1:2", "a second `: ` in one line", "the value: `- says: 'gpus : ai4 ~ 1:2'`"),
        ("- {id: r, says: gpus : ai4 ~ 1:2}", "a second `: ` in one value", "the value: `says: 'gpus : ai4 ~ 1:2'`"),
        ("- says: '1:2' : 2", "a second `: ` in one line", "the value: `key: 'value'`"),
        ("- quote: %5 of it", "a value cannot start with `%`", "the value: `- quote: '%5 of it'`"),
        (
            '- quote: "5" more\n  says: 1 = 1',
            'a text goes on behind the closing `"`',
            "all of it: `- quote: '\"5\" more'`",
        ),
        (
            "- quote: [5] more\n  says: 1 = 1",
            "a text goes on behind the closing `]`",
            "all of it: `- quote: '[5] more'`",
        ),
    ],
)
def test_the_cure_shows_the_quotes(line: str, message: str, cure: str) -> None:
    _, (problem,) = parse_yaml(TextFile("a.yaml", f"claims:\n{line}\n"))
    assert (problem.message, problem.help) == (f"not YAML: {message}", f"put quotes around {cure}")
