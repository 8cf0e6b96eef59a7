"""Write the script that reads the tables in R, with base R alone."""

from collections.abc import Iterator

from models.attributes.cell_kinds import CellKind
from models.exports.description.contents import Contents, DescribedColumn, DescribedTable
from models.exports.options import DecimalMark
from models.exports.values import Value
from models.translation import _

RESERVED = {"if", "else", "repeat", "while", "function", "for", "next", "break", "in"}

READERS = {
    CellKind.INTEGER: ".number",
    CellKind.NUMBER: ".number",
    CellKind.DATE: ".day",
    CellKind.TIME: ".time",
    CellKind.CHOICE: ".choice",
}
"""The functions of the script that read the cells of a kind; those of all others are texts."""

FUNCTIONS = """
.text <- function(label) list(label = label, read = identity)
.number <- function(label) list(label = label, read = function(x) as.numeric({number}))
.day <- function(label) list(label = label, read = function(x) as.Date(x, "%Y-%m-%d"))
.time <- function(label) list(
  label = label, read = function(x) as.POSIXct(substr(x, 1, 23), format = "%Y-%m-%dT%H:%M:%OS", tz = "UTC")
)
.choice <- function(label, ...) list(
  label = label, read = function(x) factor(
    x, vapply(list(...), function(each) each[1], ""), vapply(list(...), function(each) each[length(each)], "")
  )
)
.read <- function(file, columns) {{
  data <- read.csv(
    file, sep = {separator}, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8",
    fill = FALSE, blank.lines.skip = FALSE
  )
  stopifnot(ncol(data) == length(columns))
  names(data) <- names(columns)
  for (name in names(columns)) {{
    data[[name]] <- columns[[name]]$read({cell})
    attr(data[[name]], "label") <- columns[[name]]$label
  }}
  data
}}
"""


def r_script(contents: Contents) -> str:
    """Return the script: one data frame for each table."""
    return "\n".join(_lines(contents)) + "\n"


def _lines(contents: Contents) -> Iterator[str]:
    options = contents.options
    yield "# " + _("Reads the tables of this folder into data frames, with types and labels. In R:")
    yield '#   source("read_tables.R", chdir = TRUE)'
    yield "# " + _("The label of a column is in its attribute “label”; choices are factors.")
    cell = 'sub("^\'", "", data[[name]])' if options.spreadsheet_safe else "data[[name]]"
    number = 'sub(",", ".", x, fixed = TRUE)' if options.decimal is DecimalMark.COMMA else "x"
    yield FUNCTIONS.format(number=number, separator=quoted(options.separator), cell=cell)
    for table in contents.tables:
        yield from _table(table)
    yield "rm(.text, .number, .day, .time, .choice, .read)"


def _table(table: DescribedTable) -> Iterator[str]:
    yield f"{table.name} <- .read({quoted(table.file)}, list("
    columns = [_column(each) for each in table.columns]
    yield ",\n".join(f"  {column}" for column in columns)
    yield "))"
    yield f'attr({table.name}, "label") <- {quoted(table.table.description)}'
    yield ""


def _column(column: DescribedColumn) -> str:
    name = f"`{column.name}`" if column.name in RESERVED else column.name
    values = "".join(f",\n    {_value(each)}" for each in column.values) if column.kind is CellKind.CHOICE else ""
    return f"{name} = {READERS.get(column.kind, '.text')}({quoted(column.label)}{values})"


def _value(value: Value) -> str:
    """Return a value with its label, or alone if it is its own."""
    if value.label == value.value:
        return quoted(value.value)
    return f"c({quoted(value.value)}, {quoted(value.label)})"


def quoted(words: str) -> str:
    """Return words as a string of R in ASCII, which R reads alike in every locale."""
    return '"' + "".join(map(_escaped, words)) + '"'


def _escaped(character: str) -> str:
    if character in '\\"':
        return "\\" + character
    return character if " " <= character <= "~" else f"\\U{ord(character):08x}"
