"""Turn gestures into edits of one or several articles of the list: finish, reopen, change and delete them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.panels.article_list import ArticleList
from gui.project.view import ProjectView
from gui.work.changing_many import ChangingMany
from models.actions import articles
from models.actions.flagging import toggle_discuss
from models.counts import claims_and_numbers
from models.entities import Record, Status
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.places import Place
from models.translation import _, counted

NOTHING = _("No article is selected.")

Lines = Sequence[ArticleLine]


class ChangingArticles(QObject, ProjectView):
    """Changes the articles that are selected in the list if it has the keyboard, or else the one on the screen.

    `leave` writes what is being typed.
    """

    hint = Signal(str)

    def __init__(self, window: QWidget, listed: ArticleList, many: ChangingMany, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._list, self._many, self._leave = window, listed, many, leave
        listed.change_requested.connect(self.change)
        listed.discuss_requested.connect(self.discuss)
        listed.done_requested.connect(self.set_done)
        listed.delete_requested.connect(self.delete)

    @property
    def list_has_keyboard(self) -> bool:
        """Return whether the keyboard is in the list of articles."""
        return self._list.view.hasFocus()

    def toggle_done(self) -> None:
        """Mark the articles as done, or as not done if they all are."""
        self._with_meant(lambda lines: self.set_done(lines, not all(line.status is Status.DONE for line in lines)))

    def set_done(self, lines: Lines, done: bool) -> None:
        """Mark articles as done or not done."""
        if self.project and self._leave():
            change = articles.finish_articles if done else articles.reopen_articles
            self.project.do(change(*(line.article for line in lines if (line.status is Status.DONE) != done)))

    def change_articles(self) -> None:
        """Ask for one value for all of the articles."""
        self._with_meant(self.change)

    def change(self, lines: Lines) -> None:
        """Ask for one value of some articles, such as their outlet or an answer, and show what it changes."""
        self._many.change_articles(lines, self._list.model)

    def discuss(self, lines: Lines) -> None:
        """Flag articles as to be discussed, or take the flag off if all of them have it."""
        if self.project and lines and self._leave():
            self.project.do(toggle_discuss([line.article for line in lines]))

    def delete_articles(self) -> None:
        """Delete the articles with their records. The one on the screen is deleted without a question, since undo
        brings everything back.
        """
        self._with_meant(self._delete_meant)

    def _delete_meant(self, lines: Lines) -> None:
        here = self.records
        if here and len(lines) == 1 and lines[0].id == here.article.id and self._leave():
            self._delete_with(lines, list(here.rows()))
        else:
            self.delete(lines)

    def delete_article(self, article: Id) -> None:
        """Delete one article, after a question if something is recorded in it."""
        self.delete_all([article])

    def articles_at(self, places: Sequence[Place]) -> Sequence[Id]:
        """Return the articles that are selected in a table; none if a speaker, claim or number is selected too."""
        found = [known for place in places if place.record is None and (known := self._list.known(place.article))]
        return found if len(found) == len(places) else ()

    def delete_all(self, articles: Sequence[Id]) -> None:
        """Delete articles, after a question as for `delete`."""
        self._list.model.with_lines(articles, self.delete)

    def delete(self, lines: Lines) -> None:
        """Delete articles. Ask first if there are several, or records, since these may not be in sight."""
        project, ids = self.project, [line.id for line in lines]
        if project and lines and self._leave() and self._may_delete(lines):
            project.reader.ask(self, lambda view: view.recorded_in(ids), lambda rows: self._delete_with(lines, rows))

    def _may_delete(self, lines: Lines) -> bool:
        claims, numbers = sum(line.claims for line in lines), sum(line.numbers for line in lines)
        recorded = claims_and_numbers(claims, numbers)
        if len(lines) == 1 and not recorded:
            return True
        named = (
            f"“{lines[0].title}”" if len(lines) == 1 else counted("{count:,} article", "{count:,} articles", len(lines))
        )
        question = _("Delete {articles} with {records}?") if recorded else _("Delete {articles}?")
        return asking.confirm(
            self._window,
            question.format(articles=named, records=recorded),
            _("Undo brings everything back."),
            _("&Delete Article") if len(lines) == 1 else _("&Delete Articles"),
        )

    def _delete_with(self, lines: Lines, rows: Sequence[Record]) -> None:
        """Delete articles with the records in them."""
        if self.project and self.project.do(articles.delete_articles([line.article for line in lines], rows)):
            if len(lines) == 1:
                words = _("“{title}” is deleted. Ctrl+Z brings it back with all its records.")
                self.hint.emit(words.format(title=lines[0].title))
            else:
                words = _("{count:,} articles are deleted. Ctrl+Z brings them back with all their records.")
                self.hint.emit(words.format(count=len(lines)))

    def _with_meant(self, then: Callable[[Lines], None]) -> None:
        """Call `then` with the articles that a command is about, or say that there are none. What is being typed is
        written first: it may be about them.
        """
        if self._leave():
            self._list.with_meant(lambda lines: then(lines) if lines else self.hint.emit(NOTHING))
