"""Resolve a short name, a description or a pronoun to a known speaker, or to somebody named earlier in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.attribution.lexicon import OPENINGS, speech_verbs
from models.attribution.naming import Named, named
from models.attribution.nouns import Nouns, WordRange
from models.attribution.passage import Passage, passage_of
from models.attribution.people import first_names, offices, organisations, roles, titles
from models.attribution.subjects import Subjects
from models.entities import SpeakerKind
from models.ids import Id
from models.text.folding import folded_words

FARTHEST = 20_000
"""Characters before a claim that are searched for a full name."""
_NEAR = 2_500
"""Characters before a claim that are searched for the person whom a pronoun means."""
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
_WIDTH = 80
"""Characters around a word that may hold the rest of a name."""
_CAPITALS_BEFORE = re.compile(rf"{_NAME}(?=(?:\s+{_NAME}){{0,3}}\s+$)")
_NAME_AFTER = re.compile(rf"\s+((?:{_NAME}\s+){{0,2}}{_NAME})")
_NAME_ASIDE = re.compile(rf"((?:{_NAME}\s+){{1,2}}{_NAME}),\s+(?:\w+\s+){{0,4}}$")
_PLURAL = (SpeakerKind.GROUP, SpeakerKind.UNNAMED, SpeakerKind.ORGANISATION)

Names = Sequence[tuple[Id, str]]


def known(names: Names, name: str, pronoun: str | None = None) -> Id | None:
    """Return the speaker with this name, or the only one with this surname whom `pronoun` can mean."""
    wanted = _bare(name)
    if not wanted:
        return None
    whole = [speaker for speaker, other in names if _bare(other) == wanted]
    if whole:
        return whole[0]
    if " " in wanted:
        return None
    found = bearers(names, name, pronoun)
    return next(iter(found)) if len(found) == 1 else None


def bearers(names: Names, surname: str, pronoun: str | None = None) -> set[Id]:
    """Return the speakers with this surname whom `pronoun` can mean."""
    wanted = f" {_bare(surname)}"
    return {speaker for speaker, other in names if _bare(other).endswith(wanted) and _fits(other, pronoun)}


def _bare(name: str) -> str:
    """Return a name folded, without an article or a title of address before it."""
    words = folded_words(name).split()
    while len(words) > 1 and (words[0] == "the" or words[0] in titles()):
        words = words[1:]
    return " ".join(words)


def _fits(name: str, pronoun: str | None) -> bool:
    theirs = pronoun_of(name)
    return pronoun is None or theirs is None or theirs == pronoun


def pronoun_of(name: str) -> str | None:
    """Return "he" or "she" if the first name shows it."""
    words = name.split()
    return first_names().get(words[0].lower()) if len(words) > 1 else None


def full_name(text: str, before: int, surname: str, pronoun: str | None = None) -> str | None:
    """Return the full name of the only person with this surname in the text before an offset, or None."""
    found = full_names(text, before, surname, pronoun)
    fitting = [name for name in found if pronoun and pronoun_of(name) == pronoun] or found
    return fitting[0] if len(fitting) == 1 else None


def full_names(text: str, before: int, surname: str, pronoun: str | None = None) -> list[str]:
    """Return the full names with this surname in the text before an offset, one for each first name."""
    found: dict[str, str] = {}
    for at, _ in _places(text, before, surname):
        given = _given_names(_CAPITALS_BEFORE.findall(text[max(0, at - _WIDTH) : at]))
        if given and _fits(f"{given[0]} {surname}", pronoun):
            found.setdefault(folded_words(given[0]), " ".join([*given, surname]))
    return list(found.values())


def _places(text: str, before: int, word: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a whole word in the text before an offset, at most `FARTHEST` characters back."""
    rule = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for match in rule.finditer(text, max(0, before - FARTHEST), before):
        yield match.span()


def _given_names(words: Sequence[str]) -> list[str]:
    """Return the first names at the end of capitalised words, without titles, roles and openings."""
    given: list[str] = []
    for word in reversed(words):
        lower = word.lower().rstrip(".")
        if lower in first_names() or re.fullmatch(r"[A-Z]\.", word):
            given.insert(0, word)
        elif given or not _can_be_a_first_name(word):
            break
        else:
            given.insert(0, word)
    return given


def _can_be_a_first_name(word: str) -> bool:
    lower = word.lower()
    plain = lower.rstrip(".")
    places = {part.lower() for office in offices() for part in office}
    return not (
        plain in titles() or lower in titles() or lower in roles() or plain in roles() or plain in organisations()
        or plain in places or plain in OPENINGS or word.isupper() or "'" in word or "’" in word or word.endswith(".")
        or plain.endswith(("ish", "ese", "ian", "ican"))
    )  # fmt: skip


def described(text: str, before: int, role: str) -> str | None:
    """Return the name of the only person with this role ("the minister") in the text before an offset, or None."""
    found: dict[str, str] = {}
    word = role.rsplit(maxsplit=1)[-1]
    for form in {word.lower(), word.capitalize()}:
        for start, end in _places(text, before, form):
            name = _NAME_AFTER.match(text, end) or _NAME_ASIDE.search(text[max(0, start - _WIDTH) : start])
            if name is not None:
                words = re.sub(r"['’]s$", "", name[1]).split()
                surname = folded_words(words[-1])
                found[surname] = max(found.get(surname, ""), " ".join(words), key=len)
    name_found = next(iter(found.values())) if len(found) == 1 else None
    return name_found if name_found and " " in name_found else None


def referred(text: str, before: int, somebody: Named) -> Named | None:
    """Return whom a pronoun means, in the nearest sentence before it with a fitting subject or a fitting name."""
    passage = passage_of(text, max(0, before - _NEAR), before)
    for sentence in reversed(range(passage.words[-1].sentence + 1 if passage.words else 0)):
        for places, speaks in (*_subjects(passage, sentence), *_names(passage, sentence)):
            words = passage.words[places[0] : places[1] + 1]
            found = named(words)
            whole = introduced(text, words[0].start, found) if found.name else found
            if whole.name and _can_be(whole, somebody.pronoun or "", speaks=speaks):
                return whole
    return None


def _names(passage: Passage, sentence: int) -> Iterator[tuple[WordRange, bool]]:
    """Yield the names of people in a sentence whose first name shows which pronoun fits."""
    nouns, words = Nouns(passage), passage.words
    for at, word in enumerate(words):
        after = words[at + 1].tag if at + 1 < len(words) else ""
        if word.sentence == sentence and word.tag == "name" and after not in ("name", "possessive"):
            start = nouns.core_start(at)
            if any(each.lower in first_names() for each in words[start : at + 1]):
                yield (start, at), False


def introduced(text: str, before: int, somebody: Named) -> Named:
    """Return the person with the full name given earlier in the text, if the words are only a surname or a role."""
    name = somebody.name
    if name and " " not in name and not somebody.described and somebody.kind in (None, SpeakerKind.PERSON):
        full = full_name(text, before, name, somebody.pronoun)
        if full:
            return replace(somebody, name=full, kind=SpeakerKind.PERSON, pronoun=somebody.pronoun or pronoun_of(full))
    if somebody.described and somebody.kind is SpeakerKind.PERSON and name:
        full = described(text, before, name)
        if full:
            return replace(somebody, name=full, role=name, pronoun=pronoun_of(full), described=False)
    return somebody


def _can_be(somebody: Named, pronoun: str, *, speaks: bool) -> bool:
    """Return whether a pronoun can mean a speaker; a name of unknown kind is treated as a person's."""
    match pronoun:
        case "he" | "she":
            person = somebody.kind is SpeakerKind.PERSON or (speaks and somebody.kind is None)
            known = somebody.pronoun or pronoun_of(somebody.name or "")
            return person and not somebody.described and known in (None, pronoun)
        case "they":
            return somebody.kind in _PLURAL
        case "it":
            return somebody.kind is SpeakerKind.ORGANISATION
    return False


def _subjects(passage: Passage, sentence: int) -> Iterator[tuple[WordRange, bool]]:
    """Yield the subjects of a sentence, those of reporting verbs first, each with whether its verb reports."""
    finder, speech = Subjects(passage), speech_verbs()
    verbs = [
        (word.lower not in speech, at)
        for at, word in enumerate(passage.words)
        if word.sentence == sentence
        and (word.tag in ("finite", "modal") or (word.tag == "past" and word.lower in speech))
    ]
    for silent, verb in sorted(verbs):
        if (found := finder.of(verb)) is not None:
            yield found, not silent
