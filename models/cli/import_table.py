"""`onrecord import-table`: compare tables that were edited in a spreadsheet with a project, and take their changes."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from models.actions.cells import Refusal
from models.cli.output import one_line, say
from models.cli.projects import open_project
from models.coder import default_coder
from models.returning.comparing_file import compare_file
from models.returning.comparison import Comparison, Difference
from models.returning.differences import write
from models.returning.in_words import about_rows, summary
from models.store.locking import ProjectLock
from models.translation import _


def run(project: Path, file: Path, coder: str | None, *, apply: bool) -> int:
    """Print what a file changes in a project, and make the changes as one edit if wanted.

    Return the exit code: 1 if anything of the file is not taken. Raises OnrecordError; nothing was changed then.
    """
    if not apply:
        with open_project(project, read_only=True) as store:
            return _tell(compare_file(store, file), applied=False)
    coder = coder or default_coder()
    with closing(ProjectLock.take(project, coder)), open_project(project) as store:
        found = compare_file(store, file)
        written = write(found.certain, found.known)
        if written.edit.changes:
            store.apply(written.edit.stamped(coder, datetime.now(UTC).isoformat(timespec="milliseconds")))
    return _tell(found, applied=True)


def _tell(found: Comparison, *, applied: bool) -> int:
    """Print each change, and say what is not taken and remarkable."""
    for each in found.certain:
        click.echo(one_line(_change(each)))
    for each in found.differences:
        if each.doubt:
            say(_("Not taken: {change}. {doubt}").format(change=_change(each), doubt=each.doubt))
    for refusal in found.refused:
        say(_refusal(refusal))
    for sentence in (*about_rows(found), *found.remarks, *summary(found, applied=applied)):
        say(sentence)
    doubtful = len(found.differences) > len(found.certain)
    return 1 if found.refused or found.not_taken or found.unknown or found.bad or doubtful else 0


def _change(each: Difference) -> str:
    cell = each.cell
    said = _("{where} · {column}: {before} → {after}")
    change = said.format(where=cell.about, column=cell.column, before=cell.text or "–", after=each.becomes or "–")
    return f"{change} ({each.note})" if each.note else change


def _refusal(refusal: Refusal) -> str:
    said = _("{where} · {column}: “{text}” is not taken. {reason}")
    cell = refusal.cell
    return said.format(where=cell.about, column=cell.column, text=refusal.text, reason=refusal.reason)
