"""Databases of the Discourse Network Analyzer: their documents. What is coded in them comes as from another project."""

from collections.abc import Iterator

from models.articles.dna.contents import DnaDocument
from models.articles.dna.reading import is_dna, read_database
from models.articles.draft import Draft
from models.articles.formats.format import Format, Promise
from models.articles.headlines import shortened
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.errors import UnreadableArticle
from models.text.languages import language_of
from models.text.normalising import normalise
from models.translation import _


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield every document."""
    for document in read_database(file).documents:
        try:
            yield draft_of(document, file)
        except UnreadableArticle as refusal:
            yield refusal


def draft_of(document: DnaDocument, file: InputFile) -> Draft:
    """Return a document as a draft. Raises UnreadableArticle if it has no text or too much."""
    text = normalise(document.text)
    if not text.strip():
        raise refuse(file.path, _("“{title}” in “{name}” has no text."), title=document.title or document.id)
    file.refuse_too_long(text)
    uncertain = _("The date “{words}” is in a time zone that the database does not note, and was not read.")
    return Draft(
        text=text,
        title=document.title or shortened(next(line.strip() for line in text.split("\n") if line.strip())),
        outlet=document.source or None,
        byline=document.author or None,
        published=document.published,
        published_words=document.published_words,
        language=language_of(text),
        warnings=(uncertain.format(words=document.published_words),) if document.published_words else (),
    )


DNA = Format(_("a database of the Discourse Network Analyzer"), (".dna",), is_dna, read, promise=Promise.NOTHING)
