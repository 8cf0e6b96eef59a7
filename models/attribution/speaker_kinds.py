"""Tell what sort of speaker some words name: a person, an organisation, a group, or somebody unnamed."""

from collections.abc import Sequence

from models.attribution.lexicon import INDEFINITE, KEPT_TITLES
from models.attribution.passage import Word
from models.attribution.people import is_plural, organisations, roles, unnamed
from models.entities import SpeakerKind

_PEOPLES = ("icans", "crats", "ians", "ists", "tives")
"""Endings of names of groups, which are not family names."""


def kind_of_name(name: Sequence[Word], *, person: bool, definite: bool) -> SpeakerKind | None:
    """Return the kind of speaker that a name suggests, or None.

    `person` means that a title, role or first name is there, and `definite` that "the" is.
    """
    first, last = name[0].lower, name[-1]
    if (person and not definite) or first in KEPT_TITLES:
        return SpeakerKind.PERSON
    if is_plural(last.lower) and ((definite and len(name) == 1) or last.lower.endswith(_PEOPLES)):
        return SpeakerKind.GROUP
    if any(word.lower in organisations() for word in name) or _is_acronym(last) or definite:
        return SpeakerKind.ORGANISATION
    return None


def _is_acronym(word: Word) -> bool:
    return len(word.text.replace(".", "")) > 1 and word.text.isupper()


def kind_of_description(words: Sequence[Word], noun: Word) -> SpeakerKind | None:
    """Return the kind of speaker that some words without a name describe, or None; `noun` is the main one of them."""
    first, lower, plural = words[0].lower, noun.lower, is_plural(noun.lower)
    indefinite = first in INDEFINITE or words[0].tag == "number" or (first != "the" and plural)
    if lower in unnamed() and indefinite:
        return SpeakerKind.UNNAMED
    if lower in organisations() and not (plural and lower not in ("police", "media")):
        return SpeakerKind.ORGANISATION
    if lower in roles():
        return SpeakerKind.GROUP if plural else SpeakerKind.PERSON
    share = words[0].tag == "number" and is_plural(words[-1].lower)
    return SpeakerKind.GROUP if share or (plural and lower.endswith((*_PEOPLES, "ers", "ants"))) else None
