"""`onrecord speakers`: write the speakers of a project as CSV, or read such a list into a project."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from models.actions.cells import Written
from models.actions.importing_speakers import import_speakers
from models.cli.output import one_line, say
from models.cli.projects import open_project
from models.coder import default_coder
from models.known import Known
from models.speaker_lists.speakers_csv import SpeakerList, read_file, write_file, write_speakers
from models.store import Store
from models.store.locking import ProjectLock
from models.translation import _, counted


def write(project: Path, file: Path | None, *, codes: bool) -> None:
    """Write the speakers of a project to a file, or to standard output. Raises OnrecordError."""
    with open_project(project, read_only=True) as store:
        text = write_speakers(_known(store), store.codebook(), codes=codes)
    if file is None:
        click.echo(text, nl=False)
    else:
        write_file(file, text)


def read_into(project: Path, file: Path, coder: str | None, *, preview: bool) -> int:
    """Import a list of speakers as one edit, or only print what that would change; return the exit code: 1 if
    something is refused. Raises OnrecordError; nothing was imported then.
    """
    if preview:
        with open_project(project, read_only=True) as store:
            listed = read_file(file, store.codebook())
            return _tell(import_speakers(listed, _known(store)), listed)
    coder = coder or default_coder()
    with closing(ProjectLock.take(project, coder)), open_project(project) as store:
        listed = read_file(file, store.codebook())
        written = import_speakers(listed, _known(store))
        if written.edit.changes:
            store.apply(written.edit.stamped(coder, datetime.now(UTC).isoformat(timespec="milliseconds")))
    return _tell(written, listed)


def _known(store: Store) -> Known:
    return Known(store.registry(), lambda _record: ())


def _tell(written: Written, listed: SpeakerList) -> int:
    """Print each change, and say what is refused and remarkable."""
    for each in written.changed:
        said = _("{where} · {column}: {before} → {after}")
        cell = each.cell
        change = said.format(where=cell.about, column=cell.column, before=cell.text or "–", after=each.text or "–")
        click.echo(one_line(change))
    for refusal in written.refused:
        said = _("{where} · {column}: {reason}")
        say(said.format(where=refusal.cell.about, column=refusal.cell.column, reason=refusal.reason))
    for remark in listed.remarks:
        say(remark)
    say(counted("{count:,} cell changes.", "{count:,} cells change.", written.count))
    return 1 if written.refused else 0
