"""Say what the program may find for the coders of a project, and with which words of its own."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.dialogs.opening import open_over
from gui.project.suggestions import Suggestions
from gui.project.view import ProjectView
from gui.system.settings import Settings
from gui.widgets.menu_entries import add_entry
from models.actions.own_words import add_word, remove_words
from models.actions.properties import set_assistance
from models.actions.suggestions import bring_back
from models.edits import Edit
from models.entities import Word
from models.errors import OnrecordError
from models.own_words import REPORTING_VERBS
from models.properties import Assistance
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.dialogs.own_words import OwnWordsDialog

LABELS = {
    Assistance.CLAIMS: _("Suggest &Claims"),
    Assistance.NUMBERS: _("Suggest &Numbers"),
    Assistance.PLACES: _("Count &Places Without a Record"),
}


class Assisting(QObject, ProjectView):
    """The verbs for what is suggested in a whole project; those for one suggestion are in `Suggesting`.

    `leave` writes what is being typed.
    """

    hint = Signal(str)

    def __init__(self, found: Suggestions, settings: Settings, window: QWidget, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._found, self._settings, self._window, self._leave = found, settings, window, leave
        self.dialog: OwnWordsDialog | None = None
        found.set_wanted(settings.suggests)

    def show_suggestions(self, wanted: bool) -> None:
        """Show what was found, or only what is recorded, in every project that is opened from now on."""
        self._settings.suggests = wanted
        self._found.set_wanted(wanted)

    def want(self, assistance: Collection[Assistance]) -> bool:
        """Say which suggestions and places the coders of this project are shown."""
        return self.project is not None and self._do(set_assistance(self.project.properties, assistance))

    def fill_menu(self, menu: QMenu) -> None:
        """Fill the menu of what the coders of the project are shown, which travels with it."""
        menu.clear()
        project = self.project
        for kind in Assistance if project else ():
            wanted = project.properties.assistance if project else frozenset()
            entry = add_entry(menu, LABELS[kind], partial(self.want, wanted ^ {kind}))
            entry.setCheckable(True)
            entry.setChecked(kind in wanted)
            entry.setEnabled(project is not None and not project.store.read_only)

    def bring_back(self) -> None:
        """Suggest again what was dismissed in the open article, and the places with nothing to record."""
        dismissed = [*self.records.dismissed.values()] if self.records else []
        if not dismissed:
            self.hint.emit(_("Nothing was dismissed in this article."))
        elif self._do(bring_back(dismissed)):
            said = counted("{count:,} suggestion is back.", "{count:,} suggestions are back.", len(dismissed))
            self.hint.emit(f"{said} {_('Ctrl+Z takes it back.')}")

    def show_words(self) -> None:
        """List the reporting verbs that the project adds, so that verbs are added and removed."""
        from gui.dialogs.own_words import OwnWordsDialog

        if self.project and self._leave():
            self.dialog = OwnWordsDialog(self._window, writable=not self.project.store.read_only)
            self.dialog.show_words(self.project.own_words.in_order())
            self.dialog.add_wanted.connect(self.add_verb)
            self.dialog.remove_wanted.connect(self._remove)
            self.dialog.finished.connect(self._close)
            open_over(self._window, self.dialog)

    def add_verb(self, language: str, typed: str) -> None:
        """Add the forms of a reporting verb, or say in the dialog why they cannot be added."""
        if self.project is None:
            return
        try:
            edit = add_word(self.project.own_words, language, REPORTING_VERBS, typed)
        except OnrecordError as error:
            if self.dialog:
                self.dialog.refuse(error.what)
            return
        self._show_after(edit)

    def _remove(self, words: Sequence[Word]) -> None:
        self._show_after(remove_words(words))

    def _show_after(self, edit: Edit) -> None:
        if self._do(edit) and self.project and self.dialog:
            self.dialog.show_words(self.project.own_words.in_order())

    def _close(self) -> None:
        self.dialog = None

    def _do(self, edit: Edit) -> bool:
        return self.project is not None and self.project.do(edit)
