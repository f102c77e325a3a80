"""The desk as a server of the Model Context Protocol; the only module that knows the SDK."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from json import dumps
from pathlib import Path
from typing import Annotated

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError
from mcp.types import (
    CallToolResult,
    Completion,
    CompletionArgument,
    CompletionContext,
    PromptReference,
    ResourceTemplateReference,
    TextContent,
    ToolAnnotations,
)
from pydantic import Field, RootModel

from factcheck import __version__
from factcheck.codes import CODES, slip_names
from factcheck.diagnostics import Problem, fault_of_the_program
from factcheck.mcp.answers import (
    ClaimAnswer,
    DerivationsAnswer,
    DraftAnswer,
    FactsAnswer,
    Given,
    MentionsAnswer,
    PageAnswer,
    RulesAnswer,
)
from factcheck.mcp.desk import Desk
from factcheck.mcp.pieces import MAX_TEXT, Pieced, Refused, cut
from factcheck.report.json import data, escaped

LANGUAGES = ("en", "zh")
"""The languages of the prompt."""

_COMPLETED = 100
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

Text = Annotated[str, Field(description="the text itself, not a path or an address")]
Markdown = Annotated[bool, Field(description="whether the text is Markdown; false: it is plain")]
Lang = Annotated[str, Field(description="the language of sentences whose words do not tell it: en, zh")]
Cursor = Annotated[str, Field(description="the cursor of the answer before, alone: the next piece of it")]


def serve(folder: Path) -> None:
    """Answer over standard input and output until the input ends."""
    made(folder).run("stdio")


def made(folder: Path) -> MCPServer[None]:
    """Return the server for the project around a folder."""
    desk = Desk(folder)
    server: MCPServer[None] = MCPServer(
        "factcheck",
        title="factcheck",
        description="Derives the numbers of a text again and says where they disagree",
        instructions=_text("instructions"),
        version=__version__,
        log_level="WARNING",
    )
    _add_checks(server, desk)
    _add_questions(server, desk)
    _add_resources(server, desk)
    _add_prompt(server)
    _add_completion(server, desk)
    return server


def _add_checks(server: MCPServer[None], desk: Desk) -> None:
    @server.tool(title="Check the numbers of a text", annotations=_READS, structured_output=True)
    def check_draft(
        text: Text = "",
        markdown: Markdown = True,  # noqa: FBT002 - the protocol names them
        lang: Lang = "",
        date: Annotated[str, Field(description="the day of the text (2005-03-01), where it does not tell it")] = "",
        everything: Annotated[bool, Field(description="also what holds, and what the text ignores")] = False,  # noqa: FBT002
        cursor: Cursor = "",
    ) -> Annotated[CallToolResult, RootModel[DraftAnswer]]:
        """Say which numbers of an English or Chinese text are wrong, and why, the worst first.

        Sums, shares, changes, conversions, durations, orders, statistics of papers, and values of things that the packs
        know are derived again. Use it on a text before it is sent. It needs no set-up and looks nothing up online.
        """
        return _answer(
            desk,
            cursor,
            lambda: desk.check_draft(text, markdown=markdown, lang=lang, date=date, everything=everything),
        )

    @server.tool(title="Judge a statement", annotations=_READS, structured_output=True)
    def check_claim(
        says: Annotated[str, Field(description="what is derived, a relation, what is stated: `20 * 4 kg = 80 kg`")],
        given: Annotated[
            list[Given] | None, Field(description="premises that `says` names, as a finding has them")
        ] = None,
    ) -> Annotated[CallToolResult, RootModel[ClaimAnswer]]:
        """Judge one statement of the claim language exactly: pass, borderline, fail, unverified or error, and why.

        Relations are = ~ > >= < <= in. Units, hedges (`about 9万`) and things of the packs are understood:
        `100 EFLOP/s / D1.peak > 300,000 D1`, `percent_change(before=40, after=50) = 25 %`,
        `Germany.population[2023] / France.population[2023] = 1.2`. Use it to compute instead of estimating.
        """
        return _answer(desk, "", lambda: desk.check_claim(says, given or []))

    @server.tool(title="List the quantities of a text", annotations=_READS, structured_output=True)
    def mentions(
        text: Text = "",
        markdown: Markdown = True,  # noqa: FBT002 - the protocol names them
        lang: Lang = "",
        cursor: Cursor = "",
    ) -> Annotated[CallToolResult, RootModel[MentionsAnswer]]:
        """List the quantities that a text mentions, with place, unit, hedge and the exact interval that each means."""
        return _answer(desk, cursor, lambda: desk.mentions(text, markdown=markdown, lang=lang))


def _add_questions(server: MCPServer[None], desk: Desk) -> None:
    @server.tool(title="Find a derivation", annotations=_READS, structured_output=True)
    def derive(
        value: Annotated[str, Field(description="what to start from: `100 EFLOP/s`")] = "",
        unit: Annotated[str, Field(description="the unit to arrive at: `D1`, `MW`")] = "",
        cursor: Cursor = "",
    ) -> Annotated[CallToolResult, RootModel[DerivationsAnswer]]:
        """Find the shortest way from a value to a unit through facts of the packs, by dimensions, with sources."""
        return _answer(desk, cursor, lambda: desk.derive(value, unit))

    @server.tool(title="Sourced facts", annotations=_READS, structured_output=True)
    def facts(
        thing: Annotated[str, Field(description="any name of a thing: `D1`, `Germany`, `法国`")] = "",
        attribute: Annotated[str, Field(description="only this attribute: `gdp`; without a thing, of all")] = "",
        cursor: Cursor = "",
    ) -> Annotated[CallToolResult, RootModel[FactsAnswer]]:
        """Tell what the packs know of a thing, with sources; without a thing, who has an attribute, or all things."""
        return _answer(desk, cursor, lambda: desk.facts(thing, attribute))

    @server.tool(title="Rules and functions", annotations=_READS, structured_output=True)
    def rules(
        name: Annotated[str, Field(description="one of them, with symbols, dimensions and an example")] = "",
        cursor: Cursor = "",
    ) -> Annotated[CallToolResult, RootModel[RulesAnswer]]:
        """List the rules and functions that statements may call, or tell all of one."""
        return _answer(desk, cursor, lambda: desk.rules(name))

    @server.tool(title="Explain a code", annotations=_READS, structured_output=True)
    def explain(
        code: Annotated[str, Field(description="the code of a finding, `FC601`, or the name of a slip")] = "",
        cursor: Cursor = "",
    ) -> Annotated[CallToolResult, RootModel[PageAnswer]]:
        """Explain a code: what it means, an example, the cure; its wordings in drafts, and how often each was right."""
        return _answer(desk, cursor, lambda: desk.explain(code))


def _add_resources(server: MCPServer[None], desk: Desk) -> None:
    @server.resource("factcheck://packs", name="packs", mime_type="application/json")
    def packs() -> str:
        """Return the packs at hand, with what they are about."""
        return _found(desk, lambda: _json(desk.packs()))

    @server.resource("factcheck://pack/{name}", name="pack", mime_type="application/json")
    def pack(name: str) -> str:
        """Return what a pack knows: attributes, rules with their equations, and the things that `facts` tells about."""
        return _found(desk, lambda: _json(desk.pack(name)))

    @server.resource("factcheck://page/{code}", name="page", mime_type="text/markdown")
    def page(code: str) -> str:
        """Return the page of a code (FC601) or of a slip, in Markdown."""
        return _found(desk, lambda: desk.page(code))

    @server.resource("factcheck://pages", name="pages", mime_type="application/json")
    def pages() -> str:
        """Return the codes with their titles, and the names of the slips."""
        codes = [{"code": code, "title": title, "uri": f"factcheck://page/{code}"} for code, title in CODES.items()]
        return _json(
            [*codes, *({"code": name, "title": "slip", "uri": f"factcheck://page/{name}"} for name in slip_names())]
        )


def _add_prompt(server: MCPServer[None]) -> None:
    @server.prompt(title="Verify the numbers before you answer")
    def verify_numbers(
        task: Annotated[str, Field(description="what is to be written, if it was not said yet")] = "",
        language: Annotated[str, Field(description="the language of these instructions: en, zh")] = "en",
    ) -> str:
        """Have the numbers of an answer checked before it is given."""
        told = _text(f"verify.{language if language in LANGUAGES else LANGUAGES[0]}")
        return f"{told}\n{task}" if task else told


def _add_completion(server: MCPServer[None], desk: Desk) -> None:
    @server.completion()  # type: ignore[no-untyped-call, untyped-decorator]
    async def complete(
        _ref: PromptReference | ResourceTemplateReference, argument: CompletionArgument, _: CompletionContext | None
    ) -> Completion:
        """Return the names that begin as what was typed."""
        known: dict[str, Callable[[], list[str]]] = {
            "name": lambda: [*desk.workspace.folders],
            "code": lambda: [*CODES, *slip_names()],
            "language": lambda: [*LANGUAGES],
        }
        names = known[argument.name]() if argument.name in known else []
        fits = [name for name in names if name.casefold().startswith(argument.value.casefold())]
        return Completion(values=fits[:_COMPLETED], total=len(fits), has_more=len(fits) > _COMPLETED)


def _answer(desk: Desk, cursor: str, ask: Callable[[], Pieced | ClaimAnswer]) -> CallToolResult:
    """Answer one question; what cannot be answered is told in words, with the cure."""
    try:
        with desk.lock:
            found = data(desk.pieces.next(cursor) if cursor else ask())
    except Problem as problem:
        return _refused(
            "\n".join([f"error[{problem.code}]: {problem.message}", *problem.notes, *filter(None, [problem.help])])
        )
    except Refused as refused:
        return _refused(str(refused))
    except Exception as fault:  # noqa: BLE001 - the last place that can tell of it
        return _refused(fault_of_the_program(fault))
    return CallToolResult(content=[TextContent(type="text", text=_json(found))], structured_content=found)


def _refused(message: str) -> CallToolResult:
    text = escaped(cut(message.strip(), MAX_TEXT))
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True)


def _found(desk: Desk, ask: Callable[[], str]) -> str:
    try:
        with desk.lock:
            return ask()
    except Refused as refused:
        raise ResourceNotFoundError(str(refused)) from refused


def _json(found: object) -> str:
    return escaped(dumps(found, ensure_ascii=False))


@cache
def _text(name: str) -> str:
    return (files("factcheck.mcp") / "texts" / f"{name}.md").read_text(encoding="utf-8")
