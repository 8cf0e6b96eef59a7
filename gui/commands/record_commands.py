"""The menu Record: recording what is selected in the text, and what is done with the selected records."""

from gui.commands.command import SEPARATOR, Command, Menu, Needs, letter
from gui.commands.text_commands import BOUNDARIES, CLAIM, CUE, NUMBER, NUMBER_BEFORE, PART, REPEAT, SPEAKER
from models.translation import _

EDIT_IN_TABLE = letter(
    "workspace.selected_record.edit_selected", _("&Edit in Table"), "F2", _("Open the cell of the selected record")
)
DELETE_RECORD = letter(
    "workspace.selected_record.delete_record",
    _("&Delete"),
    "Del",
    _("Delete the selected record; undo brings it back"),
    "delete",
)
DUPLICATE = Command(
    "workspace.selected_record.duplicate",
    _("Duplica&te"),
    ("Ctrl+Shift+D",),
    Needs.WRITABLE,
    tip=_("Record the selected claim or number once more, with its answers"),
)
DISCUSS = Command(
    "workspace.discussing.toggle_discuss",
    _("To Di&scuss"),
    ("Ctrl+M",),
    Needs.WRITABLE_PROJECT,
    tip=_("Flag the selected records as to be discussed, or take the flag off"),
)
DELETE_SELECTED = Command(
    "workspace.delete_selected", _("Delete Selected &Records"), ("Ctrl+Del",), Needs.WRITABLE_PROJECT, icon="delete"
)
PIN = Command(
    "workspace.pinning.pin",
    _("Pin as E&xample…"),
    ("Ctrl+Shift+B",),
    Needs.WRITABLE_PROJECT,
    tip=_("Show the selected claim or number with a definition of the codebook"),
)
MERGE_SPEAKERS = Command(
    "workspace.registering.merge_selected",
    _("&Merge Selected Speakers…"),
    (),
    Needs.WRITABLE_PROJECT,
    tip=_("Make one speaker of those selected in the Speakers table"),
)

RECORD: Menu = (
    CLAIM,
    REPEAT,
    NUMBER,
    NUMBER_BEFORE,
    SPEAKER,
    CUE,
    PART,
    BOUNDARIES,
    SEPARATOR,
    EDIT_IN_TABLE,
    DELETE_RECORD,
    DUPLICATE,
    DISCUSS,
    DELETE_SELECTED,
)
