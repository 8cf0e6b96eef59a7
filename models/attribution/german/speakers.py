"""Find the speaker that the German words of a source mean: a known one, a new one, or nobody."""

from dataclasses import replace

from models.attribution.german.lexicon import RELATIVES
from models.attribution.german.mentions import antecedent, bearer, full_name, referred
from models.attribution.german.naming import Named, named
from models.attribution.known_names import KnownNames, Names
from models.attribution.resolving import Meant
from models.entities import SpeakerKind
from models.text.ranges import Range

Mentioned = tuple[Meant, Range | None]
"""A speaker, and the earlier words that say whom a pronoun or a short name means."""


def meaning(text: str, source: Range, names: Names) -> Mentioned:
    """Return whom the words of a source mean, and the earlier words by which that is known."""
    somebody = named(text[slice(*source)])
    if somebody.name is not None:
        return _of_named(text, source[0], somebody, names)
    found = antecedent(text, source[0]) if somebody.pronoun in RELATIVES else None
    found = found or referred(text, source[0], somebody.pronoun or "")
    if found is None:
        return Meant(), None
    where, whom = found
    meant, mention = _of_named(text, where[0], whom, names)
    return replace(meant, certain=False), mention or where


def _of_named(text: str, at: int, somebody: Named, names: Names) -> Mentioned:
    """Return the speaker with the full name that the text gives earlier, and what the registry knows."""
    name = somebody.name or ""
    short = (
        " " not in name
        and not name.isupper()
        and not somebody.described
        and somebody.kind in (None, SpeakerKind.PERSON)
    )
    described = somebody.described and somebody.kind is SpeakerKind.PERSON
    full = full_name(text, at, name) if short else bearer(text, at, name) if described else None
    certain = not described
    if full is not None:
        mention, whole = full
        role = somebody.role or (name if described else None)
        somebody = Named(whole, role, SpeakerKind.PERSON, somebody.pronoun, described=False)
        return _registered(somebody, names, certain=certain), mention
    return _registered(somebody, names, certain=certain), None


def _registered(somebody: Named, names: Names, *, certain: bool) -> Meant:
    assert somebody.name is not None
    speaker = KnownNames(names).known(somebody.name)
    name = next((name for known_one, name in names if known_one == speaker), somebody.name)
    return Meant(name, somebody.role, somebody.kind, speaker, certain)
