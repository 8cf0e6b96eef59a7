"""Find claims after the words that report them: Mr Lund said that; as she noted, the plan would; his claim that."""

from models.attribution.lexicon import RELATIVES, SPEECH_NOUNS
from models.attribution.nouns import WordRange
from models.suggestions.attributed import claimed, follows_as
from models.suggestions.cues import SOON, Cue, Scope
from models.suggestions.drafts import Draft
from models.suggestions.endings import Frame
from models.suggestions.quoted import Quoted
from models.suggestions.rules import CLAUSE, OBJECT, QUOTATION_AFTER, RELATIVE

_DEPENDING = frozenset(
    ["when", "while", "though", "although", "as", "after", "before", "even", "since", "because", "if"]
)


class AfterVerbs:
    """Reads the claims of one paragraph that begin after what reports them."""

    def __init__(self, scope: Scope) -> None:
        self.scope, self.clauses = scope, scope.clauses

    def after(self, cue: Cue) -> Draft | None:
        """Read what a verb reports after it."""
        verb, source = cue.at, cue.source
        opening = self.scope.openings.after(verb, cue.last) if source and source[0] < verb else None
        if source is None or opening is None or opening.at > cue.last or opening.at in self.scope.taken.words:
            return None
        if opening.rule == QUOTATION_AFTER:
            quoted = Quoted(self.clauses).continued(opening.at)
            return Draft(((opening.at, opening.at), *quoted), (verb, verb), source, QUOTATION_AFTER)
        frame = Frame(
            noun=opening.rule == OBJECT,
            relative=self.clauses.lower(source[0]) in RELATIVES,
            depending=self._depends(cue.left) and source[0] - cue.left < SOON,
        )
        reported = opening.at, self.scope.end(opening.at, cue.last, frame)
        if opening.at == verb + 1 and self.clauses.is_finite(opening.at):
            return self._relative(verb, source, reported)
        return Draft((reported,), (verb, verb), source, opening.rule)

    def after_as(self, cue: Cue) -> Draft | None:
        """Read a claim after a clause with "as": As she noted, the plan would fail."""
        verb, source, start = cue.at, cue.source, cue.at + 2
        if source is None or start in self.scope.taken.words:
            return None
        if not follows_as(self.clauses, verb, source, cue.left, cue.last):
            return None
        return Draft(((start, self.scope.end(start, cue.last)),), (verb, verb), source, CLAUSE)

    def after_noun(self, cue: Cue) -> Draft | None:
        """Read a noun that says what somebody claims: his claim that; the ministry's warning that."""
        at, first = cue.at, cue.at + 2
        if self.clauses.lower(at) not in SPEECH_NOUNS or self.clauses.lower(at + 1) != "that" or first > cue.last:
            return None
        depending = self._depends(cue.left) or self.clauses.tag(cue.left) == "preposition"
        end = self.scope.end(first, cue.last, Frame(depending=depending))
        return claimed(self.clauses, at, cue.left, end)

    def _depends(self, left: int) -> bool:
        """Return whether the clause that begins at an index depends on another: "when he said"."""
        return self.clauses.lower(left) in _DEPENDING

    def _relative(self, verb: int, source: WordRange, reported: WordRange) -> Draft | None:
        """Read a claim about the noun before a relative clause: the prices, which he said had been too low."""
        relative = source[0] - 1
        noun = relative - 1 - (self.clauses.lower(relative - 1) == ",")
        if self.clauses.lower(relative) not in RELATIVES or not self.clauses.nouns.may_end(noun):
            return Draft((reported,), (verb, verb), source, CLAUSE)
        start = self.clauses.nouns.core_start(noun)
        return Draft(((start, relative), reported), (verb, verb), source, RELATIVE)
