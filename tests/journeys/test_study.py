"""A whole study by keys: a codebook of nine variables, and a real page coded with it; all is undone and redone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.codebook.split_dialog import SplitDialog
from gui.dialogs.picking import PickDialog
from models.cli import commands
from models.codebook.kinds import KINDS
from models.entities import Claim
from models.ids import Id
from tests.gui.tables.acting import go_to
from tests.journeys.coalition import record_everything
from tests.journeys.codebook_page import Page
from tests.journeys.desk import ALT, CTRL, SHIFT, Desk
from tests.models.exports.reading import Row, read_table

Key = Qt.Key

TYPED: tuple[tuple[str, ...], ...] = (
    ("1", "1", "y", "Their own\nwords", "air power", "3", "0.5", "22 January 2015", "Reporters"),
    ("2", "1;2", "n", "", "", "1,200", "", "", ""),
    ("4", "2", "u", "", "“quoted”; twice", "-2", "12.25", "2015-01-23", "Haider Abadi"),
)
"""What is typed for the claims in turn, from the column of the topic to that of the addressee; nothing is not coded."""

LABELS: tuple[Row, ...] = (
    {
        **{"topic": "War", "topic_path": "War", "feelings": "Hope", "sure": "yes", "reason": "Their own\nwords"},
        **{"term": "air power", "score": "3", "weight": "0.5", "due": "2015-01-22", "addressee": "Reporters"},
    },
    {
        **{"topic": "Air strikes", "topic_path": "War › Air strikes", "feelings": "Hope; Fear", "sure": "no"},
        **{"reason": None, "term": None, "score": "1200", "weight": None, "due": None, "addressee": None},
    },
    {
        **{"topic": "War", "topic_path": "War", "feelings": "Fear", "sure": "unclear", "reason": None},
        **{"term": "“quoted”; twice", "score": "-2", "weight": "12.25", "due": "2015-01-23"},
        "addressee": "Haider Abadi",
    },
)
"""The same in an export, after Fighting was renamed to War, and Recruits merged with it."""

CODES: tuple[Row, ...] = (
    {"topic": "fighting", "topic_path": "fighting", "feelings": "hope"},
    {"topic": "air_strikes", "topic_path": "fighting › air_strikes", "feelings": "hope; fear"},
    {"topic": "fighting", "topic_path": "fighting", "feelings": "fear"},
)


@pytest.fixture
def page(desk: Desk, article: Path, qtbot: QtBot) -> Page:
    """Return the window of the codebook, beside the page."""
    desk.open(article)
    return Page(desk, qtbot)


def make_codebook(page: Page) -> None:
    """Add a variable of each kind, and choices to two of them, by keys."""
    for label, kind in (
        *(("Topic", "choice"), ("Feelings", "choices"), ("Sure", "yes_no"), ("Reason", "long_text")),
        *(("Term", "text"), ("Score", "whole_number"), ("Weight", "decimal"), ("Due", "date")),
        ("Addressee", "speaker"),
    ):
        page.new(label, kind)
        match label:
            case "Topic":
                page.offer("Fighting", "Money", "Recruits")
                page.offer("Air strikes", below="Fighting")
            case "Feelings":
                page.offer("Hope", "Fear")


def code(desk: Desk, claim: Id, typed: tuple[str, ...]) -> None:
    """Answer the variables of a claim in its row, from the first column to the last."""
    desk.show("statements")
    go_to(desk.statements, claim, "topic")
    for each in typed:
        for number, line in enumerate(each.split("\n")):
            if number:
                desk.press(Key.Key_Return, ALT)
            desk.type(line)
        desk.press(Key.Key_Tab)


def change_codebook(page: Page) -> None:
    """Rename a choice, merge another with it, and split it so that the last claim goes to a new one, by keys."""
    tree = page.window.choices.tree
    page.window.list.choose(page.variable("Topic").id)
    tree.setFocus()
    tree.choose(page.choice("Fighting").id)
    page.desk.press(Key.Key_F2)
    page.desk.type("War")
    page.desk.press(Key.Key_Return)
    page.agree(page.asked())
    page.qtbot.waitUntil(lambda: "War" in page.labels)
    tree.choose(page.choice("Recruits").id)
    tree.setFocus()
    page.desk.press(Key.Key_M, CTRL)
    pick = page.window.findChild(PickDialog)
    assert isinstance(pick, PickDialog)
    page.qtbot.waitUntil(pick.isActiveWindow)
    page.desk.type("War")
    page.desk.press(Key.Key_Return)
    page.agree(page.asked())
    page.qtbot.waitUntil(lambda: page.labels == ["War", "War › Air strikes", "Money"])
    tree.choose(page.choice("War").id)
    tree.setFocus()
    page.desk.press(Key.Key_T, CTRL)
    page.qtbot.waitUntil(lambda: bool(page.window.findChildren(SplitDialog)))
    split = page.window.findChild(SplitDialog)
    assert isinstance(split, SplitDialog)
    page.qtbot.waitUntil(split.isActiveWindow)
    page.desk.type("Training")
    split.list.setFocus()
    page.desk.press(Key.Key_End, CTRL)
    page.desk.press(Key.Key_Space)
    page.desk.press(Key.Key_Return)
    page.qtbot.waitUntil(lambda: "Training" in page.labels)


def exported(project: Path, folder: Path, *options: str) -> list[Row]:
    """Return the rows of the claims that the command line exports."""
    result = CliRunner().invoke(commands, ["export", str(project), str(folder), *options])
    assert result.exit_code == 0, result.output
    return read_table(folder, "claims")


def expected(cells: tuple[Row, ...], claims: int, last: str) -> list[Row]:
    """Return the cells of so many claims, which were coded in turn; the last one went to a new choice."""
    rows = [cells[number % len(cells)] for number in range(claims)]
    return [*rows[:-1], rows[-1] | {"topic": last, "topic_path": last}]


def test_a_page_is_coded_with_nine_variables_the_codebook_changed_and_all_of_it_undone_and_redone(
    desk: Desk, page: Page, come_back: Callable[[], Desk], gold: dict[str, Any], tmp_path: Path
) -> None:
    make_codebook(page)
    assert {each.kind for each in desk.project.codebook.variables_of(Claim)} == KINDS.keys()
    desk.window.activateWindow()
    page.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.text.setFocus()
    record_everything(desk, gold)
    claims = sorted(desk.records.claims.values(), key=lambda claim: desk.statements.view.lines.row_of(claim.id) or 0)
    for number, claim in enumerate(claims):
        code(desk, claim.id, TYPED[number % len(TYPED)])
    page.window.bring_up()
    page.qtbot.waitUntil(page.window.isActiveWindow)
    change_codebook(page)

    project = desk.project.store.path
    rows = exported(project, tmp_path / "labels")
    assert [{name: row[name] for name in LABELS[0]} for row in rows] == expected(LABELS, len(claims), "Training")
    coded = exported(project, tmp_path / "codes", "--codes")
    assert [{name: row[name] for name in CODES[0]} for row in coded] == expected(CODES, len(claims), "training")

    desk = come_back()
    desk.open(project)
    while desk.project.undo_label:
        desk.press(Key.Key_Z, CTRL)
        QApplication.processEvents()
    assert not desk.project.codebook.variables
    assert not desk.project.registry.speakers
    assert exported(project, tmp_path / "nothing") == []
    while desk.project.redo_label:
        desk.press(Key.Key_Z, CTRL | SHIFT)
        QApplication.processEvents()
    assert exported(project, tmp_path / "again") == rows
