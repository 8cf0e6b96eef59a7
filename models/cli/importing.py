"""`onrecord import`: add files and folders to a project as articles."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import click

from models.alike import KnownTexts
from models.articles.doubts import DOUBTS
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.cli.adding import Adding
from models.cli.output import NoSuchFile, one_line, progress, require, say
from models.coder import default_coder
from models.files import PROJECT_SUFFIX
from models.incoming.report import Report
from models.intake import Batch, files_below, take_in
from models.other_projects.other_project import Part
from models.store.other_files import is_project
from models.translation import _


def run(  # noqa: PLR0913
    project: Path,
    files: tuple[Path, ...],
    coder: str | None,
    *,
    again: bool,
    part: Part,
    how: HowToRead = AS_FOUND,
    report: Path | None = None,
) -> int:
    """Import files into a project, and the given part of other projects; write a report of the files if one is wanted.

    Return the exit code: 1 if any was refused or articles are missing.

    Raises NoSuchFile or click's UsageError before anything is done, and OnrecordError if the project refuses.
    """
    require(*files)
    _require_sound_name(project)
    projects = [file for file in files if is_project(file)]  # before the project is opened, which may be one of them
    with ExitStack() as opened:
        adding = Adding(project, (coder or "").strip() or default_coder(), again, opened)
        try:
            for other in projects:
                adding.add_project(other, part)
            _add_files(adding, [file for file in files if file not in projects], how)
        finally:
            _tell(adding, report)
    say(adding.summary())
    return 1 if adding.refused or adding.missing else 0


def _add_files(adding: Adding, files: Iterable[Path], how: HowToRead) -> None:
    paths, empty = files_below(files)
    adding.add(Batch(tuple(empty)))
    doubts = (*DOUBTS, KnownTexts(adding.bodies()).alike)
    with progress(paths) as watched:
        for batch in take_in(watched, adding.title_of, how=replace(how, site_lines=adding.site_lines), doubts=doubts):
            adding.add(batch)


def _tell(adding: Adding, report: Path | None) -> None:
    """Say what was found and write the report, after the progress bar has ended, which is on the same line."""
    for sentence in adding.said:
        say(sentence)
    for title in adding.titles:
        click.echo(one_line(title))
    if report:
        Report(tuple(adding.lines)).write(report)


def _require_sound_name(project: Path) -> None:
    """Refuse a name that may be a typing error: a new project must have our suffix, and its folder must exist."""
    try:
        if project.exists():
            return
    except OSError as error:  # a name that is too long, or a folder without permission
        raise NoSuchFile(project) from error
    if not project.absolute().parent.is_dir():
        raise NoSuchFile(project.parent)
    if project.suffix != PROJECT_SUFFIX:
        raise click.UsageError(
            _("There is no project “{project}”. The name of a new one must end in {suffix}.").format(
                project=project, suffix=PROJECT_SUFFIX
            )
        )
