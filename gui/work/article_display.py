"""Show the open article with its marks, at the place where the coder left it, and update the marks after each edit."""

from collections.abc import Iterable, Iterator
from math import inf
from operator import attrgetter

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from gui.article.article_view import ArticleView
from gui.article.margin_marks import RemarkAt
from gui.article.marks import Mark
from gui.panels.article_words import short_date
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.settings import Settings
from gui.widgets.notice import News
from models.edits import Edit
from models.entities import Article, Boilerplate, Claim, Number, Span
from models.ids import Id
from models.records import IN_SIGHT, ArticleRecords, owner
from models.text.ranges import Range
from models.translation import _


class ArticleDisplay(QObject, ProjectView):
    """Connects the project's open article with the view of its text."""

    told = Signal(News)

    def __init__(self, view: ArticleView, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._settings = view, settings
        self._shown: Id | None = None
        self._begun: Article | None = None
        """The article of which only the beginning is shown."""
        self._unfolded = False

    def set_project(self, project: Project | None) -> None:
        """Show the open article of another project."""
        super().set_project(project)
        self.show_article()

    def show_article(self) -> None:
        """Show the open article, at the place where the coder left it, or an empty pane."""
        records = self.project.shown if self.project else None
        if records and self._begun == records.article and self._view.text == records.text:
            self._complete(records)
            return
        self._keep_position()
        if self.project is None or records is None:
            self._view.clear_article()
            return
        article = records.article
        self._begun = article if records.known_until < inf else None
        position = self._settings.reading_position(article.id)
        self._view.show_article(
            records.text,
            article.title,
            details_line(article),
            article.language or "en",
            _marks(self._spans(records, position[1] if position else 0)),
            _ranges(records.boilerplate.values()),
        )
        self._view.show_remarks(_remarks(records))
        self._shown = article.id
        self._view.folding.set_folded(not self._unfolded)
        if position:
            with QSignalBlocker(self._view.records):  # the caret returns to a record, and none is selected
                self._view.return_to(*position)
        self._settings.keep_article(self.project.store.path, article.id)
        self._tell_if_altered(records)

    def _spans(self, records: ArticleRecords, first: int) -> Iterable[Span]:
        """Return the spans that are known, and those of the lines that are about to be shown from an offset on."""
        if self.project is None or self._begun is None or first == 0:
            return records.spans.values()
        near = self.project.read(lambda store: store.spans_between(records.article.id, first, first + IN_SIGHT))
        return (records.spans | {span.id: span for span in near or ()}).values()

    def _complete(self, records: ArticleRecords) -> None:
        """Mark everything in the article of which only the beginning was known."""
        self._begun = None
        self._view.records.begin_anew(_marks(records.spans.values()))
        self._view.show_remarks(_remarks(records))
        self._tell_if_altered(records)

    def _tell_if_altered(self, records: ArticleRecords) -> None:
        if records.altered:
            words = _(
                "The text of “{title}” is not the one that was imported: the file is damaged. Nothing can be recorded "
                "in it. Project > Check Project can take it from a backup. If none has it, delete this article and "
                "import it again."
            )
            self.told.emit(News(words.format(title=records.article.title), icon="warning"))

    def _keep_position(self) -> None:
        """Remember the coder's place in the article that is being replaced."""
        if self._shown:
            self._settings.keep_reading_position(self._shown, self._view.position())
        self._shown = None

    def follow(self, edit: Edit) -> None:
        """Update the marks after an edit; only the blocks of text that it touches are formatted again."""
        records = self.records
        if records is None or records.article.id not in edit.articles:
            return
        if records.article.id in edit.corrected:
            self._show_corrected(records)
            return
        here = edit.within(records.article.id)
        removed = [change.before.id for change in here if isinstance(change.before, Span)]
        added = [mark_of(change.after) for change in here if isinstance(change.after, Span)]
        if removed or added:
            self._view.records.put_marks(removed, added)
        if edit.concerns(Claim, Number, Span):
            self._view.show_remarks(_remarks(records))
        if edit.concerns(Boilerplate):
            self._view.folding.set_boilerplate(_ranges(records.boilerplate.values()))
        if edit.concerns(Article) and (records.article.language or "en") != self._view.display.page.language:
            self.show_article()  # a text has the sentences of its language
        elif edit.concerns(Article):
            self._view.display.set_details(records.article.title, details_line(records.article))

    def _show_corrected(self, records: ArticleRecords) -> None:
        """Show the article with another version of its text: the caret, the first line and the selection stay."""
        from models.text.aligning import aligned

        caret, first = map(aligned(self._view.text, records.text).offset, self._view.position())
        selected = self._view.display.page.marks.selected
        self._settings.keep_reading_position(records.article.id, (caret, first))
        self._shown = None
        self.show_article()
        if selected and selected in records:
            self._view.records.choose(selected, scroll=False)

    def unfold_boilerplate(self, unfolded: bool) -> None:
        """Show or fold boilerplate, in this article and in every article that is opened from now on."""
        self._unfolded = unfolded
        self._view.folding.set_folded(not unfolded)


def _marks(spans: Iterable[Span]) -> Iterator[Mark]:
    """Yield the marks of spans in the order of their starts."""
    return map(mark_of, sorted(spans, key=attrgetter("start")))


def mark_of(span: Span) -> Mark:
    """Return the mark by which the text shows a span."""
    return Mark(owner(span), span.id, span.role, span.start, span.end)


def _remarks(records: ArticleRecords) -> Iterator[RemarkAt]:
    """Yield where each claim and number begins that is to be discussed or has a note."""
    for record in records.remarked():
        if words := records.spans_of_words(record.id):
            yield RemarkAt(min(span.start for span in words), record.discuss, record.note is not None)


def details_line(article: Article) -> str:
    """Return the line above an article: its outlet, byline and date, as far as they are known."""
    return " · ".join(part for part in (article.outlet, article.byline, short_date(article.published)) if part)


def _ranges(boilerplate: Iterable[Boilerplate]) -> list[Range]:
    return sorted((row.start, row.end) for row in boilerplate)
