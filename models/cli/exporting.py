"""`onrecord export`: write a project as a folder of tables."""

from pathlib import Path

import click

from models.cli.output import say
from models.cli.projects import open_project
from models.errors import OnrecordError
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.lines.order import Order
from models.translation import _, counted
from models.views.definition import read_view
from models.views.named_views import NamedViews


def run(project: Path, folder: Path, *, bom: bool, codes: bool = False, view: str | None = None) -> None:
    """Write the tables of a project into a folder, with the labels or the `codes` of choices; of the statements only
    those of a view, if one is named.

    Raises OnrecordError; no table was changed then.
    """
    with open_project(project, read_only=True) as store:
        order = _order(store.views(), view) if view is not None else None
        report = export(store, folder, Csv(bom), codes=codes, order=order)
    for file in report.files:
        rows = counted("{count:,} row", "{count:,} rows", file.rows)
        click.echo(f"{file.path}  {rows}")
    for remark in report.remarks:
        say(remark)


def _order(views: NamedViews, name: str) -> Order:
    """Return what a view of the statements lists. Raises OnrecordError if there is no such view."""
    view = views.named("statements", name)
    definition = read_view(view.definition) if view else None
    if definition is None:
        known = ", ".join(f"“{each.name}”" for each in views.of("statements"))
        raise OnrecordError(
            _("The project has no view “{name}” of the statements that can be read.").format(name=name),
            _("Nothing was written."),
            _("Its views are: {views}.").format(views=known) if known else "",
        )
    return definition.order
