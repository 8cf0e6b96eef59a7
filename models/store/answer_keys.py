"""Keep what lists are sorted by under each variable: the derived table `answer_sort`."""

import sqlite3
from collections.abc import Iterable, Iterator
from operator import attrgetter

from models.codebook.kinds import KINDS
from models.codebook.kinds.answer_kind import AnswerKind, Unfit
from models.codebook.variables import kind_of
from models.edits import Change
from models.entities import SUBJECTS, Answer, Choice, Speaker, Subject, Variable
from models.ids import Id
from models.known import Known
from models.registry import Registry
from models.store.reading import codebook
from models.store.rows import TABLES, record_of, select, select_in

Row = tuple[int, int, int, object]
"""A row of `answer_sort`."""

NO_ARTICLE = 0
"""In place of the article's row, for answers about speakers and articles."""


class AnswerKeys:
    """The keys that an edit touches. Make it before the edit is written, since that may delete the records."""

    def __init__(self, connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
        self._connection = connection
        self._whole: dict[Id, Subject] = {}
        self._single: dict[tuple[Id, Id], None] = {}
        for change in changes:
            for row in (change.before, change.after):
                self._touch(row)
        self._rows = dict(self._find_rows())

    def _touch(self, row: object) -> None:
        match row:
            case Variable():
                self._whole[row.id] = row.subject
            case Choice():
                if variable := record_of(self._connection, Variable, row.variable):
                    self._whole[variable.id] = variable.subject
            case Answer():
                self._single[row.variable, row.subject] = None
            case Speaker():
                for answer in select(self._connection, Answer, "WHERE named = ?", row.id):
                    self._single[answer.variable, answer.subject] = None

    def _find_rows(self) -> Iterator[tuple[tuple[Id, Id], tuple[int, int]]]:
        """Yield the rows that variables and records have now, by the ids of both."""
        for variable, record in self._single:
            found = self._connection.execute("SELECT row, subject FROM variable WHERE id = ?", (variable,)).fetchone()
            if found and (row := _row_of(self._connection, Subject(found[1]), record)):
                yield (variable, record), (found[0], row[0])

    def renew(self) -> None:
        """Derive the keys again, after the rows of the edit have been written."""
        if not (self._whole or self._single):
            return
        run = self._connection.executemany
        run("DELETE FROM answer_sort WHERE variable = ? AND record = ?", self._rows.values())
        for variable in self._whole:
            self._connection.execute(
                "DELETE FROM answer_sort WHERE variable NOT IN (SELECT row FROM variable WHERE id <> ?)", (variable,)
            )
        single: dict[Id, list[Id]] = {}
        for variable, record in self._single:
            single.setdefault(variable, []).append(record)
        found = [row for variable in self._whole for row in keys_of(self._connection, variable)]
        found += [
            row
            for variable, records in single.items()
            if variable not in self._whole
            for row in keys_of(self._connection, variable, records)
        ]
        run("INSERT OR REPLACE INTO answer_sort (variable, record, article, key) VALUES (?, ?, ?, ?)", found)


def every_key(connection: sqlite3.Connection) -> Iterator[Row]:
    """Yield the keys of a whole file."""
    for (variable,) in connection.execute("SELECT id FROM variable").fetchall():
        yield from keys_of(connection, variable)


def keys_of(connection: sqlite3.Connection, variable: Id, records: Iterable[Id] | None = None) -> Iterator[Row]:
    """Yield the rows of `answer_sort` for some records, or for all records that have an answer under a variable."""
    found = connection.execute("SELECT row FROM variable WHERE id = ?", (variable,)).fetchone()
    book = codebook(connection, variable)
    asked = book.variables.get(variable)
    if found is None or asked is None or asked.kind not in KINDS:
        return
    answers: dict[Id, list[Answer]] = {}
    for answer in _answers(connection, asked, records):
        answers.setdefault(answer.subject, []).append(answer)
    kind = kind_of(asked, book)
    known = _known(connection, (answer for several in answers.values() for answer in several))
    for record, several in answers.items():
        key = _key(kind, several, known)
        if key is not None and (row := _row_of(connection, asked.subject, record)):
            yield found[0], *row, key


def _answers(connection: sqlite3.Connection, variable: Variable, records: Iterable[Id] | None) -> list[Answer]:
    if records is None:
        return select(connection, Answer, "WHERE variable = ? ORDER BY row", variable.id)
    found = select_in(connection, Answer, TABLES[SUBJECTS[variable.subject]], records)
    about = (each for each in found if each.variable == variable.id and each.subject in set(records))
    return sorted(about, key=attrgetter("id"))


def _known(connection: sqlite3.Connection, answers: Iterable[Answer]) -> Known:
    named = {answer.named for answer in answers if answer.named}
    return Known(Registry(select_in(connection, Speaker, "id", named) if named else ()), lambda _record: ())


def _key(kind: AnswerKind, answers: list[Answer], known: Known) -> str | float | None:
    value = kind.value(answers, known)
    return None if value is None or isinstance(value, Unfit) else kind.sort_key(value)


def _row_of(connection: sqlite3.Connection, subject: Subject, record: Id) -> tuple[int, int] | None:
    """Return the row of a record, and that of the article it is in; None if it is not in the file."""
    article = "(SELECT row FROM article WHERE article.id = each.article)"
    inside = subject in (Subject.CLAIM, Subject.NUMBER)
    query = f"SELECT row, {article if inside else NO_ARTICLE} FROM {subject} AS each WHERE id = ?"
    found: tuple[int, int] | None = connection.execute(query, (record,)).fetchone()
    return found
