"""Open the file of another project to take something from it. It is only read; an older one is upgraded as a copy."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from models.articles.dna.reading import is_dna
from models.articles.input_file import InputFile
from models.entities import Anchor
from models.errors import OlderProject, OnrecordError, UnreadableArticle
from models.other_projects.dna.project import dna_project
from models.other_projects.other_project import OtherArticle, OtherProject
from models.records import ArticleRecords
from models.store.copying import copy_whole
from models.store.opening import MAGIC, connect, damaged
from models.store.problems import explained
from models.store.schema import APPLICATION_ID
from models.store.store import Store
from models.translation import _

NOTHING = _("Nothing was imported.")


def is_project(path: Path) -> bool:
    """Return whether a file is a project, or a database of the Discourse Network Analyzer, by its content.

    False if it cannot be read.
    """
    return _is_ours(path) or _is_dna(path)


def _is_ours(path: Path) -> bool:
    if not path.is_file():  # a pipe would wait, and lose what is read from it
        return False
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:
        return False
    return header.startswith(MAGIC) and int.from_bytes(header[68:72]) == APPLICATION_ID


def _is_dna(path: Path) -> bool:
    try:
        return is_dna(InputFile.open(path))
    except UnreadableArticle:
        return False


@contextmanager
def other_project(path: Path, project: Path | None = None) -> Iterator[OtherProject]:
    """Open another project than `project`, and read it.

    Raises OnrecordError if it is that project itself, is damaged, or was made by a newer version.
    """
    if project and _is_same(path, project):
        itself = _("“{name}” is the project that is open.").format(name=path.name)
        raise OnrecordError(itself, NOTHING, _("Choose another project."))
    if _is_dna(path):
        yield dna_project(path)
        return
    with _opened(path) as store, store.snapshot() as snapshot:
        if store.problems():
            raise damaged(path)
        articles = [_article(path, records) for records in snapshot.articles()]
        yield OtherProject(
            *(path.name, snapshot.registry(), snapshot.codebook(), tuple(articles), store.original),
            own_words=snapshot.own_words(),
        )


def _is_same(path: Path, project: Path) -> bool:
    try:
        return path.samefile(project)
    except OSError:
        return False


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    """Open a project for reading; one of an older version is copied, and the copy is upgraded."""
    with ExitStack() as opened:
        try:
            store = Store.open(path, read_only=True)
        except OlderProject:
            folder = opened.enter_context(TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True))
            store = Store.open(_upgraded(path, Path(folder) / path.name), read_only=True)
        yield opened.enter_context(store)


def _upgraded(path: Path, copy: Path) -> Path:
    with explained(path), closing(connect(path, read_only=True)) as connection:
        copy_whole(connection, path, copy)
    Store.open(copy, upgraded=lambda _upgraded: None).close()
    return copy


def _article(path: Path, records: ArticleRecords) -> OtherArticle:
    """Return an article with what is recorded in it; its examples are in the codebook. Raises NotAProject."""
    placed = (records.spans, records.boilerplate, records.dismissed)
    ends = (row.end for rows in placed for row in rows.values())
    if records.altered or max(ends, default=0) > len(records.text):
        raise damaged(path)
    rows = tuple(row for row in records.rows() if not isinstance(row, Anchor))
    return OtherArticle(records.article, records.text, rows)
