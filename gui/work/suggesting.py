"""Turn gestures about what the program found in the open article into edits."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject

from gui.project.view import ProjectView
from models.actions.own_words import add_word, remove_words
from models.actions.properties import set_assistance
from models.actions.suggestions import bring_back, dismiss, nothing_here, record_suggestions
from models.edits import Edit
from models.entities import Claim, Dismissed, Number, Word
from models.ids import Id
from models.properties import Assistance
from models.suggestions.found import Found
from models.suggestions.open import OpenSuggestions, Suggestion, open_suggestions


class Suggesting(QObject, ProjectView):
    """The verbs for suggestions and open places. What was found comes from `models.suggestions.finding`."""

    def open_of(self, found: Found) -> OpenSuggestions:
        """Return what of everything found in the open article can be suggested now; nothing without an article."""
        project = self.project
        if project is None or project.records is None:
            return OpenSuggestions()
        return open_suggestions(found, project.records, project.learned, project.properties.assistance)

    def record(self, suggestions: Sequence[Suggestion]) -> list[Id]:
        """Record suggestions of the open article with one edit; return the claims and numbers that it makes, none if it
        was refused. What is typed then follows with an edit that continues this one.
        """
        project = self.project
        if project is None or project.records is None:
            return []
        edit = record_suggestions(project.records, project.registry, suggestions)
        return [row.id for row in (*edit.made(Claim), *edit.made(Number))] if project.do(edit) else []

    def dismiss(self, suggestion: Suggestion) -> bool:
        """Dismiss a suggestion of the open article for good."""
        records = self.project.records if self.project else None
        return records is not None and self._do(dismiss(records, suggestion))

    def nothing_here(self, start: int, end: int) -> bool:
        """Say that there is nothing to record in a range of the open article (code points, half-open)."""
        records = self.project.records if self.project else None
        return records is not None and self._do(nothing_here(records, start, end))

    def bring_back(self, dismissed: Collection[Dismissed]) -> bool:
        """Suggest again what was dismissed."""
        return self._do(bring_back(dismissed))

    def want(self, assistance: Collection[Assistance]) -> bool:
        """Say which suggestions and places the coders of this project are shown."""
        return self.project is not None and self._do(set_assistance(self.project.properties, assistance))

    def add_word(self, language: str, name: str, typed: str) -> bool:
        """Add words to a list of the project's own. Raises OnrecordError if they cannot be added."""
        return self.project is not None and self._do(add_word(self.project.own_words, language, name, typed))

    def remove_words(self, words: Sequence[Word]) -> bool:
        """Take words out of the lists of the project's own."""
        return self._do(remove_words(words))

    def _do(self, edit: Edit) -> bool:
        return self.project is not None and self.project.do(edit)
