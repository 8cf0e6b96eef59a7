"""Find claims by the verbs that report them, and by phrases such as "according to"."""

from collections.abc import Iterator

from models.attribution.lexicon import RELATIVES
from models.attribution.nouns import WordRange
from models.attribution.passage import CLOSING, CONTENT
from models.attribution.subjects import DASHES
from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.openings import OBJECT, Openings
from models.suggestions.paragraphs import Paragraph

_LONGEST_SOURCE = 25
AFTER_QUOTATION, AFTER_CLAUSE, ACCORDING = "quotation, verb after", "clause, verb after", "according to"


class Reports:
    """Finds the claims of one paragraph that a verb or a phrase reports."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.words, self.subjects = paragraph.passage.words, paragraph.subjects
        self.clauses = Clauses(paragraph)
        self.openings = Openings(self.clauses)

    def found(self) -> Iterator[Draft]:
        """Yield the claims sentence by sentence."""
        for first, last in self.paragraph.sentences:
            left = at = first
            while at <= last:
                found = self._phrase(at, left, last) or self._verb(at, left, last)
                if found is not None:
                    yield found
                    left = max(at, found.parts[-1][1], found.source[1] if found.source else at) + 1
                at = max(at + 1, left)

    def _phrase(self, at: int, left: int, last: int) -> Draft | None:
        """Read “according to the ministry”, before or after what it said."""
        if self.words[at].lower != "according" or self.clauses.lower(at + 1) != "to":
            return None
        source = self.subjects.nouns.right_of(at + 2)
        if source is None:
            return None
        if at - left > 1:
            part = left, self.clauses.without_signs(left, at - 1)
        else:
            farthest = min(last, source[1] + _LONGEST_SOURCE)
            comma = next((at for at in range(source[1] + 1, farthest) if self.words[at].text == ","), None)
            if comma is None:
                return None
            part = comma + 1, self.clauses.end_of_reported(comma + 1, last)
        return Draft((part,), (at, at + 1), source, ACCORDING)

    def _verb(self, at: int, left: int, last: int) -> Draft | None:
        if not self.clauses.is_report(at):
            return None
        source = self._inverted(at, last) or self.subjects.of(at)
        if source is None or source[0] <= at <= source[1]:
            return None
        before = self._before(at, min(at, source[0]), source, left)
        after = self.openings.after(at, last) if source[0] < at else None
        if after is None or (before is not None and after.rule == OBJECT):
            return before
        return Draft(((after.at, self.clauses.end_of_reported(after.at, last)),), (at, at), source, after.rule)

    def _inverted(self, at: int, last: int) -> WordRange | None:
        """Return the subject after a verb: “…,” said Mr Lund; it would rain, said Mr Lund."""
        before = self.words[at - 1] if at else None
        if before is None or self.words[at].tag in ("ing", "base"):
            return None
        if not (before.tag == CONTENT or before.text == "," or before.text in CLOSING):
            return None
        found = self.subjects.nouns.right_of(at + 1)
        if found is None or (before.tag != CONTENT and self.clauses.has_verb(found[1] + 1, min(last, found[1] + 3))):
            return None
        return found

    def _before(self, verb: int, edge: int, source: WordRange, left: int) -> Draft | None:
        """Read a claim that ends before `edge`, where the words that report it begin."""
        words = self.words
        end = edge - 1
        while end >= left and (words[end].text in CLOSING | DASHES | {","}):
            end -= 1
        if end < 0 or words[source[0]].lower in RELATIVES:
            return None
        if words[end].tag == CONTENT:
            return Draft(((end, end),), (verb, verb), source, AFTER_QUOTATION)
        if left <= end < edge - 1 and self.clauses.has_verb(left, end):
            return Draft(((left, end),), (verb, verb), source, AFTER_CLAUSE)
        return None
