"""Find the speaker that the German words of a source mean: a known one, a new one, or nobody."""

from dataclasses import replace

from models.attribution.german.lexicon import RELATIVES
from models.attribution.german.mentions import antecedent, bearer, full_name, referred
from models.attribution.german.naming import Named, named
from models.attribution.known_names import KnownNames
from models.attribution.resolving import Meant
from models.entities import SpeakerKind
from models.text.ranges import Range


def meaning(text: str, source: Range, names: KnownNames) -> Meant:
    """Return whom the words of a source mean, with the earlier words that explain a pronoun or a short name."""
    somebody = named(text[slice(*source)])
    if somebody.name is not None:
        return _of_named(text, source[0], somebody, names)
    found = antecedent(text, source[0]) if somebody.pronoun in RELATIVES else None
    found = found or referred(text, source[0], somebody.pronoun or "")
    if found is None:
        return Meant()
    where, whom = found
    meant = _of_named(text, where[0], whom, names)
    return replace(meant, certain=False, mention=meant.mention or where)


def _of_named(text: str, at: int, somebody: Named, names: KnownNames) -> Meant:
    """Return the speaker with the full name that the text gives elsewhere, and what the registry knows."""
    role = somebody.name if somebody.described and somebody.kind is SpeakerKind.PERSON else None
    full = bearer(text, at, role) if role else full_name(text, at, somebody.name or "") if _is_short(somebody) else None
    if full is None:
        vague = somebody.described and somebody.kind in (None, SpeakerKind.PERSON)
        return _registered(somebody, names, certain=not vague)
    mention, name = full
    whole = Named(name, somebody.role or role, SpeakerKind.PERSON, somebody.pronoun)
    return replace(_registered(whole, names, certain=not role), mention=mention)


def _is_short(somebody: Named) -> bool:
    """Return whether words may be a surname alone."""
    name = somebody.name or ""
    one = " " not in name and not name.isupper() and not somebody.described
    return one and somebody.kind in (None, SpeakerKind.PERSON)


def _registered(somebody: Named, names: KnownNames, *, certain: bool) -> Meant:
    assert somebody.name is not None
    speaker = names.known(somebody.name)
    return Meant(names.name_of(speaker) or somebody.name, somebody.role, somebody.kind, speaker, certain)
