"""`onrecord check`: print a line for each thing that is damaged, contradictory or missing in a project."""

from pathlib import Path

import click

from models.checks import check
from models.cli.output import one_line, say
from models.cli.projects import open_project
from models.translation import _


def run(project: Path) -> int:
    """Check a project and print the findings. Return the exit code: 1 if anything is wrong and not merely missing."""
    wrong = missing = 0
    with open_project(project, read_only=True) as store:
        for finding in check(store):
            kind = _("wrong") if finding.wrong else _("missing")
            click.echo(one_line(f"{kind}: {finding.sentence}"))
            wrong, missing = wrong + finding.wrong, missing + (not finding.wrong)
    say(_summary(wrong, missing))
    return 1 if wrong else 0


def _summary(wrong: int, missing: int) -> str:
    if not wrong and not missing:
        return _("Nothing is wrong or missing.")
    return _("Wrong: {wrong:,}. Missing: {missing:,}.").format(wrong=wrong, missing=missing)
