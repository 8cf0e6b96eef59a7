"""Make drafts of pasted text and text files: the text stays, its boilerplate is marked, its heading is read."""

from models.articles.draft import Draft
from models.articles.hard_wrapping import unwrapped
from models.articles.headlines import shortened
from models.articles.mails import mail_lines, unquoted
from models.articles.news_databases import read_export
from models.articles.page_reading import PageReading
from models.articles.text_metadata import byline, outlet, published
from models.errors import UnreadableArticle
from models.text.languages import language_of
from models.text.normalising import normalise
from models.text.text_lines import lines_of
from models.translation import _


def from_text(text: str, *, named: str = "the text") -> Draft:
    """Make a draft from plain text. Raises UnreadableArticle, with the given name, if it is not one article."""
    text = unwrapped(unquoted(normalise(text)))
    every = lines_of(text)
    export = read_export(every, named)
    labels = export.labels | mail_lines(every)
    lines = [line for index, line in enumerate(every) if index not in labels]
    if not lines:
        raise UnreadableArticle(
            _("There is no text in it."), _("Nothing was added."), _("Select the article and copy it again.")
        )
    page = PageReading(lines)
    cut = (*(every[at] for at in labels), *(lines[at] for at in page.boilerplate))
    return Draft(
        text=text,
        title=export.title or _title(page),
        outlet=export.outlet or outlet(lines, page.boilerplate) or outlet(every, labels),
        byline=export.byline or byline(page),
        published=export.published or published(page),
        language=language_of(text),
        boilerplate=tuple(sorted((line.start, line.end) for line in cut)),
    )


def _title(page: PageReading) -> str:
    """Return the headline; if none is certain, the first words of the first line that belongs to the article."""
    if page.title is not None:
        return page.lines[page.title].text
    return shortened(next(line.text for at, line in enumerate(page.lines) if at not in page.boilerplate))
