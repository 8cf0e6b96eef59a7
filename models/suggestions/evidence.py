"""Say in words what a claim was found by, and by which earlier words a pronoun or a short name was understood."""

import re

from models.suggestions import rules
from models.suggestions.found import FoundClaim
from models.text.ranges import Range
from models.translation import _

_LONGEST = 60
"""Characters of the earlier words that are shown."""


def in_words(claim: FoundClaim, text: str) -> str:
    """Return one or two sentences that say why a claim is suggested."""
    said = _found_by(claim.rule, _shown(text, claim.cue) if claim.cue else None)
    source, mention = claim.evidence.source, claim.evidence.mention
    if claim.name is None or source is None or mention is None:
        return said
    meant = _("“{words}” is {name}, named in “{mention}”.")
    return said + " " + meant.format(words=_shown(text, source), name=claim.name, mention=_shown(text, mention))


def _found_by(rule: str, cue: str | None) -> str:
    """Return the sentence for a rule; other languages have some rules of their own, which are named as they are."""
    sentence = _sentences().get(rule)
    if sentence is not None and (cue is not None or "{cue}" not in sentence):
        return sentence.format(cue=cue)
    return _("Found by the rule “{rule}”.").format(rule=rule)


def _sentences() -> dict[str, str]:
    return {
        rules.QUOTATION_BEFORE: _("Found by “{cue}” after the quotation."),
        rules.QUOTATION_AFTER: _("Found by “{cue}” before the quotation."),
        rules.COLON: _("Found by the colon after “{cue}”."),
        rules.THAT: _("Found by “{cue}” with “that” or a question after it."),
        rules.CLAUSE: _("Found by “{cue}” with a clause after it."),
        rules.CLAUSE_BEFORE: _("Found by “{cue}” at the end of the sentence."),
        rules.CLAUSE_AROUND: _("Found by “{cue}” within the sentence."),
        rules.OBJECT: _("Found by “{cue}” and the noun after it."),
        rules.RELATIVE: _("Found by “{cue}” in words about the noun before it."),
        rules.ACCORDING: _("Found by “{cue}”."),
        rules.NOUN: _("Found by the noun “{cue}”."),
        rules.LABEL: _("Found by the name before the colon."),
        rules.SIGNATURE: _("Found by the name under or after the words."),
        rules.HEADLINE: _("Found by how the headline is built."),
        rules.ALONE: _("Found by its quotation marks; whoever spoke last is taken for the speaker."),
    }


def _shown(text: str, part: Range) -> str:
    """Return words of the text in one line, cut off if they are long."""
    words = re.sub(r"\s+", " ", text[slice(*part)])
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
