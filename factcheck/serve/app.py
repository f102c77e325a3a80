"""The addresses of the page: its files, and the questions that it asks; all of them below the token."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from factcheck.report.web import page
from factcheck.serve.desk import Desk
from factcheck.serve.requests import Refused
from factcheck.serve.tabs import Outdated

WEB = Path(__file__).parent / "web"
STYLE = Path(page.__file__).with_name("style.css")
"""The style of the reports, which the page shares."""


def app(desk: Desk, token: str) -> Starlette:
    """Return the app, all of it below the token."""
    questions = {
        "draft": desk.draft,
        "open": desk.open,
        "ignore": desk.ignore,
        "levers": desk.levers,
        "what-if": desk.what_if,
        "facts": desk.facts,
        "save": desk.save,
    }
    routes: list[BaseRoute] = [
        _file("", WEB / "index.html"),
        _file("style.css", STYLE),
        Route("/words", desk.say),
        *(Route(f"/{name}", answer, methods=["POST"]) for name, answer in questions.items()),
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
