"""The shapes of the files of packs; their JSON Schemas come from here (imported late: pydantic is slow)."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from factcheck.loader.shape import MAX_LINE, Expect, Flag, Format, Line, Name, Quote, Shape, Values, Words, as_list

MAX_FORMS = 20

NO_SOURCE = "FC501"

ThingKey = Annotated[str, Field(pattern=r"^\w[\w-]*$", max_length=200)]
Tier = Literal["primary", "secondary", "press"]
Status = Literal["confirmed", "secondary", "derived", "unconfirmed"]


class SourceShape(Shape):
    """Where a fact was read."""

    title: Line = Field(
        description="Author, title, year: as a citation.", examples=["Tesla, Hot Chips 34: Dojo System v25"]
    )
    url: str = Field("", description="Its address. A fact from the address of the article itself is refused.")
    date: str = Field("", description="Day of publication.", examples=["2022-08-23"])
    accessed: str = Field("", description="The day on which it was read.", examples=["2024-08-04"])
    tier: Tier = Field("secondary", description="How close to the origin of the number; the better tier wins.")


class FactShape(Shape):
    """A sourced value of an attribute."""

    is_: Line = Field(
        alias="is",
        description="The value, a literal of the claim language: its digits carry the tolerance.",
        examples=["362 TFLOP/s", "645 mm^2", "2023-06"],
    )
    source: Words = Field(
        min_length=1,
        description="Where it was read: a key of `sources`, of this file or another of the pack; or several keys.",
        examples=["hotchips34"],
    )
    page: str = Field("", description="Where in the first source it stands.", examples=["12", "Table 3"])
    accessed: str = Field("", description="The day on which it was read there.", examples=["2024-08-04"])
    when: dict[Name, Line] = Field(
        {},
        description="Qualifiers: precision, sparsity, direction, per, date, …",
        examples=[{"precision": "bf16", "sparsity": "dense"}],
    )
    quote: Quote = Field("", description="The source's own words, as short as possible.")
    status: Status = Field(
        "confirmed",
        description="How well the value is known: `secondary` was read on a page that cites the source; a verdict that"
        " rests on an `unconfirmed` fact says so.",
    )
    exact: Flag = Field("false", description="`true`: the value has no tolerance.")
    error: Line | None = Field(
        None,
        description="The error that the source states: a half width, a share of the value, or one for each side.",
        examples=["0.5 TFLOP/s", "5 %", "+0.2/-0.1 km"],
    )
    note: str = Field("", description="A remark.")

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: Any) -> Any:
        if isinstance(data, str):
            raise PydanticCustomError(NO_SOURCE, "a fact needs a source")
        return data


Facts = Annotated[list[FactShape], BeforeValidator(as_list, json_schema_input_type=FactShape | list[FactShape])]


class ThingShape(Shape):
    """A kind of thing that is counted; every key that is not reserved is an attribute."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Facts] = Field(init=False)

    names: dict[Name, Words] = Field(
        {}, description="Names in prose by language.", examples=[{"en": ["D1", "D1 chip"], "zh": ["D1芯片"]}]
    )
    family: str = Field("", description="The family it belongs to.")
    units: dict[Line, Name] = Field(
        {}, description="Units that are an attribute of one thing: the unit, the attribute.", examples=[{"D1e": "peak"}]
    )
    parts: dict[ThingKey, FactShape] = Field(
        {},
        description="How many of another thing one of these has.",
        examples=[{"D1": {"is": "25", "source": "hotchips34"}}],
    )
    note: str = Field("", description="A remark.")


class RowFactsShape(Shape):
    """Facts from the rows of a data file: each row is a fact."""

    from_: Line = Field(
        alias="from",
        description="The file, from the pack's folder: beside `pack.yaml`, or in `data/` or `things/`.",
        examples=["data/population.csv"],
    )
    at: Line | None = Field(None, description="In JSON: the path to the list of objects that are the rows.")
    table: Line | None = Field(None, description="A table of a database, a sheet of a workbook.")
    where: dict[Line, Values] = Field({}, description="Keep the rows whose columns have one of these values.")
    thing: Line = Field(
        description="The column that names the thing, by its key or one of its names; others come into being.",
        examples=["Country Code"],
    )
    attribute: Line = Field(description="The attribute, or the column that names it.", examples=["population"])
    value: Line = Field(description="The column of the number; a row without one is no fact.", examples=["Value"])
    unit: Line | None = Field(None, description="The unit, or the column that names it.", examples=["person"])
    date: Line | None = Field(
        None, description="The column of the date, or a date: the qualifier `date`.", examples=["Year", "2024"]
    )
    when: dict[Name, Line] = Field({}, description="Other qualifiers: the column of each, or its value.")
    source: Line = Field(description="Where the file is from: a key of `sources`.", examples=["worldbank"])
    digits: Literal["exact", "as written"] = Field(
        "exact", description="`as written`: the numbers are rounded ones, as their digits tell; else they are exact."
    )
    names: dict[Name, Line] = Field(
        {},
        description="The columns with names, by language, of things that come into being.",
        examples=[{"en": "Country Name"}],
    )
    family: str = Field("", description="The family of things that come into being.")
    status: Status = Field("confirmed", description="How well the values are known.")
    accessed: str = Field("", description="The day on which the file was read.", examples=["2024-08-04"])
    note: str = Field("", description="A remark on each fact.")


RowFacts = Annotated[
    list[RowFactsShape], BeforeValidator(as_list, json_schema_input_type=RowFactsShape | list[RowFactsShape])
]


class ThingsShape(Shape):
    """A file of things and their sources."""

    format: Format
    sources: dict[Line, SourceShape] = Field({}, description="Sources by key.")
    facts: RowFacts = Field([], description="Facts from rows of data files.", max_length=100)
    things: dict[ThingKey, ThingShape] = Field({}, description="Things by key.")


class RuleTestShape(Shape):
    """A case of a rule: all symbols but one are given, the other one is stated."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Line] = Field(init=False)

    given: dict[Name, Words] = Field(
        description="All symbols but one with their values; the one that is left is stated beside `given`.",
        examples=[{"before": "40", "after": "50"}],
    )
    expect: Expect = Field(description="The verdict, or the grade of a failure.")
    note: str = Field("", description="A remark.")


class ReadsShape(Shape):
    """How prose shows a rule."""

    result: Name = Field(description="The symbol that a text states.", examples=["change"])
    form: Literal["measure", "percent", "points", "times"] = Field(
        "measure", description="As what it is stated: a measure or count, a percentage, percentage points, a multiple."
    )
    list: Name | Literal[""] = Field("", description="The symbol that is a list, if the rule has one.")
    kind: Line | Literal[""] = Field("", description="What findings call it; the rule's id if not given.")
    code: Line | Literal[""] = Field("", description="The code of its findings.", examples=["FC601"])


class WordingShape(Shape):
    """How the prose of a language states a rule."""

    forms: Words = Field(
        min_length=1,
        max_length=MAX_FORMS,
        description="Patterns over meanings; each binds every number of the equation.",
        examples=[["rise|fall ~ {change:percent} to {after} _ from {before}"]],
    )
    sentence: str = Field(
        "",
        max_length=MAX_LINE,
        description="What a finding says, with the symbols of the rule and `{derived}` in it.",
        examples=["from {before} to {after} is {derived}"],
    )
    right: Words = Field([], description="Texts in which the number in [[double brackets]] is verified.")
    wrong: Words = Field([], description="Texts in which it is wrong, or worth a look while there are few cases.")
    silent: Words = Field([], description="Texts in which nothing is said against it.")


class RuleShape(Shape):
    """A named equation that is solved for any of its symbols."""

    id: Name = Field(description="The name that claims call.", examples=["percent_change"])
    title: Line = Field(description="What it is, in a few words.")
    equation: Line = Field(
        description="An equation with one symbol on its left. Functions: sqrt, log, log10, exp, abs, min, max; for"
        " lists sum, len.",
        examples=["change = (after - before) / before"],
    )
    symbols: dict[Name, Line] = Field(
        description="Each symbol's dimension: `any`, `ratio`, `count`, `money`, `time`, `energy / mass`, `same as"
        " SYMBOL`, `list of …`.",
        examples=[{"before": "any", "after": "same as before", "change": "ratio"}],
    )
    cite: Line = Field(description="Where the rule is defined.")
    readings: dict[Name, Line] = Field(
        {}, description="Other accepted meanings of the same words: name, equation. A claim passes if one holds."
    )
    reads: ReadsShape | None = Field(
        None, description="How prose shows it, so that drafts use it: `{result: change, form: percent, code: FC601}`."
    )
    wordings: dict[Name, WordingShape] = Field(
        {}, description="Wordings that bind its numbers in a draft, by language; `factcheck test` runs their cases."
    )
    tests: list[RuleTestShape] = Field(
        [], description="Its cases, at least two that pass and two that fail; `factcheck test` runs them."
    )


class RulesShape(Shape):
    """A file of rules."""

    format: Format
    sources: dict[Line, SourceShape] = Field({}, description="Sources by key.")
    rules: list[RuleShape] = Field([], description="The rules.")


class AttributeShape(Shape):
    """What is known of an attribute."""

    title: str = Field("", description="What it is, in a few words.")
    additive: Flag = Field("false", description="`true`: a whole has the sum over its parts.")
    after: str = Field("", description="For dates: the attribute that comes earlier (`production` before `online`).")
    names: dict[Name, Words] = Field({}, description="Names in prose by language.")
    words: dict[Name, Words] = Field(
        {}, description="Words by language that tell, with the unit, that a number is of it (draws 700 W)."
    )
    parts: Flag = Field("false", description="`true`: it counts what a whole is made of.")
    strength: Flag = Field("false", description="`true`: of two things the stronger one has more of it.")
    differs: Annotated[str, Field(pattern=r"^[0-9]{1,3} %$")] | Literal["any", ""] = Field(
        "",
        description="By how much sources differ on it, so that a draft that is off by less is left alone; `any`: only a"
        " slip in the digits is worth a look. For individuals of a register.",
        examples=["8 %", "any"],
    )


class QualifierShape(Shape):
    """How prose names a qualifier."""

    names: dict[Name, Words] = Field({}, description="Names in prose by language.")
    only_named: Flag = Field("false", description="`true`: nobody means it who does not name it.")
    doubles: str = Field("", description="The value of which it has twice as much, where only that is known.")


Role = Literal["nouns", "wholes", "variants", "others", "terms"]


class PackShape(Shape):
    """The description of a pack."""

    format: Format
    title: str = Field("", description="The field of knowledge.")
    defaults: dict[Name, Line] = Field(
        {}, description="Qualifiers used where a claim does not pick.", examples=[{"precision": "bf16"}]
    )
    attributes: dict[Name, AttributeShape] = Field({}, description="Attributes by key.")
    qualifiers: dict[Name, dict[Name, QualifierShape]] = Field({}, description="Qualifiers of facts by key and value.")
    words: dict[Role, dict[Name, Words]] = Field(
        {},
        description="Words of the field in prose by role and language: `nouns` are what its things are called in"
        " general (chip), `wholes` what they are built into (server), `variants` what makes a name another thing's"
        " (mini), `others` what else a number beside a thing may be of (the network), `terms` what no thing is called.",
    )
