"""Who may ask: pages of this server, opened by its address. All others are refused before anything is read of them.

A page of another site can neither read an answer nor have one made: its requests lack the token of the address, name
another ``Origin``, or come by another ``Host`` (DNS rebinding). What is answered may not be framed, and runs no script
but its own files.
"""

from collections.abc import Iterable, Mapping
from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = frozenset({"GET", "HEAD"})
_OWN = frozenset({"same-origin", "none"})
"""What browsers tell of requests by this page, and of an address that was typed or clicked outside of any page."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "connect", "img")),
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Guard:
    """Lets through what has the token as the first part of its path, and comes from this server's own pages."""

    def __init__(self, app: ASGIApp, token: str, hosts: Iterable[str]) -> None:
        """Take the app, the token, and the names with port under which this server is reached."""
        self.app, self.token = app, token
        self.hosts = frozenset(hosts)
        self.origins = frozenset(f"http://{host}" for host in self.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it; nothing but HTTP is spoken."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        reason = self._refused(scope["method"], scope["path"], Headers(scope=scope))
        app = PlainTextResponse(f"{reason}\n", 403) if reason else self.app
        await app(scope, receive, answer)

    def _refused(self, method: str, path: str, headers: Headers) -> str:
        """Return why a request is refused; empty for one that is answered."""
        if headers.get("host", "") not in self.hosts:
            return "this server has another name"
        if not compare_digest(path.removeprefix("/").partition("/")[0].encode(), self.token.encode()):
            return "open the address that `factcheck serve` printed"
        origin = headers.get("origin")
        if headers.get("sec-fetch-site", "none") not in _OWN or (origin is not None and origin not in self.origins):
            return "only this server's own pages may ask"
        if method not in SAFE and origin is None:
            return "a request that changes something tells its origin"
        return ""
