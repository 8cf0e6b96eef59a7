"""Find everything in an article that may be recorded: suggestions, and places that can be without a record."""

from collections.abc import Iterator, Sequence

from models.own_words import REPORTING_VERBS
from models.suggestions.coverage import find_places
from models.suggestions.finding import find_by_and_by
from models.suggestions.parts import Part, parts_of
from models.suggestions.sought import Sought
from models.text.ranges import Range


def find_parts(sought: Sought, first: int = 0) -> Iterator[tuple[Range, Sequence[Part]]]:
    """Yield one range of a text after the other with the parts that are found in it, as `find_by_and_by` does."""
    text, language = sought.text, sought.language
    verbs = sought.own.of(language, REPORTING_VERBS)
    for range_, found in find_by_and_by(sought, first):
        numbers = (each.span for each in found.numbers)
        yield range_, [*parts_of(text, found, find_places(text, language, numbers, verbs, range_))]
