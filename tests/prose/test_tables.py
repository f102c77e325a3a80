"""Tables of documents: their rows and cells, in Markdown, HTML within it, and separated values."""

import pytest

from factcheck.prose.document import view_of


def cells(text: str, *, markdown: bool = False, sheet: bool = False) -> list[list[list[str]]]:
    view = view_of(text, markdown=markdown, sheet=sheet)
    return [[[view.text[slice(*cell)].strip() for cell in row] for row in table] for table in view.tables]


def test_empty_cells_keep_their_place() -> None:
    assert cells("| a | b | c |\n|---|---|---|\n| 1 | | 3 |\n| 4 || 6 |\n", markdown=True) == [
        [["a", "b", "c"], ["1", "", "3"], ["4", "", "6"]]
    ]


def test_a_bar_behind_a_backslash_parts_nothing() -> None:
    assert cells("a | b\n---|---\n1 \\| 2 | 3\n", markdown=True) == [[["a", "b"], ["1 | 2", "3"]]]


def test_a_row_may_have_more_cells_than_the_head() -> None:
    assert cells("| a |\n|---|\n| 1 | 2 | 3 |\n", markdown=True) == [[["a"], ["1", "2", "3"]]]


def test_two_tables_are_two() -> None:
    text = "| a |\n|---|\n| 1 |\n\ntext\n\n| b |\n|---|\n| 2 |\n"
    assert cells(text, markdown=True) == [[["a"], ["1"]], [["b"], ["2"]]]


HTML = """<p>Before</p>
<table class="x"><tr><th>a</th><th>b</th></tr>
<tr><td>1</td><td><b>2</b></td>
<tr><td>3<td></tr></table>
"""


def test_tables_of_html_are_read_with_what_stands_around_them() -> None:
    assert cells(HTML, markdown=True) == [[["a", "b"], ["1", "2"], ["3", ""]]]
    view = view_of(HTML, markdown=True)
    assert "Before" in view.text


def test_a_table_of_html_that_never_ends_has_its_rows() -> None:
    assert cells("<table><tr><td>1</td><td>2", markdown=True) == [[["1"]]]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_separated_values_are_a_table(sign: str) -> None:
    text = sign.join(["a", "b", "c"]) + "\r\n" + sign.join(['"x' + sign + 'y"', "", "3"]) + "\n"
    assert cells(text, sheet=True) == [[["a", "b", "c"], ["x" + sign + "y", "", "3"]]]


def test_places_are_those_of_the_file() -> None:
    text = '\ufeffname,value\n"Dredging","4,120"\n'
    view = view_of(text, sheet=True)
    cell = view.span(view.tables[0][1][1])
    assert text[slice(*cell)] == "4,120"


@pytest.mark.parametrize("text", ["", "\n\n", '"', '"a', 'a,"b\nc', ",,,\n,,,", "a,b,"])
def test_broken_values_are_read_as_far_as_they_go(text: str) -> None:
    for table in view_of(text, sheet=True).tables:
        for row in table:
            assert row
