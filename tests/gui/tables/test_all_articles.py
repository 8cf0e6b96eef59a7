"""The lines of the whole project: read in pages, sorted and filtered by the file, and updated after every edit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QRegion
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, StatementsPanel
from gui.tables.picked import PAGE
from gui.tables.project_model import FIRST, ProjectTableModel
from gui.tables.statement_columns import ALL_STATEMENT_COLUMNS, STATEMENT_VARIABLES
from gui.window.news import News
from models.actions import claims
from models.edits import Edit, made
from models.entities import Claim, Number, Qualifier, Role, Span
from models.errors import NotAProject
from models.lines.order import Order, Sort
from models.places import Place
from models.store.view import StatementList, StoreView
from tests.example import Example, place, typed
from tests.gui.tables.acting import Key, cell, column, editor, go_to, press, switches
from tests.waiting import let_read


@pytest.fixture
def model(project: Project) -> Iterator[ProjectTableModel]:
    """Yield all lines of the project, watched by Qt's own tester."""
    model = ProjectTableModel(ALL_STATEMENT_COLUMNS, STATEMENT_VARIABLES, Order())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    News([model], model).set_project(project)
    model.set_active(True)
    let_read(project)
    yield model
    tester.deleteLater()


class PaintedRegion(QObject):
    """Collects what is painted of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def shown(model: ProjectTableModel, name: str) -> list[str]:
    """Return a column from top to bottom."""
    section = [column.name for column in model.columns].index(name)
    return [str(model.data(model.index(row, section))) for row in range(model.rowCount())]


def add_numbers(project: Project, example: Example, count: int) -> None:
    """Record so many numbers in the other article, in one edit: 1, 2, 3 …"""
    rows = [
        Number(article=example.other.id, value=float(n), qualifier=Qualifier.EXACT, counted="passengers")
        for n in range(1, count + 1)
    ]
    spans = [
        Span(article=example.other.id, role=Role.NUMBER, number=number.id, start=at % 50, end=at % 50 + 1)
        for at, number in enumerate(rows)
    ]
    assert project.do(Edit("Many numbers", tuple(made(row) for row in (*rows, *spans))))


def test_the_lines_of_all_articles_stand_in_text_order(
    model: ProjectTableModel, project: Project, example: Example
) -> None:
    add_numbers(project, example, 2)
    model.catch_up()
    let_read(project)
    assert shown(model, "counted") == ["crowns", "", "new berths", "passengers", "passengers"]
    assert shown(model, "article")[::4] == ["Harbour wall will take two winters", "Ferry to run again"]


def test_it_sorts_by_a_column_and_lines_without_a_value_come_last(
    model: ProjectTableModel, project: Project, example: Example
) -> None:
    add_numbers(project, example, 2)
    model.catch_up()
    let_read(project)
    model.set_order(Order((Sort("value"),)))
    let_read(project)
    assert shown(model, "value") == ["1", "2", "≥ 12", "≈ 40,000,000", ""]
    model.set_order(Order((Sort("value", descending=True),)))
    let_read(project)
    assert shown(model, "value") == ["≈ 40,000,000", "≥ 12", "2", "1", ""]


def test_sorting_keeps_the_current_line(qtbot: QtBot, panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    let_read(panel.project)
    go_to(panel, example.berths.id, "value")
    chosen = QSignalSpy(panel.record_selected)
    header = panel.view.header
    header.setSortIndicator(column(panel, "value"), Qt.SortOrder.AscendingOrder)
    let_read(panel.project)
    assert panel.view.lines.row_of(example.berths.id) == 0
    assert panel.view.record() == example.berths.id
    assert chosen.count() == 0


def test_the_filter_waits_for_a_pause_in_the_typing(qtbot: QtBot, panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    let_read(panel.project)
    asked = QSignalSpy(panel.view.lines.rowsRemoved)
    QTest.keyClicks(panel.filter, "brekke crow")
    assert panel.view.lines.rowCount() == 3
    qtbot.waitUntil(lambda: panel.view.lines.rowCount() == 1)
    assert asked.count() == 1
    assert cell(panel, example.cost.id, "speaker") == "Ida Brekke"
    QTest.keyClick(panel.filter, Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.view.lines.rowCount() == 3)


def test_an_edit_shows_at_once_and_its_order_after_a_pause(
    qtbot: QtBot, model: ProjectTableModel, project: Project, example: Example
) -> None:
    assert project.records
    model.set_order(Order((Sort("value"),)))
    let_read(project)
    held = model.index(0, 0)
    reset = QSignalSpy(model.modelReset)
    project.do(typed(project.records.numbers[example.berths.id], "counted", "moorings"))
    assert shown(model, "counted")[0] == "moorings"
    project.do(claims.delete_claim(project.records, project.records.claims[example.lost.id]))
    project.do(claims.mark_claim(project.records, *place("the plan too small")))
    qtbot.waitUntil(lambda: model.rowCount() == 3 and "the plan too small" in shown(model, "claim"))
    assert held.isValid()
    assert reset.count() == 0


def test_after_an_edit_nothing_is_read_before_the_pause(
    qtbot: QtBot, model: ProjectTableModel, project: Project, example: Example
) -> None:
    project.do(typed(example.berths, "counted", "moorings"))
    assert "moorings" in shown(model, "counted")
    assert not project.reader.busy  # what was edited is painted first
    with qtbot.waitSignal(project.reader.idle):
        pass
    assert "moorings" in shown(model, "counted")


def test_only_the_pages_that_are_looked_at_are_read(
    model: ProjectTableModel, project: Project, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_numbers(project, example, 3 * PAGE)
    model.catch_up()
    let_read(project)
    read: list[tuple[int, int]] = []
    original = StoreView.lines

    def counted(view: StoreView, listed: StatementList, first: int, most: int) -> object:
        read.append((first, most))
        return original(view, listed, first, most)

    monkeypatch.setattr(StoreView, "lines", counted)
    assert model.line(2 * PAGE + 5) is None  # empty until it has been read
    let_read(project)
    assert model.line(2 * PAGE + 5) is not None
    assert model.line(2 * PAGE + 6) is not None
    assert read == [(2 * PAGE, PAGE)]


def test_very_many_selected_lines_are_copied_and_changed_though_few_are_in_memory(
    qtbot: QtBot, panel: StatementsPanel, project: Project, example: Example
) -> None:
    add_numbers(project, example, 4 * PAGE)
    panel.show_all(True)
    model = panel.view.lines
    qtbot.waitUntil(lambda: model.rowCount() == 4 * PAGE + 3)
    let_read(project)
    panel.view.selectAll()
    assert sum(map(len, panel.view.selected_ranges())) == model.rowCount()
    told = QSignalSpy(panel.view.hinted)
    panel.view.copy()
    qtbot.waitUntil(lambda: told.count() == 1)
    assert len(QGuiApplication.clipboard().text().splitlines()) == model.rowCount()
    panel.view.select_cells(range(model.rowCount()), [column(panel, "counted")])
    panel.view.work.fill("boats")
    qtbot.waitUntil(lambda: told.count() == 2)
    assert told.at(1)[0].startswith(f"Changed {4 * PAGE + 2} cells.")
    records = project.store.article_records(example.article.id)
    assert {number.counted for number in records.numbers.values()} == {"boats"}
    project.undo()
    assert project.store.article_records(example.article.id).numbers[example.berths.id].counted == "new berths"


def test_an_edit_paints_only_its_line_again(
    qtbot: QtBot, panel: StatementsPanel, project: Project, example: Example
) -> None:
    panel.show_all(True)
    model = panel.view.lines
    let_read(project)
    row = model.row_of(example.berths.id)
    assert row is not None
    panel.choose(example.berths.id)
    qtbot.waitExposed(panel.view)
    panel.view.viewport().repaint()
    painted = PaintedRegion(panel.view.viewport())
    moved = QSignalSpy(model.layoutChanged)
    project.do(typed(example.berths, "counted", "moorings"))
    panel._of_all.catch_up()
    let_read(project)
    panel.choose(None)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    line = QRect(0, panel.view.rowViewportPosition(row), panel.view.viewport().width(), panel.view.rowHeight(row))
    assert line.adjusted(0, 0, 0, 1).contains(painted.region.boundingRect())
    assert moved.count() == 0


def test_a_filter_that_takes_away_very_many_lines_keeps_the_chosen_one(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    add_numbers(project, example, 2 * PAGE)
    panel.show_all(True)
    let_read(panel.project)
    go_to(panel, example.berths.id, "value")
    model = panel.view.lines
    assert isinstance(model, ProjectTableModel)
    model.set_order(Order(text="berths"))
    let_read(project)
    assert model.rowCount() == 1
    assert panel.view.record() == example.berths.id
    model.set_order(Order())
    let_read(project)
    assert model.rowCount() == 2 * PAGE + 3
    assert panel.view.record() == example.berths.id


@pytest.mark.parametrize("descending", [False, True])
def test_the_first_lines_of_another_order_are_shown_at_once_and_the_current_one_goes_where_it_belongs(
    panel: StatementsPanel, project: Project, example: Example, descending: bool
) -> None:
    add_numbers(project, example, 2 * PAGE)
    panel.show_all(True)
    let_read(panel.project)
    go_to(panel, example.berths.id, "value")
    model, chosen = panel.view.lines, QSignalSpy(panel.record_selected)
    assert isinstance(model, ProjectTableModel)
    seen: list[tuple[int, str | None, int]] = []
    for shown in (model.rowsRemoved, model.layoutChanged):
        shown.connect(lambda: seen.append((model.rowCount(), panel.view.record(), panel.view.currentIndex().row())))
    model.set_order(Order((Sort("value", descending),)))
    let_read(project)
    if descending:
        assert seen[1] == (FIRST + 1, example.berths.id, FIRST)  # after the first lines, where nobody looks
    else:
        assert seen[1] == (FIRST, example.berths.id, 11)
    assert model.rowCount() == 2 * PAGE + 3
    seen.clear()
    model.set_order(Order((Sort("counted"),)))
    let_read(project)
    assert seen[1][:2] == (FIRST, example.berths.id)  # the current line is in memory wherever it is
    panel.view.scrollTo(panel.view.currentIndex())
    assert cell(panel, example.berths.id, "value") == "≥ 12"
    assert panel.view.record() == example.berths.id
    assert chosen.count() == 0


def test_a_line_that_is_chosen_among_the_first_ones_stays_so_when_all_are_listed(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    add_numbers(project, example, 2 * PAGE)
    panel.show_all(True)
    let_read(panel.project)
    model = panel.view.lines
    assert isinstance(model, ProjectTableModel)
    model.layoutChanged.connect(lambda: panel.view.show_cell(5, 0), Qt.ConnectionType.SingleShotConnection)
    model.set_order(Order((Sort("value", descending=True),)))
    let_read(project)
    assert model.rowCount() == 2 * PAGE + 3
    assert cell(panel, str(panel.view.record()), "value") == "396"


def test_a_line_of_another_article_is_edited_in_place(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    project.article.open(example.other.id)
    panel.show_all(True)
    let_read(panel.project)
    go_to(panel, example.berths.id, "value")
    press(panel, "13", Key.Key_Return)
    assert project.store.article_records(example.article.id).numbers[example.berths.id].value == 13
    assert cell(panel, example.berths.id, "value") == "13"


def test_a_double_click_and_enter_on_the_claim_go_to_the_place(panel: StatementsPanel, example: Example) -> None:
    panel.show_all(True)
    let_read(panel.project)
    asked = QSignalSpy(panel.place_requested)
    go_to(panel, example.cost.id, "claim")
    press(panel, Key.Key_Return)
    go_to(panel, example.berths.id, "unit")
    at = panel.view.visualRect(panel.view.currentIndex()).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [asked.at(n) for n in range(asked.count())] == [
        [Place(example.article.id, example.cost.id)],
        [Place(example.article.id, example.berths.id)],
    ]
    assert panel.view.cells.editor is None


def test_switching_keeps_the_record_and_each_sides_columns(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.berths.id, "unit")
    panel.view.header.show_column(column(panel, "note"), True)
    panel.show_all(True)
    let_read(panel.project)
    assert panel.view.record() == example.berths.id
    assert panel.view.isColumnHidden(column(panel, "note"))
    panel.show_all(False)
    assert panel.view.record() == example.berths.id
    assert not panel.view.isColumnHidden(column(panel, "note"))


def test_a_row_that_is_found_after_the_switch_is_not_taken_for_one_of_the_other_side(
    panel: StatementsPanel, example: Example
) -> None:
    panel.show_all(True)
    let_read(panel.project)
    go_to(panel, example.berths.id, "value")
    panel.show_all(False)
    before = panel.view.currentIndex()
    for row in (0, 99):
        panel._of_all.located.emit(example.berths.id, row)
        assert panel.view.currentIndex() == before
    assert panel.view.record() == example.berths.id


def test_the_switch_is_worked_by_the_mouse(panel: StatementsPanel) -> None:
    QTest.mouseClick(switches(panel)[1], Qt.MouseButton.LeftButton)
    assert panel.shows_all
    QTest.mouseClick(switches(panel)[0], Qt.MouseButton.LeftButton)
    assert not panel.shows_all


def test_a_cell_that_is_refused_keeps_the_side_that_is_shown(panel: StatementsPanel, example: Example) -> None:
    go_to(panel, example.millions.id, "value")
    press(panel, "lots")
    QTest.mouseClick(switches(panel)[1], Qt.MouseButton.LeftButton)
    assert not panel.shows_all
    assert [switch.isChecked() for switch in switches(panel)] == [True, False]
    assert editor(panel).text() == "lots"


def test_trouble_with_the_file_is_told_and_leaves_the_lines_as_they_are(
    qtbot: QtBot, model: ProjectTableModel, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise NotAProject("The file is damaged.")

    before = shown(model, "claim")
    monkeypatch.setattr(StoreView, "make_list", broken)
    with qtbot.waitSignal(project.failed):
        model.catch_up()
    assert shown(model, "claim") == before


def test_what_nobody_looks_at_asks_the_file_nothing(
    panel: StatementsPanel, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.records
    asked: list[Order] = []
    original = StoreView.make_list

    def counted(view: StoreView, asker: object, order: Order, former: StatementList | None = None) -> StatementList:
        asked.append(order)
        return original(view, asker, order, former)

    monkeypatch.setattr(StoreView, "make_list", counted)
    project.do(claims.mark_claim(project.records, *place("the plan too small")))
    assert not project.reader.busy and asked == []
    panel.show_all(True)
    let_read(project)
    assert len(asked) == 1
    assert panel.view.lines.rowCount() == 4


def test_the_numbers_are_those_of_all_articles_with_their_speakers(
    qtbot: QtBot, numbers: NumbersPanel, project: Project, example: Example
) -> None:
    add_numbers(project, example, 1)
    qtbot.waitUntil(lambda: numbers.view.lines.rowCount() == 3)
    assert cell(numbers, example.millions.id, "speaker") == "Ida Brekke"
    assert cell(numbers, example.millions.id, "words") == "about 40 million crowns"
    assert cell(numbers, example.berths.id, "article") == "Harbour wall will take two winters"
    assert numbers.bar.count.text() == "3 numbers"


def test_a_double_click_on_a_number_goes_to_its_place(numbers: NumbersPanel, example: Example) -> None:
    asked = QSignalSpy(numbers.place_requested)
    go_to(numbers, example.millions.id, "counted")
    at = numbers.view.visualRect(numbers.view.currentIndex()).center()
    QTest.mouseClick(numbers.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(numbers.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.at(0) == [Place(example.article.id, example.millions.id)]


def test_a_value_is_edited_among_the_numbers_too(numbers: NumbersPanel, project: Project, example: Example) -> None:
    go_to(numbers, example.millions.id, "value")
    press(numbers, "45m", Key.Key_Return)
    assert project.records
    assert project.records.numbers[example.millions.id].value == 45e6


def test_the_speaker_of_a_new_claim_in_another_article_is_set_from_all_articles(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    claim = Claim(article=example.other.id)
    span = Span(article=example.other.id, role=Role.CONTENT, claim=claim.id, start=20, end=46)
    project.do(Edit("Claim elsewhere", (made(claim), made(span))))
    panel.show_all(True)
    let_read(panel.project)
    go_to(panel, claim.id, "speaker")
    press(panel, "The owners", Key.Key_Return)
    assert project.store.article_records(example.other.id).claims[claim.id].speaker


def test_the_switch_can_be_pressed_twice_while_nothing_has_been_read(
    panel: StatementsPanel, project: Project, example: Example
) -> None:
    add_numbers(project, example, 100)  # more than fit: when they go, Qt resizes the table in the midst of the switch
    panel.show_all(True)
    let_read(project)
    project.article.close()
    panel.set_project(project)
    panel.show_all(False)
    panel.show_all(True)
    let_read(project)
    assert panel.view.lines.rowCount() > 100
