"""The answers to the page, each a question to the workspace; one thread asks it, so that drafts wait for each other."""

import asyncio
import gc
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.diagnostics import Diagnostic, Problem
from factcheck.loader.documents import document
from factcheck.loader.files import MAX_BYTES
from factcheck.loader.office.refused import MAX_FILE
from factcheck.margin.changed import Changed
from factcheck.proofread.ignores import comment
from factcheck.proofread.what_if import read_number
from factcheck.quantity.languages import languages
from factcheck.quantity.phrases import has_page, page_words
from factcheck.serve import saved
from factcheck.serve.requests import Refused, body_of, fields_of, name_of, text_of
from factcheck.serve.tabs import Original, Tab, Tabs
from factcheck.serve.told import Units, told, told_levers, told_problem, told_thing, told_what_if
from factcheck.serve.worker import Worker
from factcheck.workspace import Workspace

_SAMPLES = "The road is 620 km (998 miles) long.", "这条路长620公里（998英里），法国2021年人口为6050万。"
_MAX_ASKED = 200
LEFT = "factcheck-left"
"""Tells of a document that is saved how many changes have no place in it."""

Made = TypeVar("Made")


class Desk:
    """Answers the page."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the workspace that is asked."""
        self.workspace, self.tabs = workspace, Tabs(workspace)
        self.worker = Worker()

    def warm(self) -> None:
        """Load the engine, so that the first draft need not wait for it; nothing waits for this."""
        for text in _SAMPLES:
            self.worker.submit(partial(self.workspace.draft, text))
        self.worker.submit(gc.freeze)  # what is loaded stays: looking through it again and again would cost keystrokes

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The words of the page in each language that has some."""
        return {name: page_words(name)["desk"] for name in languages() if has_page(name)}

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the settings, the packs and the baseline of the project."""
        return tuple(one for report in self.workspace.honour_drafts(()) for one in report.diagnostics)

    async def ask(self, question: Callable[[], Made], *, hurry: bool = True) -> Made:
        """Return what the engine's thread answers."""
        return await asyncio.wrap_future(self.worker.submit(question, hurry=hurry))

    async def say(self, request: Request) -> Response:
        """Tell the words of the page, and how long a text may be."""
        del request
        return JSONResponse({"words": self.words, "most": MAX_BYTES})

    async def draft(self, request: Request) -> Response:
        """Read a draft: ``tab``, ``name``, ``text``, ``whole``, ``serial`` (which counts the questions of a page)."""
        asked = await fields_of(request, tab=str, name=str, text=str, whole=bool, serial=int)
        tab, serial, name, text = asked["tab"], asked["serial"], name_of(asked["name"]), text_of(asked["text"])
        whole: bool = asked["whole"]
        self.tabs.asked(tab, serial)

        def answer() -> dict[str, Any]:
            return told(self.tabs.answer(tab, serial, name, text, whole=whole), self.problems)

        return JSONResponse(await self.ask(answer, hurry=not whole))

    async def open(self, request: Request) -> Response:
        """Read a file as text: its bytes are the request's, ``tab`` and ``name`` stand in the address."""
        tab, name = request.query_params.get("tab", ""), name_of(request.query_params.get("name", ""))
        data = await body_of(request, most=MAX_FILE)
        found = await self.ask(lambda: document(data, name))
        if isinstance(found, Diagnostic):
            return JSONResponse({"told": told_problem(found.message, found.code, found.help or "", name)}, 422)
        self.tabs.open(tab, name, Original(data, found))
        remarks = [told_problem(one.message, one.code) for one in found.told]
        return JSONResponse({"name": name, "text": found.text.removeprefix("\ufeff"), "remarks": remarks})

    async def ignore(self, request: Request) -> Response:
        """Tell where to write which comment to ignore a finding: ``tab``, ``revision``, ``finding``, ``reason``."""
        asked = await fields_of(request, tab=str, revision=int, finding=int, reason=str)
        if not asked["reason"].strip():
            raise Refused(422, "no-reason")
        tab = self._tab(asked)
        if tab.live.sheet or tab.original is not None:
            raise Refused(422, "no-comments")
        found = tab.finding(asked["revision"], asked["finding"])
        at, written = comment(tab.report.text, found.start, found.code, asked["reason"])
        return JSONResponse({"at": Units(tab.report.text).of(at), "text": written})

    async def levers(self, request: Request) -> Response:
        """Tell which inputs of a finding may be tried otherwise: ``tab``, ``revision``, ``finding``."""
        asked = await fields_of(request, tab=str, revision=int, finding=int)
        tab = self._tab(asked)
        found = tab.finding(asked["revision"], asked["finding"])
        return JSONResponse(told_levers(await self.ask(lambda: self.workspace.levers(found, tab.report))))

    async def what_if(self, request: Request) -> Response:
        """Tell what would be said with other inputs: beside what names the finding, ``changes`` by name."""
        asked = await fields_of(request, tab=str, revision=int, finding=int, changes=dict)
        changes = {name: read_number(text) for name, text in asked["changes"].items() if isinstance(text, str)}
        given = {name: number for name, number in changes.items() if number is not None}
        if len(given) < len(asked["changes"]):
            raise Refused(422, "no-number")
        tab = self._tab(asked)
        found, draft = tab.finding(asked["revision"], asked["finding"]), tab.report
        answer = await self.ask(lambda: self.workspace.what_if(found, draft, given))
        if answer is None:
            raise Refused(422, "no-answer")
        return JSONResponse(told_what_if(answer, draft.language))

    async def facts(self, request: Request) -> Response:
        """Tell what is known of what is asked: ``text``."""
        asked = (await fields_of(request, text=str))["text"][:_MAX_ASKED]
        try:
            return JSONResponse(told_thing(await self.ask(lambda: self.workspace.look_up(asked))))
        except Problem as problem:
            told = told_problem(problem.help, problem.code) if problem.help else None
            return JSONResponse({"word": "facts-none", "told": told}, 404)

    async def save(self, request: Request) -> Response:
        """Return a draft in a form to keep: ``tab``, ``name``, ``text``, ``form``."""
        asked = await fields_of(request, tab=str, name=str, text=str, form=str)
        form = saved.FORMS.get(asked["form"])
        if form is None:
            raise Refused(400, "not-understood")
        name, text = name_of(asked["name"]), text_of(asked["text"])
        try:
            data = await self.ask(lambda: form(self.tabs.read(asked["tab"], name, text, whole=True), self.workspace))
        except Problem as problem:
            return JSONResponse({"told": told_problem(problem.message, problem.code, problem.help or "")}, 422)
        whole, left = data if isinstance(data, Changed) else (data, 0)
        return Response(whole, media_type="application/octet-stream", headers={LEFT: str(left)})

    def _tab(self, asked: Mapping[str, Any]) -> Tab:
        return self.tabs.get(asked["tab"])
