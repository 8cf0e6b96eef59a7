"""Read what the reporting verbs of a German sentence report: before them, after them, around them."""

from collections.abc import Iterator, Sequence

from models.attribution.german.before import Before
from models.attribution.german.clause_kinds import opens_clause
from models.attribution.german.clauses import Clauses
from models.attribution.german.few_words import few_words
from models.attribution.german.following import Words
from models.attribution.german.lexicon import ALIKE, AND, CITES, IT, IT_SAYS, SAYS, WHERE_IT_SAYS
from models.attribution.german.report import Report
from models.attribution.german.rules import CLAUSE_AFTER, CLAUSE_AROUND, OBJECT, QUOTATION_AFTER, QUOTATION_BEFORE
from models.attribution.german.sentence import Sentence
from models.attribution.german.subjects import Subjects
from models.attribution.german.verbs import Reporting, reporting_in

_BEGUN = 4
"""Words of a clause that has only begun before the verb that reports it: Es gebe, sagte sie, keine Schiffe."""


class VerbReports:
    """Finds the reports of one sentence that have a verb."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.clauses, self.subjects = Clauses(sentence), Subjects(sentence)
        self.before = Before(sentence, self.clauses)
        self.verbs = list(reporting_in(sentence))
        self.left = 0

    def found(self) -> Iterator[Report]:
        """Yield the reports in the order of their verbs; what is inside another report is left out."""
        for verb in self.verbs:
            if min(verb.finite, verb.verb) >= self.left and (found := self._of(verb)) is not None:
                yield found

    def _of(self, verb: Reporting) -> Report | None:
        if SAYS in verb.uses and (verb.final or self._is_it_says(verb)) and (clause := self._as_clause(verb)):
            return self._around(verb, clause)
        if self._is_it_says(verb):
            return self._it_says(verb)
        subject, after = self.subjects.of(verb), self.clauses.after(verb)
        begun = after is not None and self._goes_on(after[0])
        if begun:
            subject = self.subjects.following.after(verb.finite) or subject
        before = self.before.content(verb, subject, self.left, begun=begun)
        if before is not None and (after is None or begun or self.words[before[1]].quoted):
            return self._said_before(verb, subject, before, after)
        if after is not None:
            return self._said_after(verb, self._before_comma(verb, subject), after)
        return self._few_words(verb, subject)

    def _goes_on(self, start: int) -> bool:
        """Return whether a clause begins with its verb, so that it only goes on: Die Brücke, sagte sie, sei alt."""
        return self.clauses.mood(self.sentence.segments[self.sentence.segment(start)]) == start

    def _before_comma(self, verb: Reporting, subject: Words | None) -> Words | None:
        """Return the subject, which may be before a comma: Ida Brekke, die Chefin, sagte der Presse."""
        number = self.sentence.segment(verb.finite)
        first = number > 0 and self.sentence.segments[number].first == verb.finite
        if subject and subject[0] > verb.finite and first:
            return self.subjects.before(verb.finite) or subject
        return subject

    def _report(self, parts: Sequence[Words], verb: Reporting, subject: Words | None, rule: str) -> Report:
        self.left = max(self.left, *(last + 1 for _, last in [*parts, *([subject] if subject else [])]))
        contents = tuple(self.sentence.range(*part) for part in sorted(parts) if self.sentence.has_words(*part))
        source = self.sentence.range(*subject) if subject else None
        return Report(contents, self.sentence.range(verb.verb, verb.verb), source, rule, CITES not in verb.uses)

    # before the verb

    def _said_before(
        self, verb: Reporting, subject: Words | None, before: Words, after: tuple[int, str] | None
    ) -> Report:
        end = max(verb.end, subject[1] if subject else 0)
        start = after[0] if after is not None else self._rest_after(end, before)
        parts = [before] if start is None else [before, (start, self._end(start))]
        quoted = self.words[before[0]].quoted
        return self._report(parts, verb, subject, QUOTATION_AFTER if quoted else CLAUSE_AFTER)

    def _rest_after(self, end: int, before: Words) -> int | None:
        """Return where the rest begins of a quotation, or of a clause whose first words only are before the verb."""
        following = self.sentence.segments[self.sentence.segment(end) + 1 :]
        if not following:
            return None
        short = before[1] - before[0] < _BEGUN and not opens_clause(self.sentence, following[0].first)
        return following[0].first if short or self.words[following[0].first].quoted else None

    # after the verb

    def _said_after(self, verb: Reporting, subject: Words | None, after: tuple[int, str]) -> Report:
        start, rule = after
        if self.words[start].quoted:
            return self._report([(start, self.sentence.quotation_end(start))], verb, subject, QUOTATION_BEFORE)
        return self._report([(start, self._end(start))], verb, subject, rule)

    def _end(self, start: int) -> int:
        """Return the last word of what is said from an index: the sentence's, or that before "und fügte hinzu"."""
        for verb in self.verbs:
            if verb.finite > start and not verb.final and self.sentence.lower(verb.finite - 1) in AND:
                return verb.finite - 2
        return len(self.words) - 1

    def _few_words(self, verb: Reporting, subject: Words | None) -> Report | None:
        if subject is None:
            return None
        alone = verb.verb == verb.finite == verb.end
        last = self._end(verb.finite) if alone else verb.end - 1
        part = few_words(self.sentence, verb, subject, last)
        return self._report([part], verb, subject, OBJECT) if part else None

    # around the verb

    def _as_clause(self, verb: Reporting) -> Words | None:
        """Return the clause "wie die Polizei mitteilte" that a verb ends."""
        number = self.sentence.segment(verb.end)
        for segment in reversed(self.sentence.segments[max(0, number - 2) : number + 1]):
            if self.sentence.lower(segment.first) in ALIKE and segment.first < verb.verb:
                return segment.first, verb.end
        return None

    def _around(self, verb: Reporting, clause: Words) -> Report | None:
        parts = [(self.left, clause[0] - 1), (clause[1] + 1, len(self.words) - 1)]
        kept = [part for part in parts if self.sentence.has_words(*part)]
        place = next((found for at in (clause[0] + 1, clause[0] + 2) if (found := self._place(at))), None)
        source = place if self._is_it_says(verb) else self.subjects.of(verb) or place
        return self._report(kept, verb, source, CLAUSE_AROUND) if kept else None

    def _is_it_says(self, verb: Reporting) -> bool:
        return self.sentence.lower(verb.finite) in IT_SAYS

    def _it_says(self, verb: Reporting) -> Report | None:
        """Read "heißt es in dem Schreiben", "in dem Papier heißt es, …"."""
        at = verb.finite
        if self.sentence.lower(at + 1) not in IT and self.sentence.lower(at - 1) not in IT:
            return None
        first = self.sentence.segments[self.sentence.segment(at)].first
        source = self._place(first) or self._place(at + 2) or self._place(0)
        if (after := self.clauses.after(verb)) is not None:
            return self._said_after(verb, source, after)
        before = self.before.content(verb, (at + 1, at + 1), self.left)
        return self._said_before(verb, source, before, None) if before else None

    def _place(self, at: int) -> Words | None:
        """Return the phrase after a preposition: "in dem Schreiben heißt es"."""
        end = self.subjects.nouns.phrase(at + 1) if self.sentence.lower(at) in WHERE_IT_SAYS else None
        return (at + 1, end) if end is not None else None
