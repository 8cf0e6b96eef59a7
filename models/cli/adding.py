"""Add what was found in files, or in another project, to a project, and keep what is to be said of it."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from itertools import repeat
from pathlib import Path

from models.actions.articles import import_articles
from models.actions.importing_project import arriving, import_project
from models.articles.draft import Draft
from models.articles.site_lines import NO_LINES, SiteLines
from models.cli.projects import open_project
from models.edits import Edit
from models.entities import Article
from models.errors import OnrecordError, UnreadableArticle
from models.incoming.entry import entry_of
from models.incoming.report import Line, report_of
from models.intake import Batch, Duplicate, summary
from models.other_projects.arriving import sentences
from models.other_projects.other_project import Part
from models.store import Store
from models.store.bodies import ArticleBody
from models.store.other_files import other_project
from models.translation import _


class Adding:
    """Write the batches of an intake into a project, which is made as soon as there is something to write.

    `titles` are those of the articles written; `said` holds messages about the others.
    """

    def __init__(self, project: Path, coder: str, again: bool, opened: ExitStack) -> None:
        self._path, self._coder, self._again, self._opened = project, coder, again, opened
        self._store = opened.enter_context(open_project(project)) if project.exists() else None
        self.titles: list[str] = []
        self.said: list[str] = []
        self.lines: list[Line] = []
        """The lines of the report."""
        self.refused = self.known = self.missing = 0

    @property
    def site_lines(self) -> SiteLines:
        """Return the lines that the project remembers of sites."""
        return self._store.site_lines() if self._store else NO_LINES

    def bodies(self) -> Iterable[ArticleBody]:
        """Return the texts that the project has."""
        return self._store.bodies() if self._store else ()

    def title_of(self, sha256: str) -> str | None:
        """Return the title of the project's first article with a text, or None."""
        articles = self._store.articles_of_content(sha256) if self._store else []
        return articles[0].title if articles else None

    def add(self, batch: Batch) -> None:
        """Write the articles of a batch, and note messages about the others."""
        self.said += (sentence for found in batch.found for sentence in self._sentences(found))
        self.refused += len(batch.refusals)
        self.missing += batch.missing
        entries = map(entry_of, batch.found, batch.paths or repeat(None))
        self.lines += report_of(replace(each, taken=each.taken or self._again) for each in entries).lines
        self.known += 0 if self._again else len(batch.duplicates)
        if drafts := batch.drafts(again=self._again):
            self._write(drafts)

    def _sentences(self, found: Draft | Duplicate | UnreadableArticle) -> list[str]:
        match found:
            case UnreadableArticle():
                return [str(found)]
            case Duplicate(draft=draft, title=title) if not self._again:
                left_out = _(
                    "“{name}” is already in the project, as “{title}”, and was left out. Use --again to add it."
                )
                return [left_out.format(name=draft.file_name, title=title)]
            case Duplicate(draft=draft) | (Draft() as draft):
                return [f"{draft.file_name}: {warning}" for warning in draft.warnings]

    def add_project(self, path: Path, part: Part) -> None:
        """Write what a part of another project brings, and note what is left out."""
        with ExitStack() as opened:
            try:
                other = opened.enter_context(other_project(path, self._path if self._store else None))
            except OnrecordError as error:
                self.refused += 1
                self.said.append(str(error))
                return
            found = arriving(other, self._made().present(other), part)
            edit = import_project(other, found)
        self._apply(edit)
        self.titles += (article.title for article in edit.made(Article))
        self.said += sentences(found, path.name)
        if part is Part.ARTICLES and other.is_coded:
            only = _("Only the articles of “{name}” were imported; --what all brings what is recorded in them too.")
            self.said.append(only.format(name=path.name))

    def _write(self, drafts: list[Draft]) -> None:
        self._apply(import_articles(drafts))
        self.titles += (draft.title for draft in drafts)

    def _apply(self, edit: Edit) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._made().apply(edit.stamped(self._coder, now))

    def _made(self) -> Store:
        """Return the project, which is made now if it is not there."""
        if self._store is None:
            self._store = self._opened.enter_context(Store.create(self._path))
            self.said.append(_("Created the project “{path}”.").format(path=self._path))
        return self._store

    def summary(self) -> str:
        """Return a summary in a sentence or two."""
        done = summary(len(self.titles), self.known, self.refused, self.missing)
        return done if self._store else " ".join([done, _("“{path}” was not created.").format(path=self._path)])
