"""The table of diagnostic codes, and the page of each code and slip. A code is never given another meaning."""

from pathlib import Path

PAGES = Path(__file__).parent / "pages"

CODES = {
    "FC101": "file not found",
    "FC102": "file cannot be read",
    "FC103": "nothing to check",
    "FC104": "not UTF-8",
    "FC105": "not YAML",
    "FC106": "unknown key",
    "FC107": "missing key or wrong shape",
    "FC108": "duplicate key",
    "FC109": "duplicate id",
    "FC110": "format version",
    "FC111": "too large or too deep",
    "FC112": "path outside the project",
    "FC113": "says and exempt",
    "FC114": "configuration",
    "FC115": "value not allowed",
    "FC116": "YAML tag not allowed",
    "FC117": "settings that are not TOML",
    "FC118": "document that needs an extra",
    "FC119": "document that cannot be read",
    "FC120": "document with a password",
    "FC201": "number too large",
    "FC202": "unknown unit",
    "FC203": "dimensions do not fit",
    "FC204": "division by zero",
    "FC205": "bad unit definition",
    "FC206": "ambiguous currency sign",
    "FC207": "statement too long or too deep",
    "FC208": "power or number out of reach",
    "FC209": "value not defined",
    "FC210": "statement cannot be read",
    "FC301": "unknown name",
    "FC302": "unknown thing or attribute",
    "FC303": "ambiguous name or qualifiers",
    "FC304": "circular claims",
    "FC305": "unknown rule",
    "FC306": "inputs do not fit the rule",
    "FC307": "no single solution",
    "FC308": "equation cannot be solved",
    "FC309": "no derivation found",
    "FC310": "unknown pack",
    "FC311": "statement cannot be pinned",
    "FC312": "name that hides another",
    "FC401": "stated and derived disagree",
    "FC404": "within rounding",
    "FC405": "unverified",
    "FC406": "unexpected verdict",
    "FC411": "not forced by the inputs",
    "FC412": "holds as a round number",
    "FC413": "vacuous",
    "FC414": "loose bound",
    "FC415": "per thing",
    "FC416": "another reading of the words",
    "FC417": "the other order holds",
    "FC418": "choices that matter",
    "FC421": "nearly, of a value above",
    "FC422": "a limit as a fact",
    "FC423": "more digits than the inputs give",
    "FC424": "a rough multiple",
    "FC425": "a majority below half",
    "FC431": "two values of one thing",
    "FC432": "an order turned round",
    "FC433": "a part larger than its whole",
    "FC434": "events in the wrong order",
    "FC501": "fact without a source",
    "FC502": "unknown source",
    "FC503": "fact is not one literal",
    "FC504": "sources disagree",
    "FC505": "unconfirmed fact",
    "FC506": "whole and parts disagree",
    "FC507": "the article as its own source",
    "FC521": "data file that cannot be read",
    "FC522": "nothing there in the data",
    "FC523": "several rows of the data fit",
    "FC524": "no number in the data",
    "FC525": "query that cannot be run",
    "FC526": "row that is no fact",
    "FC527": "data that disagree",
    "FC601": "percentage of a change",
    "FC602": "percentage points",
    "FC603": "difference",
    "FC604": "multiple",
    "FC605": "times more",
    "FC606": "growth per year",
    "FC607": "sum",
    "FC608": "shares that do not make a whole",
    "FC609": "share of a whole",
    "FC610": "product",
    "FC611": "quotient",
    "FC612": "ratio",
    "FC613": "conversion",
    "FC614": "scale word or prefix",
    "FC615": "bits and bytes",
    "FC616": "told twice",
    "FC617": "order",
    "FC618": "duration",
    "FC621": "value of a thing",
    "FC622": "value that follows from sources",
    "FC631": "quote with another number",
    "FC632": "quote that is gone",
    "FC641": "ignore without a reason",
    "FC642": "ignore with an unknown code",
    "FC643": "ignore that hides nothing",
    "FC644": "ignore that has expired",
    "FC651": "p of a test statistic",
    "FC652": "confidence interval",
    "FC653": "mean of whole numbers",
    "FC654": "effect size",
    "FC701": "baseline entry that no longer occurs",
    "FC702": "baseline that cannot be read",
    "FC711": "unused fact",
    "FC712": "unused rule",
    "FC713": "fact without a date",
    "FC714": "qualifier that chooses nothing",
    "FC715": "name that stands twice",
    "FC716": "rule without a failing case",
    "FC717": "verdicts on an unconfirmed fact",
}

UNREADABLE = (
    "FC101",
    "FC102",
    "FC104",
    "FC105",
    "FC110",
    "FC111",
    "FC117",
    "FC118",
    "FC119",
    "FC120",
    "FC521",
    "FC702",
)
"""The codes of files that are not there or cannot be read: a run that comes upon one could not do what was asked."""

VERDICTS = ("FC401", "FC404", "FC405")
"""The codes of verdicts on claims; what cannot be read has the code of its cause."""

REMARKS = tuple(f"FC{n}" for n in (411, 412, 413, 414, 415, 416, 418, 421, 422, 423, 424, 425, 504, 505, 506))
"""The codes of remarks on claims that were judged."""

CONTRADICTIONS = ("FC431", "FC432", "FC433", "FC434")

QUOTES = ("FC631", "FC632")
"""The codes of quotes that the text has with another number, or no more."""

NUMBERS = tuple(code for code in CODES if "FC601" <= code <= "FC622")
"""The codes of what drafts state of their numbers."""

IGNORABLE = (*VERDICTS, *REMARKS, *CONTRADICTIONS)
"""What an ignore of a claim file or of the settings may name."""

LINT = tuple(f"FC{n}" for n in range(711, 718))
"""The codes of `factcheck lint`."""

UPKEEP = ("FC643", "FC644", "FC701", *LINT)
"""The codes of what is left over in a project and spoils no verdict."""

SETTABLE = tuple(sorted((*IGNORABLE, *NUMBERS, *QUOTES, *UPKEEP)))
"""What a project's settings may turn off, make a note, or let fail the run."""


def has_wordings(code: str) -> bool:
    """Return whether constructions may have a code."""
    return code.startswith(("FC60", "FC61"))


def page(code: str) -> str | None:
    """Return the page of a code as Markdown, or None when there is no such code."""
    if code not in CODES:
        return None
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


def slip_names() -> list[str]:
    """Return the names of the slips that have a page."""
    return sorted(path.stem for path in (PAGES / "slips").glob("*.md"))


def slip_page(name: str) -> str | None:
    """Return the page of a slip as Markdown, or None when there is no such slip."""
    return (PAGES / "slips" / f"{name}.md").read_text(encoding="utf-8") if name in slip_names() else None
