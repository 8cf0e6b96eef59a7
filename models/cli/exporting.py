"""`onrecord export`: write a project as a folder of tables."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from models.cli.output import say
from models.cli.projects import open_project
from models.errors import OnrecordError
from models.exports.delivery import export
from models.exports.formats import format_named
from models.exports.lines import Lines
from models.exports.options import DecimalMark, Options, Separator
from models.exports.tables import tables as every_table
from models.lines.order import Order
from models.translation import _, counted
from models.views.definition import read_view
from models.views.named_views import NamedViews

LISTED = {
    "statements": Lines.STATEMENTS,
    "numbers": Lines.NUMBERS,
    "speakers": Lines.SPEAKERS,
    "articles": Lines.ARTICLES,
}
"""The exported tables that can have views, by the names of their lists in the file."""


def options_of(separator: str, decimal: str, tables: tuple[str, ...], **flags: Any) -> Options:
    """Return the options that a command names. Raises OnrecordError for a table that there is not."""
    known = [table.name for table in every_table()]
    for name in tables:
        if name not in known:
            raise OnrecordError(
                _("There is no table “{name}”.").format(name=name),
                _("Nothing was written."),
                _("The tables are: {known}.").format(known=", ".join(known)),
            )
    return Options(tables=tables, separator=Separator[separator.upper()], decimal=DecimalMark[decimal.upper()], **flags)


def run(project: Path, folder: Path, form: str, options: Options, view: str | None = None) -> None:
    """Write a project into a folder in one of the FORMATS; of the tables that have the view that is named, if one is,
    only its lines.

    Raises OnrecordError; no file was changed then.
    """
    with open_project(project, read_only=True) as store:
        if view is not None:
            options = replace(options, orders=_orders(store.views(), view))
        report = export(store, folder, format_named(form).make(), options)
    for file in report.files:
        rows = counted("{count:,} row", "{count:,} rows", file.rows) if file.table else ""
        click.echo(f"{file.path}  {rows}".rstrip())
    for remark in report.remarks:
        say(remark)


def _orders(views: NamedViews, name: str) -> dict[Lines, Order]:
    """Return what the views with a name list, by the table that each is a view of. Raises OnrecordError without any."""
    found = {table: view for table in LISTED if (view := views.named(table, name))}
    read = {table: read_view(view.definition) for table, view in found.items()}
    orders = {LISTED[table]: view.order for table, view in read.items() if view}
    if found and len(orders) == len(found):
        numbers = {Lines.NUMBERS: replace(orders[Lines.NUMBERS], numbers_only=True)} if Lines.NUMBERS in orders else {}
        return {**orders, **numbers}
    if not found and views.named("remarks", name):
        what = _("“{name}” is a view of the remarks, which are in no exported table.")
    elif found:
        what = _("The view “{name}” was made by a later version of Onrecord and cannot be read.")
    else:
        what = _("The project has no view “{name}”.")
    known = ", ".join(
        _("“{view}” ({table})").format(view=each.name, table=table) for table in LISTED for each in views.of(table)
    )
    raise OnrecordError(
        what.format(name=name),
        _("Nothing was written."),
        _("The views that can be exported are: {views}.").format(views=known) if known else "",
    )
