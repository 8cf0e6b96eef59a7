"""Read a German paragraph: what a sentence does not say about its speaker, the sentences before it may."""

from collections.abc import Sequence
from dataclasses import replace

from models.attribution.german.clause_kinds import opens_clause
from models.attribution.german.clauses import Clauses
from models.attribution.german.labels import labelled
from models.attribution.german.lexicon import THIS, reported
from models.attribution.german.naming import named
from models.attribution.german.noun_reports import NounReports
from models.attribution.german.phrase_reports import PhraseReports
from models.attribution.german.report import Report
from models.attribution.german.rules import ALONE, MOOD, NEXT, QUOTATION_AFTER, QUOTATION_BEFORE
from models.attribution.german.sentence import Sentence
from models.attribution.german.subjects import Subjects
from models.attribution.german.verb_reports import VerbReports
from models.attribution.german.verbs import reporting_in
from models.entities import SpeakerKind
from models.text.ranges import Range

_QUOTING = (QUOTATION_AFTER, QUOTATION_BEFORE)
_FEWEST = 3
"""Words of a quotation that is a sentence."""


class Paragraph:
    """Reads the sentences of one paragraph; `before` is who spoke last in the paragraphs before it."""

    def __init__(self, text: str, sentences: Sequence[Sentence], before: Range | None) -> None:
        self.text, self.sentences = text, sentences
        self.found: list[Report] = []
        self._before, self._subject = before, before
        self.speaking: Range | None = None
        self._continues = False

    def reports(self) -> list[Report]:
        """Return the reports of the paragraph."""
        for number, sentence in enumerate(self.sentences):
            verbs = list(VerbReports(sentence).found())
            quoted = [each for each in verbs if each.rule in _QUOTING]
            own = _disjoint([*quoted, *PhraseReports(sentence).found(), *verbs, *NounReports(sentence).found()])
            own += [each for each in labelled(sentence, self._speaker) if not any(each.overlaps(one) for one in own)]
            if not own:
                own = self._is_what(number) or self._quoted(sentence) or self._continued(number)
            self.found += self._joined(own)
            self._remember(sentence, own)
        return self.found

    def _remember(self, sentence: Sentence, own: Sequence[Report]) -> None:
        """Keep who speaks: the source of a report, the subject of a reporting verb, or the subject alone."""
        self._continues = bool(own)
        named = [each.source for each in own if each.source]
        if not own:
            subjects = Subjects(sentence)
            found = (subjects.of(verb) for verb in reporting_in(sentence) if not verb.passive)
            named = [sentence.range(*subject) for subject in found if subject]
            first = subjects.beginning() or subjects.before(len(sentence.words))
            self._subject = (self._somebody(sentence.range(*first)) if first else None) or self._before
        if named:
            self.speaking = named[-1]

    def _somebody(self, words: Range) -> Range | None:
        """Return the range of words if they name somebody who can speak."""
        found = named(self.text[slice(*words)])
        able = found.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
        return words if able or found.pronoun or (found.name and not found.described) else None

    @property
    def _speaker(self) -> Range | None:
        """Return who probably speaks in a sentence that does not say it."""
        return self.speaking or self._subject

    def _is_what(self, number: int) -> list[Report]:
        """Read "Das sagte Ida Brekke" after the sentence that she said."""
        sentence = self.sentences[number]
        verb = next(iter(reporting_in(sentence)), None)
        if verb is None or number == 0 or sentence.lower(0) not in THIS or verb.finite != 1:
            return []
        subject = Subjects(sentence).following.after(verb.finite)
        if subject is None or (self._continues and self.found[-1].rule != ALONE):
            return []
        said, cue = self.sentences[number - 1].whole, sentence.range(verb.verb, verb.verb)
        return [Report((said,), cue, sentence.range(*subject), NEXT)]

    def _quoted(self, sentence: Sentence) -> list[Report]:
        """Read a sentence that is a quotation; it belongs to a quotation before it."""
        words = [word for word in sentence.words if word.is_word]
        if len(words) < _FEWEST or not all(word.quoted for word in words):
            return []
        if self.found and self._continues and self.found[-1].is_quotation(self.text):
            self.found[-1] = self.found[-1].with_part(sentence.whole)
            return []
        return [Report((sentence.whole,), None, self._speaker, ALONE, certain=False)]

    def _joined(self, own: list[Report]) -> list[Report]:
        """Add a quotation without a speaker to that which follows it: “So.” “Und so”, sagte Ida Brekke."""
        if not own or not self.found or self.found[-1].rule != ALONE:
            return own
        before = self.found[-1]
        if own[0].overlaps(before):
            self.found.pop()
        elif own[0].rule == QUOTATION_AFTER:
            self.found.pop()
            return [replace(own[0], contents=(*before.contents, *own[0].contents)), *own[1:]]
        return own

    def _continued(self, number: int) -> list[Report]:
        """Read a sentence in the mood of reported speech, which continues what was reported before it."""
        mood = self._mood(number)
        near = self._continues or (number + 1 < len(self.sentences) and self._mood(number + 1) == "sure")
        if mood != "sure" and not (mood == "plural" and near):
            return []
        return [Report((self.sentences[number].whole,), None, self._speaker, MOOD, certain=False)]

    def _mood(self, number: int) -> str | None:
        """Return how sure it is that a main clause of a sentence is in the mood of reported speech."""
        sentence, clauses = self.sentences[number], Clauses(self.sentences[number])
        verbs = [
            sentence.words[at].lower
            for segment in sentence.segments
            if not opens_clause(sentence, segment.first) and (at := clauses.mood(segment)) is not None
        ]
        return next((kind for kind in ("sure", "plural") if any(verb in reported(kind) for verb in verbs)), None)


def _disjoint(found: Sequence[Report]) -> list[Report]:
    kept: list[Report] = []
    for each in found:
        if each.contents and not any(each.overlaps(other) for other in kept):
            kept.append(each)
    return kept
