"""What is done with suggestions and with places that have no record, and which of them are shown."""

from gui.commands.command import SEPARATOR, Command, Menu, Needs, Scope, move
from models.translation import _


def _act(method: str, text: str, *keys: str, tip: str) -> Command:
    """Make a command that changes something, with keys that act only while the article has the focus."""
    return Command(f"workspace.suggesting.{method}", text, keys, Needs.WRITABLE, Scope.TEXT, tip=tip)


NEXT_SUGGESTION = move("workspace.suggesting.next_suggestion", _("&Next Suggestion"), "Tab")
PREVIOUS_SUGGESTION = move("workspace.suggesting.previous_suggestion", _("&Previous Suggestion"), "Shift+Tab")
RECORD_SUGGESTION = _act(
    "record_suggestion",
    _("&Record Suggestion"),
    *("Return", "Enter"),
    tip=_("Record the current suggestion, with its speaker and its numbers, and go to the next"),
)
DISMISS = _act(
    "dismiss_suggestion",
    _("&Dismiss Suggestion"),
    "Backspace",
    tip=_("Never suggest this again; undo brings it back"),
)
TICK = _act(
    "tick_number",
    _("&Take or Leave Number"),
    "Space",
    tip=_("Leave a number out of the suggested claim, or take it in again"),
)
WHY = Command(
    "workspace.suggesting.explain", _("&Why?"), (), Needs.ARTICLE, tip=_("Say what the suggestion was found by")
)
RECORD_ALL = Command(
    "workspace.suggesting.record_all",
    _("Record &All in Sight…"),
    (),
    Needs.WRITABLE,
    tip=_("Record every suggestion that can be seen in the text, after a question"),
)
NOTHING_HERE = Command(
    "workspace.covering.nothing_here",
    _("Nothing to Record &Here"),
    ("Shift+Backspace",),
    Needs.WRITABLE,
    Scope.TEXT,
    tip=_("Say that there is nothing to record at this open place"),
)
SHOW_SUGGESTIONS = Command(
    "workspace.assisting.show_suggestions",
    _("&Show Suggestions"),
    ("Ctrl+Shift+U",),
    Needs.PROJECT,
    tip=_("Show what was found in articles, or only what is recorded"),
    checkable=True,
)

SUGGESTIONS: Menu = (
    NEXT_SUGGESTION,
    PREVIOUS_SUGGESTION,
    SEPARATOR,
    RECORD_SUGGESTION,
    DISMISS,
    TICK,
    WHY,
    RECORD_ALL,
    SEPARATOR,
    move("workspace.covering.next_place", _("Next &Open Place"), "G"),
    move("workspace.covering.previous_place", _("Previous Open P&lace"), "Shift+G"),
    NOTHING_HERE,
    SEPARATOR,
    SHOW_SUGGESTIONS,
    Command(
        "workspace.assisting.bring_back",
        _("Suggest Dismissed A&gain"),
        (),
        Needs.WRITABLE,
        tip=_("Suggest again everything that was dismissed in this article"),
    ),
    Command("assistance", _("&In This Project"), (), Needs.PROJECT, submenu=True),
    Command(
        "workspace.assisting.show_words",
        _("Reporting &Verbs of This Project…"),
        (),
        Needs.PROJECT,
        tip=_("The verbs by which this project finds claims, besides those that the program knows"),
    ),
)
ON_A_SUGGESTION: Menu = (RECORD_SUGGESTION, DISMISS, TICK, WHY, SEPARATOR, RECORD_ALL)
"""What the menus of text and table offer on a suggestion."""
