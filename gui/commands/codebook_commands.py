"""What is done in the window of the codebook; the list of variables and the tree of choices handle the keys."""

from gui.commands.command import SEPARATOR, Command, Menu, Needs, Scope
from models.translation import _


def _codebook(method: str, text: str, *keys: str, tip: str, icon: str = "") -> Command:
    return Command(method, text, keys, Needs.WRITABLE_PROJECT, Scope.PANE, icon, tip)


ADD = _codebook("begin_new", _("&Add Choice"), "Enter", "Return", "Ins", tip=_("Add a choice"), icon="add")
ADD_BELOW = _codebook(
    "begin_new_below",
    _("Add &Below"),
    *("Shift+Enter", "Shift+Return", "Shift+Ins"),
    tip=_("Add a choice below the selected one"),
    icon="add-below",
)
RENAME = _codebook("rename", _("&Rename"), "F2", tip=_("Rename the choice"))
MOVE_UP = _codebook("move_up", _("Move &Up"), "Ctrl+Up", tip=_("Move up"), icon="chevron-up")
MOVE_DOWN = _codebook("move_down", _("Move &Down"), "Ctrl+Down", tip=_("Move down"), icon="chevron-down")
MOVE_IN = _codebook("move_in", _("Move &In"), "Ctrl+Right", tip=_("Move below the choice before it"))
MOVE_OUT = _codebook("move_out", _("Move &Out"), "Ctrl+Left", tip=_("Move to the level above"))
MERGE = _codebook("merge", _("&Merge Into…"), "Ctrl+M", tip=_("Merge into another choice"), icon="merge")
SPLIT = _codebook("split", _("&Split…"), "Ctrl+T", tip=_("Split into two choices"), icon="split")
DELETE = _codebook("delete", _("De&lete"), "Del", tip=_("Delete the choice"), icon="delete")

ADD_VARIABLE = _codebook(
    "add_variable", _("Add Variable"), "Enter", "Return", "Ins", tip=_("Add a variable"), icon="add"
)
DELETE_VARIABLE = _codebook("delete_variable", _("Delete Variable"), "Del", tip=_("Delete the variable"), icon="delete")

CHOICES: Menu = (
    *(ADD, ADD_BELOW, RENAME, SEPARATOR),
    *(MOVE_UP, MOVE_DOWN, MOVE_IN, MOVE_OUT, SEPARATOR),
    *(MERGE, SPLIT, DELETE),
)
BUTTONS = (ADD, ADD_BELOW, MOVE_UP, MOVE_DOWN, MERGE, SPLIT, DELETE)
"""Those that have a button under the tree."""
