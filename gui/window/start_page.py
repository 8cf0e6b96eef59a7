"""The start page, which the window shows without an article: how to begin, in the order of the steps."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.project.project import Project
from gui.theme import fonts
from gui.widgets.plain_label import PlainLabel
from gui.widgets.tooltips import plain_tooltip
from models.translation import _

WIDTH = 400
MOST_RECENT = 5


class StartPage(QFrame):
    """Buttons for the first steps, and the recent projects. Each button does the same as its menu entry."""

    recent_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAccessibleName(_("Start"))
        self._actions: Mapping[str, QAction] = {}
        self._body: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 24, 24, 24)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions of the buttons, by their names."""
        self._actions = actions

    def show_for(self, project: Project | None, recent: Sequence[Path]) -> None:
        """Say how to begin without a project, or in one that has no articles yet."""
        if self._body:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        self._body.setFixedWidth(WIDTH)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if project:
            self._fill_for_project(column, project)
            recent = [path for path in recent if path != project.store.path.resolve()]
        else:
            self._fill_for_none(column)
        self._fill_recent(column, recent[:MOST_RECENT], _("Other projects") if project else _("Recent projects"))
        self._outer.addStretch(2)
        self._outer.addWidget(self._body, 0, Qt.AlignmentFlag.AlignHCenter)
        self._outer.addStretch(3)
        while self._outer.count() > 3:  # the previous content
            self._outer.takeAt(0)
        self._body.show()

    def focus_first(self) -> None:
        """Give the focus to the first enabled button, or to the page if none is enabled, as in a read-only project."""
        buttons = self._body.findChildren(QPushButton) if self._body else []
        next((each for each in buttons if each.isEnabled()), self).setFocus()

    def _fill_for_none(self, column: QVBoxLayout) -> None:
        column.addWidget(_label("Onrecord", "start_heading", fonts.heading_font()))
        column.addWidget(_label(_("Who said what, with which numbers."), "hint"))
        column.addSpacing(14)
        self._add_actions(column, "new", "open", "import_files", "paste_article", "open_sample")
        column.addSpacing(8)
        column.addWidget(_label(_("Or drop articles or a project anywhere in this window."), "hint"))

    def _fill_for_project(self, column: QVBoxLayout, project: Project) -> None:
        column.addWidget(_label(project.store.path.stem, "start_heading", fonts.heading_font()))
        words = _("No articles yet. Import some, or drop them anywhere here.")
        column.addWidget(_label(words, "hint"))
        column.addSpacing(14)
        self._add_actions(column, "import_files", "paste_article")

    def _add_actions(self, column: QVBoxLayout, *names: str) -> None:
        for at, name in enumerate(names):
            column.addWidget(_step(self._actions[name], first=at == 0))

    def _fill_recent(self, column: QVBoxLayout, recent: Sequence[Path], heading: str) -> None:
        if not recent:
            return
        column.addSpacing(18)
        column.addWidget(_label(heading, "details_heading"))
        for path in recent:
            button = _row(path.stem, str(path.parent))
            button.setToolTip(plain_tooltip(str(path)))
            button.clicked.connect(lambda _checked=False, path=path: self.recent_chosen.emit(path))
            column.addWidget(button)


def _step(action: QAction, *, first: bool) -> QPushButton:
    """Make a button for an action, with its key."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button = _row(action.text().replace("&", ""), keys)
    button.setObjectName("start_first" if first else "start_step")
    button.setEnabled(action.isEnabled())
    button.clicked.connect(lambda _checked=False: action.trigger())
    return button


def _row(words: str, aside: str) -> QPushButton:
    """Make a button as wide as the column: its text at the left, and a fainter one at the right."""
    button = QPushButton(words.replace("&", "&&"))
    button.setObjectName("start_step")
    button.setAccessibleName(words)
    button.setAutoDefault(True)  # Enter presses the button that has the focus
    row = QHBoxLayout(button)
    row.setContentsMargins(12, 0, 12, 0)
    row.addStretch(1)
    taken = button.fontMetrics().horizontalAdvance(words) + 60
    label = _label(button.fontMetrics().elidedText(aside, Qt.TextElideMode.ElideMiddle, WIDTH - taken), "start_aside")
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row.addWidget(label)
    return button


def _label(words: str, name: str, font: QFont | None = None) -> QLabel:
    label = PlainLabel(words, name, wrapped=name == "hint")
    if font:
        label.setFont(font)
    return label
