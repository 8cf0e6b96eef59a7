"""Find claims in quotation marks by the words after them: “So it is,” said Mr Lund. “It always was.”"""

from collections.abc import Iterator

from models.attribution.nouns import WordRange
from models.attribution.passage import CLOSING, CONTENT
from models.attribution.subjects import DASHES
from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.openings import THAT, Openings
from models.suggestions.sources_of_verbs import source_of

AFTER = "quotation, verb after"


class Quoted:
    """Finds the quotations of one paragraph that a verb after them reports."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.words = clauses, clauses.words
        self.openings = Openings(clauses)

    def found(self) -> Iterator[Draft]:
        """Yield the claims in text order."""
        free = 0
        for first, last in self.clauses.paragraph.sentences:
            for verb in range(max(first, free), last + 1):
                draft = self._before(verb, first, last) if self.clauses.is_report(verb) else None
                if draft is not None and draft.parts[0][0] >= free:
                    yield draft
                    free = draft.parts[-1][1] + 1

    def _before(self, verb: int, first: int, last: int) -> Draft | None:
        source = source_of(self.clauses, verb, first, last)
        if source is None or self.clauses.tag(verb) == "ing":
            return None
        end = min(verb, source[0]) - 1
        while end >= 0 and self.words[end].text in CLOSING | DASHES | {","}:
            end -= 1
        if self.clauses.tag(end) != CONTENT or self._reports_more(verb, source, last):
            return None
        parts = (end, end), *self.continued(max(verb, source[1]))
        return Draft(parts, (verb, verb), source, AFTER)

    def _reports_more(self, verb: int, source: WordRange, last: int) -> bool:
        """Return whether the words belong to another claim: “…” after a rally, Mr Lund said that."""
        opening = self.openings.after(verb, last) if source[0] < verb else None
        return opening is not None and opening.rule == THAT and opening.at <= verb + 2

    def continued(self, at: int) -> Iterator[WordRange]:
        """Yield the quotations that go on after a word: in the same sentence, or as a sentence of their own."""
        words = self.words
        while (place := self._next_quotation(at)) is not None:
            alone = place + 1 == len(words) or words[place + 1].sentence != words[place].sentence
            begins = words[place - 1].sentence != words[place].sentence
            joined = words[place].sentence == words[at].sentence and words[place - 1].text in {",", ":"} | DASHES
            if not alone or not (begins or joined):
                return
            yield place, place
            at = place

    def _next_quotation(self, at: int) -> int | None:
        """Return the index of a quotation in the rest of the sentence of a word, or in the next; None after a verb
        that reports.
        """
        words = self.words
        for place in range(at + 1, len(words)):
            if words[place].sentence > words[at].sentence + 1 or self.clauses.is_report(place):
                return None
            if words[place].tag == CONTENT:
                return place
            if words[place].sentence != words[at].sentence:
                return None
        return None
