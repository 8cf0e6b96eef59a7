"""Articles as lines of JSON: each row is an object with a text, page_text or html, and perhaps an id.

A text may come with its title, outlet, byline, date, address and language. Objects with other fields are a table.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from models.articles.addresses import is_address
from models.articles.dates import read_date
from models.articles.decoding import Decoded
from models.articles.draft import Draft
from models.articles.formats.format import Format
from models.articles.input_file import InputFile
from models.articles.plain_text import from_text
from models.articles.refusals import refuse
from models.articles.tables.articles_of_tables import articles_of_tables
from models.articles.tables.choosing import remembered_or_said
from models.articles.tables.json_rows import JsonObject, object_of, table_of_objects
from models.articles.tables.table import Table
from models.articles.whole_page import draft_of_page
from models.errors import UnreadableArticle
from models.translation import _

MOST_BYTES = 20 * 2**20
"""For one row; a file may have any number of rows."""

TEXTS = ("page_text", "html", "text")
"""The fields that may have a text, the first of them first; other fields are known as those of tables are."""

ABSENT = {"none", "null", "nan", "n/a"}
"""What programs write where a field has no value."""

LANGUAGE = re.compile(r"[a-z]{2}")
OBJECT = re.compile(r'\s*\{ *"(?:[^"\\]|\\.)*" *:')


def recognise(file: InputFile) -> bool:
    """Return whether a file begins with a JSON object on one line."""
    return OBJECT.match(file.start) is not None


def read(file: InputFile) -> Iterator[Draft | UnreadableArticle]:
    """Yield the article of every row, and a refusal for each row without one."""
    table = table_of_objects(_objects(file))
    if table and (_is_said(file, table) or not set(TEXTS) & set(table.names)):
        yield from articles_of_tables(file, [table])
        return
    for place, line in rows(file):
        try:
            yield _article(file, place, line)
        except UnreadableArticle as refusal:
            yield refusal


def _is_said(file: InputFile, table: Table) -> bool:
    how = file.how
    return how.to_describe or how.columns is not None or remembered_or_said(table, how) is not None


def _objects(file: InputFile) -> Iterator[JsonObject | UnreadableArticle]:
    for place, line in rows(file):
        try:
            yield object_of(place, line, fields_of(file, place, line))
        except UnreadableArticle as refusal:
            yield refusal


def rows(file: InputFile) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, each with its number, from 1. Raises UnreadableArticle for the file."""
    for place, line in enumerate(file.lines(MOST_BYTES), 1):
        try:
            text = line.decode("utf-8-sig" if place == 1 else "utf-8").strip()
        except UnicodeDecodeError as error:
            what = _("“{name}” is not written in UTF-8, as JSON lines are.")
            raise refuse(file.path, what, _("Save it in UTF-8.")) from error
        if text:
            yield place, text


def fields_of(file: InputFile, place: int, line: str) -> dict[str, Any]:
    """Return the fields of a row; none if it is not an object. Raises UnreadableArticle if it is not JSON."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise refuse_row(file, place, _("{row} is not JSON.")) from error
    return row if isinstance(row, dict) else {}


def refuse_row(file: InputFile, place: int, what: str) -> UnreadableArticle:
    """Return the error for a row, for the caller to raise. {row} in the sentence is the row's line and file."""
    row = _("Line {number} of {file}").format(number=place, file=file.named)
    return UnreadableArticle(what.format(row=row), _("It was left out."))


def _article(file: InputFile, place: int, line: str) -> Draft:
    fields = fields_of(file, place, line)
    given = {kind: fields[kind] for kind in TEXTS if isinstance(fields.get(kind), str)}
    for kind, text in given.items():
        # The field html may contain the name of a file; a page has markup.
        if kind != "html" or "<" in text:
            draft = draft_of_page(text) if kind == "html" else from_text(text)
            if kind == "text":
                draft = _with_metadata(draft, fields)
            key = place if fields.get("id") is None else fields["id"]
            return replace(file.completed(draft, line.encode(), Decoded(text, "utf-8")), key=key)
    raise refuse_row(file, place, _("{row} has no text, page_text or html."))


def _with_metadata(draft: Draft, fields: Mapping[str, Any]) -> Draft:
    """Return a draft with what its row tells of the text; what the row does not tell stays as it was read."""
    address, language = _told(fields, "address", "url"), _told(fields, "language").lower()
    return replace(
        draft,
        title=_told(fields, "title", "headline") or draft.title,
        outlet=_told(fields, "outlet", "publisher") or draft.outlet,
        byline=_told(fields, "byline", "author") or draft.byline,
        published=read_date(_told(fields, "published", "date")) or draft.published,
        address=address if is_address(address) else draft.address,
        language=language if LANGUAGE.fullmatch(language) else draft.language,
    )


def _told(fields: Mapping[str, Any], *names: str) -> str:
    """Return the first of some fields that has words, on one line; empty if none has."""
    texts = (" ".join(text.split()) for name in names if isinstance(text := fields.get(name), str))
    return next((text for text in texts if text and text.lower() not in ABSENT), "")


JSONL = Format(_("articles as lines of JSON"), (".jsonl", ".ndjson"), recognise, read)
