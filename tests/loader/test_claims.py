"""Claim files: what is read, and what is said about mistakes."""

import inspect
from pathlib import Path

import pytest

from factcheck.loader.claims import claims_from_bytes, claims_from_text, load_claims
from factcheck.source import Place, Text

from .shown import read, shown, underlined


def test_a_claim_file() -> None:
    """
    format: 1
    article: {title: Dojo, language: zh, date: 2024-08-04}
    use: [core, compute]
    given:
      target: 100 EFLOP/s
      cost: unknown
      ratio: {is: 2.20, note: as printed}
    claims:
    - id: d1-for-100-ef
      quote: 超过27.6万个D1
      says: target / D1.peak > 27.6万 D1
    - {id: largest, quote: 世界最大, exempt: a superlative, shows: D1.peak}
    """
    file, problems = read(inspect.getdoc(test_a_claim_file) or "")
    assert not problems
    assert file is not None
    assert file.article.date == Text("2024-08-04", Place("a.yaml", 2, 44))
    assert [pack.value for pack in file.use] == ["core", "compute"]
    assert [(name.name, name.value and name.value.value) for name in file.given] == [
        ("target", "100 EFLOP/s"),
        ("cost", None),
        ("ratio", "2.20"),
    ]
    first, second = file.claims
    assert first.says == Text("target / D1.peak > 27.6万 D1", Place("a.yaml", 11, 9))
    assert second.exempt
    assert second.shows


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("id: a, says: x, quotes: y", "a.yaml:1:27 FC106 unknown key `quotes`; did you mean `quote`?"),
        ("di: a, says: x", "a.yaml:1:11 FC106 unknown key `di`; did you mean `id`?"),
        ("id: 甲, says: x", "a.yaml:1:15 FC107 `甲` is not a name"),
        ("says: x", "a.yaml:1:10 FC107 entry 1 of `claims` has no `id`"),
        ("id: a, says: [x]", "a.yaml:1:24 FC107 `says` is a list, not a text"),
        ("id: , says: x", "a.yaml:1:11 FC107 `id` has no value"),
        ("id: a", "a.yaml:1:10 FC113 claim `a` has neither `says` nor `exempt`"),
        ("id: a, says: x, exempt: y", "a.yaml:1:10 FC113 claim `a` has both `says` and `exempt`"),
        ("id: a, says: x, shows: y", "a.yaml:1:10 FC113 claim `a` has `shows` without `exempt`"),
        ("id: a, says: x, expect: fails", "a.yaml:1:35 FC115 `expect` cannot be `fails`; did you mean `fail`?"),
        ("id: a, says: x, says: y", "a.yaml:1:27 FC108 key `says` stands twice"),
        ("id: a, says: !!int 5", "a.yaml:1:30 FC116 tag `!!int` is not allowed"),
        ("id: a, quote: 中文字, quotes: y, says: x", "a.yaml:1:30 FC106 unknown key `quotes`; did you mean `quote`?"),
        ("id: a, says: x, given: {my-x: 3}", "a.yaml:1:35 FC107 `my-x` is not a name"),
        ("id: a, says: x, given: {y: [[3]]}", "a.yaml:1:38 FC107 `given.y` is a list, not a text"),
        (f"id: a, says: {'x' * 2001}", "a.yaml:1:24 FC111 `says` has 2,001 characters, more than 2,000"),
        (f"id: a, says: x, quote: {'x' * 1001}", "a.yaml:1:34 FC111 `quote` has 1,001 characters, more than 1,000"),
    ],
)
def test_a_faulty_claim_is_left_out_and_the_others_load(written: str, said: str) -> None:
    file, problems = read(f"claims: [{{{written}}},\n {{id: other, says: 1 = 1}}]")
    assert problems == [said]
    assert file is not None
    assert [claim.id for claim in file.claims] == ["other"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello", "a.yaml:1:1 FC107 the file is a text, not a mapping"),
        ("- a\n- b", "a.yaml:1:1 FC107 the file is a list, not a mapping"),
        ("claims:", "a.yaml:1:1 FC107 `claims` has no value"),
        ("claims: hi", "a.yaml:1:9 FC107 `claims` is a text, not a list"),
        ("claim: []", "a.yaml:1:1 FC106 unknown key `claim`; did you mean `claims`?"),
        ("format: 2\nfoo: 1", "a.yaml:1:9 FC110 format `2` is not known"),
        ("format: 1", "a.yaml:1:1 FC107 the file has no `claims`"),
        ("use: {a: b}\nclaims: []", "a.yaml:1:6 FC107 entry 1 of `use` is a mapping, not a text"),
    ],
)
def test_a_faulty_head_leaves_no_file(text: str, said: str) -> None:
    file, problems = read(text)
    assert (file, problems) == (None, [said])


def test_two_claims_with_one_id() -> None:
    file, diagnostics = claims_from_text("claims:\n- {id: a, says: x}\n- {id: a, says: y}\n", "a.yaml")
    assert shown(diagnostics) == ["a.yaml:3:8 FC109 two claims have the id `a`"]
    assert diagnostics[0].notes == ("first at a.yaml:2:3",)
    assert file is not None
    assert [claim.says and claim.says.value for claim in file.claims] == ["x"]


def test_a_faulty_premise_has_no_value() -> None:
    file, problems = read("given: {x: [[1]], y: 2}\nclaims: []")
    assert problems == ["a.yaml:1:12 FC107 `x` is a list, not a text"]
    assert file is not None
    assert [(name.name, name.value is None) for name in file.given] == [("x", True), ("y", False)]


def test_a_diagnostic_underlines_its_word_even_in_a_long_line() -> None:
    _, (found,) = claims_from_text(f"claims: [{{id: a, note: {'中' * 5000}, says: x, quotes: y}}]", "a.yaml")
    assert underlined(found) == "quotes"
    assert len(found.excerpt) <= 160


def test_a_text_over_several_lines_starts_at_its_first_character() -> None:
    file, _ = read("claims:\n- id: a\n  says: >\n    1 =\n    1\n")
    assert file is not None
    assert file.claims[0].says == Text("1 = 1", Place("a.yaml", 4, 5), verbatim=False)


def test_ten_thousand_mistakes_are_a_hundred_diagnostics() -> None:
    _, problems = read("\n".join(f"k{number}: 1" for number in range(10_000)))
    assert len(problems) == 101
    assert problems[-1].endswith("further faults in this file are not shown")


def test_too_many_claims() -> None:
    text = "claims:\n" + "".join(f"- {{id: a{number}, says: x}}\n" for number in range(10_001))
    assert read(text) == (None, ["a.yaml:2:1 FC111 `claims` has 10,001 entries, more than 10,000"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"claims:\n- id: \xff", "a.yaml:2:7 FC104 not UTF-8: byte 0xff at offset 14"),
        ("claims: 中".encode()[:-1], "a.yaml:1:9 FC104 not UTF-8: byte 0xe4 at offset 8"),
        ("claims: []".encode("utf-16"), "a.yaml:1:1 FC104 not UTF-8: byte 0xff at offset 0"),
    ],
)
def test_bytes_that_are_not_utf_8(data: bytes, said: str) -> None:
    file, diagnostics = claims_from_bytes(data, "a.yaml")
    assert (file, shown(diagnostics)) == (None, [said])


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with (tmp_path / "large.yaml").open("wb") as sparse:
        sparse.truncate(50_000_000)
    names = ("absent.yaml", "folder", "large.yaml", "zero\0byte")
    said = [shown(load_claims(tmp_path / name, tmp_path)[1]) for name in names]
    assert said == [
        ["absent.yaml FC101 no such file or folder: `absent.yaml`"],
        ["folder FC102 cannot read `folder`: it is a folder"],
        ["large.yaml FC111 file too large: more than 4 MB"],
        ["zero\0byte FC101 no such file or folder: `zero\0byte`"],
    ]


def test_a_device_is_no_file() -> None:
    assert shown(load_claims(Path("/dev/zero"), Path("/work"))[1]) == [
        "/dev/zero FC102 cannot read `/dev/zero`: it is not a regular file"
    ]
