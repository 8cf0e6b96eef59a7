"""Find everything in an article that may be recorded: suggestions, and places that can be without a record."""

from collections.abc import Iterator, Sequence

from models.attribution.known_names import Names
from models.own_words import NO_WORDS, REPORTING_VERBS, OwnWords
from models.suggestions.coverage import find_places
from models.suggestions.finding import find
from models.suggestions.parts import Part, parts_of
from models.text.ranges import Range


def find_parts(
    text: str, language: str, names: Names = (), skipped: Sequence[Range] = (), own: OwnWords = NO_WORDS
) -> Iterator[tuple[Range, Sequence[Part]]]:
    """Yield ranges of a text with the parts that were found in them; the arguments are those of `find`."""
    found = find(text, language, names, skipped, own)
    numbers, verbs = (each.span for each in found.numbers), own.of(language, REPORTING_VERBS)
    yield (0, len(text) + 1), [*parts_of(text, found, find_places(text, language, numbers, verbs))]
