"""Read an article again from the bytes that it was imported from, in another way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from models.articles.draft import Draft
from models.articles.formats import format_of
from models.articles.how_to_read import HowToRead
from models.articles.input_file import HEAD, InputFile
from models.correcting.correction import Correction, correct
from models.entities import Article
from models.errors import OnrecordError
from models.records import ArticleRecords
from models.text.likeness import sketch
from models.text.ranges import Range
from models.translation import _

FILLED = ("outlet", "byline", "published", "published_words", "address", "language")
"""What is taken from the file where nothing is known of the article."""


def read_again(records: ArticleRecords, data: bytes, how: HowToRead) -> Correction:
    """Return what reading the file of an article in another way makes of it. Raises OnrecordError.

    Of a file with several articles it is the one that is most like it. What is known of the article stays.
    """
    name = (records.article.file_name or "article").split("#")[0]
    file = InputFile(Path(name), data[:HEAD], data, how=how)
    drafts = [found for found in format_of(file).read(file) if isinstance(found, Draft)]
    if not drafts:
        raise OnrecordError(_("No article can be read from the file in this way."), _("Nothing was changed."))
    before = sketch(records.text)
    draft = max(drafts, key=lambda each: sketch(each.text).share(before))
    correction = correct(records, draft.text)
    lines = (*correction.boilerplate, *((None, line) for line in _new_lines(correction, draft)))
    return replace(correction, article=_filled(records.article, draft), boilerplate=lines)


def _filled(article: Article, draft: Draft) -> Article:
    empty = {name: getattr(draft, name) for name in FILLED if getattr(article, name) is None}
    return replace(article, encoding=draft.encoding, **empty)


def _new_lines(correction: Correction, draft: Draft) -> Iterator[Range]:
    """Yield the lines of boilerplate that the old text did not have."""
    for start, end in draft.boilerplate:
        if any(gap.new[0] <= start and end <= gap.new[1] for gap in correction.alignment.gaps):
            yield start, end
