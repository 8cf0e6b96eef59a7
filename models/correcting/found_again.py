"""Find the records of an article again in another one that has the same words, such as agency copy in two papers."""

from dataclasses import dataclass, replace

from models.correcting.correction import CarriedRecord
from models.entities import Claim, Number, Span
from models.ids import Id
from models.records import ArticleRecords
from models.text.aligning import aligned
from models.text.carrying import Carried, Fate, carry
from models.text.excerpts import words_at
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """Which claims and numbers of an article have exactly their words in another one, and which have not.

    `already` has the records that the other article has at the same place, each with the one that is there.
    """

    source: ArticleRecords
    target: ArticleRecords
    spans: dict[Id, Carried]
    found: tuple[Claim | Number, ...]
    missing: tuple[Claim | Number, ...]
    already: dict[Id, Id]

    def spans_of(self, record: Id) -> list[Span]:
        """Return the spans of a record that are found, where they are in the other article."""
        places = ((span, self.spans[span.id]) for span in self.source.spans_of(record))
        kept = ((span, each.new) for span, each in places if each.fate is Fate.SAME and each.new)
        return [replace(span, start=new[0], end=new[1]) for span, new in kept]

    def missing_records(self) -> list[CarriedRecord]:
        """Return the records that are missing in the other article, with its words at their place."""
        return [
            CarriedRecord(each, self.source.words(each.id), self._words(each.id), Fate.CHANGED) for each in self.missing
        ]

    def _words(self, record: Id) -> str:
        there = (self.spans[span.id].new for span in self.source.spans_of_words(record))
        return words_at(self.target.text, (each for each in there if each))


def find_again(source: ArticleRecords, target: ArticleRecords) -> FoundAgain:
    """Look for the words of every claim and number of an article in another one."""
    alignment = aligned(source.text, target.text)
    spans = {span.id: carry((span.start, span.end), alignment) for span in source.spans.values()}
    there = {(type(each), _places(target, each.id)): each.id for each in _records(target)}
    found, missing, already = list[Claim | Number](), list[Claim | Number](), dict[Id, Id]()
    for record in _records(source):
        words = [spans[span.id] for span in source.spans_of_words(record.id)]
        if not words or any(each.fate is not Fate.SAME for each in words):
            missing.append(record)
        elif known := there.get((type(record), tuple(each.new for each in words if each.new))):
            already[record.id] = known
        else:
            found.append(record)
    return FoundAgain(source, target, spans, tuple(found), tuple(missing), already)


def _records(article: ArticleRecords) -> list[Claim | Number]:
    """Return the claims and numbers of an article in text order."""
    records: list[Claim | Number] = [*article.claims.values(), *article.numbers.values()]
    return sorted(records, key=lambda each: article.place(each.id))


def _places(records: ArticleRecords, record: Id) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in records.spans_of_words(record))
