"""Which articles of a batch hold the same text as another of the batch, or as one that the project has already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.actions.articles import content_of
from models.articles.draft import Draft


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article that would be there twice. `same_as` is the one of the batch, or the title of the project's."""

    draft: Draft
    same_as: Draft | str

    @property
    def sentence(self) -> str:
        """What it is the same as: "“b.txt” holds the same text as “a.txt”."."""
        if isinstance(self.same_as, str):
            return f"{_named(self.draft)} is in the project already, as “{self.same_as}”."
        return f"{_named(self.draft)} holds the same text as {_named(self.same_as)}."


def duplicates(drafts: Sequence[Draft], title_of: Callable[[str], str | None]) -> list[Duplicate]:
    """The articles of a batch whose text has been there before, in order.

    `title_of` gives the title under which the project has the text of a SHA-256, or None.
    """
    found: list[Duplicate] = []
    seen: dict[str, Draft | str] = {}
    for draft in drafts:
        text = content_of(draft).sha256
        before = seen.get(text) or title_of(text)
        if before is not None:
            found.append(Duplicate(draft, before))
        seen.setdefault(text, before if before is not None else draft)
    return found


def _named(draft: Draft) -> str:
    return f"“{draft.file_name or draft.title}”"
