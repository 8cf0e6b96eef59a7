"""Keep the derived tables up to date: what lists are sorted by, and the words by which filters find records.

They are updated in the transaction of each edit. Lists of the whole project are sorted and filtered by them alone.
"""

import json
import sqlite3
from collections.abc import Iterable

from models.attributes.built_in import attributes_of
from models.attributes.kinds import Flag, Text
from models.attributes.names import WhoSays
from models.edits import Change, Edit
from models.entities import Answer, Article, Choice, Claim, Number, Record, Span, Speaker, Variable
from models.ids import Id
from models.store import active_time, coverage, edit_subjects, filter_words
from models.store.answer_keys import AnswerKeys, every_key
from models.store.filter_words import KINDS, SOME, keep_words, words_of
from models.store.one_moment import one_moment
from models.store.rows import TABLES, rows_of, select
from models.store.text_at_hand import TextAtHand

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
    Article: (
        "title_sort",
        "SELECT row, folded(title), naturally(folded(title)), id, outlet, status, published FROM article",
    ),
    Speaker: ("name_sort", "SELECT row, folded(name), id FROM speaker"),
}
"""The table by which records are sorted, and the SELECT of its rows; the first column is the row of the record."""

EVERY = {"statement": f"{OF_CLAIM} UNION ALL {OF_NUMBER} WHERE number.claim IS NULL", **dict(SORTED.values())}
"""The SELECT of all rows of each derived table except `filter_text`. `folded` and `naturally` are functions of our
connections.
"""

Rows = dict[type[Record], dict[Id, int]]
"""The rows of some records, by their ids."""


class Touched:
    """The records that an edit touches. Make it before the edit is written, since that may delete their rows.

    Their words are read from the `text`.
    """

    def __init__(self, connection: sqlite3.Connection, edit: Edit, text: TextAtHand) -> None:
        self._connection, self._text = connection, text
        self._ids = _touched(edit.changes)
        self._touch_corrected(edit.corrected)
        self._touch_answered(edit.changes_of(Choice, Speaker))
        self._before = self._rows()
        self._keys = AnswerKeys(connection, edit.changes_of(Variable, Choice, Speaker, Answer))

    def _touch_corrected(self, articles: Iterable[Id]) -> None:
        """Touch everything recorded in the articles whose text is replaced: its words may be others at one place."""
        for article in articles:
            for kind in (Claim, Number):
                found = self._connection.execute(f"SELECT id FROM {TABLES[kind]} WHERE article = ?", (article,))
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
            found = rows_of(self._connection, kind, ids) if ids else {}
            rows[kind] = {each: found[each] for each in ids if each in found}
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
            if now[kind]:
                self._connection.execute(f"INSERT INTO {table} {rows} WHERE id IN {SOME}", (json.dumps([*now[kind]]),))
        self._keys.renew()
        self._keep_words(now)

    def _keep_words(self, now: Rows) -> None:
        """Keep the words of these records where they are now, and forget them where they were."""
        for place, kind in enumerate(KINDS):
            rows = now[kind]
            if moved := [row for record, row in self._before[kind].items() if rows.get(record) != row]:
                keep_words(self._connection, {4 * row + place: None for row in moved})
            for words in words_of(self._connection, kind, rows.items(), self._text):
                keep_words(self._connection, words)


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
    return _keys_fit(connection) and filter_words.fit(connection)


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
    filter_words.rebuild(connection)
