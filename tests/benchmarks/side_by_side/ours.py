"""Onrecord, by the same steps: below the window, through the store."""

import os
from datetime import UTC, datetime
from pathlib import Path

from models.actions.articles import import_articles
from models.actions.claims import delete_claim, mark_claim
from models.edits import Edit
from models.entities import Claim
from models.exports.delivery import export
from models.exports.formats import format_named
from models.exports.options import Options
from models.ids import Id
from models.intake import take_in
from models.records import ArticleRecords
from models.store import Store
from tests.benchmarks.side_by_side.taguette import peak_of, used_in


class Onrecord:
    """A project. A highlight is a claim; its tag is that it is one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = Store.create(folder / "study.onrecord")
        self.records: ArticleRecords | None = None

    def add(self, pages: list[Path]) -> list[Id]:
        """Import pages, all in one edit as the window does, and return the articles."""
        drafts = [draft for batch in take_in(pages, lambda _hash: None) for draft in batch.drafts()]
        edit = import_articles(drafts)
        self._do(edit)
        return [change.row.id for change in edit.changes[: len(pages)]]

    def open(self, article: Id) -> ArticleRecords:
        """Read an article with everything recorded in it, and compare its text with its hash."""
        self.records = self._store.article_records(article)
        return self.records

    def highlight(self, start: int, end: int) -> Claim:
        """Record a claim between two offsets in code points."""
        assert self.records
        claim = self._do(mark_claim(self.records, start, end)).changes[0].row
        assert isinstance(claim, Claim)
        return claim

    def delete(self, claim: Claim) -> None:
        """Delete a claim."""
        assert self.records
        self._do(delete_claim(self.records, claim))

    def export(self, suffix: str) -> None:
        """Export the claims as csv or xlsx; each file is read back and compared with the project."""
        target = format_named(suffix).make()
        export(self._store, self._folder / suffix, target, Options(tables=("claims",)))

    def _do(self, edit: Edit) -> Edit:
        written = self._store.apply(edit.stamped("AB", datetime.now(UTC).isoformat(timespec="milliseconds")))
        assert written
        if self.records:
            self.records.take(written)
        return written

    def memory(self) -> int:
        """Return the most memory that this process has had, in bytes."""
        return peak_of(os.getpid())

    def size(self) -> int:
        """Return the size of the project without free pages, in bytes."""
        return used_in(self._store.path)
