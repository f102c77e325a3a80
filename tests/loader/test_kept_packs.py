"""Packs that are kept: the same as from their files, and read anew as soon as a byte differs."""

import json
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import prepared
from factcheck.cache import Cache
from factcheck.diagnostics import Diagnostic
from factcheck.loader import kept_packs, packs
from factcheck.loader.discovery import builtin_packs
from factcheck.model import pack_codec
from factcheck.model.pack import Pack
from factcheck.source import Place
from tests.projects import ROOT, write

Loaded = tuple[Pack | None, tuple[Diagnostic, ...]]

BREAD = """\
format: 1
sources:
  menu: {title: The menu, url: "https://bakery.example/menu", date: 2024-05-01, tier: primary}
things:
  loaf:
    names: {en: [loaf, loaves], zh: [面包]}
    units: {loaf_mass: mass}
    note: as sold
    mass: {is: 500 g, exact: true, source: menu, quote: "500 g a loaf", when: {kind: rye}}
    length:
      is: >-
        30
        cm
      error: 1 cm
      source: menu
      note: about this long
  basket:
    parts: {loaf: {is: 12, source: menu, status: unconfirmed}}
"""
RULES = """\
format: 1
rules:
- id: takings
  title: Takings
  equation: total = price * count
  symbols: {total: any, price: any, count: count}
  readings: {tipped: "total = price * (count + 1)"}
  cite: the bakery
  tests:
  - {given: {price: 2 USD, count: 3}, total: 6 USD, expect: pass, note: three loaves}
"""
HEADER = "format: 1\ntitle: Bread\ndefaults: {kind: rye}\nattributes: {mass: {additive: true, names: {en: [weight]}}}\n"
SOUND: dict[str, str | bytes] = {
    "pack.yaml": HEADER,
    "units.txt": "# prefixable: large\nbun = 100 * gram = bun = buns\n",
    "takings.yaml": RULES,
    "things/bread.yaml": BREAD,
}
FAULTY: dict[str, str | bytes] = {
    **SOUND,
    "takings.yaml": RULES.replace("expect: pass", "expect: good") + "- {id: half}\n",
    "things/bread.yaml": BREAD.replace("source: menu, quote", "source: manu, quote"),
    "things/torn.yaml": "things: {",
    "latin.yaml": b"\xff\xfe",
}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reading a pack's files fail."""

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(packs, "parse_pack", refuse)


def kept(folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> Loaded:
    """Load a pack, then again where its files cannot be read any more."""
    kept_packs.load_pack(folder, folder.parent, cache)
    with monkeypatch.context() as patch:
        patch.delattr(packs, "parse_pack")
        return kept_packs.load_pack(folder, folder.parent, cache)


@pytest.mark.parametrize("files", [SOUND, FAULTY], ids=["sound", "faulty"])
def test_a_kept_pack_is_the_one_that_was_read(
    files: dict[str, str | bytes], tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "bread", files)
    pack, problems = packs.load_pack(folder, tmp_path)
    assert pack is not None
    assert (len(problems), len(pack.gaps)) == ((0, 0) if files is SOUND else (8, 2))
    assert kept(folder, cache, monkeypatch) == (pack, problems)


def test_problems_with_reading_are_found_each_time(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "bread", SOUND)
    (folder / "link.yaml").symlink_to(write(tmp_path, {"secret.yaml": RULES}) / "secret.yaml")
    (tmp_path / "empty").mkdir()
    for place in (folder, tmp_path / "empty", tmp_path / "absent"):
        expected = packs.load_pack(place, tmp_path)
        assert len(expected[1]) == 1
        assert kept(place, cache, monkeypatch) == expected


@pytest.mark.parametrize("name", SOUND)
def test_a_changed_byte_is_noticed(name: str, tmp_path: Path, cache: Cache) -> None:
    folder = write(tmp_path / "bread", SOUND)
    before, _ = kept_packs.load_pack(folder, tmp_path, cache)
    path = folder / name
    path.write_bytes(path.read_bytes().replace(b"bun", b"bin").replace(b"rye", b"oat").replace(b"loaves", b"loafs"))
    path.write_bytes(path.read_bytes() + b"\n")
    after = kept_packs.load_pack(folder, tmp_path, cache)
    assert after == packs.load_pack(folder, tmp_path)
    assert after[0] != before


def test_a_pack_that_moved_shows_its_new_paths(tmp_path: Path, cache: Cache) -> None:
    folder = write(tmp_path / "a/bread", FAULTY)
    kept_packs.load_pack(folder, tmp_path, cache)
    moved = shutil.move(folder, tmp_path / "bread")
    assert kept_packs.load_pack(Path(moved), tmp_path, cache) == packs.load_pack(Path(moved), tmp_path)


@pytest.mark.parametrize("harm", [b"", b"{", b"[1]", b'{"things": 5}'])
def test_a_file_that_is_torn_or_foreign_is_ignored(harm: bytes, tmp_path: Path, cache: Cache) -> None:
    folder = write(tmp_path / "bread", SOUND)
    expected = kept_packs.load_pack(folder, tmp_path, cache)
    (path,) = (tmp_path / "cache").glob("pack-*.json")
    path.write_bytes(harm)
    assert kept_packs.load_pack(folder, tmp_path, cache) == expected


def test_data_of_another_shape_count_as_absent(tmp_path: Path, cache: Cache) -> None:
    folder = write(tmp_path / "bread", SOUND)
    expected = kept_packs.load_pack(folder, tmp_path, cache)
    (path,) = (tmp_path / "cache").glob("pack-*.json")
    whole = cache.read_any(path.stem)
    assert whole is not None
    for name in ("defaults", "attributes", "sources", "things", "rules", "units", "files", "diagnostics"):
        for value in (7, None, [[1]], {}):
            cache.write(path.stem, whole["key"], {**whole, name: value} if value != {} else {})
            assert kept_packs.load_pack(folder, tmp_path, cache) == expected


st.register_type_strategy(Place, st.builds(Place, st.text(), st.integers(), st.integers()))  # packs have lines
KEPT = {one.name: st.from_type(one.type) for one in fields(Pack) if one.name not in {"rows", "register"}}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.builds(Pack, **KEPT))
def test_any_pack_survives_the_way_through_json(pack: Pack) -> None:
    data = json.loads(json.dumps(pack_codec.to_data(pack), ensure_ascii=False))
    assert pack_codec.from_data(data, pack.name, pack.path, pack.digest) == pack


# the packs that come with factcheck


@pytest.mark.usefixtures("no_reading")
@pytest.mark.parametrize("folder", builtin_packs(), ids=lambda folder: folder.name)
@pytest.mark.parametrize("root", [ROOT, ROOT / "rules", Path("/elsewhere")], ids=str)
def test_a_pack_that_comes_with_factcheck_is_prepared(
    folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = kept_packs.load_pack(folder, root, Cache(None))
    monkeypatch.undo()
    assert found == packs.load_pack(folder, root)


def test_a_copy_of_it_that_differs_is_read_from_its_files(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(builtin_packs()[0], tmp_path / builtin_packs()[0].name))
    path = next(folder.rglob("*.yaml"))
    path.write_bytes(path.read_bytes() + b"# mine\n")
    assert kept_packs.load_pack(folder, tmp_path, Cache(None)) == packs.load_pack(folder, tmp_path)


@pytest.mark.parametrize("harm", ["torn", "another version", "another shape", "absent"])
def test_what_is_prepared_may_be_harmed(harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in prepared.FOLDER.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        harmed = {
            "torn": text[: len(text) // 2],
            "another version": text.replace('"version": "', '"version": "9.'),
            "another shape": text.replace("[[", "[").replace('"files"', '"fields"'),
        }
        if harm in harmed:
            (tmp_path / path.name).write_text(harmed[harm], encoding="utf-8")
    monkeypatch.setattr(prepared, "FOLDER", tmp_path)
    for folder in builtin_packs():
        assert kept_packs.load_pack(folder, ROOT, Cache(None)) == packs.load_pack(folder, ROOT)
