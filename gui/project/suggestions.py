"""What was found in the article on the screen and is not recorded: suggestions, and places without a record.

It is worked out beside the event loop and kept until the text or the registry changes. Nothing here writes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.thinking import Thinking
from models.edits import Edit
from models.entities import Alias, Article, Boilerplate, Dismissed, Property, Span, Speaker, Word
from models.ids import Id
from models.own_words import REPORTING_VERBS, OwnWords
from models.properties import Assistance
from models.suggestions.found import Found, FoundNumber
from models.suggestions.offered import Offered, offered
from models.suggestions.open import open_suggestions
from models.text.ranges import Range
from models.translation import _

if TYPE_CHECKING:
    from models.suggestions.coverage import Place

FIRST = 60
"""Milliseconds after which an article is read: its text is painted first."""
AGAIN = 250
"""Milliseconds after which it is read again, since a new speaker is known: the keys that follow an edit come first."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What an answer depends on."""

    text: str
    language: str
    names: tuple[tuple[Id, str], ...]
    skipped: tuple[Range, ...]
    words: tuple[Word, ...]
    """The words that the project adds."""


NOTHING = Found()


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that was found in a text."""

    found: Found = NOTHING
    places: "tuple[Place, ...]" = ()


class Suggestions(QObject, ProjectView):
    """The suggestions of the open article in text order, the one that is current, and the places without a record."""

    changed = Signal()
    """Other suggestions are open, or the coder has changed one."""
    chosen = Signal()
    """Another suggestion is the current one, or none."""
    read = Signal()
    """The article has been read: what is open in it is known."""
    places_changed = Signal()
    """Other places are without a record."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open: tuple[Offered, ...] = ()
        self.places: tuple[Place, ...] = ()
        self._wanted = True
        self._current: Id | None = None
        self._sought: Sought | None = None
        self._answer = Answer()
        self.is_known = False
        """Whether the article has been read."""
        self._own: dict[Id, Offered] = {}
        """The suggestions that the coder has changed."""
        self._thinking = Thinking(_("Finding suggestions"), self)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._ask)

    @property
    def is_seeking(self) -> bool:
        """Whether an answer is still expected."""
        return self._pause.isActive() or self._thinking.busy

    @property
    def kinds(self) -> frozenset[Assistance]:
        """What the project and the coder want to be shown."""
        return self.project.properties.assistance if self.project and self._wanted else frozenset()

    @property
    def current(self) -> Offered | None:
        """The current suggestion."""
        return self.with_id(self._current) if self._current else None

    @property
    def has_article(self) -> bool:
        """Whether there is an article to be read."""
        return self.project is not None and self.project.records is not None

    @property
    def counts_places(self) -> bool:
        """Whether places without a record are shown."""
        return Assistance.PLACES in self.kinds

    def with_id(self, id_: Id) -> Offered | None:
        """Return an open suggestion by its id."""
        return next((each for each in self.open if each.id == id_), None)

    def set_wanted(self, wanted: bool) -> None:
        """Show what was found, or nothing."""
        self._wanted = wanted
        self._seek()
        self._compare()

    # Following the project

    def set_project(self, project: Project | None) -> None:
        """Begin with the article of another project."""
        super().set_project(project)
        if project is None:
            self._thinking.close()
        self.show_article()

    def show_article(self) -> None:
        """Begin with another article."""
        self._thinking.forget()
        self._sought, self._answer, self._own, self.is_known = None, Answer(), {}, False
        self._compare()
        self._seek()

    def follow(self, edit: Edit) -> None:
        """Leave out what an edit has recorded or dismissed; find everything again if it concerns what is found."""
        records = self.project.records if self.project else None
        if records is None:
            return
        if edit.concerns(Speaker, Alias, Word, Property) or (
            edit.concerns(Article, Boilerplate) and records.article.id in edit.articles
        ):
            self._seek()
        if records.article.id in edit.corrected:
            self._thinking.forget()
            self._answer, self._own = Answer(), {}  # its places are those of the text before
        if edit.concerns(Property, Dismissed, Span, Boilerplate, Article):
            self._compare()

    # Finding

    def _seek(self) -> None:
        """Find everything again soon, if something that it depends on has changed."""
        if self._looked_at() != self._sought:
            self._pause.start(AGAIN if self.is_known else FIRST)

    def _looked_at(self) -> Sought | None:
        records = self.project.records if self.project else None
        if self.project is None or records is None or records.altered or not self.kinds:
            return None
        skipped = sorted((line.start, line.end) for line in records.boilerplate.values())
        names = tuple(self.project.registry.names())
        language = records.article.language or "en"
        return Sought(records.text, language, names, tuple(skipped), tuple(self.project.own_words.in_order()))

    def _ask(self) -> None:
        sought = self._sought = self._looked_at()
        if sought is None:
            self._thinking.forget()
            self._take(Answer())
        else:
            self._thinking.ask(lambda: answer(sought), self._take)

    def _take(self, found: Answer) -> None:
        self._answer, self.is_known = found, True
        self._compare()
        self.read.emit()

    def _compare(self) -> None:
        """Tell what is open now, if it is not what was open before."""
        now = tuple(self._still_open())
        if now != self.open:
            self.open = now
            self.changed.emit()
            if self._current and self.current is None:
                self.choose(None)
        places = tuple(self._open_places())
        if places != self.places:
            self.places = places
            self.places_changed.emit()

    def _still_open(self) -> Iterator[Offered]:
        """Yield the open suggestions as the coder has them; numbers that were taken into a claim only there."""
        records = self.project.records if self.project else None
        if self.project is None or records is None or not (self._answer.found.numbers or self._answer.found.claims):
            return
        left = open_suggestions(self._answer.found, records, self.project.learned, self.kinds)
        before = {each.id: each for each in self.open}
        found = {each.id: self._own.get(each.id, each) for each in map(offered, left.in_order())}
        found = {id_: known if (known := before.get(id_)) == each else each for id_, each in found.items()}
        inside = {number.span for each in found.values() if each.has_own_boundaries for number in each.numbers}
        yield from (each for each in found.values() if each.is_claim or each.range not in inside)

    def _open_places(self) -> "Iterator[Place]":
        records = self.project.records if self.project else None
        if records is None or not self._answer.places or not self.counts_places:
            return
        from models.suggestions.coverage import open_places

        yield from open_places(self._answer.places, records)

    # The current suggestion

    def choose(self, id_: Id | None) -> None:
        """Make a suggestion the current one, or none."""
        if id_ != self._current:
            self._current = id_
            self.chosen.emit()

    def after(self, offset: int) -> Offered | None:
        """Return the first suggestion that begins at an offset or after it."""
        return next((each for each in self.open if each.range[0] >= offset), None)

    def beside(self, id_: Id, step: int) -> Offered | None:
        """Return the suggestion after an open one (1), or before it (-1); None at the end."""
        at = [each.id for each in self.open].index(id_) + step
        return self.open[at] if 0 <= at < len(self.open) else None

    def tick(self, id_: Id, number: Range) -> None:
        """Leave a number out of a suggested claim, or take it in again."""
        if found := self.with_id(id_):
            self._put(found.ticked(number, wanted=number in found.left_out))

    def bound(self, id_: Id, words: Range) -> None:
        """Give a suggestion other words, with the numbers in them."""
        found = self.with_id(id_)
        if found is None or self._sought is None:
            return
        if found.is_claim:
            self._put(found.bounded(words, self._open_numbers()))
            return
        from models.quantities.locating import read_number

        read = read_number(self._sought.text, *words, self._sought.language)
        self._put(found.bounded(words, (FoundNumber(words, read, "number"),)))

    def _open_numbers(self) -> list[FoundNumber]:
        inside = {number.span: number for each in self.open for number in each.numbers}
        alone = {each.range: each.suggestion for each in self.open if isinstance(each.suggestion, FoundNumber)}
        return [number for _span, number in sorted({**inside, **alone}.items())]

    def _put(self, own: Offered) -> None:
        """Keep a suggestion as the coder has changed it."""
        self._own[own.id] = own
        self._compare()
        if own.id == self._current:
            self.chosen.emit()


def answer(sought: Sought) -> Answer:
    """Find everything in a text, in another thread, which loads what reads texts with the first article."""
    from models.suggestions.coverage import find_places
    from models.suggestions.finding import find

    own = OwnWords(sought.words)
    found = find(sought.text, sought.language, sought.names, sought.skipped, own)
    numbers, verbs = (each.span for each in found.numbers), own.of(sought.language, REPORTING_VERBS)
    return Answer(found, find_places(sought.text, sought.language, numbers, verbs))
