"""Another text for an article, and where everything that is recorded in the article is in that text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.entities import Article, Claim, Dismissed, Number, Offer, Span
from models.errors import OnrecordError
from models.ids import Id
from models.records import ArticleRecords
from models.text.aligning import Alignment, aligned
from models.text.carrying import Carried, Fate, carry
from models.text.excerpts import words_at
from models.text.normalising import line_ranges, normalise
from models.text.ranges import Range
from models.translation import _


@dataclass(frozen=True, slots=True)
class CarriedRecord:
    """A claim or number with its words before and after, and what becomes of it.

    It is GONE if none of its words is left, and CHANGED if some of them differ, or its cue or source does.
    """

    record: Claim | Number
    before: str
    after: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class Correction:
    """A text for an article, in the form that is stored, and what it does to the records of the article.

    `article` is the article with what is known of it afterwards; its content is still that of the old text. `spans` has
    each span with where it is in the new text, `boilerplate` the lines that are boilerplate there, each with the row
    that becomes it, or None for a row to be made. `dismissed` has what stays dismissed, as it is there.
    """

    records: ArticleRecords
    article: Article
    alignment: Alignment
    spans: dict[Id, Carried]
    boilerplate: tuple[tuple[Id | None, Range], ...]
    dismissed: tuple[Dismissed, ...]

    @property
    def text(self) -> str:
        """The new text."""
        return self.alignment.new

    @property
    def changes_anything(self) -> bool:
        """Whether the text differs from that of the article, or what is known of the article."""
        return self.text != self.records.text or self.article != self.records.article

    def left_of(self, record: Id) -> list[Span]:
        """Return the spans of a claim or number that are left, in their order, where they are in the new text."""
        found = ((span, self.spans[span.id].new) for span in self.records.spans_of(record))
        return [replace(span, start=new[0], end=new[1]) for span, new in found if new]

    def carried_records(self) -> list[CarriedRecord]:
        """Return every claim and number, in the order of the old text."""
        records: list[Claim | Number] = [*self.records.claims.values(), *self.records.numbers.values()]
        records.sort(key=lambda each: self.records.place(each.id))
        return [self._carried(each) for each in records]

    def _carried(self, record: Claim | Number) -> CarriedRecord:
        words = [self.spans[span.id] for span in self.records.spans_of_words(record.id)]
        after = words_at(self.text, (each.new for each in words if each.new))
        fates = {self.spans[span.id].fate for span in self.records.spans_of(record.id)}
        left = Fate.SAME if fates <= {Fate.SAME} else Fate.CHANGED
        fate = left if after or not words else Fate.GONE
        return CarriedRecord(record, self.records.words(record.id), after, fate)


def correct(records: ArticleRecords, text: str) -> Correction:
    """Carry everything that is recorded in an article to another text. Raises OnrecordError for an empty text."""
    new = normalise(text)
    if not new.strip():
        raise OnrecordError(
            _("An article needs a text."), _("Nothing was changed."), _("Delete the article if it is not needed.")
        )
    alignment = aligned(records.text, new)
    spans = {span.id: carry((span.start, span.end), alignment) for span in records.spans.values()}
    boilerplate, dismissed = tuple(_boilerplate(records, alignment)), tuple(_dismissed(records, alignment))
    return Correction(records, records.article, alignment, spans, boilerplate, dismissed)


def _dismissed(records: ArticleRecords, alignment: Alignment) -> Iterator[Dismissed]:
    """Yield what stays dismissed: what is left of claims and places, and numbers with the same words."""
    for row in records.dismissed.values():
        found = carry((row.start, row.end), alignment)
        if found.new and (found.fate is Fate.SAME or row.kind is not Offer.NUMBER):
            yield replace(row, start=found.new[0], end=found.new[1])


def _boilerplate(records: ArticleRecords, alignment: Alignment) -> Iterator[tuple[Id | None, Range]]:
    """Yield the lines of the new text of which most was boilerplate in the old one, each once."""
    seen = set[Range]()
    for row in sorted(records.boilerplate.values(), key=lambda row: (row.start, row.end)):
        left: Id | None = row.id
        for line in _mostly_within(carry((row.start, row.end), alignment).new, alignment.new):
            if line not in seen:
                yield left, line
                left = None
            seen.add(line)


def _mostly_within(part: Range | None, text: str) -> list[Range]:
    """Return the lines of a text that are in a range by half of their length or more."""
    if part is None:
        return []
    start, end = part
    stop = text.find("\n", end)
    lines = line_ranges(text, text.rfind("\n", 0, start) + 1, stop if stop >= 0 else None)
    return [line for line in lines if 2 * (min(line[1], end) - max(line[0], start)) >= line[1] - line[0]]
