"""Find claims by a name beside them: Minister: storm to cost billions; “So it is.” — Ida Holm."""

from collections.abc import Iterator, Sequence
from functools import cache

from models.attribution.full_names import FARTHEST, full_names
from models.attribution.naming import named
from models.attribution.nouns import WordRange
from models.attribution.passage import CLOSING, CONTENT, Word
from models.attribution.subjects import DASHES
from models.suggestions.clauses import STOPS, Clauses
from models.suggestions.drafts import Draft
from models.suggestions.rules import LABEL, SIGNATURE
from models.text.word_lists import forms

_NOT_IN_NAMES = (CONTENT, "finite", "modal", "sign", "and")
_LONGEST = 8
_FEWEST = 3
"""Words of a claim beside a label, so that "Smith: 12" is none."""


@cache
def _not_speakers() -> frozenset[str]:
    return frozenset(forms("en/not_speakers"))


class Labels:
    """Finds the claims of one paragraph that have a name before a colon, or after a colon or dash."""

    def __init__(self, clauses: Clauses, held: set[int]) -> None:
        self.clauses, self.words, self.held = clauses, clauses.words, held

    def found(self) -> Iterator[Draft]:
        """Yield the claim of the paragraph, if it has a label or a signature."""
        draft = self._labelled() or self._signed()
        if draft is not None and not any(at in self.held for part in draft.parts for at in range(part[0], part[1] + 1)):
            yield draft

    def _labelled(self) -> Draft | None:
        """Read a name before a colon, at the beginning of the paragraph."""
        last = len(self.words) - 1
        colon = next((at for at in range(1, min(_LONGEST, last)) if self.words[at].text == ":"), None)
        if colon is None or not self._is_speaker((0, colon - 1)):
            return None
        return self._draft((colon + 1, last), (0, colon - 1), LABEL)

    def _signed(self) -> Draft | None:
        """Read a name after a colon or a dash, at the end of a paragraph: of a quotation, or of a headline."""
        last = len(self.words) - 1
        sign = next((at for at in range(last - 1, max(0, last - _LONGEST), -1) if self._is_sign(at)), None)
        if sign is None or not self._is_speaker((sign + 1, last)):
            return None
        before = sign - 1
        while before > 0 and self.words[before].text in CLOSING:
            before -= 1
        if self.words[sign].text == ":" and self.words[0].sentence == self.words[last].sentence:
            return self._draft((0, before), (sign + 1, last), LABEL)
        quoted = self.clauses.tag(before) == CONTENT
        return self._draft((before, before), (sign + 1, last), SIGNATURE) if quoted else None

    def _is_sign(self, at: int) -> bool:
        return self.words[at].text == ":" or self.words[at].text in DASHES

    def _draft(self, part: WordRange, source: WordRange, rule: str) -> Draft | None:
        first, last = part
        quoted = first == last and self.clauses.tag(first) == CONTENT
        if not quoted and last - first + 1 < _FEWEST:
            return None
        return Draft(((first, self.clauses.without_signs(first, last)),), None, source, rule)

    def _is_speaker(self, part: WordRange) -> bool:
        """Return whether words can name one who speaks, and nothing else."""
        words = self.words[part[0] : part[1] + 1]
        if any(word.text in STOPS or word.tag in _NOT_IN_NAMES for word in words):
            return False
        if " ".join(word.lower for word in words) in _not_speakers() or not self.clauses.nouns.may_end(part[1]):
            return False
        if self.clauses.nouns.ending_at(part[1])[0] != part[0]:
            return False
        who = named(words)
        return who.name is not None and (who.kind is not None or self._is_name(words))

    def _is_name(self, words: Sequence[Word]) -> bool:
        """Return whether words are a name; a single one has to be the surname of a whole name in the text."""
        text = self.clauses.paragraph.passage.text
        if not all(word.tag == "name" and word.text[:1].isupper() for word in words):
            return False
        return len(words) > 1 or bool(full_names(text, min(len(text), FARTHEST), words[0].text.capitalize()))
