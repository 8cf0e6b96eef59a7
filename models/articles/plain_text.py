"""Make drafts of pasted text and text files: the text stays, its boilerplate is marked, its heading is read."""

from dataclasses import replace

from models.articles.databases import articles_of_export
from models.articles.decoding import Decoded
from models.articles.documents.txt import document_of
from models.articles.draft import Draft
from models.articles.hard_wrapping import unwrapped_with_words
from models.articles.headlines import shortened
from models.articles.hyphenation import told
from models.articles.mails import mail_lines, unquoted
from models.articles.outlets import outlet
from models.articles.page_bylines import byline
from models.articles.page_days import published
from models.articles.page_line import page_lines
from models.articles.page_reading import PageReading
from models.articles.title_lines import title_of
from models.errors import UnreadableArticle
from models.text.languages import language_of
from models.text.normalising import normalise
from models.translation import _


def from_text(text: str, *, named: str = "the text") -> Draft:
    """Make a draft from plain text. Raises UnreadableArticle, with the given name, if it is not one article."""
    text = unquoted(normalise(text))
    if exported := _exported(text, named):
        return exported
    whole = unwrapped_with_words(text)
    return replace(_from_page(whole.text), warnings=told(whole.words))


def _exported(text: str, named: str) -> Draft | None:
    """Return the one article of an export, or None if a text is no export. Raises UnreadableArticle for several."""
    found = list(articles_of_export(document_of(Decoded(text, "utf-8")), named) or ())
    drafts = [each for each in found if isinstance(each, Draft)]
    if found and not drafts and isinstance(found[0], UnreadableArticle):
        raise found[0]
    if len(drafts) > 1:
        what = _("{name} contains {count} articles from a news database.")
        raise UnreadableArticle(
            what.format(name=named, count=len(drafts)),
            _("Nothing was added."),
            _("Import the file that the database exported, or paste one article at a time."),
        )
    return replace(drafts[0], original=None, encoding=None) if drafts else None


def _from_page(text: str) -> Draft:
    """Return the article of a text that may have a page around it."""
    every = page_lines(text)
    labels = mail_lines(every)
    lines = [line for index, line in enumerate(every) if index not in labels]
    if not lines:
        raise UnreadableArticle(
            _("There is no text in it."), _("Nothing was added."), _("Select the article and copy it again.")
        )
    page = PageReading(lines)
    cut = (*(every[at] for at in labels), *(lines[at] for at in page.boilerplate))
    site = outlet(lines, page.beside) or outlet(every, sorted(labels))
    return Draft(
        text=text,
        title=_title(page),
        outlet=site,
        byline=byline(page, site),
        published=published(page),
        language=language_of(text),
        boilerplate=tuple(sorted((line.start, line.end) for line in cut)),
    )


def _title(page: PageReading) -> str:
    """Return the headline; if none is certain, the first words of the first line of the article that is no date."""
    if page.title is not None:
        return title_of(page.lines[page.title])
    lines = [line for at, line in enumerate(page.lines) if at not in page.boilerplate]
    return shortened(next((line for line in lines if not line.says_only_when), lines[0]).text)
