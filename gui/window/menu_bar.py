"""The menus of the menu bar with their commands, and the list of keys in Help, which is made from them."""

from PySide6.QtGui import QKeySequence

from gui.commands.article_commands import ARTICLE
from gui.commands.cell_commands import EDIT
from gui.commands.codebook_commands import CHOICES
from gui.commands.command import Command, Menu, Needs
from gui.commands.project_commands import FILE, HELP, PROJECT
from gui.commands.record_commands import RECORD
from gui.commands.suggestion_commands import SUGGESTIONS
from gui.commands.text_commands import SELECT
from gui.commands.view_commands import view_menu
from gui.window.tables import TABLES
from models.translation import _

OTHER_KEYS = (
    (_("Shift+Click, Ctrl+Click, Ctrl+A"), _("In the list of articles: select several, without opening any")),
    (_("Delete"), _("In the list of articles: delete the selected articles")),
    (_("Arrows, Shift+Arrows"), _("Move the caret and select; a selection snaps to whole words")),
    (_("1 to 9"), _("Leave the first, second … number out of the suggested claim, or take it in again")),
    (_("Alt with the mouse"), _("Select exactly, without snapping to whole words")),
    (_("Shift+Arrows, Ctrl+Arrows"), _("In the table: select cells, go to the edge")),
    (_("Ctrl+Space, Shift+Space"), _("In the table: select the whole column, the whole row")),
    (_("Ctrl+Enter"), _("In the table: write what is typed into all selected cells")),
    (_("Ctrl+Click on a title"), _("In the table: select the column")),
    (_("Click, Shift+Click on a title"), _("In a list: sort by the column, sort by one more column")),
    (_("Enter, Delete on a condition"), _("Above a list: change the condition, remove it")),
    (_("Click on a row number"), _("In the table: select the row; with Shift all up to it, with Ctrl one more")),
    (_("Enter, Tab, Esc"), _("In the table: edit, accept, next cell, cancel; Esc again returns to the text")),
)
"""Keys that panes handle themselves, without a menu entry, for the list of keys."""


def menus() -> dict[str, Menu]:
    """Return each menu, by its title, with its entries."""
    tables = [
        Command("workspace.pane_commands.show", table.entry, (table.key,), Needs.PROJECT, argument=table.name)
        for table in TABLES
    ]
    return {
        _("&File"): FILE,
        _("&Edit"): EDIT,
        _("&Article"): ARTICLE,
        _("&Select"): SELECT,
        _("&Record"): RECORD,
        _("Su&ggestions"): SUGGESTIONS,
        _("&Project"): PROJECT,
        _("&View"): view_menu(tuple(tables)),
        _("&Help"): HELP,
    }


def listed_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each menu with the keys of its entries and what they do, and the keys that have no entry."""
    groups = {**menus(), _("In the codebook"): CHOICES}
    listed = [(title.replace("&", ""), [_line(c) for c in menu if c and c.keys]) for title, menu in groups.items()]
    return [*listed, (_("In the panes"), list(OTHER_KEYS))]


def _line(command: Command) -> tuple[str, str]:
    key = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return key, command.tip or command.text.replace("&", "").rstrip("…")
