"""Find the full name that a text has for a surname or a role: "John Kerry" for "Kerry"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from models.attribution.known_names import fits, pronoun_of
from models.attribution.lexicon import OPENINGS
from models.attribution.people import first_names, offices, organisations, roles, titles
from models.text.folding import folded_words
from models.text.ranges import Range

FARTHEST = 20_000
"""Characters before a claim that are searched for a full name."""
_NAME = r"(?:[A-Z]\.(?=\s)|[^\W\d_a-zß-öø-ÿ](?:[\w'’-]|\.(?=\w))*)"
_WIDTH = 80
"""Characters around a word that may hold the rest of a name."""
_CAPITALS_BEFORE = re.compile(rf"{_NAME}(?=(?:\s+{_NAME}){{0,3}}\s+$)")
_NAME_AFTER = re.compile(rf"\s+((?:{_NAME}\s+){{0,2}}{_NAME})")
_NAME_ASIDE = re.compile(rf"((?:{_NAME}\s+){{1,2}}{_NAME}),\s+(?:\w+\s+){{0,4}}$")


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name, and the range of the text where it is."""

    name: str
    place: Range


def full_name(text: str, before: int, surname: str, pronoun: str | None = None) -> FullName | None:
    """Return the full name of the only person with this surname in the text before an offset, or None."""
    found = full_names(text, before, surname, pronoun)
    fitting = [each for each in found if pronoun and pronoun_of(each.name) == pronoun] or found
    return fitting[0] if len(fitting) == 1 else None


def full_names(text: str, before: int, surname: str, pronoun: str | None = None) -> list[FullName]:
    """Return the full names with this surname in the text before an offset, one for each first name."""
    found: dict[str, FullName] = {}
    for at, end in _places(text, before, surname):
        capitals = list(_CAPITALS_BEFORE.finditer(text[max(0, at - _WIDTH) : at]))
        given = _given_names([word[0] for word in capitals])
        if given and fits(f"{given[0]} {surname}", pronoun) and not _is_within_name(text, end, given):
            start = max(0, at - _WIDTH) + capitals[-len(given)].start()
            found.setdefault(folded_words(given[0]), FullName(" ".join([*given, surname]), (start, end)))
    return list(found.values())


def _is_within_name(text: str, end: int, given: Sequence[str]) -> bool:
    """Return whether more of a name follows a surname after what may be no first name: "Britain Liu Xiaming"."""
    known = any(word.lower() in first_names() for word in given)
    return not known and _NAME_AFTER.match(text, end) is not None


def _places(text: str, before: int, word: str) -> Iterator[Range]:
    """Yield the ranges of a whole word in the text before an offset, at most `FARTHEST` characters back."""
    first = max(0, before - FARTHEST)
    at = text.find(word, first, before)
    while at >= 0:
        end = at + len(word)
        if not (at > first and _is_letter(text[at - 1])) and not (end < len(text) and _is_letter(text[end])):
            yield at, end
        at = text.find(word, end, before)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


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
    return not (
        plain in titles() or lower in titles() or lower in roles() or plain in roles() or plain in organisations()
        or plain in _in_offices() or plain in OPENINGS or word.isupper() or word.endswith(".") or "'" in word
        or "’" in word or plain.endswith(("ish", "ese", "ian", "ican"))
    )  # fmt: skip


@cache
def _in_offices() -> frozenset[str]:
    """Return the words of the names of offices, such as those of countries."""
    return frozenset(part.lower() for office in offices() for part in office)


def described(text: str, before: int, role: str) -> FullName | None:
    """Return the name of the only person with this role ("the minister") in the text before an offset, or None."""
    found: dict[str, FullName] = {}
    word = role.rsplit(maxsplit=1)[-1]
    for form in sorted({word.lower(), word.capitalize()}):
        for start, end in _places(text, before, form):
            aside = max(0, start - _WIDTH)
            name, offset = _NAME_AFTER.match(text, end), 0
            if name is None:
                name, offset = _NAME_ASIDE.search(text[aside:start]), aside
            if name is not None:
                words = re.sub(r"['’]s$", "", name[1]).split()
                one = FullName(" ".join(words), (offset + name.start(1), offset + name.end(1)))
                surname = folded_words(words[-1])
                found[surname] = max(found.get(surname, one), one, key=lambda each: len(each.name))
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only and " " in only.name else None
