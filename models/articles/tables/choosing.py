"""Choose what the columns of a table say: as the coder says, as was remembered, or as is certain; or refuse."""

from pathlib import Path

from models.articles.how_to_read import HowToRead
from models.articles.refusals import name_of
from models.articles.tables.columns import BODIES, Columns, joined
from models.articles.tables.proposing import proposed
from models.articles.tables.table import Row, Table
from models.errors import UnreadableArticle
from models.translation import _

OWN = {"claim_id", "number_id", "speaker_id"}
"""Names of columns of tables that this program exports."""

EXAMPLE = '--columns "text={name},title=…"'


class UnmappedTable(UnreadableArticle):
    """A table of which is not known which column has the text; it has the names of columns and the first rows.

    `proposed` are the columns whose roles are said or certain.
    """

    def __init__(self, path: Path, table: Table, what: str, said: Columns | None = None) -> None:
        self.path, self.names, self.sheet = path, table.names, table.sheet
        self.sample: tuple[Row, ...] = table.sample
        self.proposed = said or proposed(table)
        names = ", ".join(table.names)
        say = _("Say it in the window, or on the command line: {example}.")
        super().__init__(
            what.format(name=in_words(path, table), names=names),
            _("None of it was added."),
            say.format(example=EXAMPLE.format(name=table.names[-1])),
        )


def in_words(path: Path, table: Table) -> str:
    """Return the name of a table in quotation marks: "“study.xlsx”", or that of its sheet too."""
    name = name_of(path)
    if table.sheet is None:
        return f"“{name}”"
    return _("“{sheet}” in “{name}”").format(sheet=table.sheet, name=name)


def remembered_or_said(table: Table, how: HowToRead) -> Columns | None:
    """Return what the coder said or was remembered of a table with these columns; None if nothing fits."""
    if how.columns:
        return joined(how.columns, table.names)
    known = (each.columns.among(table.names) for each in how.remembered if each.are_of(table.names))
    return next(filter(None, known), None)


def columns_of(path: Path, table: Table, how: HowToRead) -> Columns:
    """Return the roles of the columns. Raises UnmappedTable if it is not certain which has the text."""
    said = remembered_or_said(table, how)
    if how.to_describe:
        raise UnmappedTable(path, table, _("{name} has these columns: {names}."), said)
    if said:
        return said
    if how.columns:
        raise UnmappedTable(path, table, _("{name} does not have all of the columns that were said. It has: {names}."))
    if OWN & set(table.names):
        raise UnreadableArticle(
            _("{name} is a table that Onrecord exported.").format(name=in_words(path, table)),
            _("None of it was added."),
            _("If you have edited it, use File > Import Edited Table…"),
        )
    found = proposed(table)
    if not found.of(*BODIES):
        raise UnmappedTable(path, table, _("It is not certain which column of {name} has the text: {names}."))
    return found
