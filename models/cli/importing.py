"""`onrecord import`: files and folders become articles of a project."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import click

from models.actions.articles import content_of, import_articles
from models.articles.draft import Draft
from models.articles.sources import READABLE, read_file, read_folder_or_file
from models.cli.output import NoSuchFile, one_line, progress, require, say
from models.cli.projects import open_project
from models.coder import default_coder
from models.errors import UnreadableArticle
from models.store import Store
from models.words import plural

SUFFIX = ".onrecord"

BATCH = 32 * 2**20
"""Letters and bytes that are gathered and then written in one transaction: it bounds the memory."""


def run(project: Path, files: tuple[Path, ...], coder: str | None, *, again: bool) -> int:
    """Import files into a project. Returns the exit code: 1 if any was refused.

    Raises NoSuchFile or click's UsageError before anything is done, OnrecordError when the project refuses.
    """
    require(*files)
    _require_sound_name(project)
    with ExitStack() as opened:
        adding = Adding(project, (coder or "").strip() or default_coder(), again, opened)
        try:
            with progress(list(chain.from_iterable(map(adding.found, files)))) as paths:
                adding.add(paths)
        finally:
            # Not before the bar has ended: it shares the line.
            for sentence in adding.said:
                say(sentence)
            for title in adding.titles:
                click.echo(one_line(title))
    say(adding.summary())
    return 1 if adding.refused else 0


def _require_sound_name(project: Path) -> None:
    """A typing error must not make a file: a new project is called one, and its folder is there."""
    try:
        if project.exists():
            return
    except OSError as error:  # a name too long, or a folder that may not be looked into
        raise NoSuchFile(project) from error
    if not project.absolute().parent.is_dir():
        raise NoSuchFile(project.parent)
    if project.suffix != SUFFIX:
        raise click.UsageError(f"There is no project “{project}”. The name of a new one must end in {SUFFIX}.")


class Adding:
    """Articles on their way into a project: gathered, written in batches, and counted.

    The project is made when there is something to write into it. `titles` are of those that are written, `said` is
    what there is to say of the others.
    """

    def __init__(self, project: Path, coder: str, again: bool, opened: ExitStack) -> None:
        self._path, self._coder, self._again, self._opened = project, coder, again, opened
        self._store = opened.enter_context(open_project(project)) if project.exists() else None
        self._batch: list[Draft] = []
        self._batched: dict[str, str] = {}
        self._size = 0
        self.titles: list[str] = []
        self.said: list[str] = []
        self.refused = self.known = 0

    def found(self, path: Path) -> list[Path]:
        """The files that a path means; a folder without any is refused."""
        paths = list(read_folder_or_file(path))
        if not paths:
            self._refuse(f"“{path}” holds no file that can be read as an article ({', '.join(READABLE)}).")
        return paths

    def add(self, paths: Iterable[Path]) -> None:
        """Add every file that is an article, and say why another is none."""
        for path in paths:
            try:
                draft = read_file(path)
            except UnreadableArticle as error:
                self._refuse(str(error))
                continue
            for warning in draft.warnings:
                self.said.append(f"{path.name}: {warning}")
            self._take(draft, path)
        self._write()

    def _refuse(self, reason: str) -> None:
        self.refused += 1
        self.said.append(reason)

    def _take(self, draft: Draft, path: Path) -> None:
        """Gather one article, unless the project has its text already."""
        sha256 = content_of(draft).sha256
        known = self._title_of(sha256)
        if known is not None and not self._again:
            self.known += 1
            self.said.append(f"“{path.name}” is there already, as “{known}”, and was left out; --again adds it.")
            return
        self._batch.append(draft)
        self._batched[sha256] = draft.title
        self._size += len(draft.text) + len(draft.original or b"")
        if self._size >= BATCH:
            self._write()

    def _title_of(self, sha256: str) -> str | None:
        """The title of an article that has this text: one that waits to be written, or one in the project."""
        if sha256 in self._batched:
            return self._batched[sha256]
        articles = self._store.articles_of_content(sha256) if self._store else []
        return articles[0].title if articles else None

    def _write(self) -> None:
        if not self._batch:
            return
        if self._store is None:
            self._store = self._opened.enter_context(Store.create(self._path))
            self.said.append(f"Made the project “{self._path}”.")
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._store.apply(import_articles(self._batch).stamped(self._coder, now))
        self.titles += (draft.title for draft in self._batch)
        self._batch, self._batched, self._size = [], {}, 0

    def summary(self) -> str:
        """What was done in all, in a sentence or two."""
        parts = [f"{plural(len(self.titles), 'article')} added"]
        parts += [f"{self.known:,} there already"] * bool(self.known)
        parts += [f"{self.refused:,} refused"] * bool(self.refused)
        not_made = f" “{self._path}” was not made." if self._store is None else ""
        return f"{', '.join(parts)}.{not_made}"
