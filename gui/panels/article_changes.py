"""Keep the lines of articles in step with what changes them: edits, active time, counts of open places."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.panels.article_pieces import ArticlePieces
from gui.panels.article_rows import ArticleRows
from gui.panels.known_articles import KnownArticles
from gui.panels.lines_in_sight import LinesInSight
from gui.project.project import Project
from models.edits import Change, Edit
from models.entities import Answer, Article, Claim, Number, Record, article_of
from models.ids import Id
from models.lines.active_time import ActiveTime
from models.lines.article_line import ArticleLine
from models.lines.open_places import PLACES, OpenPlaces

FOLLOWED: tuple[type[Record], ...] = (Article, Claim, Number, Answer, *PLACES)
"""The records of which lines tell something."""
MANY = 1_000
"""Changes of an edit that are no longer followed one by one: the lines are read again, in the background."""


class ArticleChanges(QObject):
    """Changes the lines in memory that an edit touches, and asks again for those that are being read."""

    changed = Signal(object)
    """The lines of some articles are others now: their ids."""

    def __init__(self, lines: LinesInSight, pieces: ArticlePieces, rows: ArticleRows, parent: QObject) -> None:
        super().__init__(parent)
        self._lines, self._pieces, self._rows = lines, pieces, rows
        self._project: Project | None = None
        self._worked_on: frozenset[Id] = frozenset()
        """The articles that were edited since their active time was read."""

    def start_over(self, project: Project | None) -> None:
        """Follow the edits of another project."""
        self._project, self._worked_on = project, frozenset()

    @property
    def _known(self) -> KnownArticles:
        return self._lines.known

    def follow(self, edit: Edit) -> None:
        """Follow an edit in the lines it touches."""
        if not edit.concerns(*FOLLOWED):
            return
        made, gone, many = edit.made(Article), edit.gone(Article), len(edit.changes) > MANY
        self._known.keep(map(ArticleLine, made))
        if gone:
            self._known.remove([article.id for article in gone])
        changes = {} if many else self._changes_of(edit)
        before = self._take_changes(changes)
        if made or gone:
            self._rows.show_come_and_gone(made, gone)
        else:
            self._show(changes, before)
        if many or (made and self._lines.measured):
            self._pieces.read_from_first()
        else:
            self._read_again()
            if self._lines.measured:
                self._ask_active_times(edit.articles)

    def _changes_of(self, edit: Edit) -> Mapping[Id, Sequence[Change]]:
        """Return the changes of an edit by the articles whose lines show something of them."""
        changes = defaultdict[Id, list[Change]](list)
        for change in edit.changes_of(*FOLLOWED):
            if (article := article_of(change.row)) and article in self._known:
                changes[article].append(change)
        return changes

    def _take_changes(self, changes: Mapping[Id, Sequence[Change]]) -> Mapping[Id, ArticleLine]:
        """Follow changes of articles; return the lines in memory that have changed, as they were before."""
        for each in (change.after for some in changes.values() for change in some):
            if isinstance(each, Article):
                self._known.note_status(each)
        before = {article: line for article in changes if (line := self._known.line(article))}
        now = {article: line.after(changes[article]) for article, line in before.items()}
        self._known.keep(now.values())
        return {article: line for article, line in before.items() if line != now[article]}

    def _ask_active_times(self, articles: frozenset[Id]) -> None:
        """Ask how long coders have been at work on some articles by now, which an edit does not say."""
        if self._project:
            wanted = self._worked_on = self._worked_on | articles
            self._project.reader.ask(self, lambda view: view.active_times(wanted), self._take_active_times)

    def _take_active_times(self, times: Mapping[Id, ActiveTime]) -> None:
        self._worked_on = frozenset()
        self._change(times, lambda line: replace(line, active=times[line.id]))

    def take_open_places(self, counted: Mapping[Id, OpenPlaces]) -> None:
        """Show how many places of some articles are open, which has been counted."""
        self._change(counted, lambda line: replace(line, open_places=counted[line.id]))
        self._read_again()

    def _change(self, articles: Collection[Id], change: Callable[[ArticleLine], ArticleLine]) -> None:
        """Change the lines of some articles; those that are not in memory are read when they are looked at."""
        before = {each: line for each in articles if (line := self._known.line(each))}
        self._known.keep(map(change, before.values()))
        self._show(articles, before)

    def _show(self, changed: Collection[Id], before: Mapping[Id, ArticleLine]) -> None:
        """Show articles that have changed, with the lines in memory as they were before."""
        self._rows.show_changed(changed, before)
        self.changed.emit(before.keys())

    def _read_again(self) -> None:
        """Read lines again that are being read, since they may be older than a change."""
        self._pieces.read_again()
        self._lines.read_again()
