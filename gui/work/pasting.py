"""Add a text that was copied in another program, or dropped, as an article."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from gui.dialogs.opening import open_over
from gui.system.background import Work
from gui.work.context import Context
from gui.work.importing import NOTHING, Importing
from models.articles.addresses import is_address
from models.translation import _

if TYPE_CHECKING:
    from gui.incoming.pasted_dialog import PastedDialog
    from models.alike import KnownTexts
    from models.articles.draft import Draft
    from models.articles.pasted import Pasted, PastedArticles
    from models.incoming.entry import Entry
    from models.store.view import StoreView


class Pasting(QObject):
    """Shows the article of a text in a dialog, and adds it if the coder accepts it."""

    hint = Signal(str)

    def __init__(self, context: Context, importing: Importing) -> None:
        super().__init__(context.window)
        self._context, self._importing = context, importing
        self.dialog: PastedDialog | None = None
        self._known: KnownTexts | None = None
        """The texts of the project, as soon as they have been read for the dialog."""
        importing.text_given.connect(self.take_text)

    def paste_article(self) -> None:
        """Show what is on the clipboard."""
        from gui.system.copied import pasted_of

        self._take(pasted_of(QGuiApplication.clipboard().mimeData()))

    def take_text(self, text: str) -> None:
        """Show a text. A page whose address it is is fetched if that is switched on."""
        from models.articles.pasted import Pasted

        self._take(Pasted(text))

    def _take(self, pasted: "Pasted") -> None:
        """Show the article of a text; markup and long texts are read in another thread before."""
        if not self._importing.may_add():
            return
        if is_address(pasted.text) and self._context.file.settings.fetches_pages:
            self._importing.address_given.emit(pasted.text)
        elif pasted.is_short:
            self._show(pasted, None)
        else:
            work = Work(_("Reading what was copied"), lambda _work: pasted.articles(), self)
            work.succeeded.connect(lambda read: self._show(pasted, read))
            work.cancelled.connect(lambda: self.hint.emit(NOTHING))
            self._context.works.begin(work)

    def _show(self, pasted: "Pasted", read: "PastedArticles | None") -> None:
        from gui.incoming.pasted_dialog import PastedDialog

        self.dialog = PastedDialog(self._context.window, pasted, self.entry_for, read)
        self.dialog.confirmed.connect(self._accept)
        self.dialog.finished.connect(self._forget)
        open_over(self._context.window, self.dialog)
        if project := self._context.project:
            project.reader.ask(self, _known_texts, self._look_again)

    def _look_again(self, known: "KnownTexts") -> None:
        """Let the dialog say which article the text is like, now that the texts of the project have been read."""
        if self.dialog:
            self._known = known
            self.dialog.look_again()

    def _forget(self) -> None:
        self.dialog = self._known = None
        if project := self._context.project:
            project.reader.forget(self)

    def entry_for(self, draft: "Draft") -> "Entry":
        """Return a draft as an entry, which says whether the project has its text, or one like it."""
        from models.incoming.entry import entry_of

        project = self._context.project
        draft = project.site_lines.marked(draft) if project else draft
        return self._found(draft) or entry_of(draft)

    def _found(self, draft: "Draft") -> "Entry | None":
        """Return a draft as an entry; None if the project cannot be read, or there is none."""
        from gui.work.reading_files import entry_for
        from models.articles.doubts import DOUBTS

        project, doubts = self._context.project, (*DOUBTS, self._known.like) if self._known else DOUBTS
        return project.read(lambda store: entry_for(draft, store, doubts)) if project else None

    def _accept(self, draft: "Draft") -> None:
        """Add the article; if that fails, the dialog comes back with the coder's corrections."""
        dialog = self.dialog
        if dialog is None:
            return
        dialog.hide()
        if (self._context.project or self._context.file.new()) and self.add_article(draft):
            dialog.close_accepted()
        else:
            dialog.open()

    def add_article(self, draft: "Draft") -> bool:
        """Add one article at once; return False if that failed, also because the project cannot be read."""
        from models.actions.articles import import_articles

        project, entry, edit = self._context.project, self._found(draft), import_articles([draft])
        if project is None or entry is None or not project.do(edit):
            return False
        self._importing.show_added(edit, [replace(entry, taken=True)])
        return True


def _known_texts(view: "StoreView") -> "KnownTexts":
    """Return the texts of the project, to compare others with them."""
    from models.alike import KnownTexts

    known = KnownTexts(view.bodies())
    known.read()
    return known
