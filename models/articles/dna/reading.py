"""Read a database of the Discourse Network Analyzer. It is opened for reading, and nothing in it is trusted or run."""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import quote

from models.articles.dna.contents import DnaDatabase, DnaDocument, DnaEntity, DnaStatement, DnaValue, DnaVariable
from models.articles.dna.dates import dates_of
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.errors import Interrupted
from models.translation import _

MAGIC = b"SQLite format 3\x00"
TABLES = {"documents", "statements", "statementtypes", "variables"}
"""Tables that every version has; SQLite does not distinguish the case of their names."""

STEPS = 100_000
"""Steps of SQLite's machine after which it is asked whether the file is still wanted."""

BROKEN = (sqlite3.Error, UnicodeDecodeError, OverflowError)
"""What a damaged file raises: errors of SQLite, also if Python cannot read their words, and numbers too large."""

VALUES = ("DATABOOLEAN", "DATAINTEGER", "DATALONGTEXT")


def is_dna(file: InputFile) -> bool:
    """Return whether a file is a database with the tables of the Discourse Network Analyzer."""
    if not file.head.startswith(MAGIC):
        return False
    try:
        with _connected(file) as connection:
            return _tables(connection) >= TABLES
    except BROKEN:
        return False


def read_database(file: InputFile) -> DnaDatabase:
    """Read everything. Raises UnreadableArticle if the database is damaged, Interrupted if it is no longer wanted."""
    try:
        with _connected(file) as connection:
            return _Reading(connection).database()
    except BROKEN as error:
        if not file.go_on():
            raise Interrupted from error
        what = _("“{name}” is a database of the Discourse Network Analyzer, and is damaged.")
        raise refuse(file.path, what, _("Open it in that program, or use an older copy.")) from error


@contextmanager
def _connected(file: InputFile) -> Iterator[sqlite3.Connection]:
    uri = f"file:{quote(os.fsencode(file.path.resolve()))}?mode=ro"
    with closing(sqlite3.connect(":memory:" if file.content else uri, uri=not file.content)) as connection:
        if file.content:
            connection.deserialize(file.content)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        connection.set_progress_handler(lambda: not file.go_on(), STEPS)
        yield connection


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {str(name).lower() for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


class _Reading:
    """Reads the tables of one database, whose columns differ from version to version."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._there = _tables(connection)
        self._is_version_3 = "entities" in self._there
        self._coders = {number: _text(name) for number, name in self._rows("CODERS", "ID", "Name")}
        self._links = dict(self._rows("ROLEVARIABLELINKS", "ID", "VariableId"))
        """The variable of each role: in DNA 3.1 a value belongs to a role."""

    def _rows(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """Return some columns of a table, in the order of the first; None for a column that it does not have."""
        if table.lower() not in self._there:
            return []
        names = self._columns(table)
        chosen = ", ".join(f'"{each}"' if each.lower() in names else "NULL" for each in columns)
        return self._connection.execute(f'SELECT {chosen} FROM "{table}" ORDER BY 1').fetchall()

    def _columns(self, table: str) -> set[str]:
        return {str(row[1]).lower() for row in self._connection.execute(f'PRAGMA table_info("{table}")')}

    def database(self) -> DnaDatabase:
        variables = [
            DnaVariable(number, _text(name), _text(kind) or "short text")
            for number, name, kind in self._rows("VARIABLES", "ID", "Variable", "DataType")
        ]
        entities = list(self._entities())
        statements, links = tuple(self._statements(entities)), len(self._rows("STATEMENTLINKS", "ID"))
        return DnaDatabase(tuple(self._documents()), tuple(variables), tuple(entities), statements, links)

    def _documents(self) -> Iterator[DnaDocument]:
        columns = ("ID", "Title", "Text", "Author", "Source", "Section", "Type", "Notes", "Coder", "Date")
        rows = self._rows("DOCUMENTS", *columns)
        dates = dates_of([row[-1] for row in rows], are_seconds=self._is_version_3)
        for (number, title, text, *others, notes, coder, _date), (published, words) in zip(rows, dates, strict=True):
            author, source, section, kind = map(_line, others)
            yield DnaDocument(
                *(number, _line(title), _text(text), author, source, section, kind, _text(notes).strip()),
                *(self._coders.get(coder) or None, published, words),
            )

    def _entities(self) -> Iterator[DnaEntity]:
        table = "ENTITIES" if self._is_version_3 else "ATTRIBUTES"
        about = self._about()
        columns = ("ID", "VariableId", "Value", "ChildOf", "Type", "Alias", "Notes")
        for number, variable, value, parent, *noted in self._rows(table, *columns):
            own = zip(columns[-3:], map(_text, noted), strict=True)
            attributes = tuple((name, said) for name, said in (*own, *about[number]) if said.strip())
            yield DnaEntity(number, variable, _line(value), parent, attributes)

    def _about(self) -> dict[int, list[tuple[str, str]]]:
        """Return what is noted about each entity."""
        names = self._rows("ATTRIBUTEVARIABLES", "ID", "AttributeVariable" if self._is_version_3 else "MetaVariable")
        named, about = {number: _line(name) for number, name in names}, defaultdict[int, list[tuple[str, str]]](list)
        rows = (
            self._rows("ATTRIBUTEVALUES", "ID", "EntityId", "AttributeVariableId", "AttributeValue")
            if self._is_version_3
            else self._rows("ATTRIBUTEMETADATA", "ID", "AttributeId", "MetaVariableId", "Value")
        )
        for _number, entity, name, value in rows:
            about[entity].append((named.get(name, ""), _text(value).strip()))
        return about

    def _statements(self, entities: Iterable[DnaEntity]) -> Iterator[DnaStatement]:
        kinds = dict(self._rows("STATEMENTTYPES", "ID", "Label"))
        values = defaultdict[int, list[DnaValue]](list)
        for statement, value in self._values(entities):
            values[statement].append(value)
        rows = self._rows("STATEMENTS", "ID", "DocumentId", "StatementTypeId", "Coder", "Start", "Stop")
        for number, document, kind, coder, start, stop in rows:
            who = self._coders.get(coder) or None
            yield DnaStatement(number, document, _line(kinds.get(kind)), who, start, stop, tuple(values[number]))

    def _values(self, entities: Iterable[DnaEntity]) -> Iterator[tuple[int, DnaValue]]:
        """Yield what each statement is coded with, with the id of the statement."""
        ids = {(entity.variable, entity.value): entity.id for entity in entities}
        known = {entity.id for entity in entities}
        for table in ("DATASHORTTEXT", *VALUES):
            column = "Entity" if table == "DATASHORTTEXT" and self._is_version_3 else "Value"
            rows = self._rows(table, "ID", "StatementId", "VariableId", "RoleVariableLinkId", column)
            for _number, statement, own, link, value in rows:
                variable = self._links.get(link, own)
                said = value if isinstance(value, int) else _text(value).strip()
                if table == "DATASHORTTEXT" and value not in known:  # early versions kept the text itself
                    said = ids.get((variable, _line(value)), _line(value))
                if said != "":
                    yield statement, DnaValue(variable, said)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _line(value: object) -> str:
    return " ".join(_text(value).split())
