"""What the reporting verbs of English can do, from the word lists: report a noun, or have their subject after them."""

from functools import cache

from models.attribution.lexicon import speech_phrases, speech_verbs
from models.text.word_lists import forms, word_list


@cache
def reporting_words() -> frozenset[str]:
    """Return every form of a reporting verb; of those of two words, "pointed out" or "according to", the first."""
    return speech_verbs() | {phrase.split()[0] for phrase in speech_phrases()}


@cache
def object_verbs() -> frozenset[str]:
    """Return every form of a verb after which a noun alone can be what somebody said: "denied the report"."""
    return _forms_of("en/object_verbs")


@cache
def inverting_verbs() -> frozenset[str]:
    """Return every form of a verb whose subject can follow it without a quotation before."""
    return _forms_of("en/inverting_verbs")


def _forms_of(name: str) -> frozenset[str]:
    bases = frozenset(forms(name))
    return frozenset(form for (verb,) in word_list("en/reporting_verbs") if verb[0] in bases for form in verb)


@cache
def preposition_verbs() -> dict[str, frozenset[str]]:
    """Return every form of the verbs that report with a preposition, each with these: "warned of floods"."""
    found = {verb: frozenset(prepositions) for (verb,), prepositions in word_list("en/preposition_verbs")}
    return {form: found[verb[0]] for (verb,) in word_list("en/reporting_verbs") if verb[0] in found for form in verb}
