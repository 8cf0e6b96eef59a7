"""`onrecord codebook`: write the codebook of a project to a file, or read one into a project."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from models.actions.importing_codebook import import_codebook
from models.cli.output import say
from models.cli.projects import open_project
from models.codebook.files import codebook_file
from models.codebook.files.drafts import VariableDraft, drafts_of
from models.codebook.files.toml_form import write_toml
from models.coder import default_coder
from models.files import PROJECT_SUFFIX
from models.store.locking import ProjectLock
from models.translation import counted


def write(project: Path, file: Path | None) -> None:
    """Write the codebook of a project to a file, or as TOML to standard output. Raises OnrecordError."""
    with open_project(project, read_only=True) as store:
        codebook = store.codebook()
    if file is None:
        click.echo(write_toml(drafts_of(codebook)), nl=False)
    else:
        codebook_file.write(file, drafts_of(codebook))


def read_into(project: Path, file: Path, coder: str | None) -> None:
    """Import a codebook into a project, as one edit. Raises OnrecordError; nothing was imported then."""
    coder = coder or default_coder()
    drafts = _drafts_in(file)
    with closing(ProjectLock.take(project, coder)), open_project(project) as store:
        edit = import_codebook(store.codebook(), drafts)
        if edit.changes:
            store.apply(edit.stamped(coder, datetime.now(UTC).isoformat(timespec="milliseconds")))
    say(counted("{count:,} variable was read.", "{count:,} variables were read.", len(drafts)))


def _drafts_in(file: Path) -> list[VariableDraft]:
    """Return the codebook in a file, or that of another project."""
    if file.suffix.lower() != PROJECT_SUFFIX:
        return codebook_file.read(file)
    with open_project(file, read_only=True) as store:
        return drafts_of(store.codebook())
