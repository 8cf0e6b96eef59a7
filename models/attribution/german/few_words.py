"""Find a few words that a verb reports: sprach von einem Fehler, nannte es “übertrieben”, bezeichnete ihn als Held."""

from models.attribution.german.following import Words
from models.attribution.german.lexicon import ADVERBS, AND, AS, PREPOSITIONS, QUOTED, REFLEXIVE, SAID_OF, SAYS
from models.attribution.german.sentence import Sentence
from models.attribution.german.verbs import Reporting

_LONG = 7
"""Words of a quotation that is hardly a title."""


def few_words(sentence: Sentence, verb: Reporting, subject: Words, last: int) -> Words | None:
    """Return the words after a verb and its subject, up to the index `last`, that the verb reports."""
    if verb.passive or verb.final or not verb.uses & (SAID_OF | {QUOTED, SAYS}):
        return None
    if SAYS not in verb.uses and sentence.lower(verb.finite + 1) in REFLEXIVE:
        return None
    first = max(verb.finite, subject[1] if subject[0] > verb.finite else verb.finite) + 1
    while first < last and sentence.lower(first) in ADVERBS - PREPOSITIONS:
        first += 1
    if sentence.lower(first) in AND:
        return None
    start = _start(sentence, verb, first, last)
    return (start, last) if start is not None else _whole_sentence(sentence, first, last)


def _whole_sentence(sentence: Sentence, first: int, last: int) -> Words | None:
    """Return a quotation too long for a title: zitierte ihn mit den Worten “…”."""
    start = next((at for at in range(first, last + 1) if sentence.words[at].quoted), None)
    if start is None:
        return None
    end = sentence.quotation_end(start)
    words = [word for word in sentence.words[start : end + 1] if word.is_word]
    return (start, end) if len(words) >= _LONG else None


def _start(sentence: Sentence, verb: Reporting, first: int, last: int) -> int | None:
    places = [at for at in range(first, last + 1) if sentence.lower(at) in verb.uses]
    if places:
        return first if AS & verb.uses else places[0]
    words = [word for word in sentence.words[first : last + 1] if word.quoted and word.is_word]
    if QUOTED in verb.uses and words:
        return first
    phrase = len(words) > 1 and not words[0].is_capital
    return first if SAYS in verb.uses and phrase else None
