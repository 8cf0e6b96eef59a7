"""Say in words what a suggestion was found by: the words that report it, and whom these mean."""

from models.quantities.writing import show_value
from models.registry import Registry
from models.suggestions import rules
from models.suggestions.found import FoundClaim
from models.suggestions.open import Suggestion
from models.text.excerpts import quoted
from models.text.ranges import Range
from models.translation import _

LONGEST = 80
"""Code points of the article that a sentence quotes."""

BY_RULE = {
    rules.QUOTATION_BEFORE: _("Found by {cue} after the quotation."),
    rules.QUOTATION_AFTER: _("Found by {cue} before the quotation."),
    rules.COLON: _("Found by {cue} and the colon after it."),
    rules.THAT: _("Found by {cue} and the clause after it."),
    rules.CLAUSE: _("Found by {cue} and the clause after it."),
    rules.CLAUSE_BEFORE: _("Found by {cue} after the clause."),
    rules.CLAUSE_AROUND: _("Found by {cue} within the sentence."),
    rules.OBJECT: _("Found by {cue} and the words after it."),
    rules.RELATIVE: _("Found by {cue}, said of the noun before it."),
    rules.NOUN: _("Found by the noun {cue}."),
    rules.LABEL: _("Found by the name beside the colon."),
    rules.SIGNATURE: _("Found by the name after the quotation."),
    rules.NEXT: _("Found by {cue} in the next sentence."),
    rules.MOOD: _("Found by the mood of its verb; whoever spoke last is taken for the speaker."),
}
"""By the rule; any other rule that has a cue is explained by the cue alone."""


def reason(found: Suggestion, text: str, registry: Registry) -> str:
    """Return what a claim or number of a text was found by, in one to three sentences."""
    if isinstance(found, FoundClaim):
        return " ".join((_heading(found, registry), _by_what(found, text), _by_whom(found, text, registry))).strip()
    if found.quantity is None:
        return _("Number that cannot be read. Found by its words.")
    read = found.quantity
    value = " ".join(filter(None, (show_value(read.value, read.upper, read.qualifier), read.unit)))
    return _("Number: {value}. Found by its words.").format(value=value)


def speaker_name(found: FoundClaim, registry: Registry) -> str:
    """Return the name of the speaker as it would be recorded; empty if nobody is named."""
    known = registry.speakers.get(found.speaker or "")
    return known.name if known else found.name or ""


def _heading(found: FoundClaim, registry: Registry) -> str:
    name = speaker_name(found, registry)
    if not name:
        return _("Claim that names nobody.")
    known = found.speaker in registry.speakers or registry.find(name) is not None
    return (_("Claim of {name}.") if known else _("Claim of a new speaker: {name}.")).format(name=name)


def _by_what(found: FoundClaim, text: str) -> str:
    sentence = BY_RULE.get(found.rule, _("Found by {cue}."))
    if found.cue is None and "{cue}" in sentence:
        return _("Found by the rule “{rule}”.").format(rule=found.rule)
    return sentence.format(cue=_words(text, found.cue) if found.cue else "")


def _by_whom(found: FoundClaim, text: str, registry: Registry) -> str:
    """Say whom a pronoun or a short name means, and where that is said; nothing if the words are the name."""
    name, source = speaker_name(found, registry), found.source[0] if found.source else None
    if not (name and source) or name in text[slice(*source)]:
        return ""
    said = {"source": _words(text, source), "name": name}
    if mention := found.evidence.mention:
        return _("{source} is {name}, named in {mention}.").format(mention=_words(text, mention), **said)
    if found.certain:
        return _("{source} is {name}.").format(**said)
    return _("{source} may be {name}: check that.").format(**said)


def _words(text: str, part: Range) -> str:
    return quoted(text[slice(*part)], LONGEST)
