"""Find reporting verbs in a text, and the pronouns around them."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from models.text.phrases import any_of, whole
from models.text.word_lists import word_list

_NOUN_BEFORE = re.compile(r"(?<!\w)(?:the|a|an|this|that|his|her|its|their|our|my|no|any|in|of|new)\s+$", re.IGNORECASE)
_PRONOUN = r"(?:he|she|they|it|who|er|sie|es)"
_ADVERB = r"(?:\s+(?:also|later|then|now|has|had|have|further|however|still|again|\w+ly))?"
_PRONOUN_BEFORE = re.compile(rf"(?<!\w){_PRONOUN}{_ADVERB}\s+$", re.IGNORECASE)
_PRONOUN_AFTER = re.compile(rf"\s+{_PRONOUN}(?!\w)", re.IGNORECASE)


def _english() -> Iterator[str]:
    yield from (form for (verb,) in word_list("en/reporting_verbs") for form in verb)
    yield "According to"


def _german() -> Iterator[str]:
    """Yield the forms that report by themselves, unlike "teilte", which needs "mit" at the end of its clause."""
    for finite, others, particle, joined, _ in word_list("de/reporting_verbs"):
        yield from (*(() if particle else finite), *others, *joined)
    for (called,), forms in word_list("de/source_phrases"):
        if called in ("before", "behind"):
            yield from (spelled for form in forms for spelled in (form, form.capitalize()))


_FORMS: Mapping[str, Callable[[], Iterator[str]]] = {"en": _english, "de": _german}
"""The forms of reporting verbs, and words that stand for one, by language."""


@lru_cache(maxsize=8)
def _verbs(language: str, more: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the verbs of a language; those of all languages if it has no list of its own."""
    lists = [_FORMS[language]] if language in _FORMS else _FORMS.values()
    own = [form.strip() for verb in more for form in verb.split(",") if form.strip()]
    return re.compile(whole(any_of([*(form for forms in lists for form in forms()), *own])))


def reporting_verbs(
    text: str, start: int, end: int, language: str | None = None, more: tuple[str, ...] = ()
) -> list[tuple[int, int]]:
    """Return the places of reporting verbs between two offsets; nouns spelled the same are left out.

    `more` are verbs of a project's own, each with its forms, which commas separate: "reckoned, reckons".
    """
    found = _verbs((language or "")[:2].lower(), more).finditer(text, start, end)
    return [verb.span() for verb in found if not _NOUN_BEFORE.search(text[max(start, verb.start() - 8) : verb.start()])]


def pronoun_speaks(text: str, verb: tuple[int, int]) -> bool:
    """Return whether a pronoun is the subject of the verb: "he also said", "said she"."""
    before = text[max(0, verb[0] - 30) : verb[0]]
    return _PRONOUN_BEFORE.search(before) is not None or _PRONOUN_AFTER.match(text, verb[1]) is not None
