"""The article on the screen: shows it, keeps its marks in step with each edit, and goes from one to the next."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from gui.article.article_view import ArticleView
from gui.article.marks import Mark
from gui.dialogs import asking
from gui.panels.article_list import ArticleList
from gui.panels.article_list_model import short_date
from gui.project.project import Project
from gui.widgets.notice import News
from models.actions import articles
from models.edits import Edit
from models.entities import Article, Boilerplate, Span, Status, article_of
from models.ids import Id
from models.records import ArticleRecords, owner
from models.words import plural

ALTERED = (
    "is not the one that was imported: the file was damaged. Nothing can be recorded in it. Open the last good copy of "
    "the project, or delete this article and import it again."
)


class ArticleDisplay(QObject):
    """Between the project's open article and the text that shows it."""

    hint = Signal(str)
    told = Signal(News)

    def __init__(
        self, view: ArticleView, listed: ArticleList, leave: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._list, self._leave = view, listed, leave
        self._project: Project | None = None

    def set_project(self, project: Project | None) -> None:
        """Read in another project."""
        self._project = project
        self.show_article()

    def show_article(self) -> None:
        """Show the article that the project has open, or the empty pane."""
        records = self._project.records if self._project else None
        if records is None:
            self._view.clear_article()
            self._list.choose(None)
            return
        article = records.article
        self._view.show_article(
            records.text,
            article.title,
            details_line(article),
            article.language or "en",
            [mark_of(span) for span in records.spans.values()],
            _ranges(records.boilerplate.values()),
        )
        self._list.choose(article.id)
        if records.altered:
            self.told.emit(News(f"The text of “{article.title}” {ALTERED}"))

    def follow(self, edit: Edit) -> None:
        """Put the marks of an edit into the text: only the blocks they touch are formatted again."""
        records = self._project.records if self._project else None
        if records is None:
            return
        here = [change for change in edit.changes if article_of(change.row) == records.article.id]
        removed = [change.before.id for change in here if isinstance(change.before, Span)]
        added = [mark_of(change.after) for change in here if isinstance(change.after, Span)]
        if removed or added:
            self._view.records.put_marks(removed, added)
        if any(isinstance(change.row, Boilerplate) for change in here):
            self._view.folding.set_boilerplate(_ranges(records.boilerplate.values()))
        if any(isinstance(change.row, Article) for change in here):
            self._view.display.set_details(records.article.title, details_line(records.article))

    def next_article(self) -> None:
        """Open the next article of the list."""
        self._step(1, "This is the last article.")

    def previous_article(self) -> None:
        """Open the previous article of the list."""
        self._step(-1, "This is the first article.")

    def _step(self, step: int, otherwise: str) -> None:
        if self._project is None or not self._leave():
            return
        here = self._project.records.article.id if self._project.records else None
        there = self._list.neighbour(here, step)
        if there is None:
            self.hint.emit(otherwise)
        else:
            self._project.open_article(there)

    def finish(self) -> None:
        """Say that this article is done, and open the next that is not."""
        if not (self._project and self._project.records and self._leave()):
            return
        article = self._project.records.article
        if article.status is Status.OPEN and not self._project.do(articles.finish_article(article)):
            return
        following = self._list.next_open(article.id)
        if following is None:
            self.hint.emit("Every article in the list is done.")
        else:
            self._project.open_article(following)
        self._view.setFocus()

    def reopen(self) -> None:
        """Say that this article is not done after all."""
        if self._project and self._project.records and self._project.records.article.status is Status.DONE:
            self._project.do(articles.reopen_article(self._project.records.article))

    def set_done(self, article: Id, done: bool) -> None:
        """Say of any article of the list whether it is done."""
        records = self._records_of(article)
        if self._project and records and self._leave():
            change = articles.finish_article if done else articles.reopen_article
            self._project.do(change(records.article))

    def delete(self, article: Id) -> None:
        """Delete any article of the list. What is recorded in it may not be in sight, so it is asked about."""
        records = self._records_of(article)
        if self._project is None or records is None or not self._leave():
            return
        recorded = [plural(len(records.claims), "claim")] * bool(records.claims)
        recorded += [plural(len(records.numbers), "number")] * bool(records.numbers)
        question = f"Delete “{records.article.title}” with its {' and '.join(recorded)}?"
        if recorded and not asking.confirm(self._view, question, "Undo brings everything back.", "Delete Article"):
            return
        self._delete(self._project, records)

    def delete_article(self) -> None:
        """Delete the article on the screen with its records; undo brings everything back."""
        if self._project and self._project.records and self._leave():
            self._delete(self._project, self._project.records)

    def _records_of(self, article: Id) -> ArticleRecords | None:
        """An article of the list with its records, whether it is on the screen or not."""
        if self._project is None:
            return None
        here = self._project.records
        if here and here.article.id == article:
            return here
        return self._project.read(lambda store: store.article_records(article))

    def _delete(self, project: Project, records: ArticleRecords) -> None:
        article = records.article
        on_screen = project.records is not None and project.records.article.id == article.id
        following = self._list.neighbour(article.id, 1) or self._list.neighbour(article.id, -1)
        if project.do(articles.delete_article(records)):
            if on_screen and following:
                project.open_article(following)
            self.hint.emit(f"“{article.title}” is deleted. Ctrl+Z brings it back with all its records.")


def mark_of(span: Span) -> Mark:
    """What the text shows of a span."""
    return Mark(owner(span), span.id, span.role, span.start, span.end)


def details_line(article: Article) -> str:
    """The line above an article: outlet, byline and date, of those that are known."""
    return " · ".join(part for part in (article.outlet, article.byline, short_date(article.published)) if part)


def _ranges(boilerplate: Iterable[Boilerplate]) -> list[tuple[int, int]]:
    return sorted((row.start, row.end) for row in boilerplate)
