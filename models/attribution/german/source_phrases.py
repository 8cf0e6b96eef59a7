"""Find phrases that name a source: "laut Polizei", "nach Angaben der Stadt", "der Zeitung zufolge", "so die Stadt"."""

from dataclasses import dataclass

from models.attribution.german.clause_kinds import looks_finite
from models.attribution.german.following import Words
from models.attribution.german.lexicon import ADVERBS, IT, OBLIQUE, OF, POSSESSIVES, PREPOSITIONS, SO, source_phrases
from models.attribution.german.nouns import Nouns
from models.attribution.german.sentence import Sentence
from models.attribution.german.subjects import Subjects

_FARTHEST = 12


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A phrase in indexes of words: all of it, the words that report, and the source (None: the subject is it)."""

    whole: Words
    cue: Words
    source: Words | None


class SourcePhrases:
    """Finds the phrases of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.nouns, self.subjects = Nouns(sentence), Subjects(sentence)

    def at(self, at: int) -> SourcePhrase | None:
        """Return the phrase whose word for "according to" is here."""
        lower = self.sentence.lower(at)
        if lower in source_phrases("before"):
            return self._before(at)
        if lower in source_phrases("behind"):
            return self._behind(at)
        return self._with_noun(at) if lower in source_phrases("with a word") else None

    def _phrase(self, at: int) -> int | None:
        """Return the end of a phrase, with a name between commas behind it."""
        end = self.nouns.phrase(at)
        return None if end is None else self.subjects.following.with_apposition(end)

    def _before(self, at: int) -> SourcePhrase | None:
        end = self._phrase(at + 1)
        if end is None and at + 1 < len(self.words) and self.words[at + 1].quoted:
            end = self.sentence.quotation_end(at + 1)
        if end is None and "." in self.sentence.lower(at + 1)[1:-1]:
            end = at + 1
        if end is None or self.words[end].lower in source_phrases("none"):
            return None
        end = self._to_the_verb(at, end)
        return SourcePhrase((at, end), (at, at), (at + 1, end))

    def _to_the_verb(self, first: int, end: int) -> int:
        """Return the end of what belongs to a phrase in first place, where the verb is second."""
        if self.sentence.segments[self.sentence.segment(first)].first != first:
            return end
        while self.sentence.lower(end + 1) in PREPOSITIONS and (further := self.nouns.phrase(end + 2)) is not None:
            end = further
        return end

    def _behind(self, at: int) -> SourcePhrase | None:
        """Read "dem Bericht zufolge", where a verb in second place may look like an adjective."""
        first = self.sentence.segments[self.sentence.segment(at)].first
        second = self.nouns.phrase(first)
        for start in range(max(first, at - _FARTHEST), at):
            verb = looks_finite(self.sentence, start) or start - 1 == second
            if self.nouns.phrase(start) == at - 1 and (self.words[start].is_capital or not verb):
                return SourcePhrase((start, at), (at, at), (start, at - 1))
        return None

    def _with_noun(self, at: int) -> SourcePhrase | None:
        """Read "nach Angaben der Polizei", "nach Polizeiangaben", "nach eigenen Angaben", "ihrer Ansicht nach"."""
        end = self._phrase(at + 1)
        if end is None:
            return self._noun_before(at)
        nouns = [each for each in range(at + 1, end + 1) if self.nouns.is_capital(each)]
        head = next((each for each in nouns[:2] if self._is_source_noun(each)), None)
        if head is None:
            return None
        return self._source_before(at, head, end, nouns[0]) or self._source_after(at, head, end)

    def _source_before(self, at: int, head: int, end: int, first: int) -> SourcePhrase | None:
        """Read "nach seinen Angaben", "nach Brekkes Angaben", "nach eigenen Angaben"."""
        if self.sentence.lower(at + 1) in POSSESSIVES:
            return SourcePhrase((at, end), (at, head), (at + 1, at + 1))
        if head > first:
            return SourcePhrase((at, head), (head, head), (at + 1, head - 1))
        own = self.sentence.lower(at + 1) in source_phrases("own")
        return SourcePhrase((at, head), (at, head), None) if own else None

    def _source_after(self, at: int, head: int, end: int) -> SourcePhrase:
        """Read "nach Angaben der Polizei", "nach Polizeiangaben"."""
        of = self.sentence.lower(head + 1) in OF
        end = self._to_the_verb(at, end if end > head or not of else min(head + 2, len(self.words) - 1))
        after = head + 2 if of else head + 1
        if after > end:
            return SourcePhrase((at, end), (at, at), (at + 1, end))
        return SourcePhrase((at, end), (at, head), (after, end))

    def _noun_before(self, at: int) -> SourcePhrase | None:
        if at < 2 or not self._is_source_noun(at - 1) or self.sentence.lower(at - 2) not in OBLIQUE:
            return None
        return SourcePhrase((at - 2, at), (at - 1, at), (at - 2, at - 2))

    def _is_source_noun(self, at: int) -> bool:
        return self.nouns.is_capital(at) and self.words[at].lower.endswith(tuple(source_phrases("word")))

    def signature(self, at: int) -> Words | None:
        """Return the source in "so der Minister", if that is here and begins a segment."""
        segment = self.sentence.segments[self.sentence.segment(at)]
        if self.sentence.lower(at) not in SO or segment.first != at or at == 0:
            return None
        end = self.nouns.phrase(at + 1)
        if end is None or self.sentence.lower(at + 1) in IT:
            return None
        following = self.sentence.lower(end + 1)
        closed = not following.isalpha() or following in PREPOSITIONS or following in ADVERBS
        return (at + 1, end) if closed else None
