"""Remember lines of an article for its whole site, and forget them again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.opening import open_over
from gui.project.view import ProjectView
from models.actions.site_lines import are_boilerplate, forget_lines, remember_lines
from models.articles.site_lines import site_of
from models.edits import Edit
from models.entities import Article, Boilerplate, SiteLine
from models.ids import Id
from models.text.folding import folded
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.dialogs.site_lines import SiteLinesDialog
    from models.store.view import StoreView

NO_SITE = _("This article has neither an address nor an outlet. Give it one in the details first.")


class RememberingLines(QObject, ProjectView):
    """Marks lines in all articles of a site, those of the project and those that come; `leave` writes what is being
    typed.
    """

    hint = Signal(str)

    def __init__(self, window: QWidget, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._leave = window, leave
        self.dialog: SiteLinesDialog | None = None

    def always_on_site(self, start: int, end: int, as_they_are: bool) -> None:
        """Remember the lines that a range of the open article touches for its site: as boilerplate, or as text if they
        are to be remembered `as_they_are` and are text.
        """
        if self.at_work is None or not self._leave():
            return
        project, records = self.at_work
        site = _site(records.article)
        if site is None:
            self.hint.emit(NO_SITE)
            return
        here, known = records.article.id, project.site_lines
        boilerplate = not as_they_are or are_boilerplate(records, start, end)

        def make(view: "StoreView") -> Edit:
            """Read the articles and make the edit, in the thread of the reader."""
            found = view.records_of({here, *(each.id for each in view.articles() if _site(each.article) == site)})
            others = view.piecewise(found.values())
            return remember_lines(known, found[here], (start, end), others, boilerplate=boilerplate)

        project.reader.ask(self, make, lambda edit: self._do(edit, here))

    def _do(self, edit: Edit, here: Id) -> None:
        """Write what is remembered and marked, and say in how many articles."""
        if not edit.changes:
            self.hint.emit(_("That is remembered already."))
        elif self.project and self.project.do(edit):
            marked = {each.article for each in (*edit.made(Boilerplate), *edit.gone(Boilerplate))} - {here}
            remembered = len(edit.changes_of(SiteLine))
            said = [counted("{count:,} line is remembered.", "{count:,} lines are remembered.", remembered)]
            if marked:
                others = counted(
                    "{count:,} other article is marked.", "{count:,} other articles are marked.", len(marked)
                )
                said.append(others)
            self.hint.emit(f"{edit.label}: {' '.join((*said, _('Ctrl+Z takes it back.')))}")

    def show_lines(self) -> None:
        """List the lines that are remembered, to be forgotten."""
        from gui.dialogs.site_lines import SiteLinesDialog

        if self.project and self._leave():
            self.dialog = SiteLinesDialog(self._window, writable=not self.project.store.read_only)
            self.dialog.show_lines(self.project.site_lines.in_order())
            self.dialog.forget_wanted.connect(self._forget)
            self.dialog.finished.connect(self._close)
            open_over(self._window, self.dialog)

    def _close(self) -> None:
        self.dialog = None

    def _forget(self, lines: Sequence[SiteLine]) -> None:
        if self.project and self.project.do(forget_lines(lines)) and self.dialog:
            self.dialog.show_lines(self.project.site_lines.in_order())
            self.hint.emit(_("Lines that are marked in articles stay so. Ctrl+Z remembers them again."))


def _site(article: Article) -> str | None:
    """Return the site of an article in the form for comparing."""
    site = site_of(article.address, article.outlet)
    return folded(site) if site else None
