"""Write the script that reads a table in Stata, version 14 or newer."""

import re
from collections.abc import Iterator

from models.attributes.cell_kinds import CellKind
from models.exports.description.contents import Contents, DescribedColumn, DescribedTable
from models.exports.description.scripts.fitting import fitting_names, shortened
from models.exports.options import DecimalMark, Options
from models.translation import _

LONGEST_NAME = 32
LONGEST_LABEL = 80
LONGEST_VALUE_LABEL = 1_000

RESERVED = {
    *("byte", "double", "float", "if", "in", "int", "long", "using", "with"),
    *("strL", "_all", "_b", "_cons", "_n", "_N", "_pi", "_pred", "_rc", "_skip", "_coef"),
}

PROGRAMS = """version 14
capture program drop onrecord_put
program onrecord_put
    args name
    order _new, after(`name')
    drop `name'
    rename _new `name'
end
"""
"""Puts the variable that was made in the place of the text that it was made of."""

SPECIAL = re.compile(r'(["`$])')


def stata_script(contents: Contents) -> str:
    """Return the script: it reads the table that it is given the name of, or else the first."""
    return "\n".join(_lines(contents)) + "\n"


def _lines(contents: Contents) -> Iterator[str]:
    if not contents.tables:
        return
    first = contents.tables[0].name
    yield "* " + _("Reads a table of this folder into memory, with types and labels. In Stata, in this folder:")
    yield f"*   do read_tables.do           {first}"
    for table in contents.tables[1:]:
        yield f"*   do read_tables.do {table.name}"
    yield PROGRAMS
    yield "args table"
    yield f'if "`table\'" == "" local table {first}'
    for table in contents.tables:
        yield ""
        yield f'if "`table\'" == "{table.name}" {{'
        yield from (f"    {line}" for line in _table(table, contents.options))
        yield "}"


def _table(table: DescribedTable, options: Options) -> Iterator[str]:
    names = fitting_names((each.name for each in table.columns), LONGEST_NAME, RESERVED)
    if table.rows:
        yield from _import(table, names, options)
    else:
        yield "clear"
        yield from (f'generate str1 {name} = ""' for name in names)
    for name, column in zip(names, table.columns, strict=True):
        if table.rows:
            yield from _typed(name, column, options)
        yield f'label variable {name} "{_label(column.label, LONGEST_LABEL)}"'
    yield f'label data "{_label(table.table.description, LONGEST_LABEL)}"'
    yield "describe, short"


def _import(table: DescribedTable, names: list[str], options: Options) -> Iterator[str]:
    separator = "tab" if options.separator == "\t" else str(options.separator)
    yield f'import delimited using "{table.file}", delimiter("{separator}") varnames(nonames) rowrange(2) ///'
    yield '    stringcols(_all) bindquotes(strict) maxquotedrows(unlimited) encoding("utf-8") clear'
    yield f"assert c(k) == {len(names)} & c(N) == {table.rows}"
    yield from (f"rename v{at} {name}" for at, name in enumerate(names, 1))
    if options.spreadsheet_safe:
        yield "foreach name of varlist _all {"
        yield "    quietly replace `name' = substr(`name', 2, .) if substr(`name', 1, 1) == \"'\""
        yield "}"


def _typed(name: str, column: DescribedColumn, options: Options) -> Iterator[str]:
    match column.kind:
        case CellKind.INTEGER | CellKind.NUMBER:
            comma = " dpcomma" if options.decimal is DecimalMark.COMMA and column.kind is CellKind.NUMBER else ""
            yield f"quietly destring {name}, replace{comma}"
        case CellKind.DATE:
            yield f'quietly generate long _new = daily({name}, "YMD")'
            yield "format _new %td"
            yield f"onrecord_put {name}"
        case CellKind.TIME:
            yield f'quietly generate double _new = clock(subinstr(substr({name}, 1, 23), "T", " ", 1), "YMDhms")'
            yield "format _new %tc"
            yield f"onrecord_put {name}"
        case CellKind.CHOICE:
            yield from _choice(name, column)


def _choice(name: str, column: DescribedColumn) -> Iterator[str]:
    yield "quietly generate long _new = ."
    for at, each in enumerate(column.values):
        yield f"quietly replace _new = {each.number} if {name} == {_expression(each.value)}"
        add = ", add" if at else ""
        yield f'label define {name} {each.number} "{_label(each.label, LONGEST_VALUE_LABEL)}"{add}'
    yield f'assert missing(_new) == ({name} == "")'
    yield f"label values _new {name}"
    yield f"onrecord_put {name}"


def _expression(words: str) -> str:
    """Return an expression of exactly these words; Stata would expand some characters even in quotes."""
    parts = SPECIAL.split(words.replace("\n", " "))
    return " + ".join(f"char({ord(each)})" if SPECIAL.fullmatch(each) else f'"{each}"' for each in parts if each)


def _label(words: str, longest: int) -> str:
    """Return a label as it can be in quotes: quotation marks become single ones."""
    return shortened(words, longest).replace('"', "'").replace("`", "'").replace("$", r"\$")
