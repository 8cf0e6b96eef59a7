"""Every menu entry and every key, as data: the menus, the shortcuts and the list of keys in Help are made from this."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.theme import theme


class Scope(Enum):
    """Where a key acts: single letters only while the article has the focus."""

    WINDOW = auto()
    TEXT = auto()


class Needs(Enum):
    """What must be there for a command to make sense; without it the entry is grey."""

    NOTHING = auto()
    PROJECT = auto()
    ARTICLE = auto()
    WRITABLE = auto()
    """An article in a project that may be written to."""
    WRITABLE_PROJECT = auto()
    """A project that may be written to; an article need not be open."""
    NEW_ARTICLE = auto()
    """A project that may be written to, or none: then one is made."""


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu. `does` is the verb: an attribute path from the window ("recording.mark_claim")."""

    does: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.ARTICLE
    scope: Scope = Scope.WINDOW
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    checked: bool = False

    @property
    def name(self) -> str:
        """The object name of its action: its verb."""
        return self.does.rpartition(".")[2]


def _letter(does: str, text: str, key: str, icon: str, tip: str) -> Command:
    """A command of a single key, which acts only while the article has the focus."""
    return Command(does, text, (key,), Needs.WRITABLE, Scope.TEXT, icon, tip)


def _move(does: str, text: str, key: str) -> Command:
    """A key that moves or selects in the text and changes nothing."""
    return Command(does, text, (key,), Needs.ARTICLE, Scope.TEXT)


SEPARATOR = None

MENUS: dict[str, tuple[Command | None, ...]] = {
    "&File": (
        Command("project_file.new", "&New Project…", ("Ctrl+N",), Needs.NOTHING, icon="add"),
        Command("project_file.open", "&Open Project…", ("Ctrl+O",), Needs.NOTHING),
        Command("project_file.recent", "Open &Recent", (), Needs.NOTHING),
        Command("project_file.open_sample", "Open the Sa&mple", (), Needs.NOTHING),
        SEPARATOR,
        Command("importing.import_files", "&Import Articles…", ("Ctrl+I",), Needs.NEW_ARTICLE, icon="import"),
        Command("importing.paste_article", "&Paste as New Article…", ("Ctrl+Shift+V",), Needs.NEW_ARTICLE),
        Command("exporting.export", "&Export Tables…", ("Ctrl+E",), Needs.PROJECT, icon="export"),
        SEPARATOR,
        Command("project_file.show_saved", "&Save (Automatic)", ("Ctrl+S",), Needs.PROJECT),
        Command("project_file.save_copy", "Save a &Copy…", ("Ctrl+Shift+S",), Needs.PROJECT),
        SEPARATOR,
        Command("close", "&Quit", ("Ctrl+Q",), Needs.NOTHING),
    ),
    "&Edit": (
        Command("undo", "&Undo", ("Ctrl+Z",), Needs.PROJECT, icon="undo"),
        Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Needs.PROJECT, icon="redo"),
        SEPARATOR,
        Command("copy", "&Copy", (), Needs.PROJECT),
        SEPARATOR,
        Command("panes.find_in_article", "&Find in Article…", ("Ctrl+F",), icon="search"),
        Command("panes.find_article", "Find Article in List", ("Ctrl+L",), Needs.PROJECT),
    ),
    "&Article": (
        Command("article_display.next_article", "&Next Article", ("Ctrl+PgDown",)),
        Command("article_display.previous_article", "&Previous Article", ("Ctrl+PgUp",)),
        Command(
            "article_display.finish",
            "Mark as &Done, Open Next",
            ("Ctrl+Return", "Ctrl+Enter"),
            Needs.WRITABLE,
            icon="article-done",
        ),
        Command("article_display.reopen", "&Mark as Not Done", (), Needs.WRITABLE, icon="article-open"),
        SEPARATOR,
        _move("view.folding.toggle_boilerplate_at_caret", "&Fold or Unfold Boilerplate", "F"),
        _letter(
            "view.requests.request_boilerplate",
            "Boilerpla&te",
            "X",
            "boilerplate",
            "Mark the lines as boilerplate, or as text again",
        ),
        SEPARATOR,
        Command("article_display.delete_article", "De&lete Article", (), Needs.WRITABLE, icon="delete"),
    ),
    "&Select": (
        _move("view.steps.select_next_sentence", "&Next Sentence", "J"),
        _move("view.steps.select_previous_sentence", "&Previous Sentence", "K"),
        SEPARATOR,
        _move("view.steps.start_next_clause", "Start at Next &Clause", "I"),
        _move("view.steps.end_previous_clause", "End at Pre&vious Clause", "U"),
        SEPARATOR,
        _move("view.steps.end_earlier", "&End One Word Earlier", "H"),
        _move("view.steps.end_later", "End One Word &Later", "L"),
        _move("view.steps.start_earlier", "Start One Word Ea&rlier", "Shift+H"),
        _move("view.steps.start_later", "&Start One Word Later", "Shift+L"),
        _move("view.steps.swap_selection_end", "S&witch Selection End", "O"),
    ),
    "&Record": (
        _letter("view.requests.request_claim", "&Claim", "C", "claim", "Record the selection as a claim"),
        _letter(
            "view.requests.request_repeat",
            "Claim by &Last Speaker",
            "R",
            "claim",
            "Record it with the speaker of the claim before",
        ),
        _letter(
            "view.requests.request_number", "&Number", "N", "number", "Record the selection, or select the next number"
        ),
        _letter(
            "view.requests.request_number_before",
            "Pre&vious Number",
            "Shift+N",
            "",
            "Record the selection, or select the previous number",
        ),
        _letter("view.requests.request_speaker", "&Speaker", "S", "speaker", "The selection names the speaker"),
        _letter("view.requests.request_cue", "C&ue", "Q", "cue", "The selection is the cue of the current claim"),
        _letter("view.requests.request_part", "&Add Part", "Shift+C", "", "Add the selection to the current claim"),
        _letter(
            "view.requests.request_boundaries",
            "Change Boundar&ies",
            "B",
            "",
            "Give the chosen record those of the selection",
        ),
        SEPARATOR,
        _letter("recording.edit_chosen", "&Edit in Table", "F2", "", "Open the cell of the chosen record"),
        _letter(
            "view.requests.request_delete", "&Delete", "Del", "delete", "Delete the chosen record; undo brings it back"
        ),
        Command("deleting.delete_selected", "Delete Selected &Records", ("Ctrl+Del",), Needs.WRITABLE_PROJECT),
    ),
    "&Project": (
        Command("choose_coder", "&Coder…", (), Needs.NOTHING),
        Command("checking.check", "Chec&k Project…", (), Needs.PROJECT, icon="check", tip="What is missing or wrong"),
        Command("deleting.delete_speaker", "Delete &Speaker…", (), Needs.WRITABLE_PROJECT, icon="delete"),
    ),
    "&View": (
        Command("panes.next", "&Next Pane", ("F6",), Needs.NOTHING),
        Command("panes.previous", "&Previous Pane", ("Shift+F6",), Needs.NOTHING),
        SEPARATOR,
        Command("panes.show_statements", "&Statements", ("Ctrl+1",), Needs.NOTHING),
        Command("panes.show_speakers", "Spea&kers", ("Ctrl+2",), Needs.NOTHING),
        Command("panes.show_numbers", "Nu&mbers", ("Ctrl+3",), Needs.NOTHING),
        SEPARATOR,
        Command("panels", "Pan&es", (), Needs.NOTHING),
        Command("unfold_boilerplate", "Show &Boilerplate", ("Ctrl+Shift+X",), checkable=True),
        SEPARATOR,
        Command("panes.zoom_in", "&Larger Text", ("Ctrl++", "Ctrl+="), Needs.NOTHING),
        Command("panes.zoom_out", "Smalle&r Text", ("Ctrl+-",), Needs.NOTHING),
        Command("view.display.reset_zoom", "Reset &Zoom", ("Ctrl+0",), Needs.NOTHING),
        Command("appearance", "&Appearance", (), Needs.NOTHING),
    ),
    "&Help": (
        Command("help.show_keys", "&Keyboard Shortcuts", ("F1",), Needs.NOTHING),
        Command("help.show_log", "Show &Log", (), Needs.NOTHING),
        Command("help.show_about", "&About Onrecord", (), Needs.NOTHING),
    ),
}
"""Each menu with its entries in order; None is a line between them."""

SUBMENUS = {"project_file.recent", "panels", "appearance"}
"""Entries that are menus of their own: `gui/window/menus.py` fills them."""

OTHER_KEYS = (
    ("Arrows, Shift+Arrows", "Move the caret and select; a selection snaps to whole words"),
    ("Alt with the mouse", "Select exactly, without snapping to whole words"),
    ("F2, Enter, Tab, Esc", "In the table: edit, accept, next cell, cancel; Esc again returns to the text"),
)
"""Keys that are the behaviour of a pane and have no entry, for the list of keys."""


def make_action(command: Command, window: QWidget, text: QWidget, verb: Callable[[], object]) -> QAction:
    """An action for a command; a key of scope TEXT acts only while the article text has the focus."""
    action = (
        QAction(theme().icon(command.icon), command.text, window) if command.icon else QAction(command.text, window)
    )
    action.setObjectName(command.name)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setStatusTip(command.tip)
    action.setCheckable(command.checkable)
    action.setChecked(command.checked)
    if command.scope is Scope.TEXT:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        text.addAction(action)
    else:
        window.addAction(action)
    action.triggered.connect(lambda _checked=False: verb())
    return action
