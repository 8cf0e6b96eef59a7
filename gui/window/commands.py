"""Every menu entry and every key, as data. The menus, the shortcuts and the list of keys in Help are made from it."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QKeySequence

from gui.window.tables import TABLES
from models.translation import _


class Scope(Enum):
    """Where a key acts: single-letter keys only while the article has the focus."""

    WINDOW = auto()
    TEXT = auto()


class Needs(Enum):
    """What a command needs; without it, the menu entry is disabled."""

    NOTHING = auto()
    PROJECT = auto()
    ARTICLE = auto()
    WRITABLE = auto()
    """An article in a project that may be written to."""
    WRITABLE_PROJECT = auto()
    """A project that may be written to; an article need not be open."""
    NEW_ARTICLE = auto()
    """A project that may be written to, or no project; then one is created."""


@dataclass(frozen=True, slots=True)
class Command:
    """One menu entry. `method` is the path of its method from the window ("workspace.recording.mark_claim")."""

    method: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.ARTICLE
    scope: Scope = Scope.WINDOW
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    """Whether the entry can be checked; the method is then called with True or False."""
    argument: str | None = None
    """The argument of the method."""
    submenu: bool = False
    """Whether the entry is a submenu, which `Menus` fills by its name."""

    @property
    def name(self) -> str:
        """The object name of its action: the last part of `method`, and the argument."""
        return "_".join(filter(None, (self.method.rpartition(".")[2], self.argument)))


def _letter(method: str, text: str, key: str, tip: str, icon: str = "") -> Command:
    """Make a command with a single-letter key, which acts only while the article has the focus."""
    return Command(method, text, (key,), Needs.WRITABLE, Scope.TEXT, icon, tip)


def _request(name: str, text: str, key: str, tip: str, icon: str = "") -> Command:
    """Make a command with a single-letter key that calls a method of `RecordRequests`."""
    return _letter(f"workspace.view.requests.request_{name}", text, key, tip, icon)


def _move(method: str, text: str, key: str) -> Command:
    """Make a command with a key that moves the caret or selects text, and changes nothing."""
    return Command(method, text, (key,), Needs.ARTICLE, Scope.TEXT)


PROGRESS = (
    ("all", _("List All Articles"), "Alt+1"),
    ("not begun", _("List Articles Not Begun"), "Alt+2"),
    ("begun", _("List Articles Begun"), "Alt+3"),
    ("done", _("List Articles Done"), "Alt+4"),
)
"""Which articles are listed: by their progress, with the words and the key of the entry."""

SEPARATOR = None

Menu = tuple[Command | None, ...]
"""The entries of a menu, in order; None is a separator."""


def _file() -> Menu:
    return (
        Command("project_file.new", _("&New Project…"), ("Ctrl+N",), Needs.NOTHING, icon="add"),
        Command("project_file.open", _("&Open Project…"), ("Ctrl+O",), Needs.NOTHING),
        Command("recent", _("Open &Recent"), (), Needs.NOTHING, submenu=True),
        Command("project_file.open_sample", _("Open the Sa&mple"), (), Needs.NOTHING),
        SEPARATOR,
        Command("importing.import_files", _("&Import Articles…"), ("Ctrl+I",), Needs.NEW_ARTICLE, icon="import"),
        Command("importing.paste_article", _("&Paste as New Article…"), ("Ctrl+Shift+V",), Needs.NEW_ARTICLE),
        Command("exporting.export", _("&Export Tables…"), ("Ctrl+E",), Needs.PROJECT, icon="export"),
        SEPARATOR,
        Command("listing_speakers.import_speakers", _("Import Spea&kers…"), (), Needs.WRITABLE_PROJECT),
        Command("listing_speakers.export_speakers", _("E&xport Speakers…"), (), Needs.PROJECT),
        SEPARATOR,
        Command("project_file.show_saved", _("&Save (Automatic)"), ("Ctrl+S",), Needs.PROJECT),
        Command("project_file.save_copy", _("Save a &Copy…"), ("Ctrl+Shift+S",), Needs.PROJECT),
        SEPARATOR,
        Command("close", _("&Quit"), ("Ctrl+Q",), Needs.NOTHING),
    )


def _edit() -> Menu:
    return (
        Command("undoing.undo", _("&Undo"), ("Ctrl+Z",), Needs.PROJECT, icon="undo"),
        Command("undoing.redo", _("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), Needs.PROJECT, icon="redo"),
        SEPARATOR,
        Command("workspace.panes.copy", _("&Copy"), (), Needs.PROJECT),
        SEPARATOR,
        Command("workspace.panes.find_in_article", _("&Find in Article…"), ("Ctrl+F",), icon="search"),
        Command("workspace.panes.find_article", _("Find Article in List"), ("Ctrl+L",), Needs.PROJECT),
        SEPARATOR,
        Command(
            "workspace.changing_many.replace",
            _("Replace in &Table…"),
            ("Ctrl+H",),
            Needs.WRITABLE_PROJECT,
            tip=_("Find and replace in the cells of the table in front"),
        ),
        Command(
            "workspace.change_selected",
            _("C&hange in Selected Lines…"),
            ("Ctrl+Shift+H",),
            Needs.WRITABLE_PROJECT,
            tip=_("Give an attribute one value in all selected lines of the table in front"),
        ),
    )


def _article() -> Menu:
    return (
        Command("workspace.article_actions.next_article", _("&Next Article"), ("Ctrl+PgDown",), Needs.PROJECT),
        Command("workspace.article_actions.previous_article", _("&Previous Article"), ("Ctrl+PgUp",), Needs.PROJECT),
        Command(
            "workspace.article_actions.finish",
            _("Mark as &Done, Open Next"),
            ("Ctrl+Return", "Ctrl+Enter"),
            Needs.WRITABLE,
            icon="article-done",
        ),
        Command(
            "workspace.changing_articles.toggle_done",
            _("&Mark as Done or Not Done"),
            ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
            Needs.WRITABLE_PROJECT,
            tip=_("The article on the screen, or those that are selected in the list"),
        ),
        SEPARATOR,
        _move("workspace.view.folding.toggle_boilerplate_at_caret", _("&Fold or Unfold Boilerplate"), "F"),
        _request(
            "boilerplate", _("Boilerpla&te"), "X", _("Mark the lines as boilerplate, or as text again"), "boilerplate"
        ),
        SEPARATOR,
        Command(
            "workspace.changing_articles.delete_articles",
            _("De&lete Article"),
            (),
            Needs.WRITABLE_PROJECT,
            icon="delete",
            tip=_("The article on the screen, or those that are selected in the list"),
        ),
    )


def _select() -> Menu:
    return (
        _move("workspace.view.steps.select_next_sentence", _("&Next Sentence"), "J"),
        _move("workspace.view.steps.select_previous_sentence", _("&Previous Sentence"), "K"),
        SEPARATOR,
        _move("workspace.view.steps.start_next_clause", _("Start at Next &Clause"), "I"),
        _move("workspace.view.steps.end_previous_clause", _("End at Pre&vious Clause"), "U"),
        SEPARATOR,
        _move("workspace.view.steps.end_earlier", _("&End One Word Earlier"), "H"),
        _move("workspace.view.steps.end_later", _("End One Word &Later"), "L"),
        _move("workspace.view.steps.start_earlier", _("Start One Word Ea&rlier"), "Shift+H"),
        _move("workspace.view.steps.start_later", _("&Start One Word Later"), "Shift+L"),
        _move("workspace.view.steps.swap_selection_end", _("S&witch Selection End"), "O"),
    )


def _record() -> Menu:
    return (
        _request("claim", _("&Claim"), "C", _("Record the selection as a claim"), "claim"),
        _request(
            "repeat",
            _("Claim by &Last Speaker"),
            "R",
            _("Record the selection with the speaker and the answers of the previous claim"),
            "claim",
        ),
        _request("number", _("&Number"), "N", _("Record the selection, or select the next number"), "number"),
        _request(
            "number_before", _("Pre&vious Number"), "Shift+N", _("Record the selection, or select the previous number")
        ),
        _request("speaker", _("&Speaker"), "S", _("The selection names the speaker"), "speaker"),
        _request("cue", _("C&ue"), "Q", _("The selection is the cue of the current claim"), "cue"),
        _request("part", _("&Add Part"), "Shift+C", _("Add the selection to the current claim")),
        _request(
            "boundaries",
            _("Change Boundar&ies"),
            "B",
            _("Set the boundaries of the selected record to those of the selection"),
        ),
        SEPARATOR,
        _letter(
            "workspace.recording.edit_selected", _("&Edit in Table"), "F2", _("Open the cell of the selected record")
        ),
        _letter(
            "workspace.recording.delete_record",
            _("&Delete"),
            "Del",
            _("Delete the selected record; undo brings it back"),
            "delete",
        ),
        Command(
            "workspace.recording.duplicate",
            _("Duplica&te"),
            ("Ctrl+Shift+D",),
            Needs.WRITABLE,
            tip=_("Record the selected claim or number once more, with its answers"),
        ),
        Command(
            "workspace.discussing.toggle_discuss",
            _("T&o Discuss"),
            ("Ctrl+M",),
            Needs.WRITABLE_PROJECT,
            tip=_("Flag the selected records as to be discussed, or take the flag off"),
        ),
        Command("workspace.delete_selected", _("Delete Selected &Records"), ("Ctrl+Del",), Needs.WRITABLE_PROJECT),
    )


def _project() -> Menu:
    return (
        Command(
            "editing_codebook.show_codebook",
            _("Code&book…"),
            ("Ctrl+B",),
            Needs.PROJECT,
            tip=_("The variables that the study asks of its records"),
        ),
        Command(
            "workspace.pinning.pin",
            _("&Pin as Example…"),
            ("Ctrl+Shift+B",),
            Needs.WRITABLE_PROJECT,
            tip=_("Show the selected claim or number with a definition of the codebook"),
        ),
        SEPARATOR,
        Command("project_file.choose_coder", _("&Coder…"), (), Needs.NOTHING),
        Command(
            "checking.check", _("Chec&k Project…"), (), Needs.PROJECT, icon="check", tip=_("What is missing or wrong")
        ),
        Command(
            "workspace.registering.merge_selected",
            _("&Merge Selected Speakers…"),
            (),
            Needs.WRITABLE_PROJECT,
            tip=_("Make one speaker of those selected in the Speakers table"),
        ),
        Command(
            "workspace.registering.delete_speaker", _("Delete &Speaker…"), (), Needs.WRITABLE_PROJECT, icon="delete"
        ),
    )


def _filters() -> Menu:
    """Return the entries that filter the table in front by its columns."""
    return (
        Command(
            "workspace.panes.add_condition",
            _("&Filter by a Column…"),
            ("Ctrl+Shift+L",),
            Needs.PROJECT,
            icon="filter",
            tip=_("Show only lines that have a certain value in a column"),
        ),
        Command(
            "workspace.panes.group_by",
            _("Gro&up by a Column"),
            ("Ctrl+Shift+G",),
            Needs.PROJECT,
            tip=_("Count the lines, claims and numbers with each value of the current column"),
        ),
        Command("workspace.panes.show_value", _("All with &This Value"), (), Needs.PROJECT),
        Command("workspace.panes.only_value", _("&Only This Value"), (), Needs.PROJECT),
        Command("workspace.panes.without_value", _("&Without This Value"), (), Needs.PROJECT),
        Command("workspace.panes.remove_conditions", _("Show All Lines A&gain"), (), Needs.PROJECT),
    )


def _view() -> Menu:
    return (
        Command("workspace.panes.next", _("&Next Pane"), ("F6",), Needs.PROJECT),
        Command("workspace.panes.previous", _("&Previous Pane"), ("Shift+F6",), Needs.PROJECT),
        SEPARATOR,
        *(
            Command("workspace.panes.show", table.entry, (table.key,), Needs.PROJECT, argument=table.name)
            for table in TABLES
        ),
        SEPARATOR,
        Command("views", _("&Views of the Table"), (), Needs.PROJECT, submenu=True),
        Command("columns", _("&Columns and Rows"), (), Needs.PROJECT, submenu=True),
        SEPARATOR,
        *(
            Command("workspace.panes.show_progress", words, (key,), Needs.PROJECT, argument=progress)
            for progress, words, key in PROGRESS
        ),
        SEPARATOR,
        *_filters(),
        SEPARATOR,
        Command("panels", _("Pan&es"), (), Needs.NOTHING, submenu=True),
        Command(
            "workspace.article_display.unfold_boilerplate", _("Show &Boilerplate"), ("Ctrl+Shift+X",), checkable=True
        ),
        SEPARATOR,
        Command("workspace.panes.zoom_in", _("&Larger Text"), ("Ctrl++", "Ctrl+="), Needs.PROJECT),
        Command("workspace.panes.zoom_out", _("Smaller Te&xt"), ("Ctrl+-",), Needs.PROJECT),
        Command("workspace.view.display.reset_zoom", _("Reset &Zoom"), ("Ctrl+0",), Needs.PROJECT),
        Command("appearance", _("&Appearance"), (), Needs.NOTHING, submenu=True),
    )


def _help() -> Menu:
    return (
        Command("help.show_keys", _("&Keyboard Shortcuts"), ("F1",), Needs.NOTHING),
        Command("help.show_log", _("Show &Log"), (), Needs.NOTHING),
        Command("help.show_about", _("&About Onrecord"), (), Needs.NOTHING),
    )


def menus() -> dict[str, Menu]:
    """Return each menu, by its title, with its entries."""
    return {
        _("&File"): _file(),
        _("&Edit"): _edit(),
        _("&Article"): _article(),
        _("&Select"): _select(),
        _("&Record"): _record(),
        _("&Project"): _project(),
        _("&View"): _view(),
        _("&Help"): _help(),
    }


OTHER_KEYS = (
    (_("Shift+Click, Ctrl+Click, Ctrl+A"), _("In the list of articles: select several, without opening any")),
    (_("Delete"), _("In the list of articles: delete the selected articles")),
    (_("Arrows, Shift+Arrows"), _("Move the caret and select; a selection snaps to whole words")),
    (_("Alt with the mouse"), _("Select exactly, without snapping to whole words")),
    (_("Shift+Arrows, Ctrl+Arrows"), _("In the table: select cells, go to the edge")),
    (_("Ctrl+Space, Shift+Space"), _("In the table: select the whole column, the whole row")),
    (_("Ctrl+C, Ctrl+Shift+C, Ctrl+V"), _("In the table: copy cells, copy them with their titles, paste")),
    (_("Ctrl+D, Ctrl+'"), _("In the table: fill down, take the value above")),
    (_("Ctrl+Enter"), _("In the table: write what is typed into all selected cells")),
    (_("Ctrl+Click on a title"), _("In the table: select the column")),
    (_("Click, Shift+Click on a title"), _("In a list: sort by the column, sort by one more column")),
    (_("Enter, Delete on a condition"), _("Above a list: change the condition, take it off")),
    (_("Click on a row number"), _("In the table: select the row; with Shift all up to it, with Ctrl one more")),
    (_("Delete"), _("In the table: clear the selected cells")),
    (_("F2, Enter, Tab, Esc"), _("In the table: edit, accept, next cell, cancel; Esc again returns to the text")),
)
"""Keys that panes handle themselves, without a menu entry, for the list of keys."""


def listed_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each menu with the keys of its entries and what they do, and the keys that have no entry."""
    listed = [(title.replace("&", ""), [_line(c) for c in menu if c and c.keys]) for title, menu in menus().items()]
    return [*listed, (_("In the panes"), list(OTHER_KEYS))]


def _line(command: Command) -> tuple[str, str]:
    key = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return key, command.tip or command.text.replace("&", "").rstrip("…")
