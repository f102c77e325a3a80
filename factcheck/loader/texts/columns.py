"""Which columns hold the text, its id and its date."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.suggest import nearest

TEXTS = ("text", "content", "body", "article", "正文", "内容")
IDS = ("id", "text_id", "doc_id", "url", "uri", "编号")
"""What columns are called that nobody named, the first that is there."""

_SHOWN = 20


class NoColumn(ValueError):  # noqa: N818 - wrong usage, not a crash
    """There is no such column, or it does not hold texts: the message says what there is."""


class Wanted(NamedTuple):
    """The columns of texts, ids and dates; empty: that of the text and id as they are mostly called, no date."""

    text: str = ""
    id: str = ""
    date: str = ""

    def among(self, names: Sequence[str]) -> "Wanted":
        """Return the columns that hold them. Raises NoColumn where one is not there."""
        text = self.text or next((name for name in TEXTS if name in names), "")
        if not text:
            raise NoColumn(
                f"no column is called {', '.join(f'`{one}`' for one in TEXTS[:4])}: name it; {listed(names)}"
            )
        found = Wanted(text, self.id or next((name for name in IDS if name in names), ""), self.date)
        for name in filter(None, found):
            _present(name, names)
        return found


def _present(name: str, names: Sequence[str]) -> None:
    if name in names or _is_inside(name, names):
        return
    near = nearest(name, names[:1000])
    raise NoColumn(f"no column `{name}`; {f'did you mean `{near}`?' if near else listed(names)}")


def _is_inside(name: str, names: Sequence[str]) -> bool:
    """Whether a field may be within one that is there, deeper than the names go."""
    head = name.rpartition(".")[0]
    return head in names and not any(one.startswith(f"{head}.") for one in names)


def listed(names: Sequence[str]) -> str:
    """Say which columns there are."""
    if not names:
        return "there are no columns"
    more = ", …" if len(names) > _SHOWN else ""
    return f"columns: {', '.join(f'`{name}`' for name in names[:_SHOWN])}{more}"
