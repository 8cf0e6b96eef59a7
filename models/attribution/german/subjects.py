"""Find the subject of a German verb: before a verb in second place, after it, or at the beginning of its clause."""

from models.attribution.german.clause_kinds import has_main_verb, looks_finite, opens_clause
from models.attribution.german.following import Following, Words
from models.attribution.german.lexicon import AND, DETERMINERS, IT, JOINING, OF, PREPOSITIONS, PRONOUNS, RELATIVES, THIS
from models.attribution.german.nouns import Nouns
from models.attribution.german.people import is_organisation, is_thing
from models.attribution.german.sentence import Sentence
from models.attribution.german.verbs import Reporting


class Subjects:
    """Finds subjects in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence, self.words, self.nouns = sentence, sentence.words, Nouns(sentence)
        self.following = Following(sentence, self.nouns)

    def of(self, verb: Reporting) -> Words | None:
        """Return the subject of a verb; for a passive verb, who does it ("von der Polizei")."""
        if verb.passive:
            return self._agent(verb)
        return self._in_clause(verb.finite) if verb.final else self._of_main(verb.finite)

    def _of_main(self, finite: int) -> Words | None:
        """Return the subject of a finite verb in second place."""
        first = self.sentence.segments[self.sentence.segment(finite)].first
        while first < finite and self.sentence.lower(first) in JOINING:
            first += 1
        if self.sentence.lower(finite - 1) in AND:
            return self.before(finite)
        if first == finite:
            whole = self.before(finite)
            return whole if whole and self._is_aside_before(whole, finite) else self.following.after(finite) or whole
        return self._in_first_place(first, finite) or self.following.after(finite)

    def _in_first_place(self, first: int, finite: int) -> Words | None:
        """Return the words before the verb, unless they are something else than its subject."""
        if all(word.quoted for word in self.words[first:finite]) or self._has_pronoun_after(finite):
            return None
        if self.sentence.lower(first) in THIS and first + 1 == finite and self.following.after(finite):
            return None
        if self._is_thing(first) and (other := self.following.after(finite)) and not self._is_thing(other[0]):
            return None
        clause = self.sentence.lower(first) not in RELATIVES and opens_clause(self.sentence, first)
        if any(looks_finite(self.sentence, at) for at in range(first, finite)):
            first = max(at for at in range(first, finite) if self.sentence.lower(at) in AND or at == first) + 1
        if self.nouns.begins_subject(first) and not clause and first < finite:
            return first, finite - 1
        return None

    def _is_thing(self, first: int) -> bool:
        """Return whether the phrase that begins here names something that does not speak: "die Vorwürfe"."""
        head = self.nouns.head(first)
        return head is not None and is_thing(self.words[head].text) and not is_organisation(self.words[head].text)

    def _is_aside_before(self, subject: Words, finite: int) -> bool:
        """Return whether only the subject, with what explains it, is between the beginning and the verb."""
        segments = self.sentence.segments[self.sentence.segment(subject[0]) : self.sentence.segment(finite)]
        quoted = any(word.quoted for word in self.words[subject[0] : finite])
        return not quoted and not any(has_main_verb(self.sentence, segment) for segment in segments)

    def _has_pronoun_after(self, finite: int) -> bool:
        """Return whether a pronoun after the verb is its subject, whatever is before: "Die Tat nannte er sinnlos"."""
        lower = self.sentence.lower(finite + 1)
        return lower in PRONOUNS - IT and lower not in DETERMINERS

    def beginning(self) -> Words | None:
        """Return the phrase that begins the sentence if it can be a subject."""
        end = self.nouns.phrase(0) if self.nouns.begins_subject(0) and not opens_clause(self.sentence, 0) else None
        return (0, end) if end is not None else None

    def before(self, end: int) -> Words | None:
        """Return the first subject of the sentence, or of its part after a colon, before an index.

        What explains the subject between commas belongs to it: "Ida Brekke, die Bürgermeisterin, sagte".
        """
        parts = [segment.first for segment in self.sentence.segments if segment.sign in (":", ";")]
        first = max((part for part in parts if part < end), default=0)
        if self.sentence.lower(first) in JOINING:
            first += 1
        if not self.nouns.begins_subject(first):
            return self._first_after(first, end)
        last = self.nouns.phrase(first)
        if last is None:
            return None
        other = self.following.after(last) if self._is_thing(first) else None
        return other if other and other[1] < end else (first, self._with_asides(last, end))

    def _first_after(self, first: int, before: int) -> Words | None:
        """Return the first phrase with a determiner in the nominative, or a name, from an index."""
        if opens_clause(self.sentence, first):
            place = self.sentence.segment(first)
            later = self.sentence.segments[place + 1 :]
            first = next((each.first for each in later if looks_finite(self.sentence, each.first)), before)
        found = self.following.after(first - 1)
        return found if found and found[1] < before else None

    def _with_asides(self, end: int, before: int) -> int:
        """Return the end of a phrase with what explains it between commas, if the verb follows that."""
        segments = self.sentence.segments[self.sentence.segment(end) : self.sentence.segment(before)]
        closed = before < len(self.words) and self.words[before - 1].text == ","
        plain = not any(has_main_verb(self.sentence, segment) for segment in segments)
        return before - 2 if closed and plain else min(self.following.with_apposition(end), before - 1)

    def _agent(self, verb: Reporting) -> Words | None:
        for at in range(verb.finite + 1, verb.verb):
            if self.sentence.lower(at) in OF and (end := self.nouns.phrase(at + 1)) is not None:
                return at + 1, end
        return None

    def _in_clause(self, verb: int) -> Words | None:
        """Return the subject of a verb at the end of its clause: the first phrase in it, or a relative pronoun."""
        number = self.sentence.segment(verb)
        for segment in reversed(self.sentence.segments[max(0, number - 3) : number + 1]):
            if opens_clause(self.sentence, segment.first) and segment.first < verb:
                found = self.following.after(segment.first - (self.sentence.lower(segment.first) in PREPOSITIONS))
                if found is not None and found[1] < verb and found[0] > segment.first:
                    return found
                relative = self.sentence.lower(segment.first) in RELATIVES
                return (segment.first, segment.first) if relative else None
        return None
