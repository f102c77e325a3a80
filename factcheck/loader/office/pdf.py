"""PDF (ISO 32000) as PDFium reads it: the letters of a page with their places, put together as people read them.

No script of a document is run and nothing is fetched. Pages that are pictures have no text.
"""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from factcheck.loader.office.laying import Laid, raised
from factcheck.loader.office.page_flow import Flow
from factcheck.loader.office.page_layout import Piece
from factcheck.loader.office.refused import broken, locked, too_large

MAX_PAGES = 2_000
MAX_LETTERS = 200_000
"""So many letters a page may have."""

_GAP = 0.9
"""A gap of so many times the size of the letters parts two columns."""
_SPACE = 0.18
_HYPHENS = frozenset("\u0002\ufffe\u00ad")
"""How PDFium tells a hyphen at the end of a line."""
_SMALL = 0.85
_RIGHT_ANGLE = 0.05


def read(data: bytes) -> Laid:
    """Return the text of a PDF. Raises Problem for one that cannot be read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise locked() from None
        raise broken("it is no PDF that can be read") from None
    try:
        if len(document) > MAX_PAGES:
            raise too_large(f"it has more than {MAX_PAGES:,} pages")
        return Flow([list(_pieces(document[number])) for number in range(len(document))]).laid()
    except pypdfium2.PdfiumError:
        raise broken("one of its pages cannot be read") from None
    finally:
        document.close()


def _pieces(page: "pypdfium2.PdfPage") -> Iterator[Piece]:
    """Yield what stands in one line of a page without a gap, in the order of the file."""
    text = page.get_textpage()
    try:
        piece = _Line()
        for letter in _letters(text, page.get_height()):
            if not piece.takes(letter):
                yield from piece.done()
                piece = _Line()
            piece.add(letter)
        yield from piece.done()
    finally:
        text.close()
        page.close()


class _Letter:
    """A letter: its left and right, the distance of its base line from the top of the page, and its size."""

    __slots__ = ("left", "right", "size", "text", "y")

    def __init__(self, text: str, left: float, right: float, y: float, size: float) -> None:
        self.text, self.left, self.right, self.y, self.size = text, left, right, y, size


def _letters(text: "pypdfium2.PdfTextPage", height: float) -> Iterator[_Letter]:
    """Yield the letters of a page that stand upright."""
    count = text.count_chars()
    if count > MAX_LETTERS:
        raise too_large(f"a page has more than {MAX_LETTERS:,} letters")
    box, high = raw.FS_RECTF(), 0
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a character beyond the first plane
            high = code
            continue
        if 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - its second half
            code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD), 0
        if abs(raw.FPDFText_GetCharAngle(text, at)) > _RIGHT_ANGLE or code > 0x10FFFF:  # noqa: PLR2004
            continue
        sign = chr(code)
        if raw.FPDFText_IsGenerated(text, at) and sign in "\r\n":
            continue
        if not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            continue
        shown = "-" if sign in _HYPHENS else sign
        y, size = _base(text, at)
        yield _Letter(shown, box.left, box.right, height - y, size or max(1.0, box.top - box.bottom))


def _base(text: "pypdfium2.PdfTextPage", at: int) -> tuple[float, float]:
    """Return the height of the base line of a letter, and its size as it is shown."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
    scaled = raw.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
    return y.value, float(raw.FPDFText_GetFontSize(text, at)) * (math.hypot(matrix.c, matrix.d) if scaled else 1.0)


class _Line:
    """Letters in one line, without a gap; what is small and stands above the line is raised."""

    def __init__(self) -> None:
        self.letters: list[_Letter] = []
        self.blanks = 0

    def takes(self, letter: _Letter) -> bool:
        """Whether a letter goes on in this line."""
        if not self.letters or letter.text.isspace():
            return True
        last, main = self.letters[-1], self._main()
        size = max(main.size, letter.size)
        beside = letter.left > last.left - 0.5 * size and letter.left < last.right + _GAP * size
        return beside and (abs(letter.y - main.y) < 0.3 * size or _is_raised(letter, main) or _is_raised(main, letter))

    def _main(self) -> _Letter:
        """Return a letter of the usual size: the last of the largest."""
        return max(reversed(self.letters[-40:]), key=lambda one: round(one.size))

    def add(self, letter: _Letter) -> None:
        """Take a letter."""
        if letter.text.isspace():
            self.blanks += 1
        else:
            if self.letters and (self.blanks or letter.left - self.letters[-1].right > self._space(letter)):
                self.letters[-1].text += " "
            self.letters.append(letter)
            self.blanks = 0

    def _space(self, letter: _Letter) -> float:
        """Return how wide a gap is a blank."""
        return _SPACE * max(letter.size, self.letters[-1].size)

    def done(self) -> Iterator[Piece]:
        """Yield the line as a piece, if there is anything in it."""
        if not self.letters:
            return
        main = max(self.letters, key=lambda one: round(one.size))
        parts, above = [], ""
        for at, one in enumerate(self.letters):
            if _is_raised(one, main):
                above += one.text
                continue
            parts.append(self._above(above, at))
            above = ""
            parts.append(one.text)
        parts.append(self._above(above, len(self.letters)))
        left, right = self.letters[0].left, max(one.right for one in self.letters)
        yield Piece(left, right, main.y, main.size, "".join(parts).strip())

    def _above(self, text: str, behind: int) -> str:
        """Return what is raised; digits right behind those of a number other than ten are the mark of a note."""
        first = behind - len(text.replace(" ", ""))
        if not text or first <= 0:
            return text
        before = "".join(one.text for one in self.letters[max(0, first - 3) : first])
        power = before.endswith("10") and not before[:-2].strip()[-1:].isdigit()
        if before[-1:].isdigit() and not power:
            return " " * text.endswith(" ")
        return raised(text)


def _is_raised(letter: _Letter, main: _Letter) -> bool:
    small = letter.size < _SMALL * main.size and letter.text < "\u2e80"
    return small and 0.1 * main.size < main.y - letter.y < 0.9 * main.size
