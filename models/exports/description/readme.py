"""Write the first thing to read in the folder: what each file is, how to read the tables, and how to cite them."""

from collections.abc import Iterator

from models.exports.description.assistance import sentences
from models.exports.description.contents import Contents
from models.exports.description.words import advice, citation, form_of, rows_of, samples_in, state
from models.translation import _

SCRIPTS = (
    ("read_tables.R", "R", 'source("read_tables.R", chdir = TRUE)'),
    ("read_tables.py", "Python", "from read_tables import statements"),
    ("read_tables.do", "Stata", "do read_tables.do"),
    ("read_tables.sps", "SPSS", "INSERT FILE='read_tables.sps'."),
)
"""The scripts, each with its program and the command that runs it in its folder."""


def readme(contents: Contents) -> str:
    """Return the text of the file."""
    return "\n".join(_lines(contents)) + "\n"


def _lines(contents: Contents) -> Iterator[str]:
    yield contents.title
    yield "=" * len(contents.title)
    yield ""
    yield _("Who said what, with which numbers: claims recorded from news articles with Onrecord.")
    yield from state(contents)
    yield from _part(_("Tables"))
    for table in contents.tables:
        yield f"{table.file}  ({rows_of(table)})"
        yield f"    {table.table.description}"
    yield from _part(_("Descriptions"))
    yield "codebook.html, codebook.md"
    yield "    " + _("What every column means, for people. Begin here.")
    yield "datapackage.json"
    yield "    " + _("The same for programs (Data Package by Frictionless), with the SHA-256 of each table.")
    yield from _part(_("Scripts that read the tables with types and labels"))
    for name, program, command in SCRIPTS:
        yield name
        yield f"    {program}: {command}"
    if broken := [table.file for table in contents.tables if table.broken]:
        said = _("    It leaves out {files}, which have line breaks in cells: export an SPSS file (sav) for these.")
        yield said.format(files=", ".join(broken))
    yield from _part(_("How to read the tables"))
    yield from (*form_of(contents), *advice(contents))
    yield from _part(_("Suggestions"))
    yield from sentences(contents.assisted)
    if contents.samples:
        yield from _part(_("Samples"))
        yield from samples_in(contents)
    if contents.remarks:
        yield from _part(_("What readers should know"))
        yield from contents.remarks
    yield from _part(_("How to cite"))
    yield citation(contents)
    yield _("Put the names of those who publish the data in the place of [Authors].")


def _part(title: str) -> Iterator[str]:
    yield from ("", title, "-" * len(title))
