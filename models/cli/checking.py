"""`onrecord check`: what is damaged, contradictory or missing in a project, a line for each."""

from pathlib import Path

import click

from models.checks import check
from models.cli.output import one_line, say
from models.store import Store
from models.words import plural


def run(project: Path) -> int:
    """Check a project and print what is found. Returns the exit code: 1 if anything is wrong and not just missing."""
    wrong = missing = 0
    with Store.open(project, read_only=True) as store:
        for finding in check(store):
            click.echo(one_line(f"{'wrong' if finding.wrong else 'missing'}: {finding.sentence}"))
            wrong, missing = wrong + finding.wrong, missing + (not finding.wrong)
    say(f"{plural(wrong, 'thing')} wrong, {missing:,} missing." if wrong or missing else "Nothing is wrong or missing.")
    return 1 if wrong else 0
