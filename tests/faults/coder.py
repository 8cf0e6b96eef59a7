"""A coder at the real window, who works by keys and mouse in an order that a seed decides."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QToolButton

from gui.tables.panel import TablePanel
from tests.journeys.desk import CTRL, NONE, SHIFT, Desk

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SPEAKERS = ("Ida Brekke", "the union", "Nils Aas", "Ola Nord", "Zoë Ångström")
CELLS = {
    "speaker": SPEAKERS,
    "value": ("2,000", "~2.3m", "half", "", "12", ">300"),
    "unit": ("m", "berths", "%", ""),
    "counted": ("crowns", "new berths", "metres"),
    "summary": ("It costs much.", "Nobody moves.", ""),
    "note": ("ask again", "see page 2", ""),
}
PAGE = """The quay at {place} will be closed

“We need {count} new berths and 3 cranes before the winter,” {who} said.

{who} added that {count} boats had asked for a place. The council owns 9 ferries.
"""
STUCK = 400
"""Milliseconds after which a menu or dialog that is still open is closed, as a person does who opened it by mistake."""


class Coder:
    """Makes one gesture after another; some of them cannot do anything at that moment, and then nothing happens."""

    def __init__(self, desk: Desk, rng: random.Random, folder: Path) -> None:
        self._desk, self._rng, self._folder = desk, rng, folder
        self._pages = 0
        self._open: object = None
        self._keeper = QTimer(desk.window, interval=STUCK)
        self._keeper.timeout.connect(self._close_what_stays)
        self._keeper.start()
        self._routines: dict[Callable[[], None], int] = {
            self.claim_by_keys: 6, self.claim_by_mouse: 2, self.number: 5, self.cell: 8, self.speakers_name: 2,
            self.suggestion: 4, self.undo: 5, self.redo: 3, self.delete: 2, self.clear: 2, self.boilerplate: 2,
            self.done: 2, self.drop_a_page: 2, self.paste_a_page: 1, self.variable: 1, self.flag: 2, self.fill: 1,
            self.back_up: 1,
        }  # fmt: skip

    def work(self) -> None:
        """Do one thing."""
        ways = list(self._routines)
        self._rng.choices(ways, [self._routines[each] for each in ways])[0]()
        QApplication.processEvents()

    def _close_what_stays(self) -> None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is not None and top is self._open and not self._desk.preview_is_shown:
            if isinstance(top, QDialog):
                top.reject()
            else:
                top.close()
        self._open = top

    # In the text

    def _go_to_text(self) -> None:
        self._desk.window.activateWindow()
        self._desk.text.setFocus()

    def _select_a_sentence(self) -> None:
        self._go_to_text()
        self._desk.press(Key.Key_J, times=self._rng.randint(1, 4))

    def claim_by_keys(self) -> None:
        """J, C, the speaker, Enter."""
        self._select_a_sentence()
        self._desk.press(Key.Key_C)
        if self._rng.random() < 0.7:
            self._desk.type(self._rng.choice(SPEAKERS))
        self._desk.press(Key.Key_Return)

    def claim_by_mouse(self) -> None:
        """Select a paragraph by a triple click, and click on Claim in the bar beside it."""
        view = self._desk.text.viewport()
        at = QPoint(self._rng.randint(30, 300), self._rng.randint(60, view.height() - 20))
        QTest.mouseClick(view, LEFT, NONE, at)
        QTest.mouseDClick(view, LEFT, NONE, at)
        QTest.mouseClick(view, LEFT, NONE, at)
        bar = self._desk.text.bar
        if bar.isVisible():
            QTest.mouseClick(bar.findChildren(QToolButton)[0], LEFT)
            self._desk.press(Key.Key_Return)

    def number(self) -> None:
        """Go to the next number, and record it."""
        self._go_to_text()
        self._desk.press(self._rng.choice((Key.Key_Home, Key.Key_PageDown)), self._rng.choice((CTRL, NONE)))
        self._desk.press(Key.Key_N, times=2)

    def suggestion(self) -> None:
        """Go to the next suggestion, and record or dismiss it."""
        self._go_to_text()
        self._desk.press(Key.Key_Tab, times=self._rng.randint(1, 3))
        self._desk.press(self._rng.choice((Key.Key_Return, Key.Key_Return, Key.Key_Backspace)))

    def boilerplate(self) -> None:
        """Mark the lines of a sentence as boilerplate, or as text again."""
        self._select_a_sentence()
        self._desk.press(Key.Key_X)

    def flag(self) -> None:
        """Mark what is selected as to be discussed."""
        self._select_a_sentence()
        self._desk.press(Key.Key_M, CTRL)

    def done(self) -> None:
        """The article is done; the next one opens."""
        self._go_to_text()
        self._desk.press(self._rng.choice((Key.Key_Return, Key.Key_PageDown, Key.Key_PageUp)), CTRL)

    def delete(self) -> None:
        """Delete the record that is selected."""
        self._select_a_sentence()
        self._desk.press(Key.Key_Delete, self._rng.choice((NONE, CTRL)))

    # In the tables

    def _go_to_cell(self, panel: TablePanel, names: tuple[str, ...]) -> str | None:
        """Click on a cell of one of some columns; return the name of its column."""
        lines, view = panel.view.lines, panel.view
        shown = [each for each in view.header.shown() if lines.columns[each].name in names]
        if not lines.rowCount() or not shown:
            return None
        index = lines.index(self._rng.randrange(lines.rowCount()), self._rng.choice(shown))
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(index).center())
        return lines.columns[index.column()].name

    def cell(self) -> None:
        """Type into a cell of the statements, and leave it by a key."""
        self._desk.show("statements")
        if name := self._go_to_cell(self._desk.statements, tuple(CELLS)):
            self._desk.press(Key.Key_F2)
            self._desk.press(Key.Key_A, CTRL)
            self._desk.type(self._rng.choice(CELLS[name]) or " ")
            self._desk.press(self._rng.choice((Key.Key_Return, Key.Key_Tab)))
            self._desk.press(Key.Key_Escape)

    def speakers_name(self) -> None:
        """Change what the table of speakers says of one."""
        self._desk.show("speakers")
        if self._go_to_cell(self._desk.speakers, ("role", "affiliation", "note")):
            self._desk.press(Key.Key_F2)
            self._desk.type(self._rng.choice(("Mayor", "Aldersund", "spokeswoman")))
            self._desk.press(Key.Key_Return)
            self._desk.press(Key.Key_Escape)

    def clear(self) -> None:
        """Clear a cell."""
        self._desk.show("statements")
        if self._go_to_cell(self._desk.statements, tuple(CELLS)):
            self._desk.press(Key.Key_Delete)

    def fill(self) -> None:
        """Select some cells of a column, and fill them with the first."""
        self._desk.show("statements")
        if self._go_to_cell(self._desk.statements, ("unit", "counted", "speaker")):
            self._desk.press(Key.Key_Down, SHIFT, times=3)
            self._desk.press(Key.Key_D, CTRL)

    # In the window

    def undo(self) -> None:
        """Take back a few edits."""
        self._go_to_text()
        self._desk.press(Key.Key_Z, CTRL, times=self._rng.randint(1, 4))

    def redo(self) -> None:
        """Do a few edits again."""
        self._go_to_text()
        self._desk.press(Key.Key_Z, CTRL | SHIFT, times=self._rng.randint(1, 3))

    def _page(self) -> str:
        self._pages += 1
        place, who = self._rng.choice(("Aldersund", "Skarvik", "Tangen")), self._rng.choice(SPEAKERS)
        return PAGE.format(place=f"{place} {self._rng.randrange(10_000)}", count=self._rng.randint(10, 900), who=who)

    def drop_a_page(self) -> None:
        """Drop a file on the window, and add its article, from the preview if there is one."""
        file = self._folder / f"page {self._rng.randrange(10_000)}.txt"
        file.write_text(self._page(), encoding="utf-8")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        arrived: list[bool] = []
        connection = self._desk.window.importing.arrived.connect(lambda: arrived.append(True))
        self._desk.drop(mime)
        self._desk.work_until(lambda: bool(arrived))
        self._desk.window.importing.arrived.disconnect(connection)

    def paste_a_page(self) -> None:
        """Paste an article, and accept it in its dialog."""
        QGuiApplication.clipboard().setText(self._page())
        self._go_to_text()
        self._desk.press(Key.Key_V, CTRL | SHIFT)
        self._desk.press(Key.Key_Return, CTRL)
        self._desk.press(Key.Key_Return)

    def variable(self) -> None:
        """Add a variable to the codebook in its window."""
        self._go_to_text()
        self._desk.press(Key.Key_B, CTRL)
        self._desk.press(Key.Key_Return)
        self._desk.type(f"Topic {self._rng.randrange(1000)}")
        self._desk.press(Key.Key_Return)
        self._desk.press(Key.Key_Escape)
        self._desk.window.activateWindow()

    def back_up(self) -> None:
        """Let a backup begin, as the clock of the window does."""
        self._desk.window.backing_up.back_up()
