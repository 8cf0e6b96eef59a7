"""The commands that read articles from files: import, clean and suggest."""

import sys
from pathlib import Path
from typing import Any

import click

from models.cli.output import require
from models.cli.parameters import PATH, coder_option
from models.cli.reading_options import reading_options
from models.translation import _


class WithFormats(click.Command):
    """A command whose help lists the formats of articles in place of {formats}."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help; only then are the formats loaded."""
        from models.articles.formats import in_words

        self.help = (self.help or "").format(formats=in_words())
        super().format_help_text(ctx, formatter)


@click.command("import", cls=WithFormats)
@click.argument("project", type=PATH)
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@coder_option
@click.option("--again", is_flag=True, help=_("Also add articles whose exact text is already in the project."))
@click.option(
    "--what",
    type=click.Choice(["articles", "codebook", "all"]),
    default="articles",
    help=_("What to take from another project: its articles alone, its codebook, or all that is recorded in it."),
)
@click.option(
    "--report",
    type=PATH,
    metavar="FILE",
    help=_("Write what became of every article into FILE, as CSV or, for a .txt file, as text."),
)
@reading_options
def import_files(  # noqa: PLR0913, PLR0917
    project: Path,
    files: tuple[Path, ...],
    coder: str | None,
    again: bool,
    what: str,
    report: Path | None,
    **reading: Any,
) -> None:
    """Add articles to PROJECT, which is made if it does not exist.

    A FILE is {formats}, a folder with such files, or another project. Each row of a table or of JSON is an article.
    Prints the title of each article that was added.
    """
    from models.cli.how import how_to_read
    from models.cli.importing import run
    from models.other_projects.other_project import Part

    how = how_to_read(**reading)
    sys.exit(run(project, files, coder, again=again, part=Part(what), how=how, report=report))


@click.command("clean")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@reading_options
def clean_files(files: tuple[Path, ...], **reading: Any) -> None:
    """Print each article as it would be imported, as a line of JSON.

    A FILE is what "import" takes.
    """
    from models.cli.cleaning import run
    from models.cli.how import how_to_read

    require(*files)
    sys.exit(run(files, how_to_read(**reading)))


@click.command("suggest")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
def suggest_files(files: tuple[Path, ...]) -> None:
    """Print what would be suggested in each article, as a line of JSON.

    A FILE is what "import" takes, or a .jsonl file whose rows have an id, a text and perhaps a language. Printed are
    the claims, each with its speaker, its numbers and what it was found by, all numbers and the sentences. Where a row
    has contents (a list of claims, each a list of [start, end]), who makes these claims is printed too.
    """
    from models.cli.suggesting import run

    require(*files)
    sys.exit(run(files))
