"""What targets write: one state of a project, as tables with their lines, or as the records themselves."""

from collections.abc import Iterator

from models.codebook.codebook import Codebook
from models.exports.answers import AnswerCells
from models.exports.lines import SomeLines, all_lines
from models.exports.listed_lines import only_listed, places
from models.exports.options import Options
from models.exports.report import Missing
from models.exports.table import Tables
from models.exports.tables import tables
from models.records import ArticleRecords
from models.registry import Registry
from models.store.snapshot import Snapshot


class Source:
    """A project at one moment, as it is exported. Everything can be read more than once, and always gives the same.

    `counts` has the number of rows that each table must have, by its name, as SQLite counts them. `missing` says what
    articles lack, when their lines have been read.
    """

    def __init__(self, snapshot: Snapshot, options: Options) -> None:
        self._snapshot, self.options = snapshot, options
        self.codebook: Codebook = snapshot.codebook()
        self.registry: Registry = snapshot.registry()
        self.missing = Missing()
        self._answers = AnswerCells(self.codebook, options.codes)
        every, wanted = tables(self._answers.columns), options.tables
        self.tables: Tables = tuple(table for table in every if not wanted or table.name in wanted)
        self._listed = {table: places(snapshot, table, order) for table, order in options.orders.items()}
        listed = {table.name.lower(): len(found) for table, found in self._listed.items()}
        self.counts: dict[str, int] = {**snapshot.counts()._asdict(), **listed}

    def lines(self) -> Iterator[SomeLines]:
        """Yield the lines of the tables, some of each at a time. Raises NotAProject when a text is missing."""
        cells, self.missing = self._snapshot.exported_cells(), Missing()
        lines = all_lines(cells, self.missing, self._answers.reader(cells.answers))
        return only_listed(lines, self.options.orders, self._listed) if self._listed else lines

    def articles(self) -> Iterator[ArticleRecords]:
        """Yield every article with its text and everything recorded in it, in the order of import.

        Raises NotAProject when a text is missing.
        """
        return self._snapshot.articles()
