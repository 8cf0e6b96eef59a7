"""Find claims in unquoted words by the verbs that report them: Mr Lund said that; the plan, he said, would."""

from collections.abc import Callable, Iterator, Sequence

from models.attribution.lexicon import SPEECH_NOUNS
from models.attribution.nouns import WordRange
from models.suggestions.after_verbs import AfterVerbs
from models.suggestions.around_verbs import AroundVerbs
from models.suggestions.attributed import according
from models.suggestions.clauses import Clauses
from models.suggestions.cues import Cue, Scope
from models.suggestions.drafts import Draft
from models.suggestions.endings import Endings
from models.suggestions.openings import Openings
from models.suggestions.sources_of_verbs import source_of
from models.suggestions.taken import Taken

Rule = Callable[[Cue], Draft | None]

_REPORTING = frozenset((*SPEECH_NOUNS, "according"))
"""Words that report and are no verbs."""


class Reported:
    """Finds the claims of one paragraph that are not quotations before their verbs; those are `taken` already."""

    def __init__(self, clauses: Clauses, quoted: Sequence[Draft]) -> None:
        self.clauses, self.taken = clauses, Taken(quoted)
        self._scope = Scope(clauses, self.taken, Openings(clauses), Endings(clauses))
        others = (at for at, word in enumerate(clauses.words) if word.lower in _REPORTING)
        self._cues = clauses.reports.union(others)

    def found(self) -> Iterator[Draft]:
        """Yield the claims sentence by sentence: those before or around their verbs first, since they hold the rest."""
        if not self._cues:
            return
        around, after = AroundVerbs(self._scope), AfterVerbs(self._scope)
        for rules in (
            (around.within, around.before, self._according),
            (after.after, after.after_as, after.after_noun),
        ):
            for first, last in self.clauses.paragraph.sentences:
                yield from self._in_sentence(first, last, rules)

    def _in_sentence(self, first: int, last: int, rules: Sequence[Rule]) -> Iterator[Draft]:
        left = at = self.clauses.past_bracket(first, last)
        while at <= last:
            if at in self.taken.words:
                left = at + 1
            elif at in self._cues and (found := self._by(rules, at, left, last)) is not None:
                yield found
                self.taken.take(found)
                left = max(at, found.parts[-1][1], found.source[1] if found.source else at) + 1
            at = max(at + 1, left)

    def _by(self, rules: Sequence[Rule], at: int, left: int, last: int) -> Draft | None:
        cue = Cue(at, left, last, self._source(at, left, last))
        return next((found for rule in rules if (found := rule(cue)) is not None), None)

    def _source(self, at: int, left: int, last: int) -> WordRange | None:
        """Return the subject of a reporting verb, unless it is a part of a claim."""
        source = source_of(self.clauses, at, left, last) if self.clauses.is_report(at) else None
        return None if source is None or source[0] in self.taken.contents else source

    def _according(self, cue: Cue) -> Draft | None:
        found = according(self.clauses, cue.at, cue.left, self.taken.free_until(cue.at, cue.last))
        return None if found is None or found.parts[-1][0] in self.taken.words else found
