"""Find claims in unquoted words by the verbs that report them: Mr Lund said that; the plan, he said, would."""

from collections.abc import Callable, Iterator, Sequence

from models.attribution.lexicon import HELPERS, RELATIVES, SPEECH_NOUNS, SUBORDINATORS
from models.attribution.nouns import WordRange
from models.attribution.passage import CLOSING, CONTENT
from models.attribution.subjects import DASHES
from models.suggestions.attributed import according, claimed, follows_as
from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.endings import PLAIN, Endings, Frame
from models.suggestions.openings import Openings
from models.suggestions.quoted import Quoted
from models.suggestions.rules import (
    CLAUSE,
    CLAUSE_AROUND,
    CLAUSE_BEFORE,
    HEADLINE,
    OBJECT,
    QUOTATION_AFTER,
    RELATIVE,
    THAT,
)
from models.suggestions.sources_of_verbs import source_of
from models.suggestions.taken import Taken

_SOON = 12
_DEPENDING = frozenset(
    ["when", "while", "though", "although", "as", "after", "before", "even", "since", "because", "if"]
)

Rule = Callable[[int, int, int], Draft | None]
"""Reads the claim of a word, in the rest of a sentence between two indexes."""


class Reported:
    """Finds the claims of one paragraph that are not quotations before their verbs; those are `taken` already."""

    def __init__(self, clauses: Clauses, quoted: Sequence[Draft]) -> None:
        self.clauses, self.words = clauses, clauses.words
        self.taken = Taken(quoted)
        self.openings, self.endings = Openings(clauses), Endings(clauses)

    def found(self) -> Iterator[Draft]:
        """Yield the claims sentence by sentence: those before or around their verbs first, since they hold the rest."""
        for rules in ((self._within, self._before, self._according), (self._after, self._as, self._noun)):
            for first, last in self.clauses.paragraph.sentences:
                yield from self._in_sentence(first, last, rules)

    def _in_sentence(self, first: int, last: int, rules: Sequence[Rule]) -> Iterator[Draft]:
        left = at = self.clauses.past_bracket(first, last)
        while at <= last:
            if at in self.taken.words:
                left = at + 1
            elif self._may_report(at) and (found := self._by(rules, at, left, last)) is not None:
                yield found
                self.taken.take(found)
                left = max(at, found.parts[-1][1], found.source[1] if found.source else at) + 1
            at = max(at + 1, left)

    def _may_report(self, at: int) -> bool:
        lower = self.clauses.lower(at)
        return self.clauses.is_report(at) or lower == "according" or lower in SPEECH_NOUNS

    def _by(self, rules: Sequence[Rule], at: int, left: int, last: int) -> Draft | None:
        return next((found for rule in rules if (found := rule(at, left, last)) is not None), None)

    def _end(self, start: int, last: int, frame: Frame = PLAIN) -> int:
        """Return where what is reported from `start` ends, before words that are taken."""
        return self.endings.end(start, self.taken.free_until(start, last), frame)

    def _depends(self, left: int) -> bool:
        """Return whether the clause that begins at an index depends on another: "when he said"."""
        return self.clauses.lower(left) in _DEPENDING

    def _according(self, at: int, left: int, last: int) -> Draft | None:
        found = according(self.clauses, at, left, self.taken.free_until(at, last))
        return None if found is None or found.parts[-1][0] in self.taken.words else found

    def _source(self, verb: int, left: int, last: int) -> WordRange | None:
        source = source_of(self.clauses, verb, left, last) if self.clauses.is_report(verb) else None
        return None if source is None or source[0] in self.taken.contents else source

    def _after(self, verb: int, left: int, last: int) -> Draft | None:
        """Read what a verb reports after it."""
        source = self._source(verb, left, last)
        opening = self.openings.after(verb, last) if source and source[0] < verb else None
        if source is None or opening is None or opening.at > last or opening.at in self.taken.words:
            return None
        if opening.rule == QUOTATION_AFTER:
            quoted = Quoted(self.clauses).continued(opening.at)
            return Draft(((opening.at, opening.at), *quoted), (verb, verb), source, QUOTATION_AFTER)
        frame = Frame(
            noun=opening.rule == OBJECT,
            relative=self.clauses.lower(source[0]) in RELATIVES,
            depending=self._depends(left) and source[0] - left < _SOON,
        )
        reported = opening.at, self._end(opening.at, last, frame)
        if opening.at == verb + 1 and self.clauses.is_finite(opening.at):
            return self._relative(verb, source, reported)
        return Draft((reported,), (verb, verb), source, opening.rule)

    def _as(self, verb: int, left: int, last: int) -> Draft | None:
        """Read a claim after a clause with "as": As she noted, the plan would fail."""
        source, start = self._source(verb, left, last), verb + 2
        if source is None or start in self.taken.words or not follows_as(self.clauses, verb, source, left, last):
            return None
        return Draft(((start, self._end(start, last)),), (verb, verb), source, CLAUSE)

    def _noun(self, at: int, left: int, last: int) -> Draft | None:
        """Read a noun that says what somebody claims: his claim that; the ministry's warning that."""
        first = at + 2
        if self.clauses.lower(at) not in SPEECH_NOUNS or self.clauses.lower(at + 1) != "that" or first > last:
            return None
        depending = self._depends(left) or self.clauses.tag(left) == "preposition"
        return claimed(self.clauses, at, left, self._end(first, last, Frame(depending=depending)))

    def _relative(self, verb: int, source: WordRange, reported: WordRange) -> Draft | None:
        """Read a claim about the noun before a relative clause: the prices, which he said had been too low."""
        relative = source[0] - 1
        noun = relative - 1 - (self.clauses.lower(relative - 1) == ",")
        if self.clauses.lower(relative) not in RELATIVES or not self.clauses.nouns.may_end(noun):
            return Draft((reported,), (verb, verb), source, CLAUSE)
        start = self.clauses.nouns.core_start(noun)
        return Draft(((start, relative), reported), (verb, verb), source, RELATIVE)

    def _within(self, verb: int, left: int, last: int) -> Draft | None:
        """Read a claim around the words that report it: The plan, he said, would fail."""
        source = self._source(verb, left, last)
        if source is None or self.clauses.tag(verb) == "ing":
            return None
        first, end = min(verb, source[0]), max(verb, source[1])
        comma = next((at for at in range(end + 1, min(last, end + _SOON)) if self._breaks(at)), None)
        signs = DASHES | {","}
        if first <= left or self.words[first - 1].text not in signs or not comma or self.words[comma].text not in signs:
            return None
        if not self.openings.hearers.is_silent(end, comma) or self._has_aside(verb, comma, last):
            return None
        before, after = (left, self.clauses.without_signs(left, first - 1)), (comma + 1, self._end(comma + 1, last))
        quoted = any(self.clauses.tag(at) == CONTENT for at in range(after[0] + 1, after[1] + 1))
        whole = quoted or self.clauses.has_verb(*after) or self._goes_on(before[1], after[0])
        return (
            Draft((before, after), (verb, verb), source, CLAUSE_AROUND)
            if whole and not self.clauses.is_report(comma + 1) and self.taken.is_free(before, after)
            else None
        )

    def _has_aside(self, verb: int, comma: int, last: int) -> bool:
        """Return whether an aside begins at a comma, before "that": Asked why, he said, on Monday, that."""
        opening = self.openings.after(verb, last) if comma == verb + 1 else None
        return opening is not None and opening.rule == THAT and opening.at > comma + 2

    def _goes_on(self, end: int, after: int) -> bool:
        """Return whether words that end in an auxiliary verb go on after a verb: It was, he said, a wreck."""
        clauses = self.clauses
        joins = clauses.lower(after) in SUBORDINATORS | {"and", "or"}
        return clauses.lower(end) in HELPERS and not joins and clauses.tag(after) not in ("ing", "preposition", "which")

    def _breaks(self, at: int) -> bool:
        """Return whether an adjunct of the verb ends before this word."""
        text = self.words[at].text
        return text in DASHES or text in ",;:" or self.clauses.is_finite(at) or self.clauses.lower(at) == "that"

    def _before(self, verb: int, left: int, last: int) -> Draft | None:
        """Read a claim that ends where the words that report it begin: The plan would fail, he said."""
        source = self._source(verb, left, last)
        if source is None or self.clauses.tag(verb) == "ing" or self.clauses.lower(source[0]) in RELATIVES:
            return None
        if source[0] < verb and not self.openings.is_last(verb, last):
            return None
        edge = min(verb, source[0])
        end = edge - 1
        while end >= left and self.words[end].text in CLOSING | DASHES | {","}:
            end -= 1
        if end < left or (end == edge - 1 and self.clauses.tag(end) != CONTENT):
            return None
        if self.clauses.tag(end) == CONTENT or self.clauses.is_whole(left, end):
            return Draft(((left, end),), (verb, verb), source, CLAUSE_BEFORE)
        return Draft(((left, end),), (verb, verb), source, HEADLINE) if self._is_headline(left) else None

    def _is_headline(self, left: int) -> bool:
        """Return whether a range that begins here is all of a headline: Storm to cost billions, says minister."""
        return left == 0 and self.clauses.paragraph.is_headline
