"""The commands for tables that leave a project or come back to it: export, import-table, codebook and speakers."""

import sys
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from models.cli.network_options import network_options
from models.cli.output import require
from models.cli.parameters import FOLDER, PATH, coder_option
from models.translation import _


class WithForms(click.Command):
    """A command whose help lists the forms of exports in place of {forms}."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help; only then are the forms loaded."""
        from models.exports.formats import FORMATS

        forms = ", ".join(f"{each.name} ({each.label})" for each in FORMATS)
        self.help = (self.help or "").format(forms=forms)
        super().format_help_text(ctx, formatter)


@click.command("export", cls=WithForms)
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


@click.command("import-table")
@click.argument("project", type=PATH)
@click.argument("file", type=PATH)
@click.option("--apply", is_flag=True, help=_("Make the changes; without it they are only printed."))
@coder_option
def import_table(project: Path, file: Path, apply: bool, coder: str | None) -> None:
    """Compare a table that was exported from PROJECT and edited in a spreadsheet, and print what it changes.

    FILE is a statements.csv, claims.csv, numbers.csv or speakers.csv, or a workbook (.xlsx) with such tables. Its rows
    are found by their ids. Words, positions and ids cannot be changed this way, nothing is added, and nothing is
    deleted. What is doubtful, such as a number that may be rounded, is not taken.
    """
    from models.cli.import_table import run

    require(project, file)
    sys.exit(run(project, file, coder, apply=apply))


@click.command("codebook")
@click.argument("project", type=PATH)
@click.argument("file", type=PATH, required=False)
@click.option("--import", "read", is_flag=True, help=_("Read the codebook from FILE into PROJECT."))
@coder_option
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


@click.command("speakers")
@click.argument("project", type=PATH)
@click.argument("file", type=PATH, required=False)
@click.option("--import", "read", is_flag=True, help=_("Read the speakers in FILE into PROJECT."))
@click.option("--preview", is_flag=True, help=_("Print what an import would change, and change nothing."))
@click.option("--codes", is_flag=True, help=_("Write the codes of choices instead of their labels."))
@coder_option
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
