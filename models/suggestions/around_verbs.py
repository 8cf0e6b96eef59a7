"""Find claims before and around the verbs that report them: the plan would fail, he said; the plan, he said, would."""

from models.attribution.lexicon import HELPERS, RELATIVES, SUBORDINATORS
from models.attribution.passage import CLOSING, CONTENT
from models.attribution.subjects import DASHES
from models.suggestions.cues import SOON, Cue, Scope
from models.suggestions.drafts import Draft
from models.suggestions.rules import CLAUSE_AROUND, CLAUSE_BEFORE, HEADLINE, THAT


class AroundVerbs:
    """Reads the claims of one paragraph that begin before their verbs."""

    def __init__(self, scope: Scope) -> None:
        self.scope, self.clauses = scope, scope.clauses

    def within(self, cue: Cue) -> Draft | None:
        """Read a claim around the words that report it: The plan, he said, would fail."""
        verb, left, last, source = cue.at, cue.left, cue.last, cue.source
        if source is None or self.clauses.tag(verb) == "ing":
            return None
        first, end = min(verb, source[0]), max(verb, source[1])
        comma = next((at for at in range(end + 1, min(last, end + SOON)) if self._breaks(at)), None)
        signs = DASHES | {","}
        if (
            first <= left
            or self.clauses.words[first - 1].text not in signs
            or not comma
            or self.clauses.words[comma].text not in signs
        ):
            return None
        if not self.scope.openings.hearers.is_silent(end, comma) or self._has_aside(verb, comma, last):
            return None
        before, after = (
            (left, self.clauses.without_signs(left, first - 1)),
            (comma + 1, self.scope.end(comma + 1, last)),
        )
        quoted = any(self.clauses.tag(at) == CONTENT for at in range(after[0] + 1, after[1] + 1))
        whole = quoted or self.clauses.has_verb(*after) or self._goes_on(before[1], after[0])
        return (
            Draft((before, after), (verb, verb), source, CLAUSE_AROUND)
            if whole and not self.clauses.is_report(comma + 1) and self.scope.taken.is_free(before, after)
            else None
        )

    def _has_aside(self, verb: int, comma: int, last: int) -> bool:
        """Return whether an aside begins at a comma, before "that": Asked why, he said, on Monday, that."""
        opening = self.scope.openings.after(verb, last) if comma == verb + 1 else None
        return opening is not None and opening.rule == THAT and opening.at > comma + 2

    def _goes_on(self, end: int, after: int) -> bool:
        """Return whether words that end in an auxiliary verb go on after a verb: It was, he said, a wreck."""
        clauses = self.clauses
        joins = clauses.lower(after) in SUBORDINATORS | {"and", "or"}
        return clauses.lower(end) in HELPERS and not joins and clauses.tag(after) not in ("ing", "preposition", "which")

    def _breaks(self, at: int) -> bool:
        """Return whether an adjunct of the verb ends before this word."""
        text = self.clauses.words[at].text
        return text in DASHES or text in ",;:" or self.clauses.is_finite(at) or self.clauses.lower(at) == "that"

    def before(self, cue: Cue) -> Draft | None:
        """Read a claim that ends where the words that report it begin: The plan would fail, he said."""
        verb, left, last, source = cue.at, cue.left, cue.last, cue.source
        if source is None or self.clauses.tag(verb) == "ing" or self.clauses.lower(source[0]) in RELATIVES:
            return None
        if source[0] < verb and not self.scope.openings.is_last(verb, last):
            return None
        edge = min(verb, source[0])
        end = edge - 1
        while end >= left and self.clauses.words[end].text in CLOSING | DASHES | {","}:
            end -= 1
        if end < left or (end == edge - 1 and self.clauses.tag(end) != CONTENT):
            return None
        if self.clauses.tag(end) == CONTENT or self.clauses.is_whole(left, end):
            return Draft(((left, end),), (verb, verb), source, CLAUSE_BEFORE)
        return Draft(((left, end),), (verb, verb), source, HEADLINE) if self._is_headline(left) else None

    def _is_headline(self, left: int) -> bool:
        """Return whether a range that begins here is all of a headline: Storm to cost billions, says minister."""
        return left == 0 and self.clauses.paragraph.is_headline
