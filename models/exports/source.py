"""What targets write: one state of a project, as tables with their lines, or as the records themselves."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from models.codebook.codebook import Codebook
from models.entities import Article, Claim, Number, Origin, Record, Speaker
from models.exports.answers import AnswerCells
from models.exports.contexts import context_in
from models.exports.lines import Lines, SomeLines
from models.exports.listed_lines import Places, only_listed, places
from models.exports.options import Options
from models.exports.record_lines import Also, article_lines, speaker_lines, without_context
from models.exports.related_lines import RelatedLines
from models.exports.report import Missing
from models.exports.table import Tables
from models.exports.tables import tables
from models.lines.remark import Remark
from models.properties import Properties
from models.records import ArticleRecords
from models.registry import Registry
from models.sampling.samples import Samples
from models.store.exported_history import CoderCells
from models.store.snapshot import Snapshot

ALWAYS_COUNTED = (
    "statements",
    "claims",
    "numbers",
    "speakers",
    "articles",
    "aliases",
    "spans",
    "records",
    "answers",
    "events",
    "remarks",
)
"""The tables whose rows are counted even if they are not wanted, for forms that contain the records themselves."""

SAID_BY = {(Claim, name) for name in ("cue_words", "cue_parts", "source_words", "source_parts")}
"""The cells that need the spans of cues and sources, which are nearly half of all spans."""

PARTLY = ("events", "records", "remarks")
"""What is not counted if a view chooses some lines, as it cannot be known without reading them."""

LISTS_OF: Mapping[type[Record], tuple[Lines, ...]] = {
    Claim: (Lines.STATEMENTS,),
    Number: (Lines.STATEMENTS, Lines.NUMBERS),
    Speaker: (Lines.SPEAKERS,),
    Article: (Lines.ARTICLES,),
}
"""The lists that can leave out a record of each kind."""

T = TypeVar("T")

GoOn = Callable[[int, int], None]
"""Is told how many articles have been read, of how many; raises Interrupted if the export is to stop."""


def no_progress(_done: int, _of: int) -> None:
    """Go on."""


class Source:
    """A project at one moment, as it is exported. Everything can be read more than once, and always gives the same.

    `name` is that of the project's file. `counts` has the number of rows that each table must have, by its name, as
    SQLite counts them. `missing` says what articles lack, when their lines or the articles themselves have been read.
    `whole` has the number of rows that some tables would have if the conditions in the options left nothing out; it is
    empty if there are none.
    """

    def __init__(self, snapshot: Snapshot, options: Options, go_on: GoOn = no_progress) -> None:
        self._snapshot, self.options, self._go_on = snapshot, options, go_on
        self.codebook: Codebook = snapshot.codebook()
        self.registry: Registry = snapshot.registry()
        self.samples: Samples = snapshot.samples()
        self.properties: Properties = snapshot.properties()
        self.name = snapshot.name
        self.missing = Missing()
        self.whole = snapshot.whole
        self._answers = AnswerCells(self.codebook, options.codes, options.indicators)
        every, wanted = tables(self._answers.columns, options.context), options.tables
        self.tables: Tables = tuple(table for table in every if not wanted or table.name in wanted)
        self._listed = {table: places(snapshot, table, order) for table, order in options.orders.items()}
        listed = {table.name.lower(): len(found) for table, found in self._listed.items()}
        counted = {*ALWAYS_COUNTED, *(table.name for table in self.tables)}
        self.counts: dict[str, int] = {**{name: snapshot.count(name) for name in counted}, **listed}
        for name in PARTLY if self._listed else ():
            self.counts.pop(name)  # of only some claims there are only some answers

    def lines(self) -> Iterator[SomeLines]:
        """Yield the lines of the tables, some of each at a time. Raises NotAProject when a text is missing."""
        lines = self._lines()
        return self._followed(only_listed(lines, self.options.orders, self._listed) if self._listed else lines)

    def _lines(self) -> Iterator[SomeLines]:
        said_by = any(column.field in SAID_BY for table in self.tables for column in table.columns)
        cells, self.missing = self._snapshot.exported_cells(said_by=said_by), Missing()
        related = RelatedLines(self._snapshot, self.codebook, self.registry)
        also = Also(self._answers.reader(cells.answers), context_in if self.options.context else without_context)
        yield {**speaker_lines(cells.counted_speakers(), also), **related.of_project()}
        for article in cells.articles():
            self.missing.count(article)
            yield {**article_lines(article, cells.speakers, also), **related.of_article(article, cells)}

    def listed(self, table: Lines) -> Places | None:
        """Return the lines of a table that were asked for, each with its place; None if it is whole."""
        return self._listed.get(table)

    def remarks(self) -> list[Remark]:
        """Return every record that has a note or is to be discussed, article by article, and then the speakers.

        Those of records that a list leaves out are left out too.
        """
        ids = {table: {record for line in found for record in line} for table, found in self._listed.items()}

        def is_listed(remark: Remark) -> bool:
            lists = (ids[table] for table in LISTS_OF[type(remark.about)] if table in ids)
            return all(remark.about.id in each for each in lists)

        return [*filter(is_listed, self._snapshot.remarks())]

    def origins(self, kind: type[Claim | Number]) -> Mapping[tuple[Origin, str | None], int]:
        """Return how many of the claims or numbers there are with each origin and rule."""
        return self._snapshot.origins(kind)

    def coders(self) -> list[CoderCells]:
        """Return everybody who made a record or an edit, by their initials."""
        return list(self._snapshot.coders())

    def articles(self) -> Iterator[ArticleRecords]:
        """Yield every article with its text and everything recorded in it, in the order of import.

        Raises NotAProject when a text is missing.
        """
        self.missing = Missing()
        for article in self._followed(self._snapshot.articles()):
            self.missing.count_records(article)
            yield article

    def _followed(self, read: Iterable[T]) -> Iterator[T]:
        """Yield what is read for one article after the other, and say how far it is."""
        articles = self.counts["articles"]
        for done, each in enumerate(read):
            self._go_on(min(done, articles), articles)
            yield each
