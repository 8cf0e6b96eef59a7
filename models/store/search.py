"""Find words in the texts of articles, of some articles at a time: there is no index of words, every text is read."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from models.entities import Claim, Number, Record, Role
from models.ids import Id
from models.lines.found_place import Found, FoundArticle, FoundPlace, Wanted
from models.text.context import words_around
from models.text.finding import Phrase, phrase_of
from models.text.range_index import RangeIndex
from models.text.ranges import Range, range_around

TEXTS = """SELECT article.id, article.title, article.outlet, article.published, content.text
           FROM json_each(?) AS wanted
           CROSS JOIN article ON article.id = wanted.value
           CROSS JOIN content ON content.sha256 = article.content
           ORDER BY wanted.key"""
LINES = 'SELECT start, "end" FROM boilerplate WHERE article = ? ORDER BY start'
SPANS = 'SELECT start, "end" FROM span WHERE article = ? AND role = ?'

RECORDED: dict[type[Record], Role] = {Claim: Role.CONTENT, Number: Role.NUMBER}
"""The spans that are looked at: the words of a record, without who says them."""


class _Text(NamedTuple):
    article: Id
    title: str
    outlet: str | None
    published: str | None
    text: str


def places_of(
    connection: sqlite3.Connection, articles: Sequence[Id], wanted: Wanted, go_on: Callable[[], None]
) -> Found:
    """Return where some articles have the wanted words, in the given order.

    Places that are in boilerplate from end to end are counted, and found only if they are asked for.
    """
    phrase, most = phrase_of(wanted.words), wanted.most
    if phrase is None:
        return Found()
    found, left_out = list[FoundArticle](), 0
    for text, places in _texts_with(connection, articles, phrase, go_on):
        kept = places if wanted.boilerplate else _outside(places, connection.execute(LINES, (text.article,)).fetchall())
        left_out += len(places) - len(kept)
        if kept:
            found.append(_found(connection, text, kept[:most]))
        most -= len(kept)
        if most < 0:
            return Found(tuple(each for each in found if each.places), left_out, more=True)
    return Found(tuple(found), left_out)


def _texts_with(
    connection: sqlite3.Connection, articles: Sequence[Id], phrase: Phrase, go_on: Callable[[], None]
) -> Iterator[tuple[_Text, list[Range]]]:
    """Yield the texts that have the phrase, one at a time, with its places."""
    for row in connection.execute(TEXTS, (json.dumps([*articles]),)):
        go_on()
        text = _Text(*row)
        if places := phrase.places(text.text):
            yield text, places


def _outside(places: list[Range], lines: list[Range]) -> list[Range]:
    """Return the places that are not in boilerplate from end to end."""
    return [(start, end) for start, end in places if not (range_around(lines, start) and range_around(lines, end - 1))]


def _found(connection: sqlite3.Connection, text: _Text, places: Sequence[Range]) -> FoundArticle:
    """Describe the places of an article."""
    recorded = {kind: RangeIndex(connection.execute(SPANS, (text.article, role))) for kind, role in RECORDED.items()}
    return FoundArticle(
        *text[:-1],
        tuple(
            FoundPlace(
                place,
                *words_around(text.text, place),
                tuple(kind for kind, spans in recorded.items() if spans.overlaps(place)),
            )
            for place in places
        ),
    )
