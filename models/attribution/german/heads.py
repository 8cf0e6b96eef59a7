"""Tell role and name apart in the capitalised words of a German phrase, and take off the endings of its case."""

from collections.abc import Sequence

from models.attribution.german.lexicon import BARRED, GENITIVE, OBLIQUE, PARTICLES, PREPOSITIONS
from models.attribution.german.people import first_names, is_inflected_role, is_organisation, is_role, titles

_FEWEST = 3
"""Capitalised words after an article from which the first is a role though no list has it: der Imker Hein Vik."""


def without_inner(words: Sequence[str]) -> Sequence[str]:
    """Return words without what belongs to their adjective: "Studie" of "am Montag gezeigten Studie"."""
    if not words or words[0].lower() not in BARRED:
        return words
    adjectives = (at for at in range(1, len(words) - 1) if words[at][0].islower() and _is_capital(words[at + 1]))
    first = next((at for at in adjectives if words[at].endswith(("e", "en", "er", "es", "em"))), None)
    return words if first is None else words[first + 1 :]


def capitals(words: Sequence[str]) -> tuple[int, int]:
    """Return where the first run of capitalised words begins and ends."""
    first = next((at for at, word in enumerate(words) if _is_capital(word)), len(words))
    end = first
    while end < len(words) and (_is_capital(words[end]) or _is_particle(words, end)):
        end += 1
    return first, end


def _is_capital(word: str) -> bool:
    """Return whether a word is a noun or a name, judging by what follows its last hyphen: "39-Jährige"."""
    return word.rsplit("-", maxsplit=1)[-1][:1].isupper()


def _is_particle(words: Sequence[str], at: int) -> bool:
    """Return whether a small word is part of a name: "Ursula von der Linde"."""
    start = at
    while start > 0 and words[start - 1] in PARTICLES:
        start -= 1
    named_before = start > 0 and words[start - 1] in first_names()
    return named_before and words[at] in PARTICLES and any(word[0].isupper() for word in words[at + 1 : at + 3])


def role_before_name(words: Sequence[str], run: tuple[int, int], article: str) -> int | None:
    """Return where a name begins after a role: "Regierungssprecher | Ola Nord"."""
    first, end = run
    roles = [at for at in range(first, end - 1) if is_inflected_role(words[at]) or words[at] in titles()]
    if roles:
        return None if article and _is_more_of_a_role(words[roles[-1] : end]) else roles[-1] + 1
    unknown = article and end - first >= _FEWEST and not is_organisation(words[end - 1]) and not roles
    return first + 1 if unknown and not is_organisation(words[first]) else None


def _is_more_of_a_role(words: Sequence[str]) -> bool:
    """Return whether one word behind a role belongs to it: "der Minister Frankreichs", "der Vorsitzende Richter"."""
    return len(words) == 2 and words[0] not in titles() and (words[1].endswith("s") or is_inflected_role(words[1]))


def late_name(words: Sequence[str], run: tuple[int, int]) -> int | None:
    """Return where a name begins at the end of a role with a genitive: "Vorsitzende der Verwaltung | Istvan Nord"."""
    first, end = run
    if first >= len(words) or end >= len(words) - 2 or not is_role(words[end - 1]):
        return None
    tail = len(words)
    while tail > end and words[tail - 1][0].isupper():
        tail -= 1
    after = words[tail:]
    organisation = any(is_organisation(word.removesuffix("s")) or word.isupper() for word in after[-2:])
    return len(words) - 2 if len(after) >= _FEWEST and not organisation else None


def uninflected(words: Sequence[str], article: str) -> str:
    """Return words as after "die" or "der": without the endings that "des", "dem" and "der" ask for."""
    kept = list(words)
    for at, word in enumerate(kept):
        adjective = word[0].islower() or (at + 1 < len(kept) and is_organisation(kept[at + 1]))
        if article in OBLIQUE | GENITIVE and adjective and word.endswith("en") and word not in PREPOSITIONS:
            kept[at] = word[:-1]
            continue
        if article.endswith("es") and word.endswith("s") and (is_role(word[:-1]) or is_organisation(word[:-1])):
            kept[at] = word[:-1]
        break
    return " ".join(kept)
