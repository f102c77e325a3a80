"""Many drafts on a page: a table of what each came to, the worst first, with a way to its own page."""

import re
from collections.abc import Callable, Iterator, Sequence

from factcheck.cache import digest
from factcheck.model.draft import DraftReport
from factcheck.quantity.languages import DEFAULT
from factcheck.quantity.phrases import page_words
from factcheck.report.drafts.summary import counted, counts, total
from factcheck.report.web.page import element, escaped

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_MAX_NAME = 60
_MARK = 8


def language_of(drafts: Sequence[DraftReport]) -> str:
    """Return the language that all drafts have, else the default one."""
    found = {draft.language for draft in drafts}
    return found.pop() if len(found) == 1 else DEFAULT


def title(drafts: Sequence[DraftReport]) -> str:
    """Return what the page of several drafts is called."""
    return counted(page_words(language_of(drafts))["index"]["title"], len(drafts))


def overview(drafts: Sequence[DraftReport], place: Callable[[int], str]) -> Iterator[str]:
    """Yield the table; ``place`` is the address of the draft of a number."""
    words = page_words(language_of(drafts))["index"]
    yield element("h1", escaped(title(drafts)))
    yield element("p", escaped(words["order"]), class_="sum")
    head = "".join(element("th", escaped(words[name]), scope="col") for name in ("text", "found", "covered"))
    rows = "\n".join(_row(drafts[number], place(number)) for number in worst_first(drafts))
    yield element("table", element("thead", element("tr", head)) + element("tbody", rows), class_="index")


def worst_first(drafts: Sequence[DraftReport]) -> list[int]:
    """Return the numbers of the drafts: what could not be read, then by what is wrong, worth a look, borderline."""

    def rank(number: int) -> tuple[int, int, int, int, str, int]:
        draft = drafts[number]
        bad = (draft.count(status) for status in ("wrong", "query", "borderline"))
        return (-len(draft.diagnostics), *(-count for count in bad), draft.path, number)  # type: ignore[return-value]

    return sorted(range(len(drafts)), key=rank)


def _row(draft: DraftReport, address: str) -> str:
    told = [element("span", escaped(one.message), class_="tag wrong") for one in draft.diagnostics[:1]]
    told += [element("span", escaped(text), class_=f"tag {status}") for status, text in counts(draft)]
    covered = f"{draft.coverage:.0%}" if draft.numbers else ""
    name = element("a", escaped(draft.path or "draft"), href=address)
    cells = (name, " ".join(told) or escaped(total(draft)), covered)
    return element("tr", "".join(element("td", cell) for cell in cells))


def file_names(drafts: Sequence[DraftReport]) -> list[str]:
    """Return a file name for the page of each draft: its path as far as every system takes it, and a mark of all of it.

    A path that stands twice gets a number.
    """
    found: list[str] = []
    for draft in drafts:
        safe = _UNSAFE.sub("-", draft.path).strip("-.")[-_MAX_NAME:]
        stem = "-".join(filter(None, (safe, digest(draft.path)[:_MARK])))
        again = sum(name.startswith(stem) for name in found)
        found.append(f"{stem}-{again + 1}.html" if again else f"{stem}.html")
    return found
