"""Say in words what a project would forget, what that means for undo, and which copies made before still hold it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.backups.places import Place
from models.counts import count_of
from models.disk_room import size_in_words
from models.entities import Article, Claim, Number, Record, Speaker
from models.errors import NotSaved
from models.store.compacting import Forgettable
from models.translation import _, counted

NAMED: tuple[type[Record], ...] = (Article, Speaker, Claim, Number)
"""The records that are counted in words; the others belong to them."""

MOST_NAMED = 5
"""Copies whose names are told."""


@dataclass(frozen=True, slots=True)
class Remains:
    """What would be forgotten, and the files beside the project that would still hold it."""

    found: Forgettable
    copies: tuple[Path, ...]

    @property
    def sentences(self) -> Sequence[str]:
        """What goes, what it means, and what stays, a sentence each."""
        return tuple(sentence for sentence in (*self._what_goes(), *self._what_it_means(), *self._what_stays()))

    def _what_goes(self) -> Iterable[str]:
        found = self.found
        if found.nothing:
            yield _("Nothing that was deleted is left in the file.")
        rows = ", ".join(count_of(kind, found.rows[kind]) for kind in NAMED if found.rows.get(kind))
        if rows:
            yield _("Deleted records are removed from the history: {records}.").format(records=rows)
        if found.texts:
            texts = counted("{count:,} text", "{count:,} texts", found.texts)
            yield _("Texts that no article has any more: {texts} ({size}).").format(
                texts=texts, size=size_in_words(found.text_bytes)
            )
        if found.files:
            files = counted("{count:,} file", "{count:,} files", found.files)
            yield _("Original files that no article has any more: {files} ({size}).").format(
                files=files, size=size_in_words(found.file_bytes)
            )
        if found.free_bytes:
            yield _("Empty space is removed: {size} of {whole}.").format(
                size=size_in_words(found.free_bytes), whole=size_in_words(found.size)
            )

    def _what_it_means(self) -> Iterable[str]:
        if not self.found.last:
            return
        label, coder, at = self.found.last
        edits = counted(
            "{count:,} edit stays in the history without what it changed.",
            "{count:,} edits stay in the history without what they changed.",
            self.found.edits,
        )
        last = _("The last of them is “{label}” by {coder}, {day}: Undo stops there, for good.")
        yield f"{edits} {last.format(label=label, coder=coder, day=at[:10])}"

    def _what_stays(self) -> Iterable[str]:
        if self.copies:
            copies = counted(
                "{count:,} copy that the program made may still hold what was deleted",
                "{count:,} copies that the program made may still hold what was deleted",
                len(self.copies),
            )
            yield f"{copies}: {self._named_copies()}."
        yield _("Copies that you or others made, and exported files, may hold it too, and so may the disk for a while.")

    def _named_copies(self) -> str:
        """Return the names of the copies; of many only the first, or no screen would be high enough."""
        names = [each.name for each in self.copies]
        if len(names) <= MOST_NAMED:
            return ", ".join(names)
        others = counted("{count:,} other", "{count:,} others", len(names) - MOST_NAMED)
        return _("{names} and {others}").format(names=", ".join(names[:MOST_NAMED]), others=others)


def remains(found: Forgettable, project: Path, place: Place) -> Remains:
    """Return what would be forgotten, with the backups of the project and the copies that upgrades left beside it."""
    return Remains(found, tuple(backup.path for backup in place.backups_of(project)))


def delete_copies(copies: Iterable[Path]) -> None:
    """Delete the files that still hold what was forgotten. Raises NotSaved for the first that cannot be deleted, once
    the others are.
    """
    problem: NotSaved | None = None
    for copy in copies:
        try:
            copy.unlink(missing_ok=True)
        except OSError as error:
            problem = problem or NotSaved(
                _("“{name}” cannot be deleted: {reason}.").format(name=copy.name, reason=error.strerror),
                _("The project is compact, but this copy still has what was forgotten."),
                _("Delete it in another way."),
            )
    if problem:
        raise problem
