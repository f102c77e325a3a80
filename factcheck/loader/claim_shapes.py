"""The shapes of claim files; their JSON Schema comes from here (imported late: pydantic is slow)."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from factcheck.loader.shape import MAX_LINE, Expect, Flag, Format, Line, Name, Quote, Shape, Values, Words, as_list

MAX_CLAIMS = 10_000
MAX_IGNORES = 500

ONE_KIND = "FC113"
NO_VALUE = "FC107"

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=200)]
ONE_VALUE: list[Any] = [{"required": ["is"]}, {"required": ["from"]}]


class Picked(Shape):
    """Which number of a data file is meant."""

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


class AlsoShape(Picked):
    """Another place of the data that has the same number."""

    from_: Name = Field(alias="from", description="The data file: a key of `data`.")


Also = Annotated[list[AlsoShape], BeforeValidator(as_list, json_schema_input_type=AlsoShape | list[AlsoShape])]


class Premise(Picked):
    """A number that the article assumes: `is` its value, or it comes `from` a data file."""

    model_config = ConfigDict(json_schema_extra={"oneOf": ONE_VALUE})

    is_: Values | None = Field(
        None,
        alias="is",
        description="The value, a literal or expression, or a list of them; `unknown` when it is not known.",
        examples=["100 EFLOP/s", "约9万 H100", "unknown"],
    )
    from_: Name | None = Field(None, alias="from", description="The data file that it comes from: a key of `data`.")
    also: Also = Field(
        [],
        max_length=20,
        description="Other places of data that have the same number, in the same unit; another one is a finding.",
        examples=[{"from": "table", "where": {"version": "2.0"}, "column": "p95"}],
    )
    unit: Line | None = Field(None, description="The unit of the number.", examples=["ms"])
    exact: Flag = Field("false", description="`true`: it has no tolerance; nor has a number in an expression.")
    note: str = Field("", description="A remark for the reader.")
    quote: str = Field("", description="The words of the article.")
    of: str = Field("", description="What it is a value of. Used to find contradictions.", examples=["Dojo.compute"])
    within: str = Field("", description="The premise that it is a part of. Used to find contradictions.")

    @model_validator(mode="after")
    def _one_value(self) -> "Premise":
        asked = ("from_", "at", "table", "where", "column", "take", "sql", "unit", "also")
        if self.is_ is None and self.from_ is None:
            raise PydanticCustomError(NO_VALUE, "no value")
        if self.is_ is not None and (
            self.from_ or self.where or self.also or any(getattr(self, name) for name in asked)
        ):
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


Ignores = Annotated[list[IgnoreShape], BeforeValidator(as_list, json_schema_input_type=IgnoreShape | list[IgnoreShape])]
FileIgnores = Annotated[
    list[FileIgnoreShape], BeforeValidator(as_list, json_schema_input_type=FileIgnoreShape | list[FileIgnoreShape])
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
