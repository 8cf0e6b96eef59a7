"""Find Similar Articles: search the project in the background, show two articles side by side, and copy records."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs.opening import open_over
from gui.project.view import ProjectView
from gui.system.background import Work
from gui.widgets.window_place import bring_up
from gui.work.context import Context
from models.edits import Edit
from models.entities import Article
from models.ids import Id
from models.places import Place
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.comparing.pairs_dialog import PairsDialog
    from gui.comparing.side_by_side import SideBySide
    from gui.correcting.look_list import LookList
    from models.alike import AlikePair
    from models.correcting.found_again import FoundAgain
    from models.records import ArticleRecords


class Comparing(QObject, ProjectView):
    """Keeps at most one list of pairs, and one dialog with two articles."""

    place_requested = Signal(Place)
    delete_wanted = Signal(str)
    """An article is to be deleted."""
    hint = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.pairs: PairsDialog | None = None
        self.side_by_side: SideBySide | None = None
        self.missing: LookList | None = None
        context.file.closing.connect(self._close)

    def follow(self, edit: Edit) -> None:
        """Leave out the articles that an edit deletes."""
        if self.pairs:
            for article in edit.gone(Article):
                self.pairs.leave_out(article.id)

    def find_similar(self) -> None:
        """Write what is being typed, and look for articles that are alike."""
        project = self._context.project
        if project is None or not self._context.leave():
            return
        path = project.store.path
        work = Work(_("Looking for similar articles"), lambda work: _pairs(work, path), self)
        work.succeeded.connect(self._show)
        self._context.works.begin(work)

    def _show(self, found: "Sequence[AlikePair]") -> None:
        from gui.comparing.pairs_dialog import PairsDialog

        if self.pairs is None:
            self.pairs = PairsDialog(self._context.window)
            self.pairs.chosen.connect(self._compare)
            self.pairs.again.connect(self.find_similar)
        self.pairs.show_pairs(found)
        bring_up(self.pairs)

    def _compare(self, pair: "AlikePair") -> None:
        """Show two articles side by side."""
        if (project := self._context.project) and self._context.leave():
            both = [pair.first.article, pair.other.article]
            project.reader.ask(self, lambda view: view.records_of(both), self._open)

    def _open(self, both: "dict[Id, ArticleRecords]") -> None:
        from gui.comparing.side_by_side import SideBySide

        if self.side_by_side or (project := self._context.project) is None or self.pairs is None:
            return
        first, other = both.values()
        self.side_by_side = SideBySide(self.pairs, first, other, writable=not project.store.read_only)
        self.side_by_side.copy_wanted.connect(self._copy)
        self.side_by_side.go_wanted.connect(self._go)
        self.side_by_side.delete_wanted.connect(self.delete_wanted)
        self.side_by_side.finished.connect(self._forget)
        open_over(self.pairs, self.side_by_side)

    def _forget(self) -> None:
        self.side_by_side = None

    def _go(self, article: Id) -> None:
        self.place_requested.emit(Place(article))
        self._context.window.activateWindow()

    def _copy(self, found: "FoundAgain") -> None:
        """Copy records, and list those whose words the other article does not have."""
        from gui.correcting.look_list import LookList
        from models.actions.copying import copy_records

        project = self._context.project
        if project is None or not project.do(copy_records(found)):
            return
        copied = counted("{count:,} record is copied.", "{count:,} records are copied.", len(found.found))
        self.hint.emit(f"{copied} {_('Ctrl+Z takes that back.')}")
        if self.missing:
            self.missing.close()
        if found.missing:
            words = counted(
                "{count:,} record is not copied, since the other article has other words.",
                "{count:,} records are not copied, since the other article has other words.",
                len(found.missing),
            )
            self.missing = LookList(self._context.window, found.source.article.id, found.missing_records(), words)
            self.missing.place_requested.connect(self.place_requested)
            self.missing.destroyed.connect(self._forget_missing)
            self.missing.show()

    def _forget_missing(self) -> None:
        self.missing = None

    def _close(self) -> None:
        for each in (self.side_by_side, self.missing, self.pairs):
            if each:
                each.close()
        if self.pairs:
            self.pairs.deleteLater()
            self.pairs = None


def _pairs(work: Work, path: Path) -> "Sequence[AlikePair]":
    """Return which articles of a project are alike. The file is read through a separate connection."""
    from models.alike import alike_pairs
    from models.errors import Interrupted
    from models.store import Store

    with Store.open_beside(path) as store:
        count = store.article_count()
        try:
            return alike_pairs(store.bodies(), lambda: not work.called_off, lambda read: work.advance(read, count))
        except Interrupted:
            return ()
