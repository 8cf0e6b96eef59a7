"""Find who makes a claim in a language whose grammar is unknown: a known speaker right next to a reporting verb."""

import re
from collections.abc import Sequence

from models.attribution.known_names import Names
from models.attribution.mentions import Mention, find_mentions
from models.ids import Id
from models.text.quotations import quotations_around
from models.text.ranges import Range, range_around
from models.text.reporting_verbs import pronoun_speaks, reporting_verbs
from models.text.sentences import sentence_at

_BESIDE = 12
"""Characters between a name and its verb: room for an adverb or a title."""
_AFTER_THE_VERB = 3
"""Characters added for a name after the verb, which is often the name of the listener."""
_LONGEST = 2_000
_ASIDE = re.compile(r"(?<!\w)(?:mit|von|bei|gegen|über|für|with|of|to)\s+(?:herrn?|frau)?\s*$", re.IGNORECASE)


def known_beside(
    text: str, contents: Sequence[Range], names: Names, last: Id | None, language: str
) -> tuple[Id, Range | None, Range | None] | None:
    """Return the known speaker named next to a reporting verb in the claim's sentence, with cue and source.

    If a pronoun is the subject instead, return `last`, without a source. Return None if there is neither.
    """
    start, end = contents[0][0], min(contents[-1][1], contents[0][0] + _LONGEST)
    first, after = sentence_at(text, start, language) or (start, end)
    first, after = max(min(first, start), start - _LONGEST), min(max(end, after), end + _LONGEST)
    around, quoted = quotations_around(text, first, after)
    verbs = [
        verb
        for verb in reporting_verbs(text, first, after, language)
        if range_around(quoted, verb[0] - around) is None and not _within(verb, contents)
    ]
    mentions = [
        mention
        for mention in (find_mentions(text, first, after, names) if verbs else ())
        if range_around(quoted, mention.start - around) is None and not _within((mention.start, mention.end), contents)
    ]
    pairs = [(_steps(mention, verb), mention, verb) for mention in mentions for verb in verbs]
    near = [pair for pair in pairs if pair[0] <= _BESIDE and not _is_aside(text, pair[1])]
    if near:
        _, mention, verb = min(near, key=lambda pair: pair[0])
        return mention.speaker, verb, (mention.start, mention.end)
    spoken = [verb for verb in verbs if pronoun_speaks(text, verb)]
    is_known = any(speaker == last for speaker, _ in names)
    return (last, spoken[0], None) if last and spoken and is_known else None


def _within(span: Range, contents: Sequence[Range]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in contents)


def _steps(mention: Mention, verb: Range) -> int:
    return verb[0] - mention.end if mention.end <= verb[0] else mention.start - verb[1] + _AFTER_THE_VERB


def _is_aside(text: str, mention: Mention) -> bool:
    """Return whether a name only accompanies another: "mit Herrn Okafor"."""
    return _ASIDE.search(text[max(0, mention.start - 30) : mention.start]) is not None
