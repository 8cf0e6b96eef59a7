"""Count against count: what an export announces, compared with what was read."""

from collections.abc import Collection, Sequence

from models.errors import UnreadableArticle
from models.translation import _, counted

NAMED = 5
"""How many missing articles are named."""


class MissingArticles(UnreadableArticle):
    """An export announces more articles than were found in it; those that are known are named."""

    def __init__(self, named: str, announced: int, found: int, missing: Sequence[str]) -> None:
        self.announced, self.found = announced, found
        which = ""
        if missing:
            names = ", ".join(missing[:NAMED]) + (" …" if len(missing) > NAMED else "")
            which = _("Missing: {names}.").format(names=names)
        what = counted(
            "{{name}} announces {{announced:,}} articles, but {count:,} is in it.",
            "{{name}} announces {{announced:,}} articles, but {count:,} are in it.",
            found,
        ).format(name=named, announced=announced)
        super().__init__(
            f"{what} {which}".rstrip(),
            _("Those in it were read."),
            _("Compare it with the list of results, and export what is missing."),
        )


def missing_numbers(numbers: Collection[int], last: int | None) -> list[str]:
    """Return the numbers between the first and the last that are not there, in words; without `last`, the gaps."""
    if not numbers:
        return []
    every = range(min(numbers), max(last or 0, *numbers) + 1)
    return [_("number {number}").format(number=number) for number in every if number not in numbers]
