"""Find the name, role and kind of a speaker in words such as "U.S. Secretary of State John Kerry"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import resources
from models.attribution.lexicon import (
    ARTICLES,
    EXPLAINING,
    INDEFINITE,
    KEPT_TITLES,
    MANY,
    PARTICLES,
    POSSESSIVES,
    PRONOUNS,
    RELATIVES,
)
from models.attribution.passage import Word
from models.attribution.people import first_names, offices, roles, titles
from models.attribution.speaker_kinds import kind_of_description, kind_of_name
from models.entities import SpeakerKind
from models.text.ranges import Range

_BARE = frozenset(("preposition", "to", "which", "finite", "past", "ing", "adverb"))


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as words describe them. `name` is None for a pronoun; `pronoun` is how a text may refer to them.

    `mention` is the range of the text that says so, if other words had to be understood by it.
    """

    name: str | None
    role: str | None = None
    kind: SpeakerKind | None = None
    pronoun: str | None = None
    described: bool = False
    """Whether the words only describe somebody, without a name: "the minister"."""
    mention: Range | None = None


def named(words: Sequence[Word]) -> Named:
    """Return what some words, a noun with everything that explains it, say about a speaker."""
    head, *asides = _segments(words)
    if len(head) == 1 and head[0].lower in PRONOUNS | RELATIVES | POSSESSIVES | {"who", "whom"}:
        return Named(None, pronoun=_as_subject(head[0].lower))
    if _is_nobody(head):
        return Named(None)
    if _is_joined(head):
        return Named(_text(words), kind=SpeakerKind.GROUP, described=True)
    found = _of_noun(head)
    for aside in asides:
        found = _explained(found, head, aside)
    return found


def _is_joined(words: Sequence[Word]) -> bool:
    """Return whether words name several: "Lund and Vik"; not "the Department of Health and Human Services"."""
    joined = [at for at, word in enumerate(words) if word.lower == "and" and 0 < at < len(words) - 1]
    tail = _tail(words)
    return any(at < tail and (words[at + 1].tag == "determiner" or _may_be_named(words, at)) for at in joined)


def _may_be_named(words: Sequence[Word], at: int) -> bool:
    """Return whether there is a separate name or noun on each side of an "and"."""
    before, after = words[at - 1], words[at + 1]
    alone = at == 1 or words[0].lower not in ARTICLES
    return before.tag in ("name", "noun") and after.tag in ("name", "noun") and alone


def _as_subject(pronoun: str) -> str:
    return {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}.get(pronoun, pronoun)


def _segments(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words between commas; the first is the noun itself."""
    found: list[list[Word]] = [[]]
    for word in words:
        if word.text in (",", "(", ")", "—", "–", "--", ";"):
            found.append([])
        elif any(map(str.isalnum, word.text)) or word.text in ("&", "'", "’"):
            found[-1].append(word)
    kept = [segment for segment in found if segment]
    return kept or [list(words)]


def _explained(found: Named, head: Sequence[Word], aside: Sequence[Word]) -> Named:
    """Add what an aside says to a speaker: a name to "the harbour master", a role to "Ida Brekke"."""
    if aside[0].lower in RELATIVES or aside[0].tag in ("ing", "preposition", "adverb", "past"):
        return found
    added = _of_noun(aside)
    if aside[0].text.isdigit():
        return replace(found, kind=SpeakerKind.PERSON)
    if found.described and added.name and not added.described and added.kind in (None, SpeakerKind.PERSON):
        if {word.lower for word in head} & roles():
            return replace(added, role=_text(_without_article(head)), kind=SpeakerKind.PERSON)
        return replace(added, kind=added.kind or found.kind) if found.kind is SpeakerKind.ORGANISATION else found
    if not found.described and found.role is None and {word.lower for word in aside} & roles():
        return replace(found, role=_text(_without_article(aside)), kind=SpeakerKind.PERSON)
    return found


def _of_noun(words: Sequence[Word]) -> Named:
    """Return what a noun without asides says about a speaker."""
    plain = list(words)
    while len(plain) > 1 and plain[-1].tag == "possessive":
        plain.pop()
    definite = plain[0].lower == "the"
    plain = _without_article(plain)
    found = _name_within(plain)
    if found is None:
        return _described(words)
    first, end = found
    name, before = plain[first:end], plain[:first]
    addressed = [word for word in before if word.lower in titles()]
    pronoun = next((titles()[word.lower] for word in addressed if titles()[word.lower]), None)
    pronoun = pronoun or first_names().get(name[0].lower)
    before = [word for word in before if word not in addressed]
    role = _text(before) if before and _is_role(before) else None
    kind = kind_of_name(name, person=bool(role or pronoun or addressed), definite=definite)
    return Named(_text(name), role, kind, pronoun)


def _is_role(words: Sequence[Word]) -> bool:
    return any(word.lower in roles() for word in words) or words[-1].tag == "noun"


def _name_within(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return where the name in a noun begins and ends: after the role, and before words that explain the name."""
    end = _tail(words)
    if end < len(words) and words[end].lower in ("of", "for") and (after := _after_office(words, end)) is not None:
        return after, after + _tail(words[after:])
    first = end
    while first > 0 and (_capital(words[first - 1]) or (words[first - 1].lower in PARTICLES and 1 < first < end)):
        first -= 1
    for at in range(first, end - 1):
        if words[at].lower in roles() | titles().keys() and words[at].lower not in KEPT_TITLES:
            first = at + 1
    if first == end or (first == end - 1 and words[first].lower in roles()):
        return None
    if end < len(words) and not _is_somebody(words[:end], first):
        end = len(words)
    return first, end


def _is_somebody(words: Sequence[Word], first: int) -> bool:
    """Return whether a name, with the words before it, is a person's, so that words after it are not part of it."""
    return words[first].lower in first_names() or any(word.lower in roles() | titles().keys() for word in words[:first])


def _after_office(words: Sequence[Word], of: int) -> int | None:
    lower = [word.text.lower() for word in words[of + 1 :]]
    for office in offices():
        size = len(office)
        if lower[:size] == [part.lower() for part in office] and of + 1 + size < len(words):
            after = of + 1 + size
            return after if _capital(words[after]) else None
    return None


def _tail(words: Sequence[Word]) -> int:
    """Return where the explanation of a noun begins: "of the ministry", "familiar with the talks", "who was there"."""
    for at in range(1, len(words)):
        if words[at].lower in EXPLAINING or (words[at].tag in _BARE and not _capital(words[at])):
            if words[at].lower in PARTICLES and _capital(words[at - 1]):
                continue
            return at
    return len(words)


def _capital(word: Word) -> bool:
    return (word.text[:1].isupper() and word.tag not in ("number", "determiner", "pronoun")) or (
        word.text[:1] == "’" and len(word.text) > 2
    )


def _described(words: Sequence[Word]) -> Named:
    """Return a speaker that is described but not named: "the ministry", "two officials familiar with the talks"."""
    name = _text(_without_article(words))
    nouns = [word for word in words[: _tail(words)] if word.tag in ("noun", "name")] or list(words)
    return Named(name, kind=kind_of_description(words, nouns[-1]), described=True)


def _is_nobody(words: Sequence[Word]) -> bool:
    return words[0].lower in ("no", "none") or _text(words).casefold() in _nobodies()


@cache
def _nobodies() -> frozenset[str]:
    """Return words that can be the subject of a verb but name nobody: "some", "everyone"."""
    return frozenset(word.casefold() for word in (*resources.words("pronouns"), *MANY, *INDEFINITE))


def _without_article(words: Sequence[Word]) -> list[Word]:
    return list(words[1:]) if len(words) > 1 and words[0].lower in ARTICLES else list(words)


def _text(words: Sequence[Word]) -> str:
    """Return the words as printed, in one line."""
    said = ""
    for before, word in zip([None, *words], words, strict=False):
        said += (" " if before is not None and word.start > before.end else "") + word.text
    return re.sub(r"\s+", " ", said).strip()
