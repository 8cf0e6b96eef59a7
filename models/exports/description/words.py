"""The words in which codebooks, the readme and the scripts speak of columns and tables."""

from collections.abc import Iterator

from models.attributes.cell_kinds import CellKind
from models.exports.description.contents import Contents, DescribedColumn, DescribedTable
from models.exports.options import DecimalMark, Separator
from models.translation import _, counted

KINDS = {
    CellKind.ID: _("id (UUID)"),
    CellKind.TEXT: _("text"),
    CellKind.CHOICE: _("one of a list"),
    CellKind.INTEGER: _("whole number"),
    CellKind.NUMBER: _("number"),
    CellKind.DATE: _("date (2015-01-23)"),
    CellKind.TIME: _("date and time in UTC (ISO 8601)"),
    CellKind.RANGES: _("ranges (578-614;700-720)"),
    CellKind.LIST: _("texts, separated by semicolons"),
}
"""The kinds of cells, for people."""

TO_THE_MINUTE = len("2015-01-23T10:30")

SEPARATORS = {
    Separator.COMMA: _("commas"),
    Separator.SEMICOLON: _("semicolons"),
    Separator.TAB: _("tabs"),
}


def kind_of(column: DescribedColumn) -> str:
    """Return the kind of a column in words."""
    kind, unit = KINDS[column.kind], column.column.unit
    return f"{kind}, {unit}" if column.kind is CellKind.INTEGER and unit and unit != column.name else kind


def filled(column: DescribedColumn, table: DescribedTable) -> str:
    """Return how many cells of a column are filled: all, none, or a count."""
    if not column.filled:
        return _("none")
    return _("all") if column.filled == table.rows else f"{column.filled:,}"


def notes_on(column: DescribedColumn, table: DescribedTable, contents: Contents) -> Iterator[str]:
    """Yield sentences about the cells of a column: what they refer to, the ends of figures, and what does not fit."""
    for each, other in contents.references(table):
        if each is column:
            yield _("Refers to {table}.").format(table=other.file)
    if column.least and column.most and column.kind is not CellKind.TEXT:
        yield _ends(column.least, column.most)
    if column.unfit:
        yield _unfit(column)


def _ends(least: str, most: str) -> str:
    """Return the ends of figures, or of dates to the minute."""
    least, most = (end[:TO_THE_MINUTE] if "T" in end else end for end in (least, most))
    if least == most:
        return _("Always {value}.").format(value=least)
    return _("From {least} to {most}.").format(least=least, most=most)


def _unfit(column: DescribedColumn) -> str:
    if column.column.kind is CellKind.DATE:
        return counted(
            "{count:,} cell is not a date, or has a time of day too; the column is therefore text.",
            "{count:,} cells are not dates, or have a time of day too; the column is therefore text.",
            column.unfit,
        )
    return counted(
        "{count:,} answer does not fit its variable and is as it was given; the column is therefore text.",
        "{count:,} answers do not fit their variable and are as they were given; the column is therefore text.",
        column.unfit,
    )


def form_of(contents: Contents) -> Iterator[str]:
    """Yield sentences about the form of all files."""
    options = contents.options
    yield _("The tables are CSV files (RFC 4180) in UTF-8, and their cells are separated by {separator}.").format(
        separator=SEPARATORS[options.separator]
    )
    if options.bom:
        yield _("Each begins with a byte order mark, by which Excel recognises UTF-8.")
    yield _(
        "An empty cell means that there is no value: nobody has coded it, or it does not apply. Where “yes” is the "
        "only value of a column, an empty cell means no."
    )
    decimals = _("a comma") if options.decimal is DecimalMark.COMMA else _("a point")
    yield _("Numbers have {mark} before their decimals and nothing between thousands.").format(mark=decimals)
    yield _(
        "Positions in a text count Unicode code points from 0; an end is the position after the last code point. "
        "The texts of the articles are not in these tables."
    )
    yield _(
        "The key of a table is the column, or the columns together, in which no two rows are alike. A column that "
        "refers to another table has the key of one of its rows: by these the tables are joined."
    )
    yield _(
        "The scripts for Stata and SPSS turn the values of a list into numbers: the codes of the codebook if all of "
        "them are whole numbers, else 1, 2, 3 and so on, in the order in which the codebook lists the values."
    )
    yield _("Where a cell has several texts, one that contains a semicolon is in double quotes.")
    if options.codes:
        yield _("Choices of the codebook are written by their codes.")
    if options.spreadsheet_safe:
        yield _(
            "Texts that a spreadsheet would run as formulas or turn into dates begin with an apostrophe, and so does a "
            "text that has one itself: take the first apostrophe of a cell away to get the text. The scripts do it."
        )


def advice(contents: Contents) -> Iterator[str]:
    """Yield sentences about what is counted in which table."""
    if "statements" in contents.by_name:
        yield _(
            "A claim with two numbers has two rows in statements.csv. To count claims, count the different claim_id "
            "there, or the rows of claims.csv; to count numbers, those of numbers.csv."
        )


def samples_in(contents: Contents) -> Iterator[str]:
    """Yield a paragraph on each sample of articles: its name, and how it was drawn."""
    for each in contents.samples:
        yield _("“{name}”: {report}").format(name=each.sample.name, report=each.report)
    if contents.samples and "articles" in contents.by_name:
        yield _("The column “samples” of articles.csv names the samples that an article is in.")


def legend() -> str:
    """Return what the columns of a codebook say about the cells of a file."""
    return _(
        "“Filled” says in how many rows the cell is not empty; the figure in brackets after a value, in how many it is."
    )


def rows_of(table: DescribedTable) -> str:
    """Return the number of rows of a table in words."""
    return counted("{count:,} row", "{count:,} rows", table.rows)


def citation(contents: Contents) -> str:
    """Return how the data can be cited; the names are for the authors to fill in."""
    return _("[Authors] ({year}). {title}{version} [Data set]. Coded with Onrecord {program}.").format(
        year=(contents.changed_on or "")[:4] or _("n.d."),
        title=contents.title,
        version=f" ({contents.changed_on})" if contents.changed_on else "",
        program=contents.program,
    )


def state(contents: Contents) -> Iterator[str]:
    """Yield sentences about the state of the project that the tables show."""
    if contents.changed_on:
        yield _("The data are as of {day}, the day of the last of {edits}, written by Onrecord {program}.").format(
            day=contents.changed_on,
            edits=counted("{count:,} edit", "{count:,} edits", contents.edits),
            program=contents.program,
        )
    if contents.coders:
        yield _("Coders: {coders}.").format(coders=", ".join(contents.coders))
    yield from contents.filters


def values_in(column: DescribedColumn) -> Iterator[str]:
    """Yield each value of a column of choices, with its label if that says more, and in how many cells it is."""
    for each in column.values:
        written = each.written if each.label == each.written else f"{each.written} = {each.label}"
        yield f"{written} ({each.count:,})"
