"""Which part of a web page is its article: by its marks, else by where the paragraphs are, as readability does it.

After Arc90's Readability (2009), as it lives on in browsers: a paragraph speaks for what holds it, by its length and
its commas; menus, footers and the like are told by their marks and names.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import html

_ASIDE = frozenset(
    {
        "aside", "audio", "button", "canvas", "dialog", "footer", "form", "head", "iframe", "input", "link", "map",
        "menu", "meta", "nav", "noscript", "object", "picture", "script", "select", "style", "svg", "template",
        "title", "video",
    }
)  # fmt: skip
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "toolbar"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|breadcrumbs?|comments?|cookies?|consent|disqus|footer|masthead|menu|nav\w*|newsletter"
    r"|outbrain|pagination|popup|promo\w*|recommend\w*|related|share|sharing|sidebar|social|sponsor\w*|subscribe|taboola"
    r"|toc|toolbar|widget|mw-editsection|navbox|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAX_NAMES = 500
_PARAGRAPH = 40
"""A paragraph has so many characters; what has fewer speaks for nothing."""
_COMMAS = re.compile("[,，、]")
_MOST_POINTS = 3
_SHARE = 0.4
"""An article has at least this share of the text of a page's paragraphs; where none has, all of the page is read."""


def is_aside(one: html.HtmlElement) -> bool:
    """Whether an element is no part of a text: not shown, or a menu, a footer, an advertisement."""
    if one.tag in _ASIDE or one.get("role") in _ROLES:
        return True
    if one.get("hidden") is not None or one.get("aria-hidden") == "true" or _HIDDEN.search(one.get("style") or ""):
        return True
    if one.tag in {"body", "html", "article", "main", "table", "td", "th", "tr", "p"}:
        return False
    names = f"{one.get('class') or ''} {one.get('id') or ''}"[:_MAX_NAMES]
    return _NAMES.search(names) is not None


def article_of(root: html.HtmlElement, *, whole: bool = False) -> tuple[html.HtmlElement | None, html.HtmlElement]:
    """Return the headline of a page, where it stands outside of the article, and the article."""
    body = root.find("body") if root.tag == "html" else root
    body = root if body is None else body
    marked = body if whole else _marked(body)
    found = _scored(body) if marked is None else marked
    if found is body or found.find(".//h1") is not None:
        return None, found
    outside = [one for one in body.iter("h1") if found not in one.iterancestors() and not _is_beside(one)]
    return (outside[0] if len(outside) == 1 else None), found


def _marked(body: html.HtmlElement) -> html.HtmlElement | None:
    """Return the only article of a page, or its main part, by their marks."""
    articles = [one for one in body.iter("article") if not _is_beside(one)]
    mains = [one for one in body.iter() if one.tag == "main" or one.get("role") == "main"]
    for found in (articles, mains):
        if len(found) == 1 and _size(found[0]) >= _SHARE * _size(body):
            return found[0]
    return None


def _scored(body: html.HtmlElement) -> html.HtmlElement:
    """Return the element that the paragraphs speak for; the whole page where they do not agree."""
    points: dict[html.HtmlElement, float] = defaultdict(float)
    for one in _paragraphs(body):
        text = one.text_content()
        worth = 1 + len(_COMMAS.findall(text)) + min(len(text) // 100, _MOST_POINTS)
        parent = one.getparent()
        if parent is not None:
            points[parent] += worth
            if parent is not body and parent.getparent() is not None:
                points[parent.getparent()] += worth / 2
    best = max(points, key=points.__getitem__, default=body)
    return best if _size(best) >= _SHARE * _size(body) else body


def _paragraphs(part: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (one for one in part.iter("p") if len(one.text_content()) >= _PARAGRAPH and not _is_beside(one))


def _size(part: html.HtmlElement) -> int:
    return sum(len(one.text_content()) for one in _paragraphs(part))


def _is_beside(one: html.HtmlElement) -> bool:
    """Whether an element stands in what is no part of the text."""
    return is_aside(one) or any(map(is_aside, one.iterancestors()))
