"""A statement: one line of the table, made of a claim with its speaker and one of its numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from models.entities import Answer, Article, Claim, Number, Record, Speaker
from models.ids import Id
from models.text.excerpts import words_at
from models.text.ranges import Range

R = TypeVar("R", bound=Record)


FIELDS: dict[type[Record], str] = {Article: "article", Claim: "claim", Speaker: "speaker", Number: "number"}
"""Where a statement has its record of a class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A row of the table and of `statements.csv`: a claim, a number, or both, of one article.

    `parts` are the ranges of the claim in the article's text, in their order, and `printed` is that of the number. The
    words are those of the text; None if there are none. `answers` are about any of the line's records.
    """

    article: Article
    claim: Claim | None = None
    speaker: Speaker | None = None
    number: Number | None = None
    parts: tuple[Range, ...] = ()
    printed: Range | None = None
    claim_words: str | None = None
    number_words: str | None = None
    answers: tuple[Answer, ...] = ()

    def answers_of(self, record: Id) -> tuple[Answer, ...]:
        """Return the answers about one of the line's records."""
        return tuple(answer for answer in self.answers if answer.subject == record)

    def record(self, kind: type[R]) -> R | None:
        """Return the record of a class: the article, claim, speaker or number."""
        found: R | None = getattr(self, FIELDS[kind])
        return found

    def words_of(self, kind: type[Record]) -> str:
        """Return the record of a class in words: those of the article, the name of the speaker, or the title."""
        words: dict[type[Record], str | None] = {
            Claim: self.claim_words,
            Number: self.number_words,
            Speaker: self.speaker.name if self.speaker else None,
            Article: self.article.title,
        }
        return words[kind] or ""

    def after(
        self,
        changed: Mapping[Id, Record | None],
        speakers: Mapping[Id, Speaker],
        answers: Mapping[Id, Sequence[Answer]],
    ) -> "Statement":
        """Return the line with the current records in place of its own, and with new answers about them; its words
        stay.
        """
        ids = [record.id for record in (self.article, self.claim, self.speaker, self.number) if record]
        if changed.keys().isdisjoint([*ids, *(each.id for each in self.answers)]) and answers.keys().isdisjoint(ids):
            return self
        claim = _now(self.claim, changed)
        return replace(
            self,
            article=_now(self.article, changed) or self.article,
            claim=claim,
            speaker=speakers.get(claim.speaker) if claim and claim.speaker else None,
            number=_now(self.number, changed),
            answers=(
                *(each for each in self.answers if each.id not in changed),
                *(new for each in ids for new in answers.get(each, ())),
            ),
        )


def _now(record: R | None, changed: Mapping[Id, Record | None]) -> R | None:
    """Return a record as it is after a change; a deleted one stays until its line goes."""
    now = changed.get(record.id) if record else None
    return now if isinstance(now, type(record)) else record


def statement(
    article: Article,
    records: tuple[Claim | None, Speaker | None, Number | None],
    text: str,
    ranges: Mapping[Id, tuple[Range, ...]],
    answers_of: Callable[[Id], Sequence[Answer]],
) -> Statement:
    """Return the line of some records of an article with this text; `ranges` holds the ranges of their words by id, and
    `answers_of` returns the answers about a record.
    """
    claim, speaker, number = records
    parts = ranges.get(claim.id, ()) if claim else ()
    printed = ranges.get(number.id, ()) if number else ()
    return Statement(
        article=article,
        claim=claim,
        speaker=speaker,
        number=number,
        parts=parts,
        printed=printed[0] if printed else None,
        claim_words=words_at(text, parts) or None,
        number_words=words_at(text, printed) or None,
        answers=tuple(answer for record in (article, *records) if record for answer in answers_of(record.id)),
    )
