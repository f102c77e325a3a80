"""The columns of the table of findings: names, types and meanings, as code and documents share them."""

from typing import NamedTuple


class Column(NamedTuple):
    """A column: ``type`` is one of Arrow; ``parts`` are those of a struct, ``many`` where it is a list of them."""

    name: str
    type: str
    meaning: str
    parts: tuple["Column", ...] = ()
    many: bool = False


TEXT = (
    Column("source", "string", "the file, as it was named; empty where a table was given"),
    Column("row", "int64", "the row of the text in its source, from 0"),
    Column("text_id", "string", "the id of the text"),
)
"""What tells which text it is."""

_OPERAND = (
    Column("name", "string", "its name in the equation"),
    Column("literal", "string", "its value, as the claim language writes it"),
    Column("start", "int64", "where the text says it, in code points; null for what packs know"),
    Column("end", "int64", "where that ends"),
    Column("label", "string", "what the table calls it in which it stands"),
)
_RECORD = (
    Column("seen", "int64", "how often the wording was seen on published text"),
    Column("held", "int64", "how often what it stated was right"),
    Column("cases", "int64", "cases of its own that it was tried on"),
    Column("trusted", "bool", "whether that is enough to call a number wrong"),
)

FINDINGS = (
    *TEXT,
    Column("date", "string", "the date of the text as it is written; empty where no column was named"),
    Column("language", "string", "the language of most of the text"),
    Column("relation", "string", "the kind of the finding: `percent-change`, `sum`, `conversion`, …"),
    Column("code", "string", "its code, which `factcheck explain` explains"),
    Column(
        "verdict", "string", "`fail` (wrong), `query`, `borderline`, `pass`; `error` for a text that was not checked"
    ),
    Column("grade", "string", "of what is wrong: `slip`, `wrong`, `decision`; else empty"),
    Column("start", "int64", "where the number stands in the text, in code points; null for an error"),
    Column("end", "int64", "where it ends"),
    Column("number", "string", "the number as the text writes it"),
    Column("message", "string", "what is wrong, or what was found"),
    Column("equation", "string", "the statement of the claim language that was judged"),
    Column("operands", "list<struct>", "the inputs of the equation", _OPERAND, many=True),
    Column("stated", "string", "what the text states, with its range"),
    Column("derived", "string", "what was derived, with its range"),
    Column("off", "double", "(stated − derived) ÷ |derived|; null where there is no such number"),
    Column("calculation", "string", "how it was derived, in the words of the text"),
    Column("cures", "list<string>", "what would make it right"),
    Column("reason", "string", "why it is a query and no more, or what is known of its wording"),
    Column("construction", "string", "the construction that binds its numbers; empty where none does"),
    Column("record", "struct", "how often this construction was right; null where none is known", _RECORD),
)
"""A row for each number that was judged."""

ERRORS = (
    *TEXT,
    Column("kind", "string", "`not-text`, `not-utf8`, `not-json`, `too-long`, `unreadable`, `slow`, `fault`, `crash`"),
    Column("message", "string", "the same in words"),
)
"""A row for each text that was not checked."""
