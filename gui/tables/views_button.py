"""The button above a table that names the view it shows, and opens the menu of its views."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from gui.widgets.letter_menu import LetterMenu
from models.translation import _

WIDEST = 110
"""Pixels of a name; a longer one is cut with an ellipsis."""


class ViewsButton(QToolButton):
    """Opens a menu, which is filled each time before it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("views_button")
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(LetterMenu(self))
        self.name("")

    def name(self, view: str) -> None:
        """Show the name of the view that was chosen; without one, what the button is for."""
        words = view or _("Views")
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
        self.setText(f"{shown} ▾".replace("&", "&&"))
        self.setAccessibleName(_("View: {name}").format(name=view) if view else words)
        self.setToolTip(_("Columns, conditions and order that are kept under a name"))
