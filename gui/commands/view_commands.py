"""The menu View: going from pane to pane, filtering the table in front, and how things look."""

from gui.commands.article_commands import LIST_BY_PROGRESS
from gui.commands.command import SEPARATOR, Command, Menu, Needs
from models.translation import _


def _panes(method: str, text: str, *keys: str, icon: str = "", tip: str = "") -> Command:
    return Command(f"workspace.pane_commands.{method}", text, keys, Needs.PROJECT, icon=icon, tip=tip)


ADD_CONDITION = _panes(
    "add_condition",
    _("&Filter by a Column…"),
    "Ctrl+Shift+L",
    icon="filter",
    tip=_("Show only lines that have a certain value in a column"),
)
GROUP_BY = _panes(
    "group_by",
    _("Group b&y a Column"),
    "Ctrl+Shift+G",
    tip=_("Count the lines, claims and numbers with each value of the current column"),
)
SHOW_VALUE = _panes("show_value", _("All with This Val&ue"))
ONLY_VALUE = _panes("only_value", _("&Only This Value"))
WITHOUT_VALUE = _panes("without_value", _("&Without This Value"))


def view_menu(tables: Menu) -> Menu:
    """Return the entries, among them those that bring a table to the front."""
    return (
        _panes("next", _("&Next Pane"), "F6"),
        _panes("previous", _("&Previous Pane"), "Shift+F6"),
        SEPARATOR,
        *tables,
        SEPARATOR,
        Command("views", _("&Views of the Table"), (), Needs.PROJECT, submenu=True),
        Command("columns", _("&Columns and Rows"), (), Needs.PROJECT, submenu=True),
        SEPARATOR,
        *LIST_BY_PROGRESS,
        SEPARATOR,
        ADD_CONDITION,
        GROUP_BY,
        SHOW_VALUE,
        ONLY_VALUE,
        WITHOUT_VALUE,
        _panes("remove_conditions", _("Show All Lines A&gain")),
        SEPARATOR,
        Command("panels", _("Pan&es"), (), Needs.NOTHING, submenu=True),
        Command(
            "workspace.article_display.unfold_boilerplate", _("Show &Boilerplate"), ("Ctrl+Shift+X",), checkable=True
        ),
        SEPARATOR,
        _panes("zoom_in", _("&Larger Text"), "Ctrl++", "Ctrl+="),
        _panes("zoom_out", _("Smaller Te&xt"), "Ctrl+-"),
        Command("workspace.view.display.reset_zoom", _("Usual Text Si&ze"), ("Ctrl+0",), Needs.PROJECT),
        Command("appearance", _("&Appearance"), (), Needs.NOTHING, submenu=True),
    )
