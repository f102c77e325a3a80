"""PDF: the letters of a page, put together as people read them."""

from factcheck.diagnostics import Diagnostic
from factcheck.loader.documents import document

from .made import opened, pdf, places

Line = tuple[float, float, float, str]


def column(left: float, *texts: str, top: float = 100) -> list[Line]:
    return [(left, top + 12 * at, 10, text) for at, text in enumerate(texts)]


LEFT = (
    "The road is 620 km long, which is",
    "far more than anybody thought of",
    "when it was planned in the year",
    "of the great flood, and it cost",
)
RIGHT = (
    "two billion dollars in the end,",
    "as the ministry has now told us",
    "in a letter of many pages, most",
    "of which say nothing about it.",
)


def test_lines_are_put_together_and_words_that_were_parted() -> None:
    lines = (
        "The road is 620 km (385 miles) long, which is extraordi-",
        "narily far, and was built in 2019-",
        "2021 by us.",
    )
    found = opened(pdf(column(50, *lines)), "a.pdf")
    assert (
        found.text
        == "The road is 620 km (385 miles) long, which is extraordinarily far, and was built in 2019-2021 by us."
    )
    assert places(found)[0][0] == "page 1"


def test_two_columns_are_read_one_after_the_other() -> None:
    title = [(50.0, 60.0, 20.0, "What roads cost")]
    found = opened(pdf(title + column(50, *LEFT) + column(320, *RIGHT)), "a.pdf")
    assert [text for _, text in places(found)] == ["What roads cost", " ".join((*LEFT, *RIGHT))]
    assert found.structure is not None
    assert [one.role for one in found.structure.blocks] == ["headline", "paragraph"]


def test_columns_that_the_file_has_line_by_line_are_read_the_same() -> None:
    both = [line for pair in zip(column(50, *LEFT), column(320, *RIGHT), strict=True) for line in pair]
    assert opened(pdf(both), "a.pdf").text == " ".join((*LEFT, *RIGHT))


def test_a_table_is_rows_of_cells() -> None:
    rows = (("Region", "2023", "2024"), ("North", "1,204", "1,310"), ("South and its islands", "2,116", "2,090"))
    lines = [
        (left, 150.0 + 14 * at, 10.0, text)
        for at, row in enumerate(rows)
        for left, text in zip((50, 250, 350), row, strict=True)
    ]
    found = opened(pdf(column(50, "Sales went up, as this table shows:") + lines), "a.pdf")
    assert (
        found.text.split("\n\n")[1]
        == "Region | 2023 | 2024\nNorth | 1,204 | 1,310\nSouth and its islands | 2,116 | 2,090"
    )
    assert places(found)[-1] == ("page 1, table 1, cell C3", "2,090")


def test_heads_and_numbers_of_pages_are_no_text_and_sentences_go_on() -> None:
    def page(number: int, *texts: str) -> list[Line]:
        head = [(50.0, 30.0, 8.0, f"The Road Review {number}")]
        return [*head, *column(50, *texts), (300.0, 760.0, 8.0, f"- {number} -")]

    first = page(1, "The road is 620 km long, which is far more", "than anybody thought of when it was planned, and")
    second = page(2, "it cost two billion dollars in the end.", "Nobody knows why, as has been said before.")
    found = opened(pdf(first, second), "a.pdf")
    assert found.text.startswith("The road is 620 km long")
    assert "planned, and it cost two billion" in found.text
    assert found.text.endswith("said before.")


def test_a_paragraph_begins_behind_a_gap() -> None:
    lines = column(50, "The road is 620 km long.", "It was built in 2019.") + column(
        50, "Another is 99 km long.", top=150
    )
    assert (
        opened(pdf(lines), "a.pdf").text == "The road is 620 km long. It was built in 2019.\n\nAnother is 99 km long."
    )


def test_notes_at_the_foot_of_a_page_are_read_behind_the_text() -> None:
    lines = [*column(50, *LEFT), (50.0, 700.0, 7.0, "1 In prices of 2020.")]
    found = opened(pdf(lines, column(50, *RIGHT)), "a.pdf")
    assert places(found) == [("page 1", " ".join((*LEFT, *RIGHT))), ("page 1", "1 In prices of 2020.")]


def test_a_power_is_raised_and_the_mark_of_a_note_behind_a_number_is_not_read() -> None:
    power = [(50.0, 100.0, 10.0, "It has 10"), (88.5, 96.0, 6.0, "6"), (95.0, 100.0, 10.0, "stones of 25 m")]
    mark = [(50.0, 300.0, 10.0, "It was in 2019"), (111.8, 296.0, 6.0, "3")]
    text = opened(pdf(power + mark), "a.pdf").text
    assert "10⁶" in text
    assert "2019³" not in text
    assert "20193" not in text


def test_pages_without_text_are_pictures() -> None:
    found = document(pdf([]), "a.pdf")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.help) == ("FC119", "where its pages are pictures, have their text recognized first")


def test_what_is_no_pdf_and_what_is_cut_off() -> None:
    for data in (b"no document", b"%PDF-1.4\n", pdf(column(50, "620 km"))[:40]):
        found = document(data, "a.pdf")
        assert isinstance(found, Diagnostic)
        assert found.code == "FC119"


def test_a_password_is_told() -> None:
    sealed = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<41><41>]"
    found = document(pdf(column(50, "620 km"), more=sealed), "a.pdf")
    assert isinstance(found, Diagnostic)
    assert found.code == "FC120"


def test_numbers_beside_the_middle_of_a_label_of_two_lines_are_in_its_row() -> None:
    label = [(50.0, 150.0, 10.0, "Services and other revenue,"), (50.0, 162.0, 10.0, "net of returns")]
    figures = [(250.0, 156.0, 10.0, "3,194"), (300.0, 156.0, 10.0, "3,176")]
    total = [(50.0, 180.0, 10.0, "Total"), (250.0, 180.0, 10.0, "3,194"), (300.0, 180.0, 10.0, "3,176")]
    text = opened(pdf([*label, *figures, *total]), "a.pdf").text
    assert text == "Services and other revenue, net of returns | 3,194 | 3,176\nTotal | 3,194 | 3,176"


def test_items_of_a_list_are_paragraphs_of_their_own() -> None:
    lines = column(50, "The survey had many answers, as was told before it began:", "1. 50 vans", "2. 70 cars")
    found = opened(pdf(lines), "a.pdf")
    assert [text for _, text in places(found)] == [text for _, _, _, text in lines]
