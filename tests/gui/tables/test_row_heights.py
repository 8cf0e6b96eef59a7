"""Rows of one line, of three lines, or wrapped: measured in one article, and all equally high in longer lists."""

import pytest
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, SpeakersPanel, StatementsPanel
from gui.tables.equal_heights import MEASURED
from gui.tables.panel import TablePanel
from models.edits import Edit, made
from models.entities import Claim, Role, Span, Speaker
from models.views.layout import RowHeight
from tests.example import Example
from tests.gui.tables.acting import column, go_to, switches
from tests.waiting import let_read


@pytest.fixture
def long_claim(panel: StatementsPanel, project: Project, example: Example) -> StatementsPanel:
    """Return the statements with a first claim of ten lines and more."""
    claim = Claim(article=example.article.id)
    span = Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=0, end=400)
    project.do(Edit("Long claim", (made(claim), made(span))))
    return panel


def choose(qtbot: QtBot, panel: TablePanel, height: RowHeight) -> list[int]:
    """Choose a height in the menu of the header; return the heights of the rows in lines of text."""
    menu = panel.view.header.columns_menu()
    next(each for each in menu.actions() if each.objectName() == f"rows_{height}").trigger()
    qtbot.wait(1)
    return lines(panel)


def lines(panel: TablePanel) -> list[int]:
    """Return how many lines of text each row has room for."""
    look = panel.view.look
    heights = {look.row_height(count): count for count in range(1, 101)}
    return [heights[panel.view.rowHeight(row)] for row in range(panel.view.lines.rowCount())]


def test_rows_of_an_article_are_as_high_as_chosen_and_no_higher_than_their_words(
    qtbot: QtBot, long_claim: StatementsPanel
) -> None:
    usual = lines(long_claim)
    assert usual == [3, 3, 2, 1]
    assert choose(qtbot, long_claim, RowHeight.ONE) == [1, 1, 1, 1]
    wrapped = choose(qtbot, long_claim, RowHeight.WRAPPED)
    assert wrapped[0] > 6
    assert wrapped[1:] == usual[1:]
    assert choose(qtbot, long_claim, RowHeight.THREE) == usual


def test_the_height_that_is_chosen_already_is_left_to_the_table_again(
    qtbot: QtBot, numbers: NumbersPanel, project: Project
) -> None:
    let_read(project)
    usual = lines(numbers)
    assert choose(qtbot, numbers, RowHeight.THREE) == [3, 3]
    assert choose(qtbot, numbers, RowHeight.THREE) == usual
    assert numbers.view.header.rows is None


def test_rows_of_all_articles_are_equally_high_and_wrapped_ones_hold_nine_of_ten(
    qtbot: QtBot, long_claim: StatementsPanel, project: Project
) -> None:
    switches(long_claim)[1].click()
    let_read(project)
    assert set(lines(long_claim)) == {2}
    assert set(choose(qtbot, long_claim, RowHeight.ONE)) == {1}
    assert set(choose(qtbot, long_claim, RowHeight.THREE)) == {3}
    (wrapped,) = set(choose(qtbot, long_claim, RowHeight.WRAPPED))
    needed = sorted(long_claim.view.lines_needed(row, 12) for row in range(long_claim.view.lines.rowCount()))
    assert wrapped == needed[-2] < needed[-1]


def test_wrapped_rows_follow_the_width_of_their_words(
    qtbot: QtBot, speakers: SpeakersPanel, project: Project, example: Example
) -> None:
    project.do(Edit("Long names", tuple(made(Speaker(name=f"Committee {n} of the harbour wall")) for n in range(9))))
    (high,) = set(choose(qtbot, speakers, RowHeight.WRAPPED))
    speakers.resize(1600, 600)
    qtbot.waitUntil(lambda: lines(speakers)[0] < high)
    speakers.resize(400, 600)
    qtbot.waitUntil(lambda: lines(speakers)[0] >= high)


def test_no_row_of_a_wrapped_list_moves_while_one_works_in_it(
    qtbot: QtBot, speakers: SpeakersPanel, project: Project, example: Example
) -> None:
    before = choose(qtbot, speakers, RowHeight.WRAPPED)
    project.do(Edit("Long names", tuple(made(Speaker(name=f"Committee {n} " * 20)) for n in range(9))))
    qtbot.wait(1)
    assert set(lines(speakers)) == set(before)


def test_of_a_long_list_only_some_rows_are_looked_at(
    qtbot: QtBot, speakers: SpeakersPanel, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.do(Edit("Many", tuple(made(Speaker(name=f"Number {n}")) for n in range(5 * MEASURED))))
    looked_at, needed = list[int](), speakers.view.lines_needed

    def counted(row: int, most: int) -> int:
        looked_at.append(row)
        return needed(row, most)

    monkeypatch.setattr(speakers.view, "lines_needed", counted)
    choose(qtbot, speakers, RowHeight.WRAPPED)
    qtbot.waitUntil(lambda: bool(looked_at))
    assert len(looked_at) <= MEASURED


def test_the_current_row_stays_in_sight_when_all_become_higher(
    qtbot: QtBot, speakers: SpeakersPanel, project: Project, example: Example
) -> None:
    project.do(Edit("Many", tuple(made(Speaker(name=f"A {n:03}")) for n in range(90))))
    choose(qtbot, speakers, RowHeight.ONE)
    go_to(speakers, example.mayor.id, "name")
    choose(qtbot, speakers, RowHeight.THREE)
    cell = speakers.view.visualRect(speakers.view.currentIndex())
    assert speakers.view.viewport().rect().contains(cell)


def test_the_height_of_rows_is_remembered_with_the_columns(qtbot: QtBot, long_claim: StatementsPanel) -> None:
    wrapped = choose(qtbot, long_claim, RowHeight.WRAPPED)
    saved = long_claim.layouts()
    long_claim.view.header.reset_columns()
    assert lines(long_claim)[0] == 3
    long_claim.take_layouts(saved)
    qtbot.waitUntil(lambda: lines(long_claim) == wrapped)
    assert not long_claim.view.isColumnHidden(column(long_claim, "claim"))
