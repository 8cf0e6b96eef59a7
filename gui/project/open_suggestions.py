"""What was found in the article on the screen and is not recorded: suggestions, and places without a record.

It is kept until the text or the registry changes, and compared with the records by each edit. Nothing here writes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gui.project.project import Project
from gui.project.seeking import AGAIN, FIRST, Seeking
from gui.project.view import ProjectView
from models.edits import Edit
from models.entities import Alias, Article, Boilerplate, Property, Speaker, Word
from models.ids import Id
from models.lines.open_places import OpenPlaces
from models.properties import Assistance
from models.suggestions.offered import Offered
from models.suggestions.parts import Part
from models.suggestions.places import Place
from models.suggestions.sought import Sought
from models.suggestions.still_open import Difference, StillOpen
from models.text.in_order import InOrder
from models.text.ranges import Range


class OpenSuggestions(QObject, ProjectView):
    """The suggestions of the open article in text order, and the places without a record."""

    changed = Signal(Difference)
    """Other suggestions are open, or the coder has changed one."""
    read = Signal()
    """The article has been read: what is open in it is known."""
    places_changed = Signal()
    """Other places are without a record."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = True
        self._left: StillOpen | None = None
        """What is left of what was found in the open article, if there is one."""
        self.is_known = False
        """Whether the article has been read."""
        self.seeking = Seeking(self._sought, self)
        self.seeking.found.connect(self._take)
        self.seeking.read.connect(self._end)

    @property
    def open(self) -> InOrder[Offered]:
        """The suggestions in text order."""
        return self._left.suggestions if self._left else InOrder(lambda each: each.found_at)

    @property
    def places(self) -> InOrder[Place]:
        """The places without a record, in text order."""
        return self._left.places if self._left else InOrder(lambda each: each.range[0])

    @property
    def counted_places(self) -> OpenPlaces:
        """How many places of each kind are without a record."""
        return self._left.counted if self._left else OpenPlaces()

    @property
    def is_seeking(self) -> bool:
        """Whether more may be found."""
        return self.seeking.is_busy

    @property
    def kinds(self) -> frozenset[Assistance]:
        """What the project and the coder want to be shown."""
        return self.project.properties.assistance if self.project and self._wanted else frozenset()

    @property
    def has_article(self) -> bool:
        """Whether there is an article to be read."""
        return self.project is not None and self.project.shown is not None

    @property
    def counts_places(self) -> bool:
        """Whether places without a record are shown."""
        return Assistance.PLACES in self.kinds

    def with_id(self, id_: Id) -> Offered | None:
        """Return an open suggestion by its id."""
        return self._left.with_id(id_) if self._left else None

    def overlapping(self, place: Range) -> list[Offered]:
        """Return the open suggestions with words in a range, in text order."""
        return self._left.overlapping(place) if self._left else []

    def set_wanted(self, wanted: bool) -> None:
        """Show what was found, or nothing."""
        self._wanted = wanted
        self._want()

    # Following the project

    def set_project(self, project: Project | None) -> None:
        """Begin with the article of another project."""
        super().set_project(project)
        if project is None:
            self.seeking.close()
        self.show_article()

    def show_article(self) -> None:
        """Begin with another article."""
        self.seeking.forget()
        self.is_known = False
        self._begin()
        self._seek()

    def _begin(self) -> None:
        """Begin with a text in which nothing has been found."""
        gone, records = tuple(each.id for each in self.open), self.records
        self._left = StillOpen(records, self.project.learned, self.kinds) if self.project and records else None
        self._tell(Difference(gone, places=True))

    def follow(self, edit: Edit) -> None:
        """Leave out what an edit has recorded or dismissed; find everything again if it concerns what is found."""
        if self._left is None:
            return
        here = self._left.records.article.id
        if here in edit.corrected:
            self.seeking.forget()
            self._begin()
        if edit.concerns(Property):
            self._want()
        elif edit.concerns(Speaker, Alias, Word) or (edit.concerns(Article, Boilerplate) and here in edit.articles):
            self._seek()
        self._tell(self._left.follow(edit))

    def _want(self) -> None:
        """Show what is wanted now, and find what was not wanted before."""
        self._seek()
        if self._left:
            self._tell(self._left.want(self.kinds))

    # Finding

    def _seek(self) -> None:
        self.seeking.seek(AGAIN if self.is_known else FIRST)

    def _sought(self) -> Sought | None:
        records = self.records
        if self.project is None or records is None or records.altered or not self.kinds:
            return None
        skipped = sorted((line.start, line.end) for line in records.boilerplate.values())
        names = tuple(self.project.registry.names())
        language = records.article.language or "en"
        return Sought(records.text, language, names, tuple(skipped), tuple(self.project.own_words.in_order()))

    def _take(self, found: Sequence[tuple[Range, Sequence[Part]]]) -> None:
        if self._left:
            self._tell(self._left.take(found))

    def _end(self) -> None:
        self.is_known = True
        self.read.emit()

    def _tell(self, difference: Difference) -> None:
        """Tell what is open now and was not before."""
        if difference.gone or difference.put:
            self.changed.emit(difference)
        if difference.places:
            self.places_changed.emit()
