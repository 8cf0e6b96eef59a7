"""One article in memory with everything recorded in it, kept in step with the file by each edit."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from math import inf
from typing import Any, NamedTuple, TypeVar

from models.answers import Answers
from models.edits import Edit
from models.entities import (
    Anchor,
    Answer,
    Article,
    Boilerplate,
    Claim,
    Content,
    Dismissed,
    Number,
    Record,
    Role,
    Span,
    is_remarked,
)
from models.ids import Id
from models.text.by_place import ByPlace
from models.text.excerpts import words_at

R = TypeVar("R", bound=Record)
C = TypeVar("C", Span, Boilerplate, Dismissed)


OF_WORDS = (Role.CONTENT, Role.NUMBER)
"""The roles of spans that are the words of a claim or number themselves, not its cue or source."""

Covering = Span | Boilerplate | Dismissed
"""What has a range of the text: a part of a record, a line that is left out, or what a coder did not want."""


IN_SIGHT = 5_000
"""Code points of a text that are read and marked before it is shown: more than any window holds."""


class TextPlace(NamedTuple):
    """Where a claim or number stands in the order of the text. Places sort in this order, and no two are the same.

    First comes what begins first. Of what begins at the same code point, numbers outside of claims come first, then
    each claim before its numbers, in the order of their rows in the file. `models/store/line_sorts.py` says it in SQL.
    """

    start: int
    claim_row: int
    """The row of the claim, or of the claim that a number is in; 0 outside of claims."""
    number_row: int
    """The row of the number; 0 for a claim."""


class ArticleRecords:
    """The text of one article and its claims, numbers, spans, boilerplate and what was dismissed, by id and by place.

    Actions read it; `take` changes it. Offsets are code points, half-open. A text is `altered` if it is not the one
    that was imported, because the file was damaged. `rows` are the rows of claims and numbers in the file; where they
    are not known, `records` are in the order of the file. Of a long article that is still being read, only what begins
    before `known_until` need be there.
    """

    def __init__(
        self,
        article: Article,
        text: str,
        records: Iterable[Record] = (),
        rows: Mapping[Id, int] | None = None,
        *,
        altered: bool = False,
    ) -> None:
        self.article, self.text, self.altered = article, text, altered
        self.known_until: float = inf
        self.claims: dict[Id, Claim] = {}
        self.numbers: dict[Id, Number] = {}
        self.spans: dict[Id, Span] = {}
        self.boilerplate: dict[Id, Boilerplate] = {}
        self.answers = Answers()
        self.anchors: dict[Id, Anchor] = {}
        self.dismissed: dict[Id, Dismissed] = {}
        self._spans_of: dict[Id, dict[Id, Span]] = {}
        self._by_place = ByPlace[Covering]()
        self._numbers_of: dict[Id | None, set[Id]] = {}
        self._remarked: dict[Id, None] = {}
        self._rows: dict[Id, int] = {}
        self._last_row = 0
        self.fill(records, rows or {})

    def fill(self, records: Iterable[Record], rows: Mapping[Id, int]) -> None:
        """Take in records that were read from the file, with the rows of the claims and numbers among them."""
        for record in records:
            self._put(None, record, rows)

    @property
    def lacks_text(self) -> bool:
        """Whether the text is missing from the file, so that there is none."""
        return self.altered and not self.text

    def __contains__(self, record: Id) -> bool:
        """Return whether a claim or number belongs to this article."""
        return record in self.claims or record in self.numbers

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned this article."""
        touched = edit.within(self.article.id)
        for change in touched:
            self._put(change.before, change.after, edit.rows)
        if self.article.id in edit.corrected:
            texts = {each.sha256: each.text for each in edit.contents if isinstance(each, Content)}
            self.text = texts[self.article.content]
        return bool(touched)

    def _put(self, before: Record | None, after: Record | None, rows: Mapping[Id, int]) -> None:
        match after or before:
            case Article():
                self.article = after if isinstance(after, Article) else self.article
            case Claim():
                self._locate(before, after, rows)
                self._remark(before, after)
                _replace(self.claims, before, after)
            case Number():
                self._locate(before, after, rows)
                self._relate(before, after)
                self._remark(before, after)
                _replace(self.numbers, before, after)
            case Span():
                self._own(before, after)
                self._place(before, after)
                _replace(self.spans, before, after)
            case Boilerplate():
                self._place(before, after)
                _replace(self.boilerplate, before, after)
            case Answer():
                self.answers.put(before, after)
            case Anchor():
                _replace(self.anchors, before, after)
            case Dismissed():
                self._place(before, after)
                _replace(self.dismissed, before, after)

    def _locate(self, before: Record | None, after: Record | None, rows: Mapping[Id, int]) -> None:
        """Note in which row the file has a record: a new one gets the row after the last, if it is not known."""
        if after is not None and (before is None or after.id in rows):
            self._rows[after.id] = rows.get(after.id, self._last_row + 1)
            self._last_row = max(self._last_row, self._rows[after.id])

    def _relate(self, before: Record | None, after: Record | None) -> None:
        if isinstance(before, Number):
            self._numbers_of[before.claim].discard(before.id)
        if isinstance(after, Number):
            self._numbers_of.setdefault(after.claim, set()).add(after.id)

    def _remark(self, before: Record | None, after: Record | None) -> None:
        if isinstance(before, Claim | Number):
            self._remarked.pop(before.id, None)
        if isinstance(after, Claim | Number) and is_remarked(after):
            self._remarked[after.id] = None

    def _own(self, before: Record | None, after: Record | None) -> None:
        if isinstance(before, Span):
            self._spans_of[owner(before)].pop(before.id, None)
        if isinstance(after, Span):
            self._spans_of.setdefault(owner(after), {})[after.id] = after

    def _place(self, before: Record | None, after: Record | None) -> None:
        if isinstance(before, Covering):
            self._by_place.drop(before)
        if isinstance(after, Covering):
            self._by_place.put(after)

    def rows(self) -> Iterator[Record]:
        """Yield everything that is recorded in the article."""
        kinds: tuple[dict[Id, Any], ...] = (
            *(self.claims, self.numbers, self.spans, self.boilerplate, self.anchors, self.dismissed),
        )
        return chain(*(kind.values() for kind in kinds), self.answers)

    def remarked(self) -> Iterator[Claim | Number]:
        """Yield the claims and numbers that are to be discussed or have a note."""
        return (self.claims.get(record) or self.numbers[record] for record in self._remarked)

    def answers_of(self, record: Id) -> tuple[Answer, ...]:
        """Return the answers about the article, a claim or a number, in the order of the file."""
        return self.answers.about(record)

    def spans_of(self, record: Id, role: Role | None = None) -> list[Span]:
        """Return the spans of a claim or number, of one role or of all, in their order."""
        spans = self._spans_of.get(record, {}).values()
        return sorted((s for s in spans if role in (None, s.role)), key=lambda s: (s.role, s.position, s.start))

    def contents(self, claim: Id) -> list[Span]:
        """Return the spans of a claim's parts."""
        return self.spans_of(claim, Role.CONTENT)

    def numbers_of(self, claim: Id | None) -> list[Number]:
        """Return the numbers of a claim, or those outside of claims if it is None, in text order."""
        return [self.numbers[number] for number in self.in_text_order(self._numbers_of.get(claim, ()))]

    def loose_numbers_within(self, start: int, end: int) -> list[Number]:
        """Return the numbers outside of claims whose words are inside a range, in text order."""
        spans = (span for number in self.numbers_of(None) for span in self.spans_of(number.id))
        return [self.numbers[s.number] for s in spans if s.number and start <= s.start and s.end <= end]

    def start(self, record: Id) -> int:
        """Return where a claim's words or a number begin; a record without a place comes last."""
        spans = (span for span in self._spans_of.get(record, {}).values() if span.role in OF_WORDS)
        return min((span.start for span in spans), default=len(self.text))

    def row(self, record: Id) -> int:
        """Return the row of a claim or number in the file. One that undo restores gets a new row, after all others."""
        return self._rows[record]

    def place(self, record: Id) -> TextPlace:
        """Return where a claim or number stands in the order of the text."""
        if record in self.claims:
            return TextPlace(self.start(record), self._rows[record], 0)
        claim = self.numbers[record].claim
        return TextPlace(self.start(record), self._rows.get(claim, 0) if claim else 0, self._rows[record])

    def in_text_order(self, records: Iterable[Id]) -> list[Id]:
        """Return claims and numbers in the order of the text."""
        return sorted(records, key=self.place)

    def spans_of_words(self, record: Id) -> list[Span]:
        """Return the spans of a claim's or number's own words, in their order."""
        return [span for span in self.spans_of(record) if span.role in OF_WORDS]

    def words(self, record: Id) -> str:
        """Return the exact words of a claim or number; parts are joined by an ellipsis in brackets."""
        return words_at(self.text, ((span.start, span.end) for span in self.spans_of_words(record)))

    def between(self, kind: type[C], start: int, end: int) -> list[C]:
        """Return the rows of a kind that have a character in a range."""
        return [row for row in self._by_place.between(start, end) if isinstance(row, kind)]

    def claim_around(self, start: int, end: int) -> Claim | None:
        """Return the claim with the shortest part that holds a whole range, or None."""
        around = (
            (span.end - span.start, span.claim)
            for span in self.between(Span, start - 1, end + 1)
            if span.role is Role.CONTENT and span.start <= start and end <= span.end
        )
        _, claim = min(around, default=(0, None))
        return self.claims[claim] if claim else None

    def claim_of(self, start: int, end: int) -> Claim | None:
        """Return the claim whose words are exactly a range, or None."""
        claims = (span.claim for span in self._spans_at(start, end) if span.role is Role.CONTENT)
        return next((self.claims[claim] for claim in claims if claim and len(self.contents(claim)) == 1), None)

    def number_of(self, start: int, end: int) -> Number | None:
        """Return the number whose words are exactly a range, or None."""
        numbers = (span.number for span in self._spans_at(start, end))
        return next((self.numbers[number] for number in numbers if number), None)

    def _spans_at(self, start: int, end: int) -> Iterator[Span]:
        return (span for span in self.between(Span, start, end) if (span.start, span.end) == (start, end))

    def speakers_by_recency(self) -> Iterator[Id]:
        """Yield the speakers of the article's claims, most recently recorded first, one as often as it has claims."""
        newest = sorted(self.claims, reverse=True)  # ids sort by time
        return (speaker for claim in newest if (speaker := self.claims[claim].speaker))

    def last_claim(self) -> Claim | None:
        """Return the claim recorded last, or None."""
        return self.claims[max(self.claims)] if self.claims else None  # ids sort by time

    def last_speaker(self) -> Id | None:
        """Return the speaker of the most recent claim that has one."""
        return next(self.speakers_by_recency(), None)


def owner(span: Span) -> Id:
    """Return the claim or number that a span belongs to."""
    record = span.claim or span.number
    assert record is not None
    return record


def _replace(kept: dict[Id, R], before: Record | None, after: Record | None) -> None:
    """Replace a row, or add or remove one, in the dictionary of its kind."""
    if before is not None:
        kept.pop(before.id, None)
    if after is not None:
        kept[after.id] = after  # type: ignore[assignment]  # the caller matched the class
