"""`onrecord export`: write a project as a folder of tables."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from models.attributes.comparing import Operator
from models.cli.output import say
from models.cli.projects import open_project
from models.cli.viewing import viewed
from models.errors import OnrecordError
from models.exports.delivery import export, tables_in
from models.exports.formats import format_named
from models.exports.named.definition import Definition, read_export
from models.exports.options import DecimalMark, Options, Separator
from models.exports.report import Report
from models.exports.tables import tables as every_table
from models.lines.criteria import SAMPLE
from models.lines.order import Condition, Order
from models.named_exports import NamedExports
from models.sampling.samples import Samples, expect_sample
from models.translation import _


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


def run(  # noqa: PLR0913
    project: Path,
    folder: Path | None,
    given: Mapping[str, Any],
    *,
    view: str | None = None,
    sample: str | None = None,
    named: str | None = None,
    over: bool = False,
) -> None:
    """Write a project into a folder as the export that is named says, or else in the form and with the options that
    are `given`; these go before what the name says. Of the tables that have the view that is named, if one is, only its
    lines are written; of everything, only what belongs to the articles of the sample that is named, if one is. Files
    that are there are replaced only if they are written `over`.

    Raises OnrecordError; no file was changed then.
    """
    with open_project(project, read_only=True, says_newer=False) as store:
        definition = _named(store.exports(), named) if named is not None else Definition()
        options = options_with(definition.options, {name: value for name, value in given.items() if name != "form"})
        form = given.get("form", definition.form)
        if view is not None:
            options = viewed(options, store.views(), view, form)
        if sample is not None:
            options = replace(options, only=_of_sample(options.only, store.samples(), sample))
        target, place = format_named(form).make(), folder or _folder(definition, project)
        if not over:
            _refuse_to_replace(tables_in(place, target, options), place)
        report = export(store, place, target, options, replace=over)
    _tell(report)


def _tell(report: Report) -> None:
    for file in report.files:
        several = sum(each.path == file.path for each in report.files) > 1
        table = f" ({file.table})" if several else ""
        click.echo(f"{file.path}{table}  {file.sentence}".rstrip())
    for remark in report.remarks:
        say(remark)


def _of_sample(only: Order, samples: Samples, name: str) -> Order:
    """Return an order that asks for the articles of a sample too. Raises OnrecordError if there is none."""
    sample = expect_sample(samples, name, _("Nothing was written."))
    return replace(only, conditions=(*only.conditions, Condition(SAMPLE, Operator.IS, (sample.id,))))


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
        _("It has: {exports}.").format(exports=known) if known else _("It has none."),
    )


def _refuse_to_replace(there: Sequence[Path], folder: Path) -> None:
    """Raise OnrecordError for files that an export would replace."""
    if there:
        raise OnrecordError(
            _("“{folder}” already contains files of this export: {names}.").format(
                folder=folder, names=", ".join(path.name for path in there)
            ),
            _("Nothing was written."),
            _("Add --replace to replace them, or give another folder."),
        )


def _folder(definition: Definition, project: Path) -> Path:
    """Return the folder that an export is written into. Raises OnrecordError if it names none."""
    if definition.folder:
        return definition.folder_of(project)
    raise OnrecordError(_("The export names no folder."), _("Nothing was written."), _("Give a folder too."))
