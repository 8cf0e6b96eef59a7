"""Fetch pages and read them, in the thread of a work."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from gui.system.background import Work
from gui.work.reading_files import while_wanted
from models.alike import KnownTexts
from models.articles.doubts import DOUBTS
from models.articles.draft import Draft
from models.articles.site_lines import NO_LINES
from models.articles.web import fetching
from models.articles.web.pages import articles_of_page
from models.errors import Interrupted, UnreadableArticle
from models.incoming.entry import Entry, entry_of
from models.intake import tell_apart
from models.store import Store
from models.translation import _


def read_pages(work: Work, addresses: Sequence[str], project: Path | None) -> tuple[Entry, ...]:
    """Return the articles of some pages, or why they were not fetched; nothing once the work is cancelled.

    Raises OnrecordError if the project cannot be read.
    """
    with ExitStack() as opened:
        store = opened.enter_context(Store.open_beside(project)) if project else None

        def title_of(sha256: str) -> str | None:
            articles = store.articles_of_content(sha256) if store else []
            return articles[0].title if articles else None

        lines = store.site_lines() if store else NO_LINES
        articles = (lines.marked(each) if isinstance(each, Draft) else each for each in _articles(work, addresses))
        try:
            known = KnownTexts(while_wanted(work, store.bodies()) if store else ())
            return tuple(entry_of(each) for each in tell_apart(articles, title_of, (*DOUBTS, known.alike)))
        except Interrupted:
            return ()


def _articles(work: Work, addresses: Sequence[str]) -> Iterator[Draft | UnreadableArticle]:
    for count, address in enumerate(addresses, 1):
        work.begin_step(_("Fetching {address}").format(address=address))
        try:
            page = fetching.Fetching().fetch(address, lambda: not work.called_off)
        except UnreadableArticle as refusal:
            yield refusal
        else:
            yield from articles_of_page(page, lambda: not work.called_off)
        work.advance(count, len(addresses))
