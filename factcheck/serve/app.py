"""The answers to the page, each a question to the workspace; one thread asks it, so that drafts wait for each other."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import document
from factcheck.loader.files import MAX_BYTES
from factcheck.proofread.ignores import comment
from factcheck.quantity.languages import languages
from factcheck.quantity.phrases import has_page, page_words
from factcheck.report.web import page
from factcheck.serve.tabs import Outdated, Tabs
from factcheck.serve.told import Units, told
from factcheck.workspace import Workspace

WEB = Path(__file__).parent / "web"
STYLE = Path(page.__file__).with_name("style.css")
MAX_BODY = 2 * MAX_BYTES + 100_000
"""As JSON a text may be twice as long; what is longer is not read to its end."""
_JSON, _BYTES = "application/json", "application/octet-stream"
"""Types that a form of another site cannot send."""
_LONE = re.compile("[\ud800-\udfff]")
_SAMPLES = "The road is 620 km (998 miles) long.", "这条路长620公里（998英里），法国2021年人口为6050万。"

Made = TypeVar("Made")
Answer = Callable[[Request], Awaitable[Response]]


class Refused(Exception):  # noqa: N818 - said as it is raised
    """What cannot be answered: the status of HTTP, and the name of a sentence of the page."""

    def __init__(self, status: int, word: str) -> None:
        """Take both."""
        super().__init__(word)
        self.status, self.word = status, word


class Desk:
    """Answers the page."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the workspace that is asked."""
        self.workspace, self.tabs = workspace, Tabs(workspace)
        self.worker = ThreadPoolExecutor(1, "engine")

    def warm(self) -> None:
        """Load the engine, so that the first draft need not wait for it; nothing waits for this."""
        self.worker.submit(lambda: [self.workspace.draft(text) for text in _SAMPLES])

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The words of the page in each language that has some."""
        return {name: page_words(name)["desk"] for name in languages() if has_page(name)}

    async def ask(self, question: Callable[[], Made]) -> Made:
        """Return what the engine's thread answers."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, question)

    async def say(self, request: Request) -> Response:
        """Tell the words of the page, and how long a text may be."""
        del request
        return JSONResponse({"words": self.words, "most": MAX_BYTES})

    async def draft(self, request: Request) -> Response:
        """Read a draft: ``tab``, ``name``, ``text``, ``whole``."""
        asked = await _json(request, tab=str, name=str, text=str, whole=bool)
        text = _LONE.sub("\ufffd", asked["text"])
        if len(text) > MAX_BYTES:
            raise Refused(413, "too-long")
        whole = asked["whole"]
        return JSONResponse(
            await self.ask(lambda: told(self.tabs.read(asked["tab"], _name(asked["name"]), text, whole=whole)))
        )

    async def open(self, request: Request) -> Response:
        """Read a file, whose bytes are the request's, as text."""
        name = _name(request.query_params.get("name", ""))
        data = await _body(request, _BYTES)
        found = await self.ask(lambda: document(data, name))
        if isinstance(found, Diagnostic):
            return JSONResponse({"problem": found.message, "help": found.help or ""}, 422)
        return JSONResponse({"name": name, "text": found.text.removeprefix("\ufeff")})

    async def ignore(self, request: Request) -> Response:
        """Tell where to write which comment to ignore a finding: ``tab``, ``revision``, ``finding``, ``reason``."""
        asked = await _json(request, tab=str, revision=int, finding=int, reason=str)
        if not asked["reason"].strip():
            raise Refused(422, "no-reason")
        tab = self.tabs.get(asked["tab"])
        found = tab.finding(asked["revision"], asked["finding"])
        text = tab.report.text
        at, written = comment(text, found.start, found.code, asked["reason"])
        return JSONResponse({"at": Units(text).of(at), "text": written})


def app(desk: Desk, token: str) -> Starlette:
    """Return the app, all of it below the token."""
    routes: list[BaseRoute] = [
        _file("", WEB / "index.html"),
        _file("style.css", STYLE),
        Route("/words", desk.say),
        Route("/draft", desk.draft, methods=["POST"]),
        Route("/open", desk.open, methods=["POST"]),
        Route("/ignore", desk.ignore, methods=["POST"]),
        Mount("/", StaticFiles(directory=WEB)),
    ]
    handlers: Mapping[Any, Any] = {Refused: _refused, Outdated: _outdated}
    return Starlette(routes=[Mount(f"/{token}", routes=routes)], exception_handlers=handlers)


def _file(name: str, path: Path) -> Route:
    """Return the route of a file."""
    return Route(f"/{name}", lambda _: FileResponse(path))


def _refused(_: Request, refused: Refused) -> Response:
    return JSONResponse({"word": refused.word}, refused.status)


def _outdated(_: Request, outdated: Outdated) -> Response:
    del outdated
    return JSONResponse({"word": "outdated"}, 409)


def _name(text: str) -> str:
    """Return the name of a file without its folders, short and without line ends."""
    last = re.split(r"[/\\]", text)[-1]
    return "".join(character for character in last if character.isprintable())[-200:]


async def _json(request: Request, **fields: type) -> dict[str, Any]:
    """Return the fields of a request. Raises Refused where one is missing or of another type."""
    try:
        found = json.loads(await _body(request, _JSON))
    except (ValueError, RecursionError):
        raise Refused(400, "not-understood") from None
    if not isinstance(found, dict) or not all(type(found.get(name)) is kind for name, kind in fields.items()):
        raise Refused(400, "not-understood")
    return found


async def _body(request: Request, kind: str) -> bytes:
    """Return the bytes of a request of a type. Raises Refused where they are of another one, or too many."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != kind:
        raise Refused(415, "not-understood")
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY:
            raise Refused(413, "too-long")
        parts.append(part)
    return b"".join(parts)
