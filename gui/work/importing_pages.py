"""Import pages from their addresses, if that is switched on: fetch them in the background, and show what was found."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.dialogs import asking
from gui.system.background import Work
from gui.widgets.notice import News, Offer
from gui.work.context import Context
from gui.work.importing import NOTHING, Importing
from models.articles.addresses import is_address, only_a_link
from models.errors import OnrecordError
from models.translation import _

if TYPE_CHECKING:
    from models.incoming.entry import Entry


class ImportingPages(QObject):
    """Fetches pages when an address is given. Nothing is ever fetched while that is switched off."""

    told = Signal(News)
    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, context: Context, importing: Importing, show_preferences: Callable[[], None]) -> None:
        super().__init__(context.window)
        self._context, self._importing, self._show_preferences = context, importing, show_preferences
        importing.address_given.connect(self.take)

    def import_address(self) -> None:
        """Ask for the address of a page, and fetch it; if that is switched off, say how to switch it on."""
        if not self._context.file.settings.fetches_pages:
            self._say_how(_("Fetching pages from the internet is switched off in Edit > Preferences."))
        elif self._importing.may_add() and (text := asking.ask_address(self._context.window)):
            self._fetch(text)

    def take(self, text: str) -> None:
        """Fetch the pages whose addresses were dropped or pasted."""
        if not self._context.file.settings.fetches_pages:
            self._say_how(only_a_link().advice)
        elif self._importing.may_add():
            self._fetch(text)

    def _say_how(self, words: str) -> None:
        self.told.emit(News(words, (Offer(_("Preferences…"), self._show_preferences),)))

    def _fetch(self, text: str) -> None:
        """Fetch pages in another thread; Cancel leaves that behind at once."""
        addresses = text.split() if is_address(text) else [text]
        project = self._context.project
        path = project.store.path if project else None

        def read(work: Work) -> "tuple[Entry, ...]":
            from gui.work.reading_pages import read_pages

            return read_pages(work, addresses, path)

        work = Work(_("Fetching a page"), read, self)
        work.succeeded.connect(lambda entries: self._importing.show_found(entries, None))
        work.cancelled.connect(lambda: self.hint.emit(NOTHING))
        self._context.works.begin(work)
