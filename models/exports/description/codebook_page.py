"""Write the codebook of a folder as a page to read and print: one HTML file that needs no other."""

from collections.abc import Iterable, Iterator
from html import escape

from models.codebook.files.page import STYLE, variable_on_page
from models.exports.description.assistance import sentences
from models.exports.description.contents import Contents, DescribedColumn, DescribedTable
from models.exports.description.words import (
    advice,
    filled,
    form_of,
    kind_of,
    legend,
    notes_on,
    rows_of,
    samples_in,
    state,
    values_in,
)
from models.translation import _

TABLE_STYLE = """
body { max-width: 62rem; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .92em; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid #ddd; }
th { border-bottom-color: #888; } td:nth-child(1) code { color: inherit; white-space: nowrap; }
tr { break-inside: avoid; } nav li { display: inline; margin-right: .8rem; } nav ul { padding: 0; }
.figure { text-align: right; white-space: nowrap; } .values { color: #555; display: block; }
article { margin-top: 1.6rem; } article h2 { font-size: 1.05rem; }
@media (prefers-color-scheme: dark) {
  @media screen { body { background: #1b1d20; color: #ddd; } a { color: #8ab4f8; } th, td { border-color: #444; }
    code, .kind, .values { color: #aaa; } blockquote { color: #bbb; border-color: #555; } } }
"""


def codebook_as_page(contents: Contents) -> str:
    """Return the page: the tables, how to read them, each column of each, and the variables of the study."""
    title = escape(_("Codebook of {title}").format(title=contents.title))
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}{TABLE_STYLE}</style>'
    body = "\n".join(_body(contents))
    return f"<!doctype html>\n<html><head>{head}</head>\n<body><h1>{title}</h1>\n{body}\n</body></html>\n"


def _body(contents: Contents) -> Iterator[str]:
    yield f"<p>{escape(' '.join(state(contents)))}</p>"
    yield f"<h2>{escape(_('Tables'))}</h2>"
    yield from _table(
        (_("File"), _("Rows"), _("A row is")),
        (
            (f'<a href="#{each.name}"><code>{each.file}</code></a>', f"{each.rows:,}", escape(each.table.description))
            for each in contents.tables
        ),
    )
    yield from _list(_("How to read them"), (*form_of(contents), *advice(contents), legend()))
    yield from _list(_("Suggestions"), sentences(contents.assisted))
    if contents.samples:
        yield from _list(_("Samples"), samples_in(contents))
    if contents.remarks:
        yield from _list(_("What readers should know"), contents.remarks)
    for table in contents.tables:
        yield from _section(table, contents)
    if contents.variables:
        yield f'<h2 id="variables">{escape(_("Variables of the study"))}</h2>'
        for draft in contents.variables:
            yield from variable_on_page(draft)


def _section(table: DescribedTable, contents: Contents) -> Iterator[str]:
    key = ", ".join(f"<code>{name}</code>" for name in table.table.key)
    yield f'<h2 id="{table.name}">{table.file}</h2>'
    said = escape(f"{rows_of(table)}. {table.table.description}")
    yield f"<p>{said} {_('Key: {columns}.').format(columns=key)}</p>"
    yield from _table(
        (_("Column"), _("Cells"), _("Meaning"), _("Filled")),
        (
            (f"<code>{each.name}</code>", escape(kind_of(each)), _meaning(each, table, contents), filled(each, table))
            for each in table.columns
        ),
    )


def _meaning(column: DescribedColumn, table: DescribedTable, contents: Contents) -> str:
    meaning = escape(" ".join((column.description, *notes_on(column, table, contents)))).replace("\n", "<br>")
    values = " · ".join(map(escape, values_in(column)))
    return f'{meaning}<span class="values">{values}</span>' if values else meaning


def _list(title: str, sentences: Iterable[str]) -> Iterator[str]:
    yield f"<h2>{escape(title)}</h2><ul>"
    yield from (f"<li>{escape(each)}</li>" for each in sentences)
    yield "</ul>"


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a table of cells that are HTML already."""
    yield f"<table><thead><tr>{''.join(f'<th>{escape(each)}</th>' for each in titles)}</tr></thead><tbody>"
    yield from (f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    yield "</tbody></table>"
