"""An array of JSON objects, each of which is an article."""

import json
import re
from collections.abc import Iterator

from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.articles.tables.articles_of_tables import articles_of_tables
from models.articles.tables.json_rows import JsonObject, object_of, table_of_objects
from models.errors import UnreadableArticle
from models.translation import _

BEGINNING = re.compile(r"\s*\[\s*\{\s*[\"}]")
BETWEEN = re.compile(r"[\s,\[]*")

MOST_BYTES = 200 * 2**20
"""Of a whole file, which is in memory while it is read."""


def recognise(file: InputFile) -> bool:
    """Return whether a file begins with an array of objects."""
    return BEGINNING.match(file.start) is not None


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield the article of every object."""
    if not recognise(file):
        what = _("“{name}” is JSON, but not an array of objects with texts.")
        raise refuse(file.path, what, _("Save it with one object for each article."))
    table = table_of_objects(_objects(file))
    yield from articles_of_tables(file, [table] if table else [])


def _objects(file: InputFile) -> Iterator[JsonObject | UnreadableArticle]:
    """Yield the objects; a refusal ends them where the JSON is damaged."""
    text = file.decoded(file.read(MOST_BYTES)).text
    decoder = json.JSONDecoder()
    at = number = 0
    while (at := BETWEEN.match(text, at).end()) < len(text) and text[at] != "]":  # type: ignore[union-attr]
        file.pause()
        number += 1
        try:
            found, end = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError):
            what = _("“{name}” is not JSON from object {number} on.")
            yield refuse(file.path, what, _("Check whether it was saved completely."), number=number)
            return
        if isinstance(found, dict):
            yield object_of(number, text[at:end], found)
        at = end


JSON_ARRAY = Format(_("an array of JSON"), (".json",), recognise, read)
