"""The shapes of the files that people write; their JSON Schemas come from here (imported late: pydantic is slow)."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

MAX_CLAIMS = 10_000
MAX_IGNORES = 500
MAX_FORMS = 20
MAX_LINE = 2_000
MAX_VALUES = 200
MAX_QUOTE = 1_000

ONE_KIND = "FC113"
NO_VALUE = "FC107"
NO_SOURCE = "FC501"

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=200)]
Name = Annotated[str, Field(pattern=r"^[^\W\d]\w*$", max_length=200)]
ThingKey = Annotated[str, Field(pattern=r"^\w[\w-]*$", max_length=200)]
Line = Annotated[str, Field(min_length=1, max_length=MAX_LINE)]
Quote = Annotated[str, Field(max_length=MAX_QUOTE)]
Flag = Literal["true", "false"]
Expect = Literal["pass", "borderline", "fail", "unverified", "slip", "wrong", "decision", "error"]
Tier = Literal["primary", "secondary", "press"]
Status = Literal["confirmed", "secondary", "derived", "unconfirmed"]
Format = Annotated[Literal["1"], Field(description="Version of the format of this file.")]


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


Values = Annotated[
    list[Line],
    Field(min_length=1, max_length=MAX_VALUES),
    BeforeValidator(_as_list, json_schema_input_type=Line | list[Line]),
]
Words = Annotated[list[Line], BeforeValidator(_as_list, json_schema_input_type=Line | list[Line])]


class Shape(BaseModel):
    """A mapping with known keys; an optional key without a value counts as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        optional = {field.alias or name for name, field in cls.model_fields.items() if not field.is_required()}
        return {key: value for key, value in data.items() if value is not None or key not in optional}


ONE_VALUE: list[Any] = [{"required": ["is"]}, {"required": ["from"]}]


class Premise(Shape):
    """A number that the article assumes: `is` its value, or it comes `from` a data file."""

    model_config = ConfigDict(json_schema_extra={"oneOf": ONE_VALUE})

    is_: Values | None = Field(
        None,
        alias="is",
        description="The value, a literal or expression, or a list of them; `unknown` when it is not known.",
        examples=["100 EFLOP/s", "约9万 H100", "unknown"],
    )
    from_: Name | None = Field(None, alias="from", description="The data file that it comes from: a key of `data`.")
    at: Line | None = Field(
        None, description="A path into JSON: to the number, or to a list of rows.", examples=["runs[version=2.0].p95"]
    )
    table: Line | None = Field(None, description="A table of SQLite, a sheet of a workbook.")
    where: dict[Line, Words] = Field(
        {}, description="Which rows: columns with the values they must have.", examples=[{"region": ["DK", "SE"]}]
    )
    column: Line | None = Field(None, description="The column that is read in these rows.")
    take: Literal["sum", "mean", "median", "min", "max", "count"] | None = Field(
        None, description="What makes one number of several rows."
    )
    sql: Line | None = Field(
        None,
        description="A query that gives one number; a file of rows is a table with its name in `data`.",
        examples=["select sum(amount) from sales where region in ('DK', 'SE')"],
    )
    unit: Line | None = Field(None, description="The unit of the number.", examples=["ms"])
    exact: Flag = Field("false", description="`true`: it has no tolerance; nor has a number in an expression.")
    note: str = Field("", description="A remark for the reader.")
    quote: str = Field("", description="The words of the article.")
    of: str = Field("", description="What it is a value of. Used to find contradictions.", examples=["Dojo.compute"])
    within: str = Field("", description="The premise that it is a part of. Used to find contradictions.")

    @model_validator(mode="after")
    def _one_value(self) -> "Premise":
        asked = {"at", "table", "column", "take", "sql", "unit"}
        if self.is_ is None and self.from_ is None:
            raise PydanticCustomError(NO_VALUE, "no value")
        if self.is_ is not None and (self.from_ or self.where or any(getattr(self, name) for name in asked)):
            raise PydanticCustomError(NO_VALUE, "two values")
        return self


def _premise(value: Any) -> Any:
    return value if isinstance(value, dict) else {"is": value}


Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]


class IgnoreShape(Shape):
    """A finding that is not wanted, with the reason."""

    model_config = ConfigDict(json_schema_extra={"required": ["reason"]})

    code: Words = Field([], description="The codes of the findings; all when absent.", examples=["FC404"])
    reason: str = Field("", max_length=MAX_LINE, description="Why. Without a reason it hides nothing.")
    until: Day | None = Field(None, description="Its last day; then the finding is back.", examples=["2026-12-31"])


class FileIgnoreShape(IgnoreShape):
    """Findings of this file that are not wanted, with the reason."""

    claim: str = Field("", description="The id of the claim; all claims of the file when absent.")


Ignores = Annotated[
    list[IgnoreShape], BeforeValidator(_as_list, json_schema_input_type=IgnoreShape | list[IgnoreShape])
]
FileIgnores = Annotated[
    list[FileIgnoreShape], BeforeValidator(_as_list, json_schema_input_type=FileIgnoreShape | list[FileIgnoreShape])
]

Premises = dict[Name, Annotated[Premise, BeforeValidator(_premise, json_schema_input_type=Line | list[Line] | Premise)]]

ONE_OF_TWO: list[Any] = [{"required": ["says"], "not": {"required": ["shows"]}}, {"required": ["exempt"]}]
SNIPPETS: list[Any] = [
    {"label": "claim", "description": "a statement that is derived", "body": {"id": "$1", "quote": "$2", "says": "$3"}},
    {
        "label": "exempt claim",
        "description": "a number that cannot be derived",
        "body": {"id": "$1", "quote": "$2", "exempt": "$3"},
    },
]
"""What editors offer where a claim may stand."""


class Claim(Shape):
    """One statement of the article: `says` it as mathematics, or is `exempt` with a reason."""

    model_config = ConfigDict(json_schema_extra={"oneOf": ONE_OF_TWO, "defaultSnippets": SNIPPETS})

    id: Id = Field(description="Unique in the file; other claims use it as a name.", examples=["chips-needed"])
    quote: Quote = Field("", description="The words of the article, as short as finds their place.")
    says: Line | None = Field(
        None,
        description="The statement: derived side, relation (`=` `~` `>` `>=` `<` `<=` `in`), stated side."
        " How a number is written is its tolerance.",
        examples=["target / D1.peak > 276,000 D1", "tile.peak = 9 PFLOP/s", "gpus : ai4 ~ 1:2"],
    )
    exempt: Line | None = Field(
        None,
        description="Why the quoted number cannot be derived. The claim is counted, never hidden.",
        examples=["an opinion", "a forecast"],
    )
    shows: Line | None = Field(None, description="With `exempt`: an expression that is derived without a verdict.")
    expect: Expect | None = Field(
        None,
        description="A known verdict, or the grade of a failure (slip, wrong, decision); a change of it is a finding.",
    )
    note: str = Field("", description="A remark for the reader, printed with the claim.")
    given: Premises = Field({}, description="Premises of this claim only.")
    ignore: Ignores = Field(
        [], max_length=MAX_IGNORES, description="Findings on this claim that are not wanted, each with a reason."
    )

    @model_validator(mode="after")
    def _one_kind(self) -> "Claim":
        if self.says is not None and self.exempt is not None:
            raise PydanticCustomError(ONE_KIND, "both `says` and `exempt`")
        if self.says is None and self.exempt is None:
            raise PydanticCustomError(ONE_KIND, "neither `says` nor `exempt`")
        if self.shows is not None and self.exempt is None:
            raise PydanticCustomError(ONE_KIND, "`shows` without `exempt`")
        return self


class Article(Shape):
    """What is known of the article under check."""

    title: str = Field("", description="Its headline.")
    language: str = Field("", description="Language of the text.", examples=["en", "zh"])
    file: str = Field(
        "",
        description="Its text, as a path from the project's folder: `factcheck draft` looks up the quotes there.",
        examples=["drafts/article.md"],
    )
    url: str = Field("", description="Its address; a fact from the same address is circular.")
    date: str = Field(
        "", description="Day of publication; `article.date` in statements.", examples=["2024-08-04", "2024-08"]
    )


class DataShape(Shape):
    """A data file that premises come from."""

    file: Line = Field(
        description="Its path from the project's folder: JSON, JSON Lines, CSV, TSV, SQLite, XLSX, Parquet.",
        examples=["results.json"],
    )
    date: str = Field("", description="The day that it tells of; shown with its numbers.", examples=["2026-11-01"])
    digits: Literal["exact", "as written"] = Field(
        "exact", description="`as written`: its numbers are rounded ones, as their digits tell; else they are exact."
    )


def _data(value: Any) -> Any:
    return {"file": value} if isinstance(value, str) else value


class ClaimsShape(Shape):
    """A file of claims."""

    format: Format = "1"
    article: Article = Field(default_factory=lambda: Article.model_validate({}), description="The article under check.")
    use: Words = Field([], description="Packs in use; every pack found when absent.", examples=[["core", "compute"]])
    data: dict[Name, Annotated[DataShape, BeforeValidator(_data, json_schema_input_type=Line | DataShape)]] = Field(
        {}, description="Data files by name; premises come `from` them.", examples=[{"bench": {"file": "results.json"}}]
    )
    given: Premises = Field(
        {}, description="Premises: numbers that the article assumes, by name.", examples=[{"target": "100 EFLOP/s"}]
    )
    ignore: FileIgnores = Field(
        [], max_length=MAX_IGNORES, description="Findings of this file that are not wanted, each with a reason."
    )
    claims: list[Claim] = Field(description="What the article states, claim by claim.", max_length=MAX_CLAIMS)


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


Facts = Annotated[list[FactShape], BeforeValidator(_as_list, json_schema_input_type=FactShape | list[FactShape])]


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


class ThingsShape(Shape):
    """A file of things and their sources."""

    format: Format
    sources: dict[Line, SourceShape] = Field({}, description="Sources by key.")
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
