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
from models.store.rows import TABLES, select, select_in

Row = tuple[int, int, int, object]
"""A row of `answer_sort`."""

NO_ARTICLE = 0
"""In place of the article's row, for answers about speakers and articles."""


class AnswerKeys:
    """The keys that an edit touches. Make it before the edit is written, since that may delete the records."""

    def __init__(self, connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
        self._connection = connection
        self._variables: set[Id] = set()
        self._choices: dict[Id, set[Id]] = {}
        self._answers: dict[Id, set[Id]] = {}
        for change in changes:
            self._touch(change)
        self._gone = [*self._rows()]

    def _touch(self, change: Change) -> None:
        """Note the variables of another kind, the choices in another place, and the records with other answers."""
        match change:
            case Change(before=Variable() as before, after=after):
                if not (isinstance(after, Variable) and after.kind == before.kind):
                    self._variables.add(before.id)
            case Change(before=Choice() as before, after=Choice() as after):
                if (before.parent, before.position) != (after.parent, after.position):
                    self._choices.setdefault(after.variable, set()).add(after.id)
            case Change(before=Speaker() as before):
                for answer in select(self._connection, Answer, "WHERE named = ?", before.id):
                    self._answers.setdefault(answer.variable, set()).add(answer.subject)
            case Change(before=before, after=after):
                for row in (before, after):
                    if isinstance(row, Answer):
                        self._answers.setdefault(row.variable, set()).add(row.subject)

    def _rows(self) -> Iterator[tuple[int, int]]:
        """Yield the rows that these variables have now, each with that of a record with another answer."""
        for variable, records in self._answers.items():
            found = self._connection.execute("SELECT row, subject FROM variable WHERE id = ?", (variable,)).fetchone()
            for record in records if found else ():
                if row := _row_of(self._connection, Subject(found[1]), record):
                    yield found[0], row[0]

    def renew(self) -> None:
        """Derive the keys again, after the rows of the edit have been written."""
        run = self._connection.executemany
        run("DELETE FROM answer_sort WHERE variable = ? AND record = ?", self._gone)
        if self._variables:
            self._connection.execute("DELETE FROM answer_sort WHERE variable NOT IN (SELECT row FROM variable)")
        for variable, records in self._moved():
            self._answers.setdefault(variable, set()).update(records)
        for variable in self._variables:
            self._connection.execute(
                "DELETE FROM answer_sort WHERE variable = (SELECT row FROM variable WHERE id = ?)", (variable,)
            )
        found = [row for variable in self._variables for row in keys_of(self._connection, variable)]
        for variable, records in self._answers.items():
            if variable not in self._variables:
                found += keys_of(self._connection, variable, records)
        run("INSERT OR REPLACE INTO answer_sort (variable, record, article, key) VALUES (?, ?, ?, ?)", found)

    def _moved(self) -> Iterator[tuple[Id, set[Id]]]:
        """Yield the variables whose choices are in another place now, with the records answered by these."""
        for variable, moved in self._choices.items():
            book = codebook(self._connection, variable)
            below = {
                each.id for each in book.choices_of(variable) if not moved.isdisjoint(up.id for up in book.path(each))
            }
            yield variable, {answer.subject for answer in select_in(self._connection, Answer, "choice", below)}


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
    return sorted((each for each in found if each.variable == variable.id), key=attrgetter("id"))


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
