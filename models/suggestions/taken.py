"""Remember which words of a paragraph belong to claims that were found already."""

from collections.abc import Iterable

from models.attribution.nouns import WordRange
from models.suggestions.drafts import Draft


class Taken:
    """The indexes of words that are taken: `words` by claims and what reports them, `contents` by claims alone."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.words, self.contents = set[int](), set[int]()
        for draft in drafts:
            self.take(draft)

    def take(self, draft: Draft) -> None:
        """Remember the words of a claim, so that no other claim begins with them."""
        for first, last in draft.parts:
            self.contents.update(range(first, last + 1))
        for first, last in (*draft.parts, *filter(None, (draft.cue, draft.source))):
            self.words.update(range(first, last + 1))

    def free_until(self, start: int, last: int) -> int:
        """Return the index before the first word from `start` on that is taken, `last` if none is."""
        return next((at - 1 for at in range(start, last + 1) if at in self.words), last)

    def is_free(self, *ranges: WordRange) -> bool:
        """Return whether no word of these ranges is taken."""
        return not any(at in self.words for first, last in ranges for at in range(first, last + 1))
