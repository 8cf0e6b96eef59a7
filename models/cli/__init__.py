"""The commands without a window: import, export, check, rescue, compact, clean and suggest. They need no Qt.

Results go to standard output, messages and progress to standard error. The exit code is 0; 1 if something was refused,
with the reason; or 2 for a mistake in the command itself, in which case nothing was created or changed.

Each command imports its module when it runs, so that the window does not wait for what it does not need.
"""

import sys
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from models.cli.network_options import network_options
from models.cli.output import NoSuchFile, require
from models.cli.reading_options import reading_options
from models.translation import _

__all__ = ["NoSuchFile", "commands", "require"]

PATH = click.Path(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)


class WithFormats(click.Command):
    """A command whose help lists the formats of articles in place of {formats}."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help; only then are the formats loaded."""
        from models.articles.formats import in_words

        self.help = (self.help or "").format(formats=in_words())
        super().format_help_text(ctx, formatter)


class WithForms(click.Command):
    """A command whose help lists the forms of exports in place of {forms}."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help; only then are the forms loaded."""
        from models.exports.formats import FORMATS

        forms = ", ".join(f"{each.name} ({each.label})" for each in FORMATS)
        self.help = (self.help or "").format(forms=forms)
        super().format_help_text(ctx, formatter)


@click.group()
def commands() -> None:
    """Work on a project without a window."""


@commands.command("import", cls=WithFormats)
@click.argument("project", type=PATH)
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@click.option("--coder", metavar="INITIALS", help=_("The coder's initials; by default those of the login name."))
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


@commands.command("export", cls=WithForms)
@click.argument("project", type=PATH)
@click.argument("folder", type=FOLDER, required=False)
@click.option("--named", metavar="NAME", help=_("Run the export that the project keeps under this name."))
@click.option("--format", "form", metavar="FORM", default="csv", help=_("The form of the files, such as csv."))
@click.option(
    "--no-bom",
    "bom",
    flag_value=False,
    default=True,
    help=_("Leave out the byte order mark, by which Excel recognises UTF-8."),
)
@click.option("--codes", is_flag=True, help=_("Write the codes of choices instead of their labels."))
@click.option(
    "--table", "tables", multiple=True, metavar="NAME", help=_("Write only this table; can be given several times.")
)
@click.option(
    "--separator",
    type=click.Choice(["comma", "semicolon", "tab"]),
    default="comma",
    help=_("What is between the cells of a row."),
)
@click.option(
    "--decimal", type=click.Choice(["point", "comma"]), default="point", help=_("What is before the decimals.")
)
@click.option("--indicators", is_flag=True, help=_("Add a column with 1 or 0 for each of several choices."))
@click.option("--context", is_flag=True, help=_("Add the sentences before, around and after each claim."))
@click.option(
    "--spreadsheet-safe",
    is_flag=True,
    help=_("Put an apostrophe before texts that a spreadsheet would run or read as dates."),
)
@click.option("--view", metavar="NAME", help=_("Write only the lines of this view, in its order."))
@click.option(
    "--sample", metavar="NAME", help=_("Write only the articles of this sample, and what is recorded in them.")
)
@click.option("--replace", "over", is_flag=True, help=_("Replace files of the same names that are in FOLDER."))
@click.option("--single", is_flag=True, help=_("Pages: one for all articles instead of one for each."))
@network_options
@click.pass_context
def export_project(  # noqa: PLR0913, PLR0917
    context: click.Context,
    /,
    project: Path,
    folder: Path | None,
    named: str | None,
    view: str | None,
    sample: str | None,
    over: bool,
    **options: Any,
) -> None:
    """Write PROJECT into FOLDER, by default its tables as CSV.

    A view is of the statements, the numbers, the speakers or the articles: the table that it is of has only its lines,
    and all others are whole. If several tables have a view with this name, each of them has the lines of its own.

    An export with a name is made in the window; what is given here goes before what it says, and it knows its folder.

    FORM is {forms}.

    Files that are in FOLDER are not replaced unless --replace is given. Prints the name of each file with the number of
    its rows, or of what else it has.
    """
    from models.cli.exporting import run

    require(project)
    if folder is None and named is None:
        raise click.UsageError(_("Give a FOLDER, or the name of an export."))
    by_default = (ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP)
    given = {name: value for name, value in options.items() if context.get_parameter_source(name) not in by_default}
    run(project, folder, given, view=view, sample=sample, named=named, over=over)


@commands.command("codebook")
@click.argument("project", type=PATH)
@click.argument("file", type=PATH, required=False)
@click.option("--import", "read", is_flag=True, help=_("Read the codebook from FILE into PROJECT."))
@click.option("--coder", metavar="INITIALS", help=_("The coder's initials; by default those of the login name."))
def codebook_file(project: Path, file: Path | None, read: bool, coder: str | None) -> None:
    """Write the codebook of PROJECT, or read one into it.

    FILE is a .csv, a .toml, or to be printed an .html file; with --import it can be another project. Without FILE, the
    codebook is printed as TOML.
    """
    from models.cli.codebook import read_into, write

    require(project)
    if read:
        if file is None:
            raise click.UsageError(_("--import needs a FILE."))
        require(file)
        read_into(project, file, coder)
    else:
        write(project, file)


@commands.command("speakers")
@click.argument("project", type=PATH)
@click.argument("file", type=PATH, required=False)
@click.option("--import", "read", is_flag=True, help=_("Read the speakers in FILE into PROJECT."))
@click.option("--preview", is_flag=True, help=_("Print what an import would change, and change nothing."))
@click.option("--codes", is_flag=True, help=_("Write the codes of choices instead of their labels."))
@click.option("--coder", metavar="INITIALS", help=_("The coder's initials; by default those of the login name."))
def speaker_list(  # noqa: PLR0913, PLR0917
    project: Path, file: Path | None, read: bool, preview: bool, codes: bool, coder: str | None
) -> None:
    """Write the speakers of PROJECT as CSV, or read such a list into it.

    Without FILE, the list is printed. A row of a list that is read is about the speaker with its outside_id, or else
    with its name or alias, or about a new one. An empty cell changes nothing. Prints each change; what is refused is
    said with its line.
    """
    from models.cli.speakers import read_into, write

    require(project)
    if not (read or preview):
        write(project, file, codes=codes)
        return
    if file is None:
        raise click.UsageError(_("--import needs a FILE."))
    require(file)
    sys.exit(read_into(project, file, coder, preview=preview))


@commands.command("import-table")
@click.argument("project", type=PATH)
@click.argument("file", type=PATH)
@click.option("--apply", is_flag=True, help=_("Make the changes; without it they are only printed."))
@click.option("--coder", metavar="INITIALS", help=_("The coder's initials; by default those of the login name."))
def import_table(project: Path, file: Path, apply: bool, coder: str | None) -> None:
    """Compare a table that was exported from PROJECT and edited in a spreadsheet, and print what it changes.

    FILE is a statements.csv, claims.csv, numbers.csv or speakers.csv, or a workbook (.xlsx) with such tables. Its rows
    are found by their ids. Words, positions and ids cannot be changed this way, nothing is added, and nothing is
    deleted. What is doubtful, such as a number that may be rounded, is not taken.
    """
    from models.cli.import_table import run

    require(project, file)
    sys.exit(run(project, file, coder, apply=apply))


@commands.command("sample")
@click.argument("project", type=PATH)
@click.option("--name", metavar="NAME", help=_("The name of the sample."))
@click.option("--size", type=click.IntRange(min=1), help=_("How many articles, or constructed weeks."))
@click.option(
    "--method",
    type=click.Choice(["random", "by-outlet", "by-month", "constructed-week"]),
    default="random",
    help=_("How the articles are drawn."),
)
@click.option("--seed", type=click.IntRange(min=0), help=_("The seed; by default a new one is made up."))
@click.option("--equal", is_flag=True, help=_("Draw as many articles of each outlet or month, SIZE of each."))
@click.option("--known-only", is_flag=True, help=_("Leave out articles without the outlet or date that is needed."))
@click.option(
    "--of-a-day", type=click.IntRange(min=1), help=_("Constructed weeks: at most so many articles of a date.")
)
@click.option("--each-outlet", is_flag=True, help=_("Constructed weeks: draw the dates for each outlet separately."))
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help=_("Constructed weeks: the first date."))
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help=_("Constructed weeks: the last date."))
@click.option("--view", metavar="NAME", help=_("Draw from the articles of this view only."))
@click.option("--enlarge", is_flag=True, help=_("Add SIZE to the sample with this name, drawn in the same way."))
@click.option("--coder", metavar="INITIALS", help=_("The coder's initials; by default those of the login name."))
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


@commands.command("check")
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
@click.option("--coder", metavar="INITIALS", help=_("The coder's initials; by default those of the login name."))
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


@commands.command("rescue")
@click.argument("damaged", type=PATH, metavar="FILE")
@click.argument("new", type=PATH)
def rescue_project(damaged: Path, new: Path) -> None:
    """Write what can be read of FILE, a damaged project, into the project NEW.

    FILE is not changed, and NEW must not exist. Prints what was lost, article by article.
    """
    from models.cli.rescuing import run

    require(damaged)
    run(damaged, new)


@commands.command("compact")
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


@commands.command("clean")
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


@commands.command("suggest")
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
