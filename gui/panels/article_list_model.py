"""The articles of a project as a Qt model: a line for each, kept in step with the file by each edit."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.panels.article_columns import ARTICLE_COLUMNS
from gui.panels.article_words import PROGRESS, tooltip
from gui.panels.known_articles import KnownArticles
from gui.panels.lines_in_sight import LinesInSight
from gui.panels.reading_articles import EveryLine, LookedFor, NextPiece, Ordering, Piece
from gui.tables.grouping import Counting
from gui.tables.table_model import NOWHERE, Index, LinesTableModel
from models.edits import Change, Edit
from models.entities import Answer, Article, Claim, Drawn, Number, Record, Word, article_of
from models.ids import Id
from models.lines.active_time import ActiveTime
from models.lines.article_line import MEASURED, ArticleLine, Progress
from models.lines.criteria import ARTICLE_CRITERIA, SAMPLE
from models.lines.group import ONE, Groups
from models.lines.grouping import group_lines
from models.lines.matching import Matching
from models.lines.open_places import PLACES, OpenPlaces
from models.lines.order import Order
from models.text.finding import search_words

if TYPE_CHECKING:
    from models.store.view import StoreView

LINE = Qt.ItemDataRole.UserRole
FOLLOWED: tuple[type[Record], ...] = (Article, Claim, Number, Answer, *PLACES)
"""The records of which lines tell something."""
MANY = 1_000
"""Changes of an edit that are no longer followed one by one: the lines are read again, beside the event loop."""


class ArticleListModel(LinesTableModel[ArticleLine]):
    """Articles in the order of import, read beside the event loop; after an edit only the lines it touches change.

    The first lines are shown at once, unless they are to be sorted, the others when it is known which articles there
    are. Until then it `is_listed` is False. Of very many articles only the lines that a view looks at are in memory
    (`KnownArticles`); a line that is not is None, and is read.

    Rows are the articles whose titles contain the words that are searched for, and whose progress is looked for. The
    `opened` article keeps its row while it is worked on, until another one is opened.
    """

    built_in = ARTICLE_CRITERIA
    have_articles = True

    begun = Signal()
    """There are articles, of which the first have been read; a turn of the event loop later, not to delay the list."""
    read = Signal()
    """The lines have been read, or put in another order."""
    listed = Signal()
    """The same, one turn of the event loop later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ARTICLE_COLUMNS, {Article: False}, parent)
        self.is_listed = self._reading = False
        self._read_to: Id = ""
        """The last article that has been read; empty before the first."""
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._go_on)
        self._next_piece = QTimer(self, singleShot=True, interval=0)
        self._next_piece.timeout.connect(self._ask_for_piece)
        self._lines = LinesInSight(lambda: self._found, self)
        self._lines.arrived.connect(self._paint)
        self.opened: Id | None = None
        self.order = Order()
        """The conditions that lines have to meet, and what they are sorted by; else they are in the order of import."""
        self._out_of_place = False
        self._worked_on: frozenset[Id] = frozenset()
        """The articles that were edited since their active time was read."""
        self._stays = True
        """Whether the article on the screen keeps its row when the lines come in order: not in another order."""
        self._looked_for = LookedFor()
        self._ordered: list[Id] = []
        """The articles that meet the conditions, in the order of the list."""
        self._found: list[Id] = []

    def start_over(self) -> None:
        self.is_listed, self.opened, self._stays = False, None, True
        self._next_turn.stop()
        self._lines.start_over(self.project)
        self._worked_on = frozenset()
        self._ordered, self._found = [], []
        self._ask()

    def _ask(self) -> None:
        """Read the lines, or read them again, from the first on."""
        self._read_to, self._reading = "", True
        self._ask_for_piece()

    def _ask_for_piece(self) -> None:
        """Read the next lines; those that are being read are read again, since they may be older than an edit."""
        if self.project and self._reading:
            self.project.reader.ask(self, NextPiece(self._read_to, self._lines.measured).read, self._take)

    def _take(self, piece: Piece) -> None:
        self.known.keep(piece.lines)
        self._reading = not piece.is_last
        is_first, self._read_to = not self._read_to, piece.lines[-1].id if piece.lines else self._read_to
        if piece.everything:
            self._lines.take_everything(piece.everything.ids, piece.everything.done)
        if piece.is_last:
            self._end_reading()
        elif is_first and not self.is_listed and self.order == Order():
            self._show_more()
        if not self.is_listed and (is_first or piece.is_last):
            self._next_turn.start()
        else:
            self._ask_for_piece()

    def _end_reading(self) -> None:
        """Show all lines; those of articles that came in the meantime are put in their places."""
        shown = len(self._ordered)
        if self.order != Order():
            self._arrange()
        elif self.is_listed or not shown or self.known.ids[:shown] != self._ordered:
            self._take_order(self.known.ids)
        else:
            self._show_more()

    def _show_more(self) -> None:
        """Show the articles that are known by now after those that are shown, in the order of import."""
        more = self.known.ids[len(self._ordered) :]
        self._ordered += more
        if self._looks_in_file:
            self._look()
            return
        found = self._among(more)
        if found:
            first = len(self._found)
            self.beginInsertRows(NOWHERE, first, first + len(found) - 1)
            self._found += found
            self.endInsertRows()
        self.read.emit()

    def _matching(self) -> Matching:
        assert self.project is not None, "there are no lines without a project"
        return Matching(self.criteria, self.project.codebook, self.project.registry)

    def _go_on(self) -> None:
        """Tell that there are articles; read on as soon as the first one is on the screen."""
        if self.known:
            self.begun.emit()
        if not self._reading:
            self.is_listed = True
            self.listed.emit()
        elif self.project and self.project.opening:
            self.project.article_opened.connect(self._next_piece.start, Qt.ConnectionType.SingleShotConnection)
        else:
            self._ask_for_piece()

    def measure(self) -> None:
        """Find out too, from now on, how long articles are and who recorded something in them."""
        if not self._lines.measured:
            self._lines.measured = True
            self._ask()

    # Lines in memory

    @property
    def known(self) -> KnownArticles:
        """All articles, whatever is searched for."""
        return self._lines.known

    def line(self, row: int) -> ArticleLine | None:
        return self._lines.line(row)

    def id_at(self, row: int) -> Id:
        """Return the article of a row, whose line need not be in memory."""
        return self._found[row]

    def with_lines(self, articles: Sequence[Id], then: Callable[[list[ArticleLine]], None]) -> None:
        """Call `then` with the lines of some articles: at once, if they are in memory."""
        self._lines.with_lines(articles, then)

    def _paint(self, articles: Iterable[Id]) -> None:
        """Report that the lines of some articles are others now, as far as they are in sight."""
        last = len(self.columns) - 1
        for row in self._lines.rows_in_sight({*articles}):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    # Which lines are shown

    def set_text(self, typed: str) -> None:
        """Show the articles whose titles contain each of these words; all of them if there are no words."""
        self._looked_for = replace(self._looked_for, words=search_words(typed))
        self._look()

    @property
    def progress(self) -> frozenset[Progress]:
        """The progress that is looked for; any if it is empty."""
        return self._looked_for.progress

    def look_for(self, progress: Iterable[Progress]) -> None:
        """Show only articles with this progress; all of them if none is given."""
        self._looked_for = replace(self._looked_for, progress=frozenset(progress))
        self._look()

    @property
    def _looks_in_file(self) -> bool:
        """Whether the file is asked which articles are looked for, since not all lines are in memory."""
        return self._looked_for != LookedFor() and not self.known.has_every_line

    def _look(self, *, stays: bool = False) -> None:
        """Find the rows by what is looked for: among lines in memory at once, or else beside the event loop.

        If it `stays`, the article on the screen keeps its row even if it is no longer looked for.
        """
        if self.project is None:
            return
        if self._looks_in_file:
            ordered, looked_for = self._ordered, self._looked_for
            self.project.reader.ask(
                (self, "rows"),
                lambda view: looked_for.among_all(ordered, view),
                lambda found: self._take_found(found, stays=stays),
            )
        else:
            self.project.reader.forget((self, "rows"))
            self._put(self._among(self._ordered), stays=stays)

    def _among(self, articles: Iterable[Id]) -> list[Id]:
        if self._looked_for == LookedFor():
            return [*articles]
        return self._looked_for.among(line for each in articles if (line := self.known.line(each)))

    def _take_found(self, found: list[Id], *, stays: bool) -> None:
        self._put(found, stays=stays)
        self.read.emit()

    def set_order(self, order: Order) -> None:
        """Change the conditions, and what lines are sorted by."""
        if order != self.order:
            self.order, self._stays = order, False
            if any(order.is_about(column) for column in MEASURED):
                self.measure()
            self._arrange()

    @property
    def _every_line(self) -> EveryLine:
        return EveryLine(self.known.lines() if self.known.has_every_line else None)

    def _arrange(self) -> None:
        """Put the articles in order beside the event loop; as soon as they are known."""
        if self.project and not self._reading:
            ordering = Ordering(self.order, self._matching(), self._every_line, [*self.known.ids])
            self.project.reader.ask((self, "order"), ordering.listed, self._take_order)

    def _take_order(self, ordered: Sequence[Id]) -> None:
        self._ordered = [*ordered]
        self._look(stays=self._stays)
        self._stays = True
        self.read.emit()

    def open(self, article: Id | None) -> None:
        """Take note of the article on the screen; the one before goes where it belongs now."""
        self.opened = article
        if self._out_of_place:
            self._out_of_place = False
            self._go_where_it_belongs()

    def _go_where_it_belongs(self) -> None:
        """Put lines that have changed in their places."""
        if self.order == Order():
            self._look(stays=True)
        else:
            self._arrange()

    def _put(self, found: list[Id], *, stays: bool) -> None:
        """Show these articles, and that on the screen where it was, if it `stays` and is among them no longer."""
        opened, row = self.opened, self.row_of(self.opened) if stays else None
        if opened and row is not None and opened in self.known and opened not in found:
            found.insert(row, opened)
            self._out_of_place = True
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def _fits(self, line: ArticleLine) -> bool:
        return self._looked_for.fits(line)

    # Edits

    def follow(self, edit: Edit) -> None:
        """Follow an edit in the lines it touches; lines that are being read are asked for again."""
        if edit.concerns(Drawn) and self.order.is_about(SAMPLE):
            self._arrange()
        if edit.concerns(Word):
            self._ask()  # places are found by other words
        if not edit.concerns(*FOLLOWED):
            return
        made, gone = edit.made(Article), edit.gone(Article)
        many = len(edit.changes) > MANY
        self.known.keep(map(ArticleLine, made))
        if gone and self.project:
            self.known.remove([article.id for article in gone])
            for asked in ("order", "rows"):  # what is found by now may have them still
                self.project.reader.forget((self, asked))
        changes = {} if many else self._changes_of(edit)
        touched = self._take_changes(changes)
        if made or gone:
            self._show_come_and_gone(made)
        else:
            self._renew(touched)
            self._note_unread(changes)
        if many or (made and self._lines.measured):
            self._ask()
        else:
            self._ask_for_piece()
            self._lines.read_again()
            if self._lines.measured:
                self._ask_active_times(edit.articles)

    def _show_come_and_gone(self, made: Iterable[Article]) -> None:
        if self.order == Order():
            self._ordered = [*self.known.ids]
            self._look(stays=True)
        else:
            self._ordered = [*filter(self.known.__contains__, self._ordered), *(each.id for each in made)]
            self._look(stays=True)
            self._arrange()

    def _changes_of(self, edit: Edit) -> Mapping[Id, Sequence[Change]]:
        """Return the changes of an edit by the articles of which the lines tell something of them."""
        changes = defaultdict[Id, list[Change]](list)
        for change in edit.changes_of(*FOLLOWED):
            if (article := article_of(change.row)) and article in self.known:
                changes[article].append(change)
        return changes

    def _take_changes(self, changes: Mapping[Id, Sequence[Change]]) -> Mapping[Id, ArticleLine]:
        """Follow changes of articles; return the lines in memory that are others now, as they were before."""
        for each in (change.after for some in changes.values() for change in some):
            if isinstance(each, Article):
                self.known.note_status(each)
        before = {article: line for article in changes if (line := self.known.line(article))}
        now = {article: line.after(changes[article]) for article, line in before.items()}
        self.known.keep(now.values())
        return {article: line for article, line in before.items() if line != now[article]}

    def _note_unread(self, changed: Iterable[Id]) -> None:
        """Put changed articles whose lines are not in memory where they belong, since it is not known if they move."""
        unread = {*self.known.without_line(changed)}
        if unread and (self.order != Order() or self._looked_for != LookedFor()):
            self._out_of_place = self._out_of_place or self.opened in unread
            if unread - {self.opened}:
                self._go_where_it_belongs()

    def _renew(self, before: Mapping[Id, ArticleLine]) -> None:
        moved = {each for each, line in before.items() if self._moves(each, line)}
        self._out_of_place = self._out_of_place or self.opened in moved
        if moved - {self.opened}:
            self._go_where_it_belongs()
        self._paint(before)

    def _moves(self, article: Id, before: ArticleLine) -> bool:
        """Return whether a line belongs elsewhere after a change, or is looked for no longer."""
        now = self.known.line(article)
        if now is None:
            return False
        if self._fits(before) != self._fits(now):
            return True
        if self.order == Order():
            return False
        matching, sorts, conditions = self._matching(), self.order.sorts, self.order.conditions
        return matching.key(before, sorts) != matching.key(now, sorts) or (
            matching.meets(before, conditions) != matching.meets(now, conditions)
        )

    def _ask_active_times(self, articles: frozenset[Id]) -> None:
        """Ask how long coders have been at work on some articles by now, which an edit does not say."""
        if self.project:
            wanted = self._worked_on = self._worked_on | articles
            self.project.reader.ask((self, "active"), lambda view: view.active_times(wanted), self._take_active_times)

    def _take_active_times(self, times: Mapping[Id, ActiveTime]) -> None:
        self._worked_on = frozenset()
        self._change(times, lambda line: replace(line, active=times[line.id]))

    def take_open_places(self, counted: Mapping[Id, OpenPlaces]) -> None:
        """Show how many places of some articles are open, which has been counted."""
        self._change(counted, lambda line: replace(line, open_places=counted[line.id]))
        self._ask_for_piece()
        self._lines.read_again()

    def _change(self, articles: Collection[Id], change: Callable[[ArticleLine], ArticleLine]) -> None:
        """Change the lines of some articles; those that are not in memory are read when they are looked at."""
        before = {each: line for each in articles if (line := self.known.line(each))}
        self.known.keep(map(change, before.values()))
        self._renew(before)
        self._note_unread(articles)

    # What a view and the window ask

    @property
    def done(self) -> int:
        """Return how many articles are done."""
        return len(self.known.done)

    def row_of(self, record: Id | None) -> int | None:
        """Return the row of an article; None where it is not found by what is searched for."""
        if not record:
            return None
        at = bisect_left(self._found, record)  # in the order of import, which is that of the ids
        if at < len(self._found) and self._found[at] == record:
            return at
        return self._found.index(record) if record in self._found else None

    def rows_of(self, articles: Collection[Id]) -> list[int]:
        """Return the rows of some articles, from top to bottom, without those that are not found."""
        wanted = {*articles}
        return [row for row, each in enumerate(self._found) if each in wanted] if wanted else []

    def counting(self, order: Order, column: str) -> Counting:
        if column in MEASURED:
            self.measure()
        every, looked_for, matching = self._every_line, self._looked_for, self._matching()
        measured = any(map(order.is_about, MEASURED)) or column in MEASURED

        def count(view: "StoreView") -> Groups:
            figures = view.figures_of(Article)
            found = filter(looked_for.fits, every.read(view, measured=measured))
            kept = (line for line in found if matching.meets(line, order.conditions))
            return group_lines(kept, column, matching, lambda line: replace(figures.get(line.id, ONE), lines=1))

        return count

    def article_of(self, line: ArticleLine) -> Id | None:
        return line.id

    def record_of(self, line: ArticleLine, column: int) -> Id | None:  # noqa: ARG002  # every cell is about the article
        return line.id

    def kind_at(self, row: int, column: int) -> type[Record]:  # noqa: ARG002
        return Article

    def unsaved(self, line: ArticleLine) -> str:
        return self.project.unsaved.words_in(line.id) if self.project else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself for the delegate, and in the first column everything in words, for screen readers and
        as a tooltip.
        """
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return f"{line.title}, {PROGRESS[line.progress]}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return "\n\n".join(filter(None, (self.unsaved(line), tooltip(line))))
        return super().data(index, role)
