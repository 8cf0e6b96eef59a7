"""Many cells are changed at once, after a preview: found and replaced, or given one value; one undo takes it back."""

from typing import TypeVar

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.changing.planned_dialog import Form, PlannedDialog
from gui.changing.preview_model import BECOMES, NOW
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import cells, go_to_cell, said
from tests.waiting import let_read

Key = Qt.Key
F = TypeVar("F", bound=Form)


class Changing:
    """A dialog that is open over the window, and its form."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self._desk, self._qtbot = desk, qtbot
        dialog = desk.window.workspace.changing_many.dialog
        assert dialog is not None and dialog.isVisible()
        self.dialog: PlannedDialog = dialog
        qtbot.waitUntil(lambda: dialog.isAncestorOf(desk.focus))

    def form(self, kind: type[F]) -> F:
        """Return its form."""
        assert isinstance(self.dialog.form, kind)
        return self.dialog.form

    def rows(self) -> list[tuple[str, str]]:
        """Return the old and the new text of each cell, or the reason, once the preview is made."""
        self._qtbot.waitUntil(lambda: self.dialog.yes.isEnabled() or "ooking" not in self.said)
        let_read(self._desk.project)
        model = self.dialog.preview.list.model()
        rows = range(model.rowCount())
        return [(model.index(row, NOW).data(), model.index(row, BECOMES).data()) for row in rows]

    @property
    def said(self) -> str:
        """What is said above the list."""
        return self.dialog.preview.summary.text()


def begin(desk: Desk, qtbot: QtBot, key: Key, modifiers: Qt.KeyboardModifier = CTRL) -> Changing:
    """Open one of the dialogs by its key."""
    desk.press(key, modifiers)
    return Changing(desk, qtbot)


def test_a_word_is_replaced_in_a_column_after_a_preview_and_one_undo_brings_it_back(
    at_work: Desk, qtbot: QtBot
) -> None:
    panel = at_work.statements
    before = {name: cells(panel, name) for name in ("value", "unit", "counted")}
    go_to_cell(panel, 0, "counted")
    changing = begin(at_work, qtbot, Key.Key_H)
    assert not changing.dialog.yes.isEnabled()
    at_work.type("CROWNS")
    at_work.press(Key.Key_Tab)
    at_work.type("kroner")
    assert changing.rows() == [("crowns", "kroner")]
    assert changing.said == "1 cell changes: 1 record in 1 article."
    assert cells(panel, "counted") == before["counted"]
    at_work.press(Key.Key_Return)
    assert cells(panel, "counted")[0] == "kroner"
    assert said(at_work) == "Changed 1 cell. Ctrl+Z takes that back."
    qtbot.waitUntil(panel.view.hasFocus)
    assert at_work.project.undo_label == "Replace “CROWNS” in 1 cell"
    at_work.press(Key.Key_Z, CTRL)
    assert {name: cells(panel, name) for name in before} == before
