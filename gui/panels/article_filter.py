"""The row above the list of articles: which progress is looked for, its views, and a menu for columns and order."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QWidget

from gui.commands.article_commands import LIST_BY_PROGRESS
from gui.panels.article_delegate import ICONS
from gui.panels.article_words import PROGRESS
from gui.tables.views_button import ViewsButton
from gui.theme import theme
from models.attributes.comparing import Operator
from models.lines.article_line import Progress
from models.lines.order import Condition
from models.translation import _

EVERY = ""
"""The name of the button for all articles."""
KEYS = {EVERY if each.argument == "all" else str(each.argument): each.keys[0] for each in LIST_BY_PROGRESS}
"""The keys of the buttons, which belong to entries of the menu View."""
WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticleFilter(QWidget):
    """A button for all articles and one for each progress. A click looks for this progress alone, or for all again;
    a click with Ctrl or Shift adds a progress to those that are looked for, or takes it away.
    """

    changed = Signal(object)
    """The progress that is looked for, as a frozenset; any if it is empty."""

    def __init__(self, make_menu: Callable[[], QMenu], views_button: ViewsButton) -> None:
        super().__init__()
        self.setObjectName("article_filter")
        self._make_menu = make_menu
        self.wanted: frozenset[str] = frozenset()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.buttons = {name: _button() for name in KEYS}
        for name, button in self.buttons.items():
            self._describe(button, name)
            button.clicked.connect(partial(self._click, name))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(views_button)
        self.menu_button = _button()
        self.menu_button.setObjectName("article_list_menu")
        self.menu_button.setIcon(theme().icon("settings"))
        self.menu_button.setAccessibleName(_("Columns and order"))
        self.menu_button.setToolTip(_("Columns and order of the list"))
        self.menu_button.clicked.connect(self._show_menu)
        row.addWidget(self.menu_button)
        self._show()

    @staticmethod
    def _describe(button: QToolButton, name: str) -> None:
        words = PROGRESS[Progress(name)].capitalize() if name else _("All")
        button.setCheckable(True)
        button.setObjectName(f"show_{name or 'all'}".replace(" ", "_"))
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({KEYS[name]})")
        if name:
            button.setIcon(theme().icon(ICONS[Progress(name)]))
        else:
            button.setText(words)

    def _click(self, name: str) -> None:
        if name and QApplication.keyboardModifiers() & WITH_OTHERS:
            self.look_for(self.wanted ^ {name})
        else:
            self.look_for({name} - self.wanted if self.wanted == {name} else {name})

    def look_for(self, wanted: frozenset[str] | set[str]) -> None:
        """Look for a progress, or for several; for any if none is given."""
        self.wanted = frozenset(wanted - {EVERY})
        self._show()
        self.changed.emit(frozenset(map(Progress, self.wanted)))

    def pressed(self) -> tuple[Condition, ...]:
        """Return the condition that says which progress is looked for."""
        wanted = tuple(each for each in Progress if each in self.wanted)
        return (Condition("status", Operator.IS, wanted),) if wanted else ()

    def release(self) -> None:
        """Look for any progress again."""
        self.look_for({EVERY})

    def _show(self) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name in self.wanted if name else not self.wanted)

    def _show_menu(self) -> None:
        menu = self._make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
