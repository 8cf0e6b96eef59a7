"""What is done in the text with single letters: the menu Select, and recording what is selected."""

from gui.commands.command import SEPARATOR, Command, Menu, Needs, letter, move
from models.translation import _


def _request(name: str, text: str, key: str, tip: str, icon: str = "") -> Command:
    """Make a command with a single-letter key that calls a method of `RecordRequests`."""
    return letter(f"workspace.view.requests.request_{name}", text, key, tip, icon)


CLAIM = _request("claim", _("&Claim"), "C", _("Record the selection as a claim"), "claim")
REPEAT = _request(
    "repeat",
    _("Claim by &Last Speaker"),
    "R",
    _("Record the selection with the speaker and the answers of the previous claim"),
    "claim",
)
NUMBER = _request("number", _("&Number"), "N", _("Record the selection, or select the next number"), "number")
NUMBER_BEFORE = _request(
    "number_before", _("Pre&vious Number"), "Shift+N", _("Record the selection, or select the previous number")
)
SPEAKER = _request("speaker", _("S&peaker"), "S", _("The selection names the speaker"), "speaker")
CUE = _request("cue", _("C&ue"), "Q", _("The selection is the cue of the current claim"), "cue")
PART = _request("part", _("&Add Part"), "Shift+C", _("Add the selection to the current claim"))
BOUNDARIES = _request(
    "boundaries",
    _("Change Boundar&ies"),
    "B",
    _("Set the boundaries of the selected record to those of the selection"),
)
BOILERPLATE = _request(
    "boilerplate", _("Boilerpla&te"), "X", _("Mark the lines as boilerplate, or as text again"), "boilerplate"
)

ALWAYS_ON_SITE = Command(
    "workspace.view.requests.request_always_on_site",
    _("Al&ways on This Site"),
    (),
    Needs.WRITABLE,
    tip=_("Mark the lines, as boilerplate or as text, in all articles of this site, also in those to come"),
)

NEXT_SENTENCE = move("workspace.view.steps.select_next_sentence", _("&Next Sentence"), "J")

SELECT: Menu = (
    NEXT_SENTENCE,
    move("workspace.view.steps.select_previous_sentence", _("&Previous Sentence"), "K"),
    SEPARATOR,
    move("workspace.view.steps.start_next_clause", _("Start at Next &Clause"), "I"),
    move("workspace.view.steps.end_previous_clause", _("End at Pre&vious Clause"), "U"),
    SEPARATOR,
    move("workspace.view.steps.end_earlier", _("&End One Word Earlier"), "H"),
    move("workspace.view.steps.end_later", _("End One Word &Later"), "L"),
    move("workspace.view.steps.start_earlier", _("Start One Word Ea&rlier"), "Shift+H"),
    move("workspace.view.steps.start_later", _("&Start One Word Later"), "Shift+L"),
    move("workspace.view.steps.swap_selection_end", _("S&witch Selection End"), "O"),
)
