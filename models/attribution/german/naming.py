"""Find the name, role and kind of a speaker in German words such as "der frühere Bürgermeister Henning Vik"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.attribution.german.heads import capitals, late_name, role_before_name, uninflected, without_inner
from models.attribution.german.lexicon import (
    ADVERBS,
    DETERMINERS,
    GENITIVE,
    INDEFINITE,
    MANY,
    OBLIQUE,
    OBLIQUE_PRONOUNS,
    OF,
    POSSESSIVES,
    PRONOUNS,
    RELATIVES,
    SMALL_NAMES,
)
from models.attribution.german.people import (
    HE,
    SHE,
    first_names,
    is_inflected_role,
    is_message,
    is_organisation,
    is_role,
    is_thing,
    is_unnamed,
    role_pronoun,
    titles,
)  # fmt: skip
from models.entities import SpeakerKind

_WORD = re.compile(r"„[^“\n]{1,60}“|\d+(?:[.,]\d+)+|\w+(?:[-‐‑'’./&]\w+)*|[,;–—]")
_MARKS = '„“”»«"‚‘'
_BRACKETS = re.compile(r"\s*\([^()\n]{1,80}\)")
_PRONOUNS = PRONOUNS | RELATIVES | POSSESSIVES | OBLIQUE | OBLIQUE_PRONOUNS
_ARTICLES = DETERMINERS | OBLIQUE | GENITIVE | POSSESSIVES


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as words describe them. `pronoun` is "er" or "sie" if that is known; `name` is None for a pronoun."""

    name: str | None
    role: str | None = None
    kind: SpeakerKind | None = None
    pronoun: str | None = None
    described: bool = False
    """Whether the words only describe somebody, without a name: "der Minister"."""


def named(words: str) -> Named:
    """Return what the words of a source say about a speaker."""
    plain = _BRACKETS.sub("", words.strip(_MARKS) if words[:1] in _MARKS else words)
    head, *asides = _between_commas(_WORD.findall(plain))
    lower = head[0].lower() if head else ""
    if len(head) == 1 and lower in _PRONOUNS:
        return Named(None, pronoun=_as_subject(lower))
    found = _of_head(head)
    for aside in asides:
        found = _explained(found, aside)
    return found


def _as_subject(pronoun: str) -> str:
    """Return the pronoun that a possessive stands for."""
    if pronoun in POSSESSIVES:
        return HE if pronoun.startswith("sein") else SHE
    return pronoun


def _between_commas(words: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in words:
        if word in ",;–—":
            found.append([])
        else:
            found[-1].append(word)
    return [each for each in found if each] or [[]]


def _of_head(words: Sequence[str]) -> Named:
    """Return what one phrase says about a speaker."""
    while words and words[0].lower() in ADVERBS - DETERMINERS:
        words = words[1:]
    article = words[0].lower() if words and words[0].lower() in _ARTICLES else ""
    rest = list(words[1:] if article else words)
    while len(rest) > 1 and (rest[-1].lower() in ADVERBS):
        rest.pop()
    rest = list(without_inner(rest))
    if not rest:
        return Named(None)
    run = capitals(rest)
    split = role_before_name(rest, run, article)
    if split is not None:
        return _person(rest[:split], rest[split : run[1]], article)
    if (late := late_name(rest, run)) is not None:
        return _person(rest[:late], rest[late:], article)
    return _without_role(rest, run, article)


def _person(role: Sequence[str], name: Sequence[str], article: str) -> Named:
    titled = [word for word in role if word in titles()]
    kept = [word for word in role if word not in titles()]
    pronoun = next((titles()[word] for word in titled if titles()[word]), None) or first_names().get(name[0])
    pronoun = pronoun or next((role_pronoun(word) for word in kept if role_pronoun(word)), None)
    return Named(" ".join(name), uninflected(kept, article) or None, SpeakerKind.PERSON, pronoun)


def _without_role(words: Sequence[str], run: tuple[int, int], article: str) -> Named:
    """Return a speaker without role and name beside each other: an organisation, a name, a description."""
    head = words[slice(*run)]
    if not head:
        return _small(words, article)
    if any(map(is_organisation, head)) and not is_role(head[-1]):
        title = words[-1].strip(_MARKS) if words[-1][0] in _MARKS else None
        return Named(title or uninflected(words, article), kind=SpeakerKind.ORGANISATION)
    if is_message(head[-1]) and (owner := _owner(words[run[1] :], article)) is not None:
        return owner
    if is_thing(head[-1]) and len(head) == 1:
        return Named(None)
    person = not article and len(head) > 1 and head[0] in first_names()
    if not person and (any(map(is_inflected_role, head)) or is_unnamed(head[-1])):
        return _described(words, head, article)
    return _plain(words, head, article)


def _small(words: Sequence[str], article: str) -> Named:
    """Return a name in small letters: "taz", "hafenblatt.de"."""
    word = words[0]
    name = article or word in SMALL_NAMES or "." in word or not word.isalpha()
    return Named(word) if len(words) == 1 and name else Named(None)


def _owner(after: Sequence[str], article: str) -> Named | None:
    """Return whose a message is: the police of "Angaben der Polizei"; for "ihre Angaben", a pronoun."""
    if article in POSSESSIVES:
        return Named(None, pronoun=_as_subject(article))
    if len(after) > 1 and after[0].lower() in OF:
        return _of_head(after[1:])
    return _of_head(after) if len(after) > 1 and after[0].lower() in GENITIVE else None


def _plain(words: Sequence[str], head: Sequence[str], article: str) -> Named:
    """Return a name, or what has an article and no list knows."""
    if head[0] in first_names() and len(head) > 1:
        return Named(" ".join(head), kind=SpeakerKind.PERSON, pronoun=first_names()[head[0]])
    if head[0].isupper() and len(head[0]) > 1:
        return Named(uninflected(words, article), kind=SpeakerKind.ORGANISATION)
    if article or len(head) < len(words):
        return Named(uninflected(words, article), described=bool(article))
    return Named(" ".join(head), pronoun=first_names().get(head[0]))


def _described(words: Sequence[str], head: Sequence[str], article: str) -> Named:
    """Return a speaker whose noun is known, but who has no name; several are meant if there is no article."""
    kind: SpeakerKind | None = None
    if article in INDEFINITE or (is_unnamed(head[-1]) and not article):
        kind = SpeakerKind.UNNAMED
    elif article in MANY or not article:
        kind = SpeakerKind.GROUP
    elif any(map(is_inflected_role, head)):
        kind = SpeakerKind.PERSON
    return Named(uninflected(words, article), None, kind, role_pronoun(head[-1]), described=True)


def _explained(found: Named, aside: Sequence[str]) -> Named:
    """Add what an aside says: a name to "der Hafenmeister", a role to "Ida Brekke"."""
    if aside[0].lower() in RELATIVES and not aside[-1][0].isupper():
        return found
    added = _of_head(aside)
    plain = added.name and not added.described and added.kind in (None, SpeakerKind.PERSON)
    if found.described and plain and aside[0][0].isupper() and found.kind is not SpeakerKind.UNNAMED:
        return replace(added, role=found.name, kind=SpeakerKind.PERSON, pronoun=added.pronoun or found.pronoun)
    if not found.described and found.role is None and added.described and any(is_role(word) for word in aside):
        return replace(found, role=added.name, kind=SpeakerKind.PERSON, pronoun=found.pronoun or added.pronoun)
    return found
