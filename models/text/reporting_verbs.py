"""Find reporting verbs in a text, and the pronouns around them."""

import re
from functools import cache

from models.text.phrases import any_of, whole
from models.text.word_lists import word_list

_NOUN_BEFORE = re.compile(r"(?<!\w)(?:the|a|an|this|that|his|her|its|their|our|my|no|any|in|of|new)\s+$", re.IGNORECASE)
_PRONOUN = r"(?:he|she|they|it|who|er|sie|es)"
_ADVERB = r"(?:\s+(?:also|later|then|now|has|had|have|further|however|still|again|\w+ly))?"
_PRONOUN_BEFORE = re.compile(rf"(?<!\w){_PRONOUN}{_ADVERB}\s+$", re.IGNORECASE)
_PRONOUN_AFTER = re.compile(rf"\s+{_PRONOUN}(?!\w)", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    forms = [form for (verb,) in word_list("reporting_verbs") for form in verb]
    return re.compile(whole(any_of([*forms, "According to", "Laut"])))


def reporting_verbs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of reporting verbs between two offsets; nouns spelled the same are left out."""
    found = _verbs().finditer(text, start, end)
    return [verb.span() for verb in found if not _NOUN_BEFORE.search(text[max(start, verb.start() - 8) : verb.start()])]


def pronoun_speaks(text: str, verb: tuple[int, int]) -> bool:
    """Return whether a pronoun is the subject of the verb: "he also said", "said she"."""
    before = text[max(0, verb[0] - 30) : verb[0]]
    return _PRONOUN_BEFORE.search(before) is not None or _PRONOUN_AFTER.match(text, verb[1]) is not None
