"""Keep the derived tables up to date: what lists are sorted by, and the words by which filters find records.

They are updated in the transaction of each edit. Lists of the whole project are sorted and filtered by them alone.
"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache

from models.attributes.built_in import attributes_of
from models.attributes.kinds import Flag, Line, Text
from models.attributes.names import WhoSays
from models.edits import Change
from models.entities import Answer, Article, Choice, Claim, Number, Record, Span, Speaker
from models.ids import Id
from models.store import active_time, coverage, edit_subjects
from models.store.answer_keys import AnswerKeys, every_key
from models.store.one_moment import one_moment
from models.store.reading import part_of_text, text_of
from models.store.rows import TABLES, Malformed, select
from models.store.spans import OF_RECORD
from models.text.excerpts import GAP
from models.text.folding import folded

KINDS: tuple[type[Record], ...] = (Article, Speaker, Claim, Number)
"""The records that a filter finds. A row of `filter_text` is 4 times the record's row plus the class's index here."""

FILTERED: dict[type[Record], tuple[str, ...]] = {
    Article: ("title", "outlet"),
    Speaker: ("name",),
    **{
        kind: tuple(each.name for each in attributes_of(kind) if each.editable and isinstance(each.kind, Line | Text))
        for kind in (Claim, Number)
    },
}
"""The fields by which a filter finds a record, besides the words of its spans: what coders have written."""

SORTED_BY = {
    each.name: f"folded({TABLES[kind]}.{each.name})"
    for kind in (Claim, Number)
    for each in attributes_of(kind)
    if each.editable and not isinstance(each.kind, Text | WhoSays | Flag)
}
"""The attributes of claims and numbers that are columns of `statement`, each with the SQL that lines are sorted by.

Those that coders cannot change are looked up in the records: both kinds of records have them.
"""

LAST = 1 << 40
"""The start of records without a span, which come after all others."""

CLAIM_START = "(SELECT min(start) FROM kept_span WHERE kept_span.claim = claim.row AND role = 'content')"
NUMBER_START = "(SELECT min(start) FROM kept_span WHERE kept_span.number = number.row)"

LINES = f"""
    SELECT article.row, coalesce(iif(claim.id IS NULL, {NUMBER_START}, {CLAIM_START}), {LAST}), coalesce(claim.row, 0),
           coalesce({NUMBER_START}, {LAST}), coalesce(number.row, 0),
           speaker.row, {", ".join(SORTED_BY.values())}
    FROM {{lines}}
    JOIN article ON article.id = coalesce(claim.article, number.article)
    LEFT JOIN speaker ON speaker.id = claim.speaker
"""
OF_CLAIM = LINES.format(lines="claim LEFT JOIN number ON number.claim = claim.id")
OF_NUMBER = LINES.format(lines="number LEFT JOIN claim ON claim.id = number.claim")

SORTED: dict[type[Record], tuple[str, str]] = {
    Article: ("title_sort", "SELECT row, folded(title), naturally(folded(title)), id FROM article"),
    Speaker: ("name_sort", "SELECT row, folded(name), id FROM speaker"),
}
"""The table by which records are sorted, and the SELECT of its rows; the first column is the row of the record."""

EVERY = {"statement": f"{OF_CLAIM} UNION ALL {OF_NUMBER} WHERE number.claim IS NULL", **dict(SORTED.values())}
"""The SELECT of all rows of each derived table except `filter_text`. `folded` and `naturally` are functions of our
connections.
"""

FEW = 5
"""Records whose words are read one by one; for more, it takes less time to read the texts whole."""

FORGET = """INSERT INTO filter_index (filter_index, rowid, text)
            SELECT 'delete', row, text FROM filter_text WHERE row = ?"""

ANSWERED = {
    kind: f"""SELECT coalesce(choice.label, speaker.name, answer.value) FROM answer
              LEFT JOIN choice ON choice.id = answer.choice LEFT JOIN speaker ON speaker.id = answer.named
              WHERE {"claim IS NULL AND number IS NULL AND " * (kind is Article)}answer.{TABLES[kind]} = ?
              ORDER BY answer.row"""
    for kind in KINDS
}
"""The SELECT of the words of the answers about a record, by its class."""

Rows = dict[type[Record], dict[Id, int]]
"""The rows of some records, by their ids."""


class Touched:
    """The records that an edit touches. Make it before the edit is written, since that may delete their rows."""

    def __init__(self, connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
        self._connection = connection
        changes = tuple(changes)
        self._ids = _touched(changes)
        self._touch_corrected(changes)
        self._touch_answered(changes)
        self._before = self._rows()
        self._keys = AnswerKeys(connection, changes)

    def _touch_corrected(self, changes: Iterable[Change]) -> None:
        """Touch everything recorded in the articles whose text is replaced: its words may be others at one place."""
        for change in changes:
            before, after = change.before, change.after
            if isinstance(before, Article) and isinstance(after, Article) and before.content != after.content:
                for kind in (Claim, Number):
                    found = self._connection.execute(f"SELECT id FROM {TABLES[kind]} WHERE article = ?", (after.id,))
                    self._ids[kind].update((record, None) for (record,) in found)

    def _touch_answered(self, changes: Iterable[Change]) -> None:
        """Touch the records with an answer that shows a choice or speaker under another name after some changes."""
        for change in changes:
            if _is_renamed(change):
                column = "choice" if isinstance(change.row, Choice) else "named"
                for answer in select(self._connection, Answer, f"WHERE {column} = ?", change.row.id):
                    self._ids[_subject_of(answer)][answer.subject] = None

    def _rows(self) -> Rows:
        """Return the rows that these records have now; a record that is not in the file is left out."""
        rows: Rows = {kind: {} for kind in KINDS}
        for kind, ids in self._ids.items():
            for each in ids:
                found = self._connection.execute(f"SELECT row FROM {TABLES[kind]} WHERE id = ?", (each,)).fetchone()
                if found:
                    rows[kind][each] = found[0]
        return rows

    def renew(self) -> None:
        """Derive the rows of these records again, after the rows of the edit have been written."""
        now = self._rows()
        run = self._connection.executemany
        for of in (Claim, Number):  # what another program deleted may have left lines in the rows of new records
            told = {*self._before[of].values(), *now[of].values()}
            run(f"DELETE FROM statement WHERE {TABLES[of]} = ?", [(row,) for row in told])
        run(f"INSERT INTO statement {OF_CLAIM} WHERE claim.id = ?", [(claim,) for claim in now[Claim]])
        run(f"INSERT OR IGNORE INTO statement {OF_NUMBER} WHERE number.id = ?", [(number,) for number in now[Number]])
        for kind, (table, rows) in SORTED.items():
            run(f"DELETE FROM {table} WHERE {TABLES[kind]} = ?", [(row,) for row in self._before[kind].values()])
            run(f"INSERT INTO {table} {rows} WHERE id = ?", [(record,) for record in now[kind]])
        self._keys.renew()
        words = _words_of(self._connection, whole_texts=sum(map(len, self._ids.values())) > FEW)
        for place, kind in enumerate(KINDS):
            for each in self._ids[kind]:
                before, after = self._before[kind].get(each), now[kind].get(each)
                if before is not None and before != after:
                    self._replace_filter_text(4 * before + place, None)
                if after is not None:
                    self._replace_filter_text(4 * after + place, words(kind, each))

    def _replace_filter_text(self, row: int, words: str | None) -> None:
        """Replace the words by which a filter finds a record; without words, it is no longer found."""
        ask = self._connection.execute
        found = ask("SELECT text FROM filter_text WHERE row = ?", (row,)).fetchone()
        if found == (words,):
            return
        if found:
            ask(FORGET, (row,))
            ask("DELETE FROM filter_text WHERE row = ?", (row,))
        if words is not None:
            ask("INSERT INTO filter_text (row, text) VALUES (?, ?)", (row, words))
            ask("INSERT INTO filter_index (rowid, text) VALUES (?, ?)", (row, words))


def _touched(changes: Iterable[Change]) -> dict[type[Record], dict[Id, None]]:
    """Return the ids of the records whose lines or words may differ after some changes, in order, by class."""
    ids: dict[type[Record], dict[Id, None]] = {kind: {} for kind in KINDS}
    for row in (row for change in changes for row in (change.before, change.after)):
        match row:
            case Article() | Speaker() | Claim():
                ids[type(row)][row.id] = None
            case Number(claim=claim):
                ids[Number][row.id] = None
                if claim:
                    ids[Claim][claim] = None
            case Answer():
                ids[_subject_of(row)][row.subject] = None
            case Span(claim=str() as claim):
                ids[Claim][claim] = None
            case Span(number=str() as number):
                ids[Number][number] = None
    return ids


def _is_renamed(change: Change) -> bool:
    """Return whether a choice or a speaker, by which an answer is shown, has another name after a change."""
    match change:
        case Change(before=Choice() as before, after=Choice() as after):
            return before.label != after.label
        case Change(before=Speaker() as before, after=Speaker() as after):
            return before.name != after.name
    return False


def _subject_of(answer: Answer) -> type[Record]:
    """Return the class of the record that an answer is about."""
    return Claim if answer.claim else Number if answer.number else Speaker if answer.speaker else Article


def _words_of(connection: sqlite3.Connection, *, whole_texts: bool = True) -> Callable[[type[Record], Id], str]:
    """Return a function that returns the folded words of a record.

    With `whole_texts` it reads and caches the texts of the last articles; otherwise, for a few records, only their
    words, which takes less time in a long text.
    """

    @lru_cache(maxsize=4)
    def text(sha256: str) -> str:
        return text_of(connection, sha256)

    def cut(sha256: str, start: int, end: int) -> str:
        return text(sha256)[start:end] if whole_texts else part_of_text(connection, sha256, start, end)

    def words(kind: type[Record], record: Id) -> str:
        fields = ", ".join(FILTERED[kind])
        found = connection.execute(f"SELECT {fields} FROM {TABLES[kind]} WHERE id = ?", (record,)).fetchone()
        if found is None:
            raise Malformed(f"the index of {TABLES[kind]} does not know {record}")
        said = GAP.join(cut(*part) for part in _parts(connection, kind, record))
        answered = (answer for (answer,) in connection.execute(ANSWERED[kind], (record,)))
        return folded("\n".join(part for part in (*found, said, *answered) if part))

    return words


def _parts(connection: sqlite3.Connection, kind: type[Record], record: Id) -> list[tuple[str, int, int]]:
    """Return the ranges of a claim's or number's own words, each with the hash of its text."""
    if kind not in (Claim, Number):
        return []
    its = f"(SELECT content FROM article WHERE id = (SELECT article FROM {TABLES[kind]} WHERE id = ?1))"
    query = f"""SELECT {its}, start, "end" FROM {OF_RECORD[kind].replace("?", "?1")}
                AND role IN ('content', 'number') ORDER BY position, start"""
    return connection.execute(query, (record,)).fetchall()


def fits(connection: sqlite3.Connection) -> bool:
    """Return whether the derived tables contain exactly the rows that follow from the records, and from what edits are
    about (`edit_subjects`).
    """
    ask = connection.execute
    if not (coverage.fits(connection) and active_time.fits(connection)):
        return False
    for table, every in EVERY.items():
        (as_many,) = ask(f"SELECT (SELECT count(*) FROM ({every})) = (SELECT count(*) FROM {table})").fetchone()
        if not as_many or ask(f"SELECT * FROM ({every}) EXCEPT SELECT * FROM {table} LIMIT 1").fetchone():
            return False
    return _keys_fit(connection) and _words_fit(connection)


def _keys_fit(connection: sqlite3.Connection) -> bool:
    ask, columns = connection.execute, "variable, record, article, key"
    ask(f"CREATE TEMP TABLE every_key ({columns})")
    try:
        with one_moment(connection):
            connection.executemany("INSERT INTO every_key VALUES (?, ?, ?, ?)", every_key(connection))
        (as_many,) = ask("SELECT (SELECT count(*) FROM every_key) = (SELECT count(*) FROM answer_sort)").fetchone()
        lacking = f"SELECT {columns} FROM every_key EXCEPT SELECT {columns} FROM answer_sort LIMIT 1"
        return bool(as_many) and ask(lacking).fetchone() is None
    finally:
        ask("DROP TABLE temp.every_key")


def _words_fit(connection: sqlite3.Connection) -> bool:
    """Return whether the words of each record are kept and no others, one record after the other."""
    ask, words, count = connection.execute, _words_of(connection), 0
    for place, kind in enumerate(KINDS):
        for row, record in ask(f"SELECT row, id FROM {TABLES[kind]} ORDER BY id"):
            kept = ask("SELECT text FROM filter_text WHERE row = ?", (4 * row + place,)).fetchone()
            if kept is None or kept[0] != words(kind, record):
                return False
            count += 1
    (kept_words,) = ask("SELECT count(*) FROM filter_text").fetchone()
    return bool(kept_words == count)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the derived tables of a whole file again."""
    edit_subjects.rebuild(connection)
    active_time.rebuild(connection)
    for table, every in EVERY.items():
        connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} {every} ORDER BY 1, 2, 3")
    connection.execute("DELETE FROM answer_sort")
    connection.executemany(
        "INSERT INTO answer_sort (variable, record, article, key) VALUES (?, ?, ?, ?)", every_key(connection)
    )
    connection.execute("DELETE FROM filter_text")
    words = _words_of(connection)
    for place, kind in enumerate(KINDS):
        order = "article, id" if kind in (Claim, Number) else "id"
        rows = connection.execute(f"SELECT row, id FROM {TABLES[kind]} ORDER BY {order}").fetchall()
        found = ((4 * row + place, words(kind, record)) for row, record in rows)
        connection.executemany("INSERT INTO filter_text (row, text) VALUES (?, ?)", found)
    connection.execute("INSERT INTO filter_index (filter_index) VALUES ('rebuild')")
