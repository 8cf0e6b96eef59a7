"""Tag the words of a text with their parts of speech, and correct typical mistakes of the tagger."""

from collections.abc import Sequence

from models.attribution.lexicon import ASKING, MANY, OPENINGS, speech_verbs
from models.attribution.tagging import tag
from models.attribution.tokens import Token

STOPS = frozenset(".?!…")
_SUBJECTS = frozenset(("noun", "name", "pronoun", "adverb", "which"))
_OBJECTS = frozenset(("sign", "preposition", "determiner", "pronoun", "name", "to", "adverb", "which"))
_MISREAD = frozenset(("noun", "name", "adjective", "base", "other", "past"))
_OPENING = frozenset(("base", "adverb", "other"))

_SHORT = 3
"""Letters of the words that are adverbs more often than names at the beginning of a sentence: "Yet", "Now"."""


def tagged(read: Sequence[Token]) -> list[str]:
    """Return the tag of every word, tagged sentence by sentence (a stop, or the end of a line, ends one)."""
    tags: list[str] = []
    at = 0
    for place, token in enumerate(read):
        if token.text in STOPS or place + 1 == len(read):
            tags += _corrected(read[at : place + 1], tag([each.text for each in read[at : place + 1]]))
            at = place + 1
    return tags


def _corrected(read: Sequence[Token], tags: list[str]) -> list[str]:
    """Correct the tags of reporting verbs, and of pronouns and names at the beginning of a sentence."""
    reporting = speech_verbs()
    for at, token in enumerate(read):
        if token.lower in ASKING:
            tags[at] = "which"
        elif token.lower in reporting and _is_misread_verb(read, tags, at):
            tags[at] = "finite"
        elif at == 0 and tags[0] in _OPENING and tags[1:2] == ["finite"] and _is_odd_opening(token):
            tags[0] = "name"
    if _is_misread_name(read, tags):
        tags[0] = "name"
    return tags


def _is_misread_name(read: Sequence[Token], tags: Sequence[str]) -> bool:
    """Return whether a name that looks like an adverb or a participle begins a sentence: "Kelly said"."""
    misread = len(read) > 2 and tags[0] in ("adverb", "ing") and tags[1] == "finite" and tags[2] != "to"
    named = misread and read[0].text[:1].isupper() and read[0].lower not in OPENINGS
    return named and len(read[0].text) > _SHORT and read[1].lower in speech_verbs()


def _is_misread_verb(read: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Return whether a form of a reporting verb is the verb of a clause, whatever its tag is."""
    if read[at].lower in ("said", "says", "told") and tags[at] != "past":
        return True
    if tags[at] not in _MISREAD or not read[at].text.islower():
        return False
    after = tags[at + 1] if at + 1 < len(tags) else "sign"
    before = tags[at - 1] if at else "sign"
    return after in _OBJECTS and (before in _SUBJECTS or _follows_many(read, at))


def _is_odd_opening(token: Token) -> bool:
    """Return whether a word at the beginning of a sentence is not one of the adverbs that often begin one."""
    return token.text[:1].isupper() and token.lower not in OPENINGS and not token.lower.endswith("ly")


def _follows_many(read: Sequence[Token], at: int) -> bool:
    return at > 0 and read[at - 1].lower in MANY
