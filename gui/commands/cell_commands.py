"""The menu Edit: undo, what is done with the selected cells of a table, and finding and changing many of them."""

from gui.commands.command import SEPARATOR, Command, Menu, Needs, Scope
from models.translation import _


def _cells(method: str, text: str, *keys: str, needs: Needs = Needs.WRITABLE_PROJECT) -> Command:
    """Make a command for the selected cells of the table in front, which handles the keys while it has the focus."""
    return Command(f"workspace.{method}", text, keys, needs, Scope.PANE)


COPY = _cells("pane_commands.copy", _("&Copy"), "Ctrl+C", "Ctrl+Ins", needs=Needs.PROJECT)
COPY_WITH_TITLES = _cells(
    "panes.table.view.copy_with_titles", _("Copy with T&itles"), "Ctrl+Shift+C", needs=Needs.PROJECT
)
PASTE = _cells("pane_commands.paste", _("&Paste"), "Ctrl+V", "Shift+Ins")
EDIT_CELL = _cells("panes.table.view.edit_current", _("&Edit Cell"), "F2")
CLEAR = _cells("panes.table.view.work.clear", _("C&lear Cells"), "Del", "Backspace")
FILL_DOWN = _cells("panes.table.view.work.fill_down", _("&Fill Down"), "Ctrl+D")
TAKE_ABOVE = _cells("panes.table.view.work.take_above", _("Take from A&bove"), "Ctrl+'")
GO_TO_PLACE = _cells("panes.table.view.go_to_place", _("&Go to Place"), needs=Needs.PROJECT)
REPLACE_EVERYWHERE = Command(
    "workspace.changing_many.replace_everywhere",
    _("Replace E&verywhere…"),
    (),
    Needs.WRITABLE_PROJECT,
    tip=_("Replace the text of the current cell wherever the project has it"),
)
CHANGE_SELECTED = Command(
    "workspace.change_selected",
    _("C&hange in Selected Lines…"),
    ("Ctrl+Shift+H",),
    Needs.WRITABLE_PROJECT,
    tip=_("Give an attribute one value in all selected lines of the table in front"),
)

EDIT: Menu = (
    Command("undoing.undo", _("&Undo"), ("Ctrl+Z",), Needs.PROJECT, icon="undo"),
    Command("undoing.redo", _("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), Needs.PROJECT, icon="redo"),
    SEPARATOR,
    COPY,
    COPY_WITH_TITLES,
    PASTE,
    SEPARATOR,
    EDIT_CELL,
    CLEAR,
    FILL_DOWN,
    TAKE_ABOVE,
    SEPARATOR,
    Command("workspace.pane_commands.find_in_article", _("Fin&d in Article…"), ("Ctrl+F",), icon="search"),
    Command(
        "workspace.searching.search_articles",
        _("Search &Articles…"),
        ("Ctrl+Shift+F",),
        Needs.PROJECT,
        tip=_("Find words in the texts of all articles"),
    ),
    Command("workspace.searching.find_next", _("Find Ne&xt"), ("F3",), Needs.PROJECT),
    Command("workspace.searching.find_previous", _("Find Previ&ous"), ("Shift+F3",), Needs.PROJECT),
    Command("workspace.pane_commands.find_article", _("Find Article in Li&st"), ("Ctrl+L",), Needs.PROJECT),
    GO_TO_PLACE,
    SEPARATOR,
    Command(
        "workspace.changing_many.replace",
        _("Replace in &Table…"),
        ("Ctrl+H",),
        Needs.WRITABLE_PROJECT,
        tip=_("Find and replace in the cells of the table in front"),
    ),
    REPLACE_EVERYWHERE,
    CHANGE_SELECTED,
    SEPARATOR,
    Command(
        "preferring.show_preferences",
        _("Prefere&nces…"),
        (),
        Needs.NOTHING,
        tip=_("Your initials, whether pages are fetched from the internet, and backups"),
    ),
)
