"""Find the earlier words that say whom a short name, a role or a pronoun means in a German text."""

import re
from collections.abc import Iterator

from models.attribution.german.lexicon import ADJECTIVE_ENDINGS, BARRED, DETERMINERS
from models.attribution.german.naming import Named, named
from models.attribution.german.people import HE, SHE, first_names, is_inflected_role, is_organisation, titles
from models.attribution.german.sentence import Sentence, sentences_of
from models.attribution.german.subjects import Subjects
from models.entities import SpeakerKind
from models.text.ranges import Range

_NEAR = 1_500
"""Characters before a pronoun that are searched for whom it means."""
_LONGEST_LINE = 8_000
"""Characters before those in which the beginning of a paragraph is searched for, so that quotations are read whole."""
_FARTHEST = 20_000
"""Characters before a short name that are searched for the full name."""
_INITIAL = 3
"""Characters of an initial with its full stop: "J.", "Ju."."""
_CAPITALS = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*\s+){1,3}"


def full_name(text: str, before: int, surname: str) -> tuple[Range, str] | None:
    """Return where the only full name with this surname is in the text before, and the name."""
    found: dict[str, tuple[Range, str]] = {}
    for name in dict.fromkeys((surname, surname.removesuffix("s"))):
        rule = re.compile(rf"(?<!\w)({_CAPITALS}){re.escape(name)}(?!\w)")
        for start, end in ((max(0, before - _FARTHEST), before), (before, before + _FARTHEST)):
            for match in rule.finditer(text, start, end):
                given = _given(match[1].split())
                whole = " ".join([*given, name])
                at = match.start() + match[1].rfind(given[0]) if given else match.start()
                if given:
                    found.setdefault(whole, ((at, match.end()), whole))
            if found:
                break
        if found:
            break
    return next(iter(found.values())) if len(found) == 1 else None


def _given(words: list[str]) -> list[str]:
    """Return the first names at the end of capitalised words, without roles and words that begin sentences."""
    for at in range(len(words)):
        plain = [word for word in words[at:] if word.rstrip(".") not in titles()]
        if plain and all(map(_can_be_a_first_name, plain)):
            return plain if len(plain) <= 2 or plain[0] in first_names() else plain[-1:]
    return []


def _can_be_a_first_name(word: str) -> bool:
    lower = word.lower()
    if word.endswith(".") and len(word) > _INITIAL:
        return False
    common = lower in BARRED or lower in DETERMINERS or lower.endswith(tuple(ADJECTIVE_ENDINGS))
    return not (common or is_inflected_role(word) or is_organisation(word))


def bearer(text: str, before: int, role: str) -> tuple[Range, str] | None:
    """Return where the only person with this role ("der Minister") is named in the text before, and the name."""
    head = role.split(maxsplit=1)[0] if role.split(maxsplit=1)[0][0].isupper() else role.rsplit(maxsplit=1)[-1]
    rule = re.compile(rf"(?<!\w)\w*(?i:{re.escape(head)})\s+({_CAPITALS}[^\W\d_a-zß-öø-ÿ][\w'’-]*)")
    found: dict[str, tuple[Range, str]] = {}
    for match in rule.finditer(text, max(0, before - _FARTHEST), before):
        if all(word[0].isupper() for word in match[1].split()):
            found.setdefault(match[1], (match.span(1), match[1]))
    return next(iter(found.values())) if len(found) == 1 else None


def antecedent(text: str, at: int) -> tuple[Range, Named] | None:
    """Return whom a relative pronoun means: the phrase before the comma."""
    for sentence in _sentences_before(text, at):
        finder = Subjects(sentence)
        last = len(sentence.words) - 1
        while last >= 0 and not sentence.words[last].is_word:
            last -= 1
        for first in range(max(0, last - 12), last + 1):
            if finder.nouns.phrase(first) == last and (first == 0 or finder.nouns.phrase(first - 1) != last):
                where = sentence.range(first, last)
                whom = named(text[slice(*where)])
                return (where, whom) if whom.name else None
        return None
    return None


def referred(text: str, at: int, pronoun: str) -> tuple[Range, Named] | None:
    """Return whom "er" or "sie" means: the nearest subject that fits."""
    if pronoun not in (HE, SHE):
        return None
    for sentence in _sentences_before(text, at):
        for where in _people(sentence):
            whom = named(text[slice(*where)])
            if whom.name and (_fits(whom, pronoun) or _is_known_person(text, where[0], whom, pronoun)):
                return where, whom
    return None


def _people(sentence: Sentence) -> Iterator[Range]:
    """Yield the subject of a sentence, then the other phrases in it from its end."""
    finder = Subjects(sentence)
    subject = finder.before(len(sentence.words))
    if subject is not None:
        yield sentence.range(*subject)
    at = len(sentence.words) - 1
    while at >= 0:
        if finder.nouns.is_capital(at) and sentence.words[at].text in first_names():
            end = finder.nouns.phrase(at)
            yield sentence.range(at, end if end is not None else at)
        at -= 1


def _fits(somebody: Named, pronoun: str) -> bool:
    if somebody.described or somebody.kind not in (None, SpeakerKind.PERSON):
        return False
    if somebody.pronoun is not None:
        return somebody.pronoun == pronoun
    return somebody.kind is SpeakerKind.PERSON and pronoun != SHE


def _is_known_person(text: str, at: int, somebody: Named, pronoun: str) -> bool:
    """Return whether a surname alone is that of a person with a full name earlier, whom the pronoun can mean."""
    if somebody.described or somebody.kind is not None or " " in (somebody.name or ""):
        return False
    full = full_name(text, at, somebody.name or "")
    return full is not None and first_names().get(full[1].split()[0], pronoun) == pronoun


def _sentences_before(text: str, at: int) -> Iterator[Sentence]:
    """Yield the sentences before an offset, the nearest first; the one around it ends there."""
    near = max(0, at - _NEAR)
    line = text.rfind("\n", max(0, near - _LONGEST_LINE), near) + 1
    start = line if line or near < _LONGEST_LINE else near
    yield from reversed(list(sentences_of(text, start, at)))
