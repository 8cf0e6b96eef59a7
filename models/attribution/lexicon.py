"""The closed classes of English words that the rules of attribution use, from `resources/words/en/small_words.txt`."""

from functools import cache

from models.text.word_lists import word_list


def _words(name: str) -> frozenset[str]:
    return next(frozenset(words) for (called,), words in word_list("en/small_words") if called == name)


BE, HAVE, DO = _words("be"), _words("have"), _words("do")
HELPERS = BE | HAVE | DO | _words("modal") | {"not", "n't", "never"}
PRONOUNS = _words("pronoun")
POSSESSIVES = _words("possessive")
RELATIVES = _words("relative")
SUBORDINATORS = _words("subordinator")
DAYS = _words("day")
TIMES = _words("time") | DAYS
ASKING = _words("asking")
MANY = _words("many")
"""Words for people that are not nouns: "some say"."""
COMPLEMENTS = _words("complement")
"""Words that begin what somebody says, thinks or asks."""
CONTROL = _words("control")
"""Verbs whose object does what follows: "led her to say"."""
THINKING = _words("thinking")
"""Verbs that may report, less often than those of speech."""
REFLEXIVES = _words("reflexive")
OBJECTS = _words("object")
SPEECH_NOUNS = _words("speech noun")
TOLD = _words("told")
PASSIVE = _words("passive")
"""Verbs whose subject does not speak if they are passive: "he was told that"."""
ARTICLES = _words("article")
INDEFINITE = _words("indefinite")
PARTICLES = _words("particle")
"""Small words within a name: "Ursula von der Leyen"."""
KEPT_TITLES = _words("kept title")
"""Titles that belong to the name: "Pope Francis"."""
EXPLAINING = _words("explaining")
"""Words that begin what explains a noun: "of the ministry", "familiar with the talks"."""
OPENINGS = _words("opening")
"""Capitalised words before a surname that are not first names."""


@cache
def speech_verbs() -> frozenset[str]:
    """Return every form of a reporting verb that is a single word."""
    return frozenset(form for (verb,) in word_list("en/reporting_verbs") for form in verb if " " not in form)


@cache
def speech_phrases() -> frozenset[str]:
    """Return every form of a reporting verb of two words: "pointed out"."""
    return frozenset(form for (verb,) in word_list("en/reporting_verbs") for form in verb if " " in form)
