"""Describe tables that were written: by the descriptions of their columns, the codebook, and a look at each file."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from models.attributes.cell_kinds import CellKind
from models.codebook.codebook import Codebook
from models.codebook.files.drafts import drafts_of
from models.entities import Article, Claim, Number, Sample, Signed, Speaker
from models.exports.columns import Column
from models.exports.description.assistance import assisted
from models.exports.description.contents import Contents, DescribedColumn, DescribedSample, DescribedTable
from models.exports.description.survey import DATED, MEASURED, Found, survey
from models.exports.left_out import left_out
from models.exports.lines import Lines
from models.exports.source import Source
from models.exports.table import Table
from models.exports.target import Written
from models.exports.values import Value, values_of
from models.quantities.writing import plain
from models.sampling.definition import read_definition
from models.sampling.reporting import report
from models.translation import _

ALWAYS_THERE: dict[Lines, tuple[type[object], ...]] = {
    Lines.STATEMENTS: (Article, Signed),
    Lines.CLAIMS: (Article, Claim),
    Lines.NUMBERS: (Article, Number),
    Lines.SPEAKERS: (Speaker,),
    Lines.ARTICLES: (Article,),
}
"""The classes of records that every line of a table of records has; a line of another table is its own record."""

BLOCK = 1 << 20
"""Bytes of a file that are read at a time."""


def contents_of(source: Source, written: Written) -> Contents:
    """Return what the folder with some written tables contains. Raises OSError if they cannot be read."""
    files = {file.table: file.path for file in written.files}
    coders = source.coders()
    return Contents(
        title=source.name,
        program=version("onrecord"),
        coders=tuple(each.coder for each in coders),
        edits=sum(each.edits for each in coders),
        changed_at=max((each.last_at for each in coders if each.last_at), default=None),
        options=source.options,
        tables=tuple(_table(table, files[table.name], source) for table in source.tables),
        variables=tuple(drafts_of(source.codebook)),
        filters=tuple(_filters(source)),
        remarks=(*source.missing.sentences(), *written.remarks),
        samples=tuple(map(_sample, source.samples.in_order())),
        assisted=assisted(source),
    )


def _sample(sample: Sample) -> DescribedSample:
    definition = read_definition(sample)
    unread = _("It was drawn by a later version of Onrecord, with the seed {seed}, from {count:,} articles.")
    said = report(definition) if definition else unread.format(seed=sample.seed, count=sample.population)
    return DescribedSample(sample, said, definition)


def _filters(source: Source) -> Iterator[str]:
    """Yield a sentence on what conditions leave out, and one for each table that has only the lines of a view."""
    yield from left_out(source)
    for table in source.tables:
        if table.lines in source.options.orders:
            yield _("{file} has only the lines of a view, in its order.").format(file=f"{table.name}.csv")


def _table(table: Table, path: Path, source: Source) -> DescribedTable:
    values = [values_of(column, source.codebook, source.options) for column in table.columns]
    found = survey(path, table.columns, [[each.written for each in some] for some in values], source.options)
    columns = zip(table.columns, values, found, strict=True)
    return DescribedTable(
        table,
        path.name,
        source.counts[table.name],
        path.stat().st_size,
        _sha256(path),
        tuple(_column(column, table, some, each, source.codebook) for column, some, each in columns),
    )


def _column(column: Column, table: Table, values: Sequence[Value], found: Found, codebook: Codebook) -> DescribedColumn:
    variable = codebook.variables.get(column.variable or "")
    least, most = _ends(column.kind, found)
    return DescribedColumn(
        column,
        variable.label if variable and variable.name == column.name else column.description.removesuffix("."),
        CellKind.TEXT if found.unfit else column.kind,
        column.required and column.of in ALWAYS_THERE.get(table.lines, (column.of,)),
        tuple(replace(each, count=found.counts[each.written]) for each in values),
        found.filled,
        found.unfit,
        least,
        most,
        found.longest,
        found.broken,
    )


def _ends(kind: CellKind, found: Found) -> tuple[str | None, str | None]:
    if kind in MEASURED and found.ends:
        least, most = found.ends
        return plain(least), plain(most)
    return found.days if kind in DATED and found.days else (None, None)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
