"""`onrecord export`: write a project as a folder of tables."""

from collections.abc import Mapping
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
from models.exports.named.definition import Definition, read_export
from models.exports.options import DecimalMark, Options, Separator
from models.exports.tables import tables as every_table
from models.lines.order import Order
from models.named_exports import NamedExports
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


def options_with(options: Options, given: Mapping[str, Any]) -> Options:
    """Return options with those that a command names. Raises OnrecordError for a table that there is not."""
    known = [table.name for table in every_table()]
    for name in given.get("tables", ()):
        if name not in known:
            raise OnrecordError(
                _("There is no table “{name}”.").format(name=name),
                _("Nothing was written."),
                _("The tables are: {known}.").format(known=", ".join(known)),
            )
    named: dict[str, Any] = {"separator": Separator, "decimal": DecimalMark}
    values: dict[str, Any] = {
        name: named[name][value.upper()] if name in named else value for name, value in given.items()
    }
    return replace(options, **values)


def run(
    project: Path,
    folder: Path | None,
    given: Mapping[str, Any],
    *,
    view: str | None = None,
    named: str | None = None,
) -> None:
    """Write a project into a folder as the export that is named says, or else in the form and with the options that
    are `given`; these go before what the name says. Of the tables that have the view that is named, if one is, only its
    lines are written.

    Raises OnrecordError; no file was changed then.
    """
    with open_project(project, read_only=True) as store:
        definition = _named(store.exports(), named) if named is not None else Definition()
        options = options_with(definition.options, {name: value for name, value in given.items() if name != "form"})
        if view is not None:
            options = replace(options, orders=_orders(store.views(), view))
        target = format_named(given.get("form", definition.form)).make()
        report = export(store, folder or _folder(definition, project), target, options)
    for file in report.files:
        rows = counted("{count:,} row", "{count:,} rows", file.rows) if file.table else ""
        table = f" ({file.table})" if file.table and file.table != file.path.stem else ""
        click.echo(f"{file.path}{table}  {rows}".rstrip())
    for remark in report.remarks:
        say(remark)


def _named(exports: NamedExports, name: str) -> Definition:
    """Return what the export with a name does. Raises OnrecordError if there is none, or if it cannot be read."""
    found = exports.named(name)
    definition = read_export(found.definition) if found else None
    if definition:
        return definition
    what = (
        _("The export “{name}” was made by a later version of Onrecord and cannot be read.")
        if found
        else _("The project has no export “{name}”.")
    )
    known = ", ".join(f"“{each.name}”" for each in exports.in_order())
    raise OnrecordError(
        what.format(name=name),
        _("Nothing was written."),
        _("It has: {exports}.").format(exports=known) if known else "",
    )


def _folder(definition: Definition, project: Path) -> Path:
    """Return the folder that an export is written into. Raises OnrecordError if it names none."""
    if definition.folder:
        return definition.folder_of(project)
    raise OnrecordError(_("The export names no folder."), _("Nothing was written."), _("Give a folder too."))


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
