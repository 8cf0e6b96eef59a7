"""Read nouns that report: "das Eingeständnis der Ministerin, die Zahlen seien falsch", "mit dem Hinweis, dass"."""

from collections.abc import Iterator

from models.attribution.german.clause_kinds import looks_finite
from models.attribution.german.clauses import Clauses
from models.attribution.german.following import Words
from models.attribution.german.lexicon import DETERMINERS, GENITIVE, THAT, speech_nouns
from models.attribution.german.report import Report
from models.attribution.german.rules import NOUN
from models.attribution.german.sentence import Segment, Sentence
from models.attribution.german.subjects import Subjects

_MOST_ASIDES = 4


class NounReports:
    """Finds the reports of one sentence that have a noun in place of a verb."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.clauses, self.subjects = Clauses(sentence), Subjects(sentence)

    def found(self) -> Iterator[Report]:
        """Yield the reports in text order."""
        for number, segment in enumerate(self.sentence.segments[1:]):
            before = self.sentence.segments[number]
            noun = self._noun(before)
            if noun is not None and segment.sign == "," and (end := self._end_of_content(number + 1)) is not None:
                source = self._owner(noun) or self._subject(before, noun)
                yield Report(
                    (self.sentence.range(segment.first, end),),
                    self.sentence.range(noun, noun),
                    self.sentence.range(*source) if source else None,
                    NOUN,
                    certain=self._owner(noun) is not None,
                )

    def _noun(self, segment: Segment) -> int | None:
        """Return the noun that reports, among the last words of a segment or before its owner."""
        for at in range(segment.last, max(segment.first, segment.last - 12) - 1, -1):
            word = self.words[at]
            if not word.quoted and word.is_capital and word.lower in speech_nouns():
                owner = self._owner(at)
                return at if max(at, owner[1] if owner else at) >= segment.last - 1 else None
        return None

    def _owner(self, noun: int) -> Words | None:
        if self.sentence.lower(noun + 1) not in GENITIVE:
            return None
        end = self.subjects.nouns.phrase(noun + 1)
        return (noun + 1, end) if end is not None else None

    def _subject(self, segment: Segment, noun: int) -> Words | None:
        first = segment.first
        if self.sentence.lower(first) in DETERMINERS and self.subjects.nouns.phrase(first) == noun:
            return None
        return self.subjects.before(noun)

    def _end_of_content(self, number: int) -> int | None:
        """Return where what is said ends: with the sentence, or before the main clause goes on."""
        segments = self.sentence.segments[number:]
        said = next((k for k, each in enumerate(segments[:_MOST_ASIDES]) if self._is_said(each)), None)
        if said is None or any(self._goes_on(each) for each in segments[:said]):
            return None
        following = (k for k, each in enumerate(segments) if k > said and self._goes_on(each))
        return segments[next(following, len(segments)) - 1].last

    def _is_said(self, segment: Segment) -> bool:
        return self.sentence.lower(segment.first) in THAT or self.clauses.mood(segment) is not None

    def _goes_on(self, segment: Segment) -> bool:
        """Return whether the main clause goes on here with its own verb."""
        return looks_finite(self.sentence, segment.first) and self.clauses.mood(segment) is None
