"""The German words that the rules rest on, from `resources/words/de`."""

from dataclasses import dataclass
from functools import cache

from models.text.word_lists import word_list


def _small(name: str) -> frozenset[str]:
    return next(frozenset(words) for (called,), words in word_list("de/small_words") if called == name)


DETERMINERS, OBLIQUE, GENITIVE = _small("determiner"), _small("oblique"), _small("genitive")
PRONOUNS, OBLIQUE_PRONOUNS, POSSESSIVES = _small("pronoun"), _small("oblique pronoun"), _small("possessive")
RELATIVES, THAT, ASKING, SUBORDINATORS = _small("relative"), _small("that"), _small("asking"), _small("subordinator")
JOINING, AND = _small("joining"), _small("and")
PREPOSITIONS = _small("preposition")
HAVE, BE, MODALS = _small("have"), _small("be"), _small("modal")
ADVERBS, DAYS, PARTICLES = _small("adverb"), _small("day"), _small("particle")
AS, OF, TO, SO, IT = (_small(name) for name in ("as", "of", "to", "so", "it"))
ALIKE, SAID_OF, IT_SAYS, THIS = (_small(name) for name in ("alike", "said of", "it says", "this"))

INDEFINITE, MANY, WHERE_IT_SAYS = (_small(name) for name in ("indefinite", "many", "where it says"))
SMALL_NAMES, BEEN, ADJECTIVE_ENDINGS = (_small(name) for name in ("small name", "been", "adjective ending"))
PURPOSE, REFLEXIVE, FACT, NO_LABELS = (_small(name) for name in ("purpose", "reflexive", "fact", "no label"))

HELPERS = HAVE | BE | MODALS
DETERMINING = DETERMINERS | OBLIQUE | POSSESSIVES
BARRED = ADVERBS | JOINING | PREPOSITIONS
"""Words that begin no phrase which could be a subject."""

SAYS, ASKS, QUOTED, CITES = "says", "asks", "quoted", "cites"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that reports: the particle that stands apart from it ("teilte … mit"), and what it takes."""

    particle: str
    uses: frozenset[str]


OWN = (Verb("", frozenset((SAYS, ASKS))),)
"""What a verb that a project adds takes."""

Forms = dict[str, tuple[Verb, ...]]


@cache
def finite_forms() -> Forms:
    """Return the finite forms, without a particle."""
    return _forms(0)


@cache
def other_forms() -> Forms:
    """Return participles and infinitives."""
    return _forms(1)


@cache
def joined_forms() -> Forms:
    """Return the finite forms that end a clause, with the particle joined: "mitteilte"."""
    return _forms(3)


@cache
def all_forms() -> frozenset[str]:
    """Return every form of every verb."""
    return frozenset(finite_forms().keys() | other_forms().keys() | joined_forms().keys())


def _forms(column: int) -> Forms:
    found: dict[str, list[Verb]] = {}
    for row in word_list("de/reporting_verbs"):
        verb = Verb(" ".join(row[2]), frozenset(row[4]))
        for form in row[column]:
            found.setdefault(form, []).append(verb)
    return {form: tuple(verbs) for form, verbs in found.items()}


@cache
def speech_nouns() -> frozenset[str]:
    """Return nouns that report like a verb, in lower case."""
    return frozenset(form for (column,) in word_list("de/speech_nouns") for form in column)


@cache
def source_phrases(kind: str) -> frozenset[str]:
    """Return the words of source phrases that stand before the source, behind it, or between "nach" and it."""
    return frozenset(form for (called,), forms in word_list("de/source_phrases") if called == kind for form in forms)


@cache
def phrase_words() -> frozenset[str]:
    """Return the words that begin or end a source phrase: "laut", "zufolge", "nach", "so"."""
    return source_phrases("before") | source_phrases("behind") | source_phrases("with a word") | SO


@cache
def moods() -> frozenset[str]:
    """Return all verbs in the mood of reported speech."""
    return reported("sure") | reported("plural") | reported("unsure")


@cache
def reported(kind: str) -> frozenset[str]:
    """Return verbs in the mood of reported speech, "sure", "plural" or "unsure"."""
    return next(frozenset(forms) for (called,), forms in word_list("de/reported_mood") if called == kind)
