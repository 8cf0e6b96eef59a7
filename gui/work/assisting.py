"""Say what the program may find for the coders of a project, and with which words of its own."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from gui.project.suggestions import Suggestions
from gui.project.view import ProjectView
from gui.system.settings import Settings
from gui.widgets.menu_entries import add_entry
from models.actions.own_words import add_word, remove_words
from models.actions.properties import set_assistance
from models.actions.suggestions import bring_back
from models.edits import Edit
from models.entities import Dismissed, Word
from models.properties import Assistance
from models.translation import _

LABELS = {
    Assistance.CLAIMS: _("Suggest &Claims"),
    Assistance.NUMBERS: _("Suggest &Numbers"),
    Assistance.PLACES: _("Count &Places Without a Record"),
}


class Assisting(QObject, ProjectView):
    """The verbs for what is suggested in a whole project; those for one suggestion are in `Suggesting`."""

    def __init__(self, found: Suggestions, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._found, self._settings = found, settings
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

    def bring_back(self, dismissed: Collection[Dismissed]) -> bool:
        """Suggest again what was dismissed."""
        return self._do(bring_back(dismissed))

    def add_word(self, language: str, name: str, typed: str) -> bool:
        """Add words to a list of the project's own. Raises OnrecordError if they cannot be added."""
        return self.project is not None and self._do(add_word(self.project.own_words, language, name, typed))

    def remove_words(self, words: Sequence[Word]) -> bool:
        """Take words out of the lists of the project's own."""
        return self._do(remove_words(words))

    def _do(self, edit: Edit) -> bool:
        return self.project is not None and self.project.do(edit)
