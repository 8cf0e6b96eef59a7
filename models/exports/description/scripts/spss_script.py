"""Write the script that reads the tables in SPSS (version 21 or newer), and in PSPP."""

from collections.abc import Iterator, Sequence

from models.attributes.cell_kinds import CellKind
from models.exports.description.contents import Contents, DescribedColumn, DescribedTable
from models.exports.description.scripts.fitting import fitting_names, one_line, shortened_bytes
from models.exports.options import DecimalMark, Options
from models.translation import _, ngettext

LONGEST_NAME = 64
LONGEST_LABEL = 256
LONGEST_VALUE_LABEL = 120
LONGEST_TEXT = 32_767

RESERVED = {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}
MEASURED = (CellKind.INTEGER, CellKind.NUMBER)
FORMATS = {CellKind.INTEGER: "F10.0", CellKind.NUMBER: "F16.4", CellKind.DATE: "SDATE10", CellKind.TIME: "DATETIME20"}


def spss_script(contents: Contents) -> str:
    """Return the script: one dataset for each table."""
    return "\n".join(_lines(contents)) + "\n"


def _lines(contents: Contents) -> Iterator[str]:
    yield "* Encoding: UTF-8."
    yield "* " + _("Reads the tables of this folder into datasets, with types and labels.")
    yield "* " + _("Make this folder the working directory first: CD 'C:\\…'.")
    mark = "COMMA" if contents.options.decimal is DecimalMark.COMMA else "DOT"
    yield f"SET DECIMAL={mark}."
    readable = [table for table in contents.tables if not table.broken]
    yield from map(_not_read, (table for table in contents.tables if table.broken))
    for table in readable:
        yield ""
        yield from _table(table, contents.options)
    yield from (f"\nDATASET ACTIVATE {table.name}." for table in readable[:1])


def _not_read(table: DescribedTable) -> str:
    """Return why a table is left out."""
    said = ngettext(
        "{count:,} cell of {file} contains line breaks, at which SPSS would begin a new row: it is not read here. "
        "Export the project as an SPSS file (sav) instead.",
        "{count:,} cells of {file} contain line breaks, at which SPSS would begin a new row: it is not read here. "
        "Export the project as an SPSS file (sav) instead.",
        table.broken,
    )
    return "* " + said.format(count=table.broken, file=table.file)


def _table(table: DescribedTable, options: Options) -> Iterator[str]:
    names = fitting_names((each.name for each in table.columns), LONGEST_NAME, RESERVED)
    columns = [*zip(names, table.columns, strict=True)]
    yield from _get_data(table, columns, options)
    if options.spreadsheet_safe:
        for name, column in columns:
            if column.kind not in MEASURED:
                yield f'IF (SUBSTR({name}, 1, 1) = "\'") {name} = SUBSTR({name}, 2).'
    made = [(f"@{at}", name, column) for at, (name, column) in enumerate(columns) if column.kind in _MAKERS]
    for new, name, column in made:
        yield from _MAKERS[column.kind](new, name, column)
    yield "EXECUTE."
    if made:
        yield f"DELETE VARIABLES {' '.join(name for _new, name, _column in made)}."
        yield f"RENAME VARIABLES {' '.join(f'({new}={name})' for new, name, _column in made)}."
        yield "ADD FILES /FILE=*"
        yield f"  /KEEP={' '.join(names)}."
        yield "EXECUTE."
    for name, column in columns:
        yield from _labels(name, column)
    yield f"DATASET COPY {table.name}."


def _get_data(table: DescribedTable, columns: Sequence[tuple[str, DescribedColumn]], options: Options) -> Iterator[str]:
    separator = "\\t" if options.separator == "\t" else str(options.separator)
    yield "GET DATA /TYPE=TXT"
    yield f'  /FILE="{table.file}" /ENCODING="UTF8"'
    yield f'  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS="{separator}" /QUALIFIER=\'"\''
    yield "  /VARIABLES="
    for name, column in columns:
        width = min(max(column.longest, 1), LONGEST_TEXT)
        yield f"    {name} {'F40.0' if column.kind in MEASURED else f'A{width}'}"
    yield "  ."


def _day(new: str, name: str, _column: DescribedColumn) -> Iterator[str]:
    yield f'IF ({name} <> "") {new} = {_date_of(name)}.'


def _time(new: str, name: str, _column: DescribedColumn) -> Iterator[str]:
    hours, minutes, seconds, thousandths = (
        f"NUMBER(SUBSTR({name}, {at}, {long}), F{long}.0)" for at, long in ((12, 2), (15, 2), (18, 2), (21, 3))
    )
    yield f'IF ({name} <> "") {new} = {_date_of(name)}'
    yield f"  + 3600 * {hours} + 60 * {minutes} + {seconds} + {thousandths} / 1000."


def _date_of(name: str) -> str:
    """Return the expression for the day with which a text begins."""
    day, month, year = (f"NUMBER(SUBSTR({name}, {at}, {long}), F{long}.0)" for at, long in ((9, 2), (6, 2), (1, 4)))
    return f"DATE.DMY({day}, {month}, {year})"


def _choice(new: str, name: str, column: DescribedColumn) -> Iterator[str]:
    yield f"RECODE {name}"
    yield from (f"  ({quoted(each.value)}={each.number})" for each in column.values)
    yield f"  INTO {new}."


_MAKERS = {CellKind.DATE: _day, CellKind.TIME: _time, CellKind.CHOICE: _choice}
"""What makes a variable of the cells of a kind, which are read as texts."""


def _labels(name: str, column: DescribedColumn) -> Iterator[str]:
    yield f"VARIABLE LABELS {name} {quoted(shortened_bytes(column.label, LONGEST_LABEL))}."
    if column.kind is CellKind.CHOICE:
        yield f"VALUE LABELS {name}"
        for each in column.values:
            yield f"  {each.number} {quoted(shortened_bytes(each.label, LONGEST_VALUE_LABEL))}"
        yield "  ."
        yield f"FORMATS {name} (F10.0)."
        yield f"VARIABLE LEVEL {name} (NOMINAL)."
    if column.kind in FORMATS:
        yield f"FORMATS {name} ({FORMATS[column.kind]})."


def quoted(words: str) -> str:
    """Return words as a string of SPSS."""
    return '"' + one_line(words).replace('"', '""') + '"'
