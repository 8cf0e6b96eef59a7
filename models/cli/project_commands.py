"""The commands that are about a project as a whole: sample, check, rescue and compact."""

import sys
from pathlib import Path
from typing import Any

import click

from models.cli.output import require
from models.cli.parameters import FOLDER, PATH, coder_option
from models.translation import _


@click.command("sample")
@click.argument("project", type=PATH)
@click.option("--name", metavar="NAME", help=_("The name of the sample."))
@click.option("--size", type=click.IntRange(min=1), help=_("How many articles, or constructed weeks."))
@click.option(
    "--method",
    type=click.Choice(["random", "by-outlet", "by-month", "constructed-week"]),
    default="random",
    help=_("How the articles are drawn."),
)
@click.option("--seed", type=click.IntRange(min=0), help=_("The seed; by default a new one is chosen."))
@click.option("--equal", is_flag=True, help=_("Draw as many articles of each outlet or month, SIZE of each."))
@click.option("--known-only", is_flag=True, help=_("Leave out articles without the outlet or date that is needed."))
@click.option(
    "--of-a-day", type=click.IntRange(min=1), help=_("Constructed weeks: the most articles that are drawn of one date.")
)
@click.option("--each-outlet", is_flag=True, help=_("Constructed weeks: draw the dates for each outlet separately."))
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help=_("Constructed weeks: the first date."))
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help=_("Constructed weeks: the last date."))
@click.option("--view", metavar="NAME", help=_("Draw from the articles of this view only."))
@click.option("--enlarge", is_flag=True, help=_("Add SIZE to the sample with this name, drawn in the same way."))
@coder_option
def draw_sample(project: Path, **asked: Any) -> None:
    """Draw a sample of the articles in PROJECT, and print how it was drawn and the titles.

    The same seed draws the same articles. Without a NAME and a SIZE, the samples that the project has are printed.
    """
    from models.cli.sampling import Asked, list_samples, run

    require(project)
    if asked["name"] is None and asked["size"] is None:
        list_samples(project)
        return
    if asked["name"] is None or asked["size"] is None:
        raise click.UsageError(_("Give a --name and a --size."))
    run(project, Asked(**asked))


@click.command("check")
@click.argument("project", type=PATH)
@click.option("--csv", "as_table", is_flag=True, help=_("Print the findings as a CSV table."))
@click.option(
    "--repairs",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _option, wanted: _list_repairs(context) if wanted else None,
    help=_("List what --repair takes, and what each repair does."),
)
@click.option("--repair", "names", multiple=True, metavar="NAME", help=_("Repair all findings of this kind."))
@click.option("--dry-run", is_flag=True, help=_("Print what --repair would change, and change nothing."))
@coder_option
def check_project(project: Path, as_table: bool, names: tuple[str, ...], dry_run: bool, coder: str | None) -> None:
    """Look for what is damaged, contradictory or missing in PROJECT.

    Prints a line for each. What is merely missing does not count as wrong. A repair is an edit, which Undo takes back;
    only what is derived from the records is simply made again.
    """
    from models.checks.faults import FAULTS
    from models.cli.checking import run, run_repairs

    require(project)
    for name in names:
        if name not in FAULTS or not FAULTS[name].can_be_repaired:
            raise click.UsageError(_("There is no repair “{name}”: see --repairs.").format(name=name))
    if names:
        sys.exit(run_repairs(project, names, coder, apply=not dry_run))
    sys.exit(run(project, as_table=as_table))


def _list_repairs(context: click.Context) -> None:
    from models.cli.checking import list_repairs

    list_repairs()
    context.exit()


@click.command("rescue")
@click.argument("damaged", type=PATH, metavar="FILE")
@click.argument("new", type=PATH)
def rescue_project(damaged: Path, new: Path) -> None:
    """Write what can be read of FILE, a damaged project, into the project NEW.

    FILE is not changed, and NEW must not exist. Prints what was lost, article by article.
    """
    from models.cli.rescuing import run

    require(damaged)
    run(damaged, new)


@click.command("compact")
@click.argument("project", type=PATH)
@click.option("--yes", "agreed", is_flag=True, help=_("Do not ask."))
@click.option(
    "--copies", "with_copies", is_flag=True, help=_("Delete the backups and earlier versions of PROJECT too.")
)
@click.option("--backups", type=FOLDER, help=_("The folder of backups, if it is not the usual one."))
def compact_project(project: Path, agreed: bool, with_copies: bool, backups: Path | None) -> None:
    """Make PROJECT compact, and forget for good what was deleted in it.

    Prints what goes, and asks. What was forgotten can no longer be undone; everything else stays as it is.
    """
    from models.cli.compacting import run

    require(project)
    sys.exit(run(project, agreed=agreed, with_copies=with_copies, backups=backups))
