"""A sample is drawn in its dialog with a preview, listed, enlarged, renamed and deleted, and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gui.sampling.samples_dialog import SamplesDialog
from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.sampling.definition import read_definition
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said
from tests.waiting import let_read

Key = Qt.Key


@pytest.fixture
def at_papers(desk: Desk, study: Path) -> Desk:
    """Return a desk at a project with 38 more articles of two outlets."""
    desk.open(study)
    drafts = [Draft(f"Paper {n}\n\nIt was early.\n", f"Paper {n}", outlet=("Coast", "Post")[n % 2]) for n in range(38)]
    desk.project.do(import_articles(drafts))
    let_read(desk.project)
    return desk


def open_dialog(desk: Desk, qtbot: QtBot) -> SamplesDialog:
    """Open the dialog by the menu, and wait for its preview."""
    desk.actions["show_samples"].trigger()
    dialog = desk.window.workspace.sampling.dialog
    assert dialog
    qtbot.waitUntil(dialog.isVisible)
    let_read(desk.project)
    return dialog


def strata(dialog: SamplesDialog) -> list[tuple[str, str, str]]:
    """Return the rows of the preview."""
    model = dialog.page.table.strata
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    return [(name, population, drawn) for name, population, drawn in cells]


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def draw_ten(desk: Desk, qtbot: QtBot) -> None:
    """Draw ten articles by outlet, by keys alone."""
    dialog = open_dialog(desk, qtbot)
    desk.type("Pilot")
    dialog.form.method.setFocus()
    desk.press(Key.Key_Down)
    dialog.form.amount.setFocus()
    dialog.form.amount.selectAll()
    desk.type("10")
    dialog.form.seed.setFocus()
    dialog.form.seed.selectAll()
    desk.type("7")
    let_read(desk.project)
    assert dialog.draw.text() == "&Draw 10 Articles"
    desk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.project.samples.samples))
    let_read(desk.project)


def listed(desk: Desk) -> set[str]:
    """Return the articles that are listed."""
    model = desk.articles.model
    return {model.id_at(row) for row in range(model.rowCount())}


def test_a_drawn_sample_is_listed_and_undo_lists_everything_again(at_papers: Desk, qtbot: QtBot) -> None:
    dialog = open_dialog(at_papers, qtbot)
    dialog.form.method.setCurrentIndex(1)
    let_read(at_papers.project)
    assert strata(dialog) == [
        ("Coast", "19", "19"),
        ("Post", "19", "19"),
        ("The Tide", "1", "1"),
        ("(no outlet)", "1", "1"),
    ]
    dialog.reject()
    draw_ten(at_papers, qtbot)
    (sample,) = at_papers.project.samples.in_order()
    assert (sample.name, sample.seed, sample.population) == ("Pilot", 7, 40)
    assert listed(at_papers) - {at_papers.records.article.id} <= {
        each.article for each in at_papers.project.samples.drawn_in(sample.id)
    }
    assert [chip.words.text() for chip in at_papers.articles.narrowing.filtering.chips.chips] == ["Sample is Pilot"]
    assert "10 articles are drawn and listed. Ctrl+Z takes it back." in said(at_papers)
    qtbot.waitUntil(at_papers.window.isActiveWindow)
    at_papers.press(Key.Key_Z, CTRL)
    let_read(at_papers.project)
    assert len(listed(at_papers)) == 40
    assert at_papers.articles.narrowing.filtering.conditions == ()


def test_a_sample_is_renamed_enlarged_and_deleted(at_papers: Desk, qtbot: QtBot) -> None:
    draw_ten(at_papers, qtbot)
    dialog = open_dialog(at_papers, qtbot)
    dialog.list.setCurrentRow(1)
    assert "of 10 of 40 articles by outlet" in dialog.page.report.toPlainText()
    dialog.known.name.setText("Wave")
    click(dialog.known.rename)
    assert [dialog.list.item(row).text() for row in range(2)] == ["New sample", "Wave"]
    dialog.known.more.setValue(5)
    click(dialog.known.enlarge)
    let_read(at_papers.project)
    (sample,) = at_papers.project.samples.in_order()
    assert len(at_papers.project.samples.drawn_in(sample.id)) == 15
    assert "It was enlarged from 10 articles, with the same seed." in dialog.page.report.toPlainText()
    click(dialog.page.copy)
    assert QGuiApplication.clipboard().text() == dialog.page.report.toPlainText()
    assert (definition := read_definition(sample))
    assert definition.sizes == (10,)
    click(dialog.known.delete)
    assert at_papers.project.samples.in_order() == []
    assert dialog.list.count() == 1
    dialog.reject()


def test_a_sample_can_be_drawn_of_what_is_listed_and_a_name_is_taken_once(at_papers: Desk, qtbot: QtBot) -> None:
    draw_ten(at_papers, qtbot)
    dialog = open_dialog(at_papers, qtbot)
    assert [dialog.form.population.itemText(row) for row in range(2)] == ["All 40 articles", "The 10 that are listed"]
    dialog.form.population.setCurrentIndex(1)
    dialog.form.name.setText("PILOT")
    let_read(at_papers.project)
    assert "that meet these conditions: Sample is Pilot." in dialog.page.report.toPlainText()
    click(dialog.draw)
    assert "There is a sample “Pilot” already." in dialog.error.text()
    dialog.form.name.setText("Second")
    dialog.form.amount.setValue(4)
    let_read(at_papers.project)
    click(dialog.draw)
    let_read(at_papers.project)
    pilot, second = at_papers.project.samples.in_order()
    drawn = at_papers.project.samples.drawn_in
    assert {each.article for each in drawn(second.id)} < {each.article for each in drawn(pilot.id)}
