"""Find the places of an article in which something may have been missed: quotations, reporting verbs and numbers."""

from collections.abc import Iterable, Iterator

from models.lines.open_places import OpenPlaces
from models.own_words import NO_WORDS, REPORTING_VERBS, OwnWords
from models.quantities.locating import numbers_in
from models.records import ArticleRecords
from models.suggestions.places import Place, PlaceKind, counts, open_places
from models.text.quotations import quotations, separator_of
from models.text.range_index import RangeIndex
from models.text.ranges import Range
from models.text.reporting_verbs import reporting_verbs
from models.text.sentences import sentences

LONG_ENOUGH = 4
"""Words from which a quotation is taken for what somebody says, rather than for a name or an ironic word."""

ENDS = (".", ",", "!", "?", "…", ";")
"""Signs before the closing mark that make a shorter quotation a sentence: “We won,” she said."""


def find_places(
    text: str,
    language: str | None,
    numbers: Iterable[Range] | None = None,
    verbs: tuple[str, ...] = (),
    part: Range | None = None,
) -> tuple[Place, ...]:
    """Return every place of a text or of some whole paragraphs of it, in text order; `numbers` are those in it, if they
    are known already, and `verbs` are the reporting verbs that the project adds for its language.

    A sentence that has a quotation is one place, not two.
    """
    language, part = language or "en", part or (0, len(text))
    quoted = [*_quotations(text, part)]
    found = [Place(each, PlaceKind.QUOTATION) for each in quoted if _is_said(text[slice(*each)])]
    said, inside = RangeIndex(place.range for place in found), RangeIndex(quoted)
    for first, last in sentences(text[slice(*part)], language):
        sentence = part[0] + first, part[0] + last
        reporting = () if said.overlaps(sentence) else reporting_verbs(text, *sentence, language, verbs)
        if any(not inside.holds(each) for each in reporting):
            found.append(Place(sentence, PlaceKind.VERB))
    spans = numbers_in(text, *part, language) if numbers is None else numbers
    return tuple(sorted((*found, *(Place(each, PlaceKind.NUMBER) for each in spans)), key=lambda each: each.range))


def _quotations(text: str, part: Range) -> Iterator[Range]:
    """Yield the quotations of each paragraph, as `quotations_around` does: blank lines separate them, if there are
    any.
    """
    separator, at = separator_of(text), part[0]
    for paragraph in text[slice(*part)].split(separator):
        yield from ((at + start, at + end) for start, end in quotations(paragraph))
        at += len(paragraph) + len(separator)


def _is_said(words: str) -> bool:
    """Return whether a quotation, with its marks, is what somebody says."""
    return len(words.split()) >= LONG_ENOUGH or (" " in words and words[:-1].rstrip("’'”\"").endswith(ENDS))


def count_open(records: ArticleRecords, own: OwnWords = NO_WORDS) -> OpenPlaces:
    """Read the text of an article and return how many of its places are open; `own` has the words of the project."""
    language = records.article.language or "en"
    places = find_places(records.text, language, verbs=own.of(language, REPORTING_VERBS))
    return counts(open_places(places, records))
