"""Write the rows that could be read into the new file, and the texts and files whose hashes prove them."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.damaged.cells import Row, Undecoded, Value
from models.entities import Content
from models.store.body_writing import Kept
from models.store.rows import BY_TABLE
from models.store.salvage.losses import TextFate
from models.store.salvage.shapes import Shape
from models.store.salvage.texts import whole
from models.text.reading_json import read_json

ARTICLES_WITH = "SELECT content FROM article UNION SELECT original FROM article WHERE original IS NOT NULL"


@dataclass(slots=True)
class Brought:
    """The rows that are brought into the new file."""

    connection: sqlite3.Connection
    altered: dict[str, str] = field(default_factory=dict)
    """The hashes of texts that are not the ones that were imported, each with the hash of what is left of the text."""
    fates: dict[str, TextFate] = field(default_factory=dict)
    """What became of texts that are not as they were in the file, by their hashes."""
    inexact: list[tuple[Shape, Row]] = field(default_factory=list)
    """Rows of records in which a text is no UTF-8."""
    _doubtful: list[tuple[str, str, bytes]] = field(default_factory=list)

    def take(self, shape: Shape, row: Row) -> None:
        """Write one row of a table, unless it does not fit there."""
        match shape.table, row.values:
            case "content", (_, str() as hash_, str() | Undecoded() as text):
                data = text.data if isinstance(text, Undecoded) else text.encode()
                self._take_proven("content", hash_, data)
            case "original", (str() as hash_, bytes() as data):
                self._take_proven("original", hash_, data)
            case "edit", _ if not any(isinstance(value, Undecoded) for value in row.values):
                self._write("found_edit", _with_key(shape, row))
            case table, _ if any(isinstance(value, Undecoded) for value in row.values):
                if table in BY_TABLE:
                    self.inexact.append((shape, row))
            case _:
                self.write(shape, row)

    def write(self, shape: Shape, row: Row) -> bool:
        """Write a row as it is; return False if its table does not take it."""
        columns = ", ".join(f'"{column.name}"' for column in shape.columns[: len(row.values)])
        return self._write(f"{shape.table} ({columns})", _with_key(shape, row))

    def _write(self, into: str, values: list[Value]) -> bool:
        places = ", ".join("?" * len(values))
        try:
            self.connection.execute(f"INSERT INTO {into} VALUES ({places})", values)
        except (sqlite3.IntegrityError, sqlite3.OperationalError, sqlite3.ProgrammingError, OverflowError):
            return False
        return True

    def _take_proven(self, table: str, hash_: str, data: bytes) -> None:
        if proven := whole(data, hash_, (), thorough=False):
            self._keep(table, *proven)
        else:
            self._doubtful.append((table, hash_, data))

    def _keep(self, table: str, data: bytes, hash_: str) -> None:
        if table == "content":
            self._write("content (sha256, text)", [hash_, data.decode()])
        else:
            self._write("original (sha256, data)", [hash_, data])

    def settle_texts(self) -> None:
        """Mend the texts and files that do not have their hashes. Of the others, what is left of a text is kept under a
        hash of its own, and a file is left out.
        """
        known = {*self._known()}
        for table, hash_, data in self._doubtful:
            if proven := whole(data, hash_, known):
                self._keep(table, *proven)
                if proven[0] != data:
                    self.fates[proven[1]] = TextFate.MENDED
            elif table == "content" and (text := data.decode(errors="replace")):
                left = Content.of(text)
                self._write("content (sha256, text)", [left.sha256, left.text])
                self.altered[hash_] = left.sha256
                self.fates[left.sha256] = TextFate.ALTERED
        self._doubtful.clear()
        change = "UPDATE article SET content = ? WHERE content = ?"
        self.connection.executemany(change, [(now, before) for before, now in self.altered.items()])

    def _known(self) -> Iterator[str]:
        """Yield the hashes that articles and the history name."""
        yield from (hash_ for (hash_,) in self.connection.execute(ARTICLES_WITH))
        for (body,) in self.connection.execute("SELECT body FROM found_edit"):
            try:
                found = read_json(body)
                yield from (each for name in ("contents", "originals") for each in found.get(name, ()))
            except (ValueError, AttributeError, TypeError):
                continue

    def unnamed(self) -> set[str]:
        """Return the hashes of the texts that neither an article nor the history names."""
        known = {*self._known()}
        known |= {now for before, now in self.altered.items() if before in known}
        return {hash_ for (hash_,) in self.connection.execute("SELECT sha256 FROM content")} - known

    def kept(self) -> Kept:
        """Return the hashes of the texts and files that are there."""
        ask = self.connection.execute
        return {
            "contents": {hash_ for (hash_,) in ask("SELECT sha256 FROM content")},
            "originals": {hash_ for (hash_,) in ask("SELECT sha256 FROM original")},
        }


def _with_key(shape: Shape, row: Row) -> list[Value]:
    """Return the values of a row, with its number in the place of the column that stands for it."""
    values = list(row.values)
    if shape.key is not None:
        values[shape.key] = row.rowid
    return values
