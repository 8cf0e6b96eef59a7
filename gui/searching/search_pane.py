"""The pane below the text that searches the texts of all articles, and goes from place to place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.project.project import Project
from gui.project.view import ProjectView
from gui.searching.following import come_and_gone, to_look_at_again
from gui.searching.found_places import FoundPlaces
from gui.searching.hits_model import HitsTableModel
from gui.searching.hits_view import HitsView
from gui.searching.search import Search
from gui.searching.search_bar import SearchBar
from models.edits import Edit
from models.ids import Id
from models.lines.found_place import Found, Wanted
from models.places import Place
from models.text.folding import folded
from models.translation import _

PAUSE = 150
"""Milliseconds after the last letter, after which is searched, and after the last key in the list, after which its
place is shown."""

MOST = 200
"""Articles that an edit has changed and that are searched again by themselves; of more, all are."""


class SearchPane(QWidget, ProjectView):
    """Keeps its words until others are typed, also while it is hidden.

    `listed` and `every` return the articles that the list shows, in its order, and all of them in the order of import.
    """

    place_requested = Signal(Place)
    """A place is to be worked on."""
    place_shown = Signal(Place)
    """A place is to be seen, while the keyboard stays here."""
    closed = Signal()

    def __init__(self, listed: Callable[[], Sequence[Id]], every: Callable[[], Sequence[Id]]) -> None:
        super().__init__()
        self.setObjectName("search_pane")
        self._listed, self._every = listed, every
        self._search: Search | None = None
        self._goes_there = False
        """Whether the first place is to be worked on as soon as it is found."""
        self.bar = SearchBar()
        self.words = self.bar.words
        self.model = HitsTableModel(self)
        self.list = HitsView(self.model, self._hint)
        self._found = FoundPlaces(self.model, self.list)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._show_soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._listing = QTimer(self, singleShot=True, interval=0)
        self.setFocusProxy(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 4)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        self._connect()
        self._tell()

    def _connect(self) -> None:
        self._soon.timeout.connect(self.search)
        self._show_soon.timeout.connect(lambda: self._go(self.place_shown))
        self._listing.timeout.connect(self._follow_list)
        self.words.textChanged.connect(self._begin_soon)
        self.words.accepted.connect(self._accept)
        self.words.stepped.connect(self._enter_list)
        self.bar.scopes.currentIndexChanged.connect(self._search_again)
        self.bar.stepped.connect(self.step)
        self.list.walked.connect(self._show_soon.start)
        self.list.opened.connect(lambda: self._go(self.place_requested))
        self.list.topped.connect(self.words.setFocus)
        self.list.typed.connect(self._begin_with)
        for closing in (self.bar.closed, self.list.escaped):
            closing.connect(self.closed)

    # The project

    def set_project(self, project: Project | None) -> None:
        """Search another project for the same words."""
        super().set_project(project)
        if self._search:
            self._search.stop()
            self._search.deleteLater()
        self._search = Search(project, self) if project else None
        if self._search:
            self._search.went_on.connect(self._take)
            self._search.looked_again.connect(self._take_again)
        self.setEnabled(project is not None)
        self._found.clear()
        if self.isVisible():
            self.search()

    def follow(self, edit: Edit) -> None:
        """Search again what an edit has changed."""
        search = self._search
        if search is None or not (again := to_look_at_again(edit, self.model.articles)):
            return
        if len(again) > MOST:
            self._search_again()
        else:
            search.look_again({*again}.intersection(search.searched))

    def note_listed(self) -> None:
        """Note that the list may show other articles now, and follow it after the current event."""
        self._listing.start()

    def _follow_list(self) -> None:
        """Search articles that are new, and leave out those that are gone."""
        if self._search is None or self._search.wanted.is_nothing:
            return
        before, now = self._search.articles, self._articles()
        if before == now or (not self.bar.scope.listed and len(before) == len(now) and {*before} == {*now}):
            return
        if (changed := come_and_gone(before, now)) is None:
            self._search_again()
            return
        self._search.follow(*changed)
        self.model.replace(dict.fromkeys(changed[1]))
        self._tell()

    # Searching

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the words or in the list."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.words.text().strip()

    def begin(self, words: str) -> None:
        """Be ready for typing; words that are selected in the article are searched for at once."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if words and folded(words) != folded(self.words.text()):
            self.words.setText(words)
        self.words.selectAll()
        self._catch_up()

    def search(self) -> None:
        """Search for what is typed, from the first article on."""
        self._goes_there = False
        self._begin(keep=False)

    def _catch_up(self) -> None:
        """Search at once for what is typed, unless that is what was searched for."""
        if self._search and self._search.wanted.words != self.words.text():
            self.search()

    def _search_again(self) -> None:
        """Search from the first article on, and find the current place again."""
        self._begin(keep=True)

    def _begin(self, *, keep: bool) -> None:
        self._soon.stop()
        self._show_soon.stop()
        self._found.begin(keep=keep)
        if self._search:
            self._search.search(Wanted(self.words.text(), self.bar.scope.boilerplate), self._articles())
        if not self._is_going_on:
            self._found.clear()
        self._tell()

    @property
    def _is_going_on(self) -> bool:
        return self._search is not None and not self._search.is_over

    def _articles(self) -> Sequence[Id]:
        """Return the articles that are searched: in the order of the list, unless it leaves some of them out."""
        listed, every = self._listed(), self._every()
        return [*(listed if self.bar.scope.listed or len(listed) == len(every) else every)]

    def _begin_soon(self) -> None:
        """Search after a pause; what is searched for no longer takes no time from that."""
        if self._search:
            self._search.stop()
        self._soon.start()

    def _begin_with(self, typed: str) -> None:
        self.words.setFocus()
        self.words.setText(typed)

    def _take(self, found: Found) -> None:
        self._found.add(found)
        self._tell()
        if self._goes_there:
            self._go(self.place_requested)
            self._goes_there = self._goes_there and self._is_going_on

    def _take_again(self, articles: list[Id], found: Found) -> None:
        if self._found.replace(articles, found):
            self._tell()
        else:
            self._search_again()  # what was not listed before belongs between others

    def _tell(self) -> None:
        places, articles = self._found.counts
        self.bar.tell(self._search.sentence(places, articles) if self._search else "", can_step=places > 0)
        self.list.viewport().update()

    def _hint(self) -> tuple[str, str]:
        """Return what an empty list means, and what can be done."""
        if self._search is None or self._search.wanted.is_nothing:
            return _("Search articles"), _("Capitals and accents do not matter: cafe finds Café. F3 goes on.")
        if self._is_going_on:
            return _("Searching …"), ""
        if self._search.has_left_out:
            return _("Not found"), _("Only boilerplate has these words, which can be searched too.")
        if self.bar.scope.listed:
            return _("Not found"), _("The text of no listed article has these words one after the other.")
        return _("Not found"), _(
            "No text has these words one after the other. Titles are searched in the list of articles."
        )

    # Going to places

    def step(self, step: int) -> None:
        """Go to the next place (step 1) or to the one before (-1); after the last that there is comes the first."""
        self._catch_up()
        if self._found.is_stale:
            self._goes_there = True
        elif self._found.step(step, around=step < 0 or not self._is_going_on):
            self._go(self.place_requested)

    def _accept(self, step: int) -> None:
        """Go to the current place with Enter; with Shift, to the one before."""
        self._catch_up()
        if step < 0:
            self.step(step)
        else:
            self._goes_there = self._is_going_on
            self._go(self.place_requested)

    def _enter_list(self, step: int) -> None:
        if step > 0 and self.model.places:
            self.list.setFocus()
            self._show_soon.start()

    def _go(self, wanted: SignalInstance) -> None:
        self._show_soon.stop()
        if place := self._found.current:
            self._found.stay()
            self._goes_there = False
            wanted.emit(place)
