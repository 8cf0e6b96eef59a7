"""A suggestion as a coder has it before recording it: with other boundaries, or without some of its numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.ids import Id
from models.suggestions.found import FoundClaim, FoundNumber
from models.suggestions.open import Suggestion, extent
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Offered:
    """A suggestion under an `id` that stays the same while it is open. All ranges are code points, half-open.

    `found_at` is where it was found to begin, whatever words it has now: suggestions are in this order. `suggestion` is
    what would be recorded. Of a claim, `numbers` are all that are inside, and `left_out` those of them that the coder
    does not want; `has_own_boundaries` if the coder has moved them.
    """

    id: Id
    found_at: int
    suggestion: Suggestion
    numbers: tuple[FoundNumber, ...] = ()
    left_out: frozenset[Range] = frozenset()
    has_own_boundaries: bool = False

    @property
    def is_claim(self) -> bool:
        """Whether it is a claim; otherwise it is a number."""
        return isinstance(self.suggestion, FoundClaim)

    @property
    def parts(self) -> tuple[Range, ...]:
        """The words that would be recorded."""
        return self.suggestion.contents if isinstance(self.suggestion, FoundClaim) else (self.suggestion.span,)

    @property
    def range(self) -> Range:
        """From the first to the last of these words."""
        return extent(self.suggestion)

    @property
    def reach(self) -> Range:
        """From the first to the last word, with those of the cue and the source."""
        found = self.suggestion
        if not isinstance(found, FoundClaim):
            return self.range
        ranges = [*found.contents, *found.source, *((found.cue,) if found.cue else ())]
        return min(start for start, _end in ranges), max(end for _start, end in ranges)

    def ticked(self, number: Range, *, wanted: bool) -> "Offered":
        """Return the claim with or without a number that is inside."""
        return self._with(self.suggestion, self.left_out - {number} if wanted else self.left_out | {number})

    def bounded(self, words: Range, numbers: Iterable[FoundNumber]) -> "Offered":
        """Return it with other words. `numbers` are those that can be in them, read from their words; of a number with
        other words the one that is exactly these.
        """
        found = self.suggestion
        if not isinstance(found, FoundClaim):
            exact = next(each for each in numbers if each.span == words)
            return replace(self, suggestion=replace(exact, rule=found.rule), has_own_boundaries=True)
        inside = tuple(each for each in numbers if words[0] <= each.span[0] and each.span[1] <= words[1])
        moved = replace(self, numbers=inside, has_own_boundaries=True)
        return moved._with(replace(found, contents=(words,)), self.left_out)

    def without_speaker(self) -> "Offered":
        """Return the claim without whom it was found to name: the coder is about to say who speaks."""
        found = self.suggestion
        if not isinstance(found, FoundClaim):
            return self
        return replace(self, suggestion=replace(found, name=None, role=None, kind=None, speaker=None))

    def _with(self, found: Suggestion, left_out: frozenset[Range]) -> "Offered":
        kept = tuple(each for each in self.numbers if each.span not in left_out)
        wanted = replace(found, numbers=kept) if isinstance(found, FoundClaim) else found
        return replace(self, suggestion=wanted, left_out=left_out)


def offered(suggestion: Suggestion) -> Offered:
    """Return a suggestion as it was found."""
    start, end = extent(suggestion)
    if isinstance(suggestion, FoundClaim):
        return Offered(f"suggested claim {start}-{end}", start, suggestion, suggestion.numbers)
    return Offered(f"suggested number {start}-{end}", start, suggestion)
