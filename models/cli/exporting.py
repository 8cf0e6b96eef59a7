"""`onrecord export`: write a project as a folder of tables."""

from pathlib import Path

import click

from models.cli.output import say
from models.cli.projects import open_project
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.translation import counted


def run(project: Path, folder: Path, *, bom: bool, codes: bool = False) -> None:
    """Write the tables of a project into a folder, with the labels or the `codes` of choices.

    Raises OnrecordError; no table was changed then.
    """
    with open_project(project, read_only=True) as store:
        report = export(store, folder, Csv(bom), codes=codes)
    for file in report.files:
        rows = counted("{count:,} row", "{count:,} rows", file.rows)
        click.echo(f"{file.path}  {rows}")
    for remark in report.remarks:
        say(remark)
