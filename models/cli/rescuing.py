"""`onrecord rescue`: write what can be read of a damaged project into a new one, and print what was lost."""

from pathlib import Path

import click

from models.cli.output import one_line, say, say_step
from models.rescue.report import summary
from models.rescue.rescuing import rescue
from models.translation import _
from models.watching import Watch


def run(damaged: Path, new: Path) -> None:
    """Rescue a project; print a line for each thing that is lost, altered or doubtful."""
    rescued = rescue(damaged, new, Watch(say_step))
    for sentence in rescued.lost:
        click.echo(one_line(sentence))
    for sentence in rescued.wrong:
        click.echo(one_line(_("wrong: {finding}").format(finding=sentence)))
    say(summary(rescued.losses))
    if not rescued.lost and not rescued.wrong:
        say(_("Nothing was lost."))
