"""The shapes of the files that people write; their JSON Schemas come from here (imported late: pydantic is slow)."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

MAX_CLAIMS = 10_000
MAX_LINE = 2_000
MAX_QUOTE = 1_000

ONE_KIND = "FC113"
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


Words = Annotated[list[Line], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]


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


class Premise(Shape):
    """A number that the article assumes."""

    is_: Line = Field(alias="is", description="The value, a literal or expression; `unknown` when it is not known.")
    note: str = Field("", description="A remark for the reader.")
    quote: str = Field("", description="The words of the article.")
    of: str = Field("", description="What it is a value of: `Dojo.compute`. Used to find contradictions.")
    within: str = Field("", description="The premise that it is a part of. Used to find contradictions.")


def _premise(value: Any) -> Any:
    return value if isinstance(value, dict) else {"is": value}


Premises = dict[Name, Annotated[Premise, BeforeValidator(_premise, json_schema_input_type=str | Premise)]]


class Claim(Shape):
    """One statement of the article: `says` it as mathematics, or is `exempt` with a reason."""

    id: Id = Field(description="Unique in the file; other claims use it as a name.")
    quote: Quote = Field("", description="The words of the article, as short as finds their place.")
    says: Line | None = Field(None, description="The statement: derived side, relation, stated side.")
    exempt: Line | None = Field(None, description="Why the quoted number cannot be derived.")
    shows: Line | None = Field(None, description="With `exempt`: an expression that is derived without a verdict.")
    expect: Expect | None = Field(None, description="A known verdict; a change of it is a finding.")
    note: str = Field("", description="A remark for the reader, printed with the claim.")
    given: Premises = Field({}, description="Premises of this claim only.")

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
    language: str = Field("", description="Language of the text: en or zh.")
    url: str = Field("", description="Its address; a fact from the same address is circular.")
    date: str = Field("", description="Day of publication, as 2024-08-04.")


class ClaimsShape(Shape):
    """A file of claims."""

    format: Format = "1"
    article: Article = Field(default_factory=lambda: Article.model_validate({}), description="The article under check.")
    use: Words = Field([], description="Packs in use; every pack found when absent.")
    given: Premises = Field({}, description="Premises: numbers that the article assumes.")
    claims: list[Claim] = Field(description="The claims.", max_length=MAX_CLAIMS)


class SourceShape(Shape):
    """Where a fact was read."""

    title: Line = Field(description="Author, title, year: as a citation.")
    url: str = Field("", description="Its address.")
    date: str = Field("", description="Day of publication.")
    tier: Tier = Field("secondary", description="How close to the origin of the number.")


class FactShape(Shape):
    """A sourced value of an attribute."""

    is_: Line = Field(alias="is", description="The value, a literal of the claim language.")
    source: Line = Field(description="A key of `sources`.")
    when: dict[Name, Line] = Field({}, description="Qualifiers: precision, sparsity, direction, per, date, …")
    quote: Quote = Field("", description="The source's own words, as short as possible.")
    status: Status = Field("confirmed", description="How well the value is known.")
    exact: Flag = Field("false", description="`true`: the value has no tolerance.")
    error: Line | None = Field(None, description="Half width, a literal with a unit.")
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

    names: dict[Name, Words] = Field({}, description="Names in prose by language.")
    family: str = Field("", description="The family it belongs to.")
    units: dict[Line, Name] = Field({}, description="Units that are an attribute of one thing, as {D1e: peak}.")
    parts: dict[ThingKey, FactShape] = Field({}, description="How many of another thing one of these has.")
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

    given: dict[Name, Words] = Field(description="Inputs by symbol.")
    expect: Expect = Field(description="The verdict.")
    note: str = Field("", description="A remark.")


class RuleShape(Shape):
    """A named equation that is solved for any of its symbols."""

    id: Name = Field(description="The name that claims call.")
    title: Line = Field(description="What it is, in a few words.")
    equation: Line = Field(description="An equation with one symbol on its left.")
    symbols: dict[Name, Line] = Field(description="Each symbol's dimension.")
    cite: Line = Field(description="Where the rule is defined.")
    readings: dict[Name, Line] = Field({}, description="Other accepted meanings: name, equation.")
    tests: list[RuleTestShape] = Field([], description="Passing and failing cases.")


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


class PackShape(Shape):
    """The description of a pack."""

    format: Format
    title: str = Field("", description="The field of knowledge.")
    defaults: dict[Name, Line] = Field({}, description="Qualifiers used where a claim does not pick.")
    attributes: dict[Name, AttributeShape] = Field({}, description="Attributes by key.")
