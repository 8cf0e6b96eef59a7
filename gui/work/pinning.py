"""Pin the selected claim or number as an example of a variable or of one of its choices."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.opening import open_over
from gui.dialogs.picking import PickDialog
from gui.project.view import ProjectView
from models.actions.codebook import pin_example
from models.codebook.codebook import Codebook
from models.entities import Answer, Article, Claim, Number
from models.ids import Id
from models.places import Place
from models.records import ArticleRecords
from models.text.excerpts import quoted
from models.translation import _

MOST_CHARACTERS = 160
"""Characters of the words that the question quotes."""


class Pinning(QObject, ProjectView):
    """Asks what the first of the records that `selected` returns is an example of."""

    hint = Signal(str)

    def __init__(self, window: QWidget, selected: Callable[[], Sequence[Place]]) -> None:
        super().__init__(window)
        self._window, self._selected = window, selected
        self.dialog: PickDialog | None = None

    def pin(self, target: Id | None = None) -> None:
        """Pin the selected claim or number, of any article, to a variable or choice; ask to which if none is given."""
        project, place = self.project, next(iter(self._selected()), None)
        if project is None or place is None or place.article is None or place.record is None:
            self.hint.emit(_("Select a claim or number first: its words become the example."))
            return
        if not project.codebook.variables:
            self.hint.emit(_("The codebook has no variables yet. Add one there first."))
            return
        article, record = place.article, place.record
        if project.records and project.records.article.id == article:
            self._ask(project.records, record, target)
        else:
            project.reader.ask(
                self, lambda view: view.records_of([article]), lambda read: self._ask(read[article], record, target)
            )

    def _ask(self, records: ArticleRecords, record: Id, target: Id | None) -> None:
        found = records.claims.get(record) or records.numbers.get(record)
        if self.project is None or found is None:
            return
        codebook, words = self.project.codebook, records.words(record)
        if target:
            self._pin(target, found, words, named(records.article))
            return
        question = _("{words} is an example of:").format(words=quoted(words, MOST_CHARACTERS))
        self.dialog = PickDialog(self._window, _("Pin as Example"), question, _("Pin"))
        self.dialog.show_entries(entries(codebook), _coded_with(records.answers_of(record)))
        self.dialog.picked.connect(lambda key: self._pin(key, found, words, named(records.article)))
        open_over(self._window, self.dialog)

    def _pin(self, key: Id, record: Claim | Number, words: str, place: str) -> None:
        """Pin a record to the variable or choice with this id."""
        project = self.project
        if project is None:
            return
        choice = project.codebook.choices.get(key)
        variable = project.codebook.variables.get(choice.variable if choice else key)
        if variable and project.do(pin_example(variable, choice, record, words, place)):
            label = project.codebook.path_label(choice) if choice else variable.label
            self.hint.emit(_("Pinned as an example of “{label}”.").format(label=label))


def entries(codebook: Codebook) -> list[tuple[str, Id]]:
    """Return every variable and choice with its words, in the order of the codebook."""
    found: list[tuple[str, Id]] = []
    for variable in codebook.variables.values():
        found.append((f"{variable.label} · {variable.name}", variable.id))
        for choice in codebook.choices_of(variable.id):
            found.append((f"{variable.label}: {codebook.path_label(choice)} · {choice.value}", choice.id))
    return found


def named(article: Article) -> str:
    """Return an article in words: its outlet, date and title, as far as they are known."""
    return ", ".join(filter(None, (article.outlet, (article.published or "")[:10], article.title)))


def _coded_with(answers: Sequence[Answer]) -> Id | None:
    """Return the first choice that a record is answered with."""
    return next((answer.choice for answer in answers if answer.choice), None)
