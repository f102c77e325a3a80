"""Files of a project, damaged: claims, packs, settings, and the data that claims rest on."""

import json
import sqlite3
from collections.abc import Callable
from random import Random

from benchmarks.fuzz.makers.damage import damaged
from benchmarks.fuzz.makers.documents import PACKED
from benchmarks.fuzz.makers.texts import ROOT


def some_claims(first: int, count: int = 8) -> bytes:
    """Return the head of the example's claim file with so many of its claims."""
    head, *rest = (ROOT / "claims/dojo.yaml").read_bytes().split(b"\n- id: ")
    return b"\n- id: ".join([head, *rest[first % len(rest) :][:count]])


def claims(random: Random) -> bytes:
    """Return a claim file, damaged."""
    return damaged(some_claims(random.randrange(200), 5), random)


def things(random: Random) -> bytes:
    """Return a file of things of a pack, damaged."""
    return damaged((ROOT / "rules/compute/things/tesla-dojo.yaml").read_bytes(), random)


def rules(random: Random) -> bytes:
    """Return a file of rules, damaged."""
    return damaged(random.choice(sorted((ROOT / "rules").glob("*/*.yaml"))).read_bytes(), random)


def settings(random: Random) -> bytes:
    """Return settings, damaged."""
    sound = b'claims = ["claims"]\nfail-on = "wrong"\n[hedges]\nabout = "10 %"\n[codes]\nFC613 = "off"\n'
    return damaged(sound + b'[[ignore]]\ncode = "FC401"\nreason = "x"\nuntil = "2026-01-01"\n', random)


def table(random: Random) -> bytes:
    """Return separated values, damaged."""
    rows = [",".join(str(random.randint(0, 10**6)) for _ in range(3)) for _ in range(random.randint(0, 20))]
    return damaged(
        "\n".join(["place,2020,2021,total", *(f"p{n},{row}" for n, row in enumerate(rows))]).encode(), random
    )


def objects(random: Random) -> bytes:
    """Return JSON, damaged."""
    found = {
        "runs": [{"ms": random.random() * 10 ** random.randint(-5, 20), "n": n} for n in range(random.randint(0, 9))]
    }
    return damaged(json.dumps(found).encode(), random)


def database(random: Random) -> bytes:
    """Return a database, damaged."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create table sales (place text, n integer)")
        connection.executemany("insert into sales values (?, ?)", [("a", 1), ("b", 2)])
        return damaged(connection.serialize(), random)


def lines(random: Random) -> bytes:
    """Return JSON Lines, damaged."""
    rows = (json.dumps({"place": f"p{n}", "n": random.randint(0, 10**6)}) for n in range(random.randint(0, 9)))
    return damaged("\n".join(rows).encode(), random)


MAKERS: dict[str, Callable[[Random], bytes]] = {
    "claims": claims,
    "things": things,
    "rules": rules,
    "settings": settings,
    "data.csv": table,
    "data.json": objects,
    "data.jsonl": lines,
    "data.db": database,
    "data.xlsx": PACKED["book.xlsx"].make,
}
