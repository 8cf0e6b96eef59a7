"""Read the cells that exports show of each record, from its row and from its words in the article.

The cells of a record are a tuple, in the order of FIELDS. Objects would cost more than everything else, since an
article has hundreds of spans.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from models.attributes.kinds import YES
from models.entities import Answer, Article, Claim, Content, Number, Record, Role, Speaker
from models.ids import Id
from models.known import Known
from models.lines.active_time import in_minutes
from models.store.active_time import active_times
from models.store.reading import missing_text, registry, text_of
from models.store.rows import BOOLEANS, COLUMNS, TABLES, Malformed, select
from models.text.excerpts import GAP
from models.text.name_lists import join_names
from models.text.ranges import write_ranges

Cells = tuple[Any, ...]
"""The cells of a record or a line: texts, numbers, and None for absent values."""

PLACE = ("words", "parts", "start", "end")
COUNTED = ("claims", "numbers", "articles")
FIELDS: dict[type[Record], tuple[str, ...]] = {
    Article: (*COLUMNS[Article], "characters", "boilerplate", "claims", "numbers", "samples", "active_minutes"),
    Speaker: (*COLUMNS[Speaker], *COUNTED, "aliases"),
    Claim: (*COLUMNS[Claim], *PLACE, "cue_words", "cue_parts", "source_words", "source_parts", "numbers"),
    Number: (*COLUMNS[Number], *PLACE),
}
"""The names of the cells of a record, in order."""

AT_ONCE = 500
"""Rows of articles that are read at a time; a project can have more than fit into memory."""

NOT_COUNTED = (None,) * len(COUNTED)
NO_PLACE = (None,) * len(PLACE)


def _selected(kind: type[Record]) -> str:
    """Return the columns of a record for a SELECT; a mark is "yes", or absent."""
    columns = (f"iif(\"{each}\", '{YES}', NULL)" if each in BOOLEANS[kind] else f'"{each}"' for each in COLUMNS[kind])
    return ", ".join(columns)


SPEAKERS = f"SELECT {_selected(Speaker)} FROM speaker ORDER BY id"
SPEAKER_COUNTS = """
    SELECT count(claim.id), coalesce(sum((SELECT count(*) FROM number WHERE number.claim = claim.id)), 0),
           count(DISTINCT claim.article)
    FROM speaker LEFT JOIN claim ON claim.speaker = speaker.id GROUP BY speaker.id ORDER BY speaker.id
"""
PLACES = """
    SELECT coalesce(claim, number), role, start, "end" FROM span
    WHERE article = ? AND (role IN ('content', 'number') OR ?) ORDER BY position, start, "end"
"""
SPANS = """
    SELECT id, article, claim, number, role,
           row_number() OVER (PARTITION BY coalesce(claim, number), role ORDER BY position, start, "end"), start, "end"
    FROM span WHERE article = ? ORDER BY start, "end", id
"""
SAMPLED = """
    SELECT drawn.article, sample.name FROM drawn JOIN sample ON sample.id = drawn.sample
    ORDER BY drawn.article, folded(sample.name)
"""
BOILERPLATE = 'SELECT start, "end" FROM boilerplate WHERE article = ? ORDER BY 1, 2'


def cell(kind: type[Record], name: str) -> Callable[[Cells], Any]:
    """Return a function that picks one cell of a record by its name."""
    return itemgetter(FIELDS[kind].index(name))


id_of = itemgetter(0)
content_of, title_of, status_of, language_of, boilerplate_of = (
    cell(Article, name) for name in ("content", "title", "status", "language", "boilerplate")
)
speaker_of, claim_start = cell(Claim, "speaker"), cell(Claim, "start")
claim_of, value_of, number_start = (cell(Number, name) for name in ("claim", "value", "start"))
claim_parts, number_parts = (cell(kind, "parts") for kind in (Claim, Number))


@dataclass(frozen=True, slots=True)
class ArticleCells:
    """The text of an article, its cells and those of each claim and number in it, in the order of the file.

    `altered` says that the text is not the one that was imported.
    """

    text: str
    article: Cells
    claims: list[Cells]
    numbers: list[Cells]
    altered: bool


class SpanCells(NamedTuple):
    """A span with its words. `part` counts, from 1, the spans of one role of a record, in their order."""

    id: Id
    article: Id
    claim: Id | None
    number: Id | None
    role: str
    part: int
    start: int
    end: int
    words: str


class AnswersAbout:
    """The answers about speakers, and about the article that is being read and its records."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._here: dict[Id, list[Answer]] = {}
        self.known = Known(registry(connection), lambda record: self._here.get(record, ()))

    def here(self) -> Iterator[Answer]:
        """Yield the answers about the article that is being read and its records."""
        return chain.from_iterable(self._here.values())

    def read(self, article: Id) -> None:
        """Read the answers about an article and its claims and numbers."""
        self._here = {}
        for answer in select(self._connection, Answer, "WHERE article = ? ORDER BY row", article):
            self._here.setdefault(answer.subject, []).append(answer)


class ExportedCells:
    """The cells of every record of a snapshot: speakers by their ids, everything else article by article.

    In `speakers`, how many claims, numbers and articles each has is left out, since it takes long to count. Without
    `said_by`, so are the words of cues and sources.
    """

    def __init__(self, connection: sqlite3.Connection, *, said_by: bool = True) -> None:
        self._connection, self._said_by = connection, said_by
        self.answers = AnswersAbout(connection)
        self.speakers: dict[Id, Cells] = {id_of(cells): cells for cells in self._read_speakers()}
        sampled = connection.execute(SAMPLED).fetchall()
        self._active = active_times(connection)
        self._samples = {
            article: join_names(name for _, name in rows) for article, rows in groupby(sampled, itemgetter(0))
        }

    def articles(self) -> Iterator[ArticleCells]:
        """Yield every article in the order of import. Raises NotAProject when a text is missing."""
        query = f"SELECT {_selected(Article)} FROM article WHERE id > ? ORDER BY id LIMIT {AT_ONCE}"
        last = ""
        # Some rows at once: with a SELECT that is still open, SQLite would keep the lock that reading a text takes.
        while rows := self._connection.execute(query, (last,)).fetchall():
            yield from map(self._article, rows)
            last = id_of(rows[-1])

    def counted_speakers(self) -> Iterator[Cells]:
        """Yield the cells of every speaker with all counts, by their ids."""
        for speaker, counts in zip(self.speakers.values(), self._connection.execute(SPEAKER_COUNTS), strict=True):
            *row, _, _, _, names = speaker
            yield *row, *counts, names

    def spans(self, article: ArticleCells) -> Iterator[SpanCells]:
        """Yield the spans of an article in text order."""
        for row in self._connection.execute(SPANS, (id_of(article.article),)):
            yield SpanCells(*(*row, article.text[row[-2] : row[-1]]))

    def _read_speakers(self) -> Iterator[Cells]:
        aliases = self._connection.execute("SELECT speaker, name FROM alias ORDER BY speaker, id")
        names = {speaker: join_names(name for _, name in rows) for speaker, rows in groupby(aliases, id_of)}
        for row in self._connection.execute(SPEAKERS):
            yield *row, *NOT_COUNTED, names.get(id_of(row))

    def _article(self, row: Cells) -> ArticleCells:
        article, content = id_of(row), self._content(row)
        self.answers.read(article)
        places = self._places(article, content.text)
        words, cues, sources = (places[role] for role in (Role.CONTENT, Role.CUE, Role.SOURCE))
        numbered = places[Role.NUMBER]
        numbers = [(*number, *numbered.get(id_of(number), NO_PLACE)) for number in self._of(Number, article)]
        counts = Counter(map(claim_of, numbers))
        claims = [
            (
                *(*claim, *words.get(key := id_of(claim), NO_PLACE)),
                *(*cues.get(key, NO_PLACE)[:2], *sources.get(key, NO_PLACE)[:2], counts[key]),
            )
            for claim in self._of(Claim, article)
        ]
        boilerplate = write_ranges(self._connection.execute(BOILERPLATE, (article,)))
        active = self._active.get(article)
        cells = (
            *(*row, len(content.text), boilerplate, len(claims), len(numbers), self._samples.get(article)),
            in_minutes(active.total) if active else None,
        )
        return ArticleCells(content.text, cells, claims, numbers, altered=not content.whole)

    def _of(self, kind: type[Record], article: Id) -> list[Cells]:
        query = f"SELECT {_selected(kind)} FROM {TABLES[kind]} WHERE article = ? ORDER BY rowid"
        return self._connection.execute(query, (article,)).fetchall()

    def _places(self, article: Id, text: str) -> dict[str, dict[Id, Cells]]:
        """Return the cells named in PLACE for each role that words play, by the id of the claim or number."""
        places: dict[str, dict[Id, Cells]] = {role: {} for role in Role}
        for record, role, start, end in self._connection.execute(PLACES, (article, self._said_by)):
            place = text[start:end], f"{start}-{end}", start, end
            of_role = places[role]
            of_role[record] = _joined(of_role[record], place) if record in of_role else place
        return places

    def _content(self, article: Cells) -> Content:
        try:
            return Content(content_of(article), text_of(self._connection, content_of(article)))
        except Malformed as error:
            raise missing_text(title_of(article)) from error


def _joined(before: Cells, place: Cells) -> Cells:
    """Return the cells of a place with another part after those before."""
    words, parts, start, end = before
    more_words, more_parts, more_start, more_end = place
    return words + GAP + more_words, f"{parts};{more_parts}", min(start, more_start), max(end, more_end)
