"""Factiva's articles as XML."""

import re
from collections.abc import Iterator

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring, tostring

from models.articles.databases.common_lines import without_by
from models.articles.databases.counting import MissingArticles
from models.articles.databases.record import Record, draft_of, printed, said
from models.articles.dates import read_date
from models.articles.draft import Draft
from models.articles.formats.format import Format, Promise
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 20 * 2**20
BEGINNING = re.compile(r"\s*<\?xml\b|\s*<[\w:]*(?:PPSResponse|ppsArticleResponse)\b")
LANGUAGE = re.compile(r"[a-z]{2}")
ABOUT = ("section", "edition", "pages", "volume", "copyright", "publisherName", "accessionNo")
"""What is kept of what the database says of an article, in this order."""


def recognise(file: InputFile) -> bool:
    """Return whether a file begins as XML and has the elements of this database."""
    return BEGINNING.match(file.start) is not None and "ppsarticle" in file.start.lower()


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield every article, and what the file announces but does not hold."""
    # Nothing outside the file is read, and no entity is put in.
    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = fromstring(file.read(MOST_BYTES), parser)
    except XMLSyntaxError as error:
        what = _("“{name}” is not well-formed XML.")
        raise refuse(file.path, what, _("Export it again: it may be incomplete.")) from error
    articles = [each for each in root.iter() if _name(each) == "article"]
    for article in articles:
        yield draft_of(_record(article), file.named)
    counts = (each.get("count", "") for each in root.iter() if _name(each) == "ppsarticleresultset")
    announced = max((int(count) for count in counts if count.isdecimal()), default=0)
    if announced > len(articles):
        yield MissingArticles(file.named, announced, len(articles), [])


def _name(element: _Element) -> str:
    """Return the name of an element without its namespace, in lower case; comments have none."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _record(article: _Element) -> Record:
    title, lead, tail = (_paragraphs(article, name) for name in ("headline", "leadParagraph", "tailParagraphs"))
    byline, date, language = (_words(article, name) for name in ("byline", "publicationDate", "baseLanguage"))
    about = [_words(article, name) for name in ABOUT]
    return Record(
        pieces=(
            *printed([" ".join(title)]),
            *(piece for one in (byline, *about) for piece in said(one)),
            *printed([*lead, *tail]),
        ),
        source=tostring(article, encoding="unicode", with_tail=False),
        title=" ".join(title) or None,
        outlet=_words(article, "sourceName") or None,
        byline=without_by(byline),
        published=read_date(date),
        language=language.lower() if LANGUAGE.fullmatch(language.lower()) else None,
    )


def _children(article: _Element, name: str) -> list[_Element]:
    return [child for child in article if _name(child) == name.lower()]


def _words(article: _Element, name: str) -> str:
    return " ".join(" ".join("".join(each.itertext()) for each in _children(article, name)).split())


def _paragraphs(article: _Element, name: str) -> list[str]:
    """Return the paragraphs of a part of an article, each on one line."""
    inside = [each for part in _children(article, name) for each in part if _name(each) == "paragraph"]
    texts = [" ".join("".join(each.itertext()).split()) for each in inside or _children(article, name)]
    return [text for text in texts if text]


FACTIVA_XML = Format(_("articles of Factiva as XML"), (".xml",), recognise, read, promise=Promise.NOTHING)
