"""Find claims in quotation marks by the words after them: “So it is,” said Mr Lund. “It always was.”"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from models.attribution.lexicon import BE, DO, HAVE
from models.attribution.nouns import WordRange
from models.attribution.passage import CLOSING, CONTENT
from models.attribution.subjects import DASHES
from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.openings import Openings
from models.suggestions.rules import QUOTATION_AFTER, QUOTATION_BEFORE, THAT
from models.suggestions.sources_of_verbs import source_of

_MISREAD = ("base", "adjective", "past", "other")
"""Tags of a first word after a quotation that belongs to the subject: “So it is,” state Senator Holm said."""
_MARKS = 4
"""Characters in which a quotation begins after its marks."""
_NEAR = 8
"""Words between a quotation and a verb that need not be a verb of reporting."""


class Quoted:
    """Finds the quotations of one paragraph that a verb after them reports."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses, self.words = clauses, clauses.words
        self.openings = Openings(clauses)

    def found(self) -> Iterator[Draft]:
        """Yield the claims in text order."""
        free, verbs = 0, sorted(self.clauses.reports.union(self._others()))
        for first, last in self.clauses.paragraph.sentences:
            for verb in verbs[bisect_left(verbs, max(first, free)) : bisect_right(verbs, last)]:
                draft = self._before(verb, first, last)
                if draft is not None and draft.parts[0][0] >= free:
                    yield draft
                    free = draft.parts[-1][1] + 1

    def _others(self) -> Iterator[int]:
        """Yield the verbs that may report because they are right after a quotation: “So what?” he shrugged."""
        for at in self.clauses.paragraph.passage.parts:
            for verb, word in enumerate(self.words[at + 1 : at + _NEAR + 1], at + 1):
                if word.tag in ("finite", "past") and word.lower not in BE | HAVE | DO:
                    yield verb

    def _before(self, verb: int, first: int, last: int) -> Draft | None:
        source = source_of(self.clauses, verb, first, last)
        if source is None or self.clauses.tag(verb) == "ing":
            return None
        end = min(verb, source[0]) - 1
        while end >= 0 and self.words[end].text in CLOSING | DASHES | {","}:
            end -= 1
        if self.clauses.tag(end) in _MISREAD and end == source[0] - 1:
            source, end = (end, source[1]), end - 1
        if self.clauses.tag(end) != CONTENT or self._is_part(end) or self._reports_more(end, verb, source, last):
            return None
        if not self.clauses.is_report(verb) and not self._is_said(end, verb, source, last):
            return None
        parts = (end, end), *self.continued(max(verb, source[1]))
        return Draft(parts, (verb, verb), source, QUOTATION_BEFORE)

    def _is_open(self, quotation: int) -> bool:
        """Return whether the sentence of a quotation goes on after it: “So it is,” “So what?”"""
        return self.words[quotation].text.rstrip("\"'”’»“ ").endswith((",", "?", "!", "…", "—", "–"))

    def _is_said(self, quotation: int, verb: int, source: WordRange, last: int) -> bool:
        """Return whether a verb that does not usually report says nothing else: “So it is,” he shrugged."""
        return self._is_open(quotation) and source[0] < verb and self.openings.is_last(verb, last)

    def _is_part(self, quotation: int) -> bool:
        """Return whether a quotation is only the last words of a clause: he was “glad of it,” she said."""
        before = quotation - 1
        if before < 0 or self.words[before].sentence != self.words[quotation].sentence:
            return False
        start = self.words[quotation].start
        quoted = self.clauses.paragraph.passage.text[start : start + _MARKS].lstrip("“‘\"'`« ")
        return quoted[:1].islower() and self.words[before].is_word and self.clauses.tag(before) != CONTENT

    def _reports_more(self, quotation: int, verb: int, source: WordRange, last: int) -> bool:
        """Return whether the words belong to another claim: “…” after a rally, Mr Lund said that."""
        opening = self.openings.after(verb, last) if source[0] < verb else None
        if self.words[quotation].sentence != self.words[verb].sentence:
            return opening is not None and (opening.at <= verb + 2 or opening.rule in (THAT, QUOTATION_AFTER))
        return opening is not None and opening.rule == THAT and opening.at <= verb + 2

    def continued(self, at: int) -> Iterator[WordRange]:
        """Yield the quotation that goes on after a word in its sentence: “So it is,” he said, “and it always was.”"""
        words = self.words
        for place in range(at + 1, len(words)):
            if words[place].sentence != words[at].sentence or self.clauses.is_report(place):
                return
            if words[place].tag == CONTENT:
                alone = place + 1 == len(words) or words[place + 1].sentence != words[place].sentence
                if alone and words[place - 1].text in {",", ":"} | DASHES:
                    yield place, place
                return
