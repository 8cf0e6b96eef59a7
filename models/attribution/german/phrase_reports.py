"""Read reports that have a phrase in place of a verb: "laut Polizei", "so der Minister"."""

from collections.abc import Iterator

from models.attribution.german.clause_kinds import opens_clause
from models.attribution.german.following import Words
from models.attribution.german.lexicon import THAT, phrase_words
from models.attribution.german.report import Report
from models.attribution.german.rules import ACCORDING, CLAUSE_AFTER, QUOTATION_AFTER
from models.attribution.german.sentence import Segment, Sentence
from models.attribution.german.source_phrases import SourcePhrase, SourcePhrases

_DASHES = ("–", "—", "-", "--")


class PhraseReports:
    """Finds the reports of one sentence that have such a phrase."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.phrases = SourcePhrases(sentence)

    def found(self) -> Iterator[Report]:
        """Yield the reports in text order."""
        for at, word in enumerate(self.words):
            if word.lower not in phrase_words() or word.quoted:
                continue
            if (phrase := self.phrases.at(at)) is not None:
                yield from self._around(phrase)
            elif (source := self.phrases.signature(at)) is not None:
                yield self._signed(at, source)

    def _around(self, phrase: SourcePhrase) -> Iterator[Report]:
        """Read the clause around a phrase."""
        first, last = self._clause(phrase.whole)
        parts = [(first, phrase.whole[0] - 1), (phrase.whole[1] + 1, last)]
        contents = tuple(self.sentence.range(*part) for part in parts if self.sentence.has_words(*part))
        source = phrase.source or self._subject(first, phrase.whole)
        if contents:
            named = self.sentence.range(*source) if source else None
            yield Report(contents, self.sentence.range(*phrase.cue), named, ACCORDING)

    def _clause(self, phrase: Words) -> Words:
        """Return the clause around a phrase: a subordinate one alone, a main one to the end of the sentence."""
        number = self.sentence.segment(phrase[0])
        segment = self.sentence.segments[number]
        if segment.sign in _DASHES and self._closes(number):
            return segment.first, segment.last
        if segment.first < phrase[0] and segment.sign and opens_clause(self.sentence, segment.first):
            return segment.first, max(segment.last, phrase[1])
        return 0, len(self.words) - 1

    def _closes(self, number: int) -> bool:
        """Return whether a dash follows a segment."""
        following = self.sentence.segments[number + 1 : number + 2]
        return bool(following) and following[0].sign in _DASHES

    def _subject(self, first: int, phrase: Words) -> Words | None:
        nouns = self.phrases.nouns
        if nouns.begins_subject(first) and (end := nouns.phrase(first)) is not None:
            return first, end
        return self.phrases.subjects.following.after(phrase[1] + 1)

    def _signed(self, at: int, source: Words) -> Report:
        """Read what is before "so der Minister", and after it if that is between dashes."""
        first, last = self._before(at)
        contents = [self.sentence.range(first, last)]
        rest = self.sentence.segments[self.sentence.segment(at) + 1 :]
        if rest and self._goes_on(rest[0]):
            contents.append(self.sentence.range(rest[0].first, len(self.words) - 1))
        rule = QUOTATION_AFTER if self.words[first].quoted else CLAUSE_AFTER
        return Report(tuple(contents), self.sentence.range(at, at), self.sentence.range(*source), rule)

    def _goes_on(self, segment: Segment) -> bool:
        """Return whether what is said goes on in a segment, which is no words about the source: "Nord, der Chef"."""
        if segment.sign in _DASHES or self.sentence.lower(segment.first) in THAT:
            return True
        about = self.phrases.nouns.phrase(segment.first) == segment.last
        return not about and not opens_clause(self.sentence, segment.first)

    def _before(self, at: int) -> Words:
        """Return the quotation before an index, or all of the sentence there if other words are before that."""
        last = self.sentence.last_word(at - 1, 0)
        if not self.words[last].quoted:
            return 0, last
        first = self.sentence.quotation_start(last)
        alone = all(word.quoted or not word.is_word for word in self.words[:first])
        return (first, last) if alone else (0, last)
