"""Speakers by their names: completion of what is typed, and a guess at who makes a claim."""

import re
from collections.abc import Iterable, Sequence

from models.ids import Id
from models.suggestions.mentions import Mention, find_mentions
from models.suggestions.names import folded
from models.suggestions.phrases import Rule
from models.suggestions.quotations import inside, quotations_around
from models.suggestions.reporting import pronoun_speaks, reporting_verbs

_FUZZY_FROM = 3
"""Letters from which a slip of the pen is looked for; with fewer, everything resembles everything."""
_FUZZY_CUTOFF = 75.0
"""Of 100: "kery" still finds "Kerry"."""
_MOST_RESEMBLING = 10
_HOPEFUL_CUTOFF = 70.0
"""The same for a quick first look at every name."""
_NO_RANK = 9
_BEHIND_THE_VERB = 3
_BESIDE = 12
"""Letters between a name and its verb: room for an adverb."""
_POSSESSIVE = Rule(r"['’]s?(?!\w)\s+\w")
_ASIDE = Rule(
    r"(?<!according )(?<!\w)(?:with|alongside|to|of|from|about|against|for|in|on|at|near|mit|von|bei|gegen)\s+"
    r"(?:the\s+)?(?:(?:mr|mrs|ms|miss|dr|sir|lord|lady|president|senator|minister|herr|frau|herrn)\.?\s+)?$",
    re.IGNORECASE,
)


def matching(names: Sequence[tuple[Id, str]], typed: str) -> list[Id]:
    """Return the speakers that what was typed can mean, best first, each once; `names` holds names and aliases.

    Best is the whole name, then its beginning, the beginning of a word in it, words in another order, any part of it;
    where nothing holds it, names that resemble it. Nothing typed means everybody, in the order given.
    """
    wanted = folded(typed)
    if not wanted:
        return _unique(speaker for speaker, _ in names)
    parts = [f" {word}" for word in wanted.split()]
    ranks = [(_rank(folded(name), wanted, parts), len(name), place) for place, (_, name) in enumerate(names)]
    ranked = [rank for rank in ranks if rank[0] < _NO_RANK]
    if not ranked and len(wanted) >= _FUZZY_FROM:
        return _resembling(names, wanted)
    return _unique(names[place][0] for *_, place in sorted(ranked))


def _rank(name: str, wanted: str, parts: list[str]) -> int:
    place = name.find(wanted)
    if place == 0:
        return 0 if name == wanted else 1
    if place > 0:
        return 2 if f" {wanted}" in name else 4
    if len(parts) == 1:
        return _NO_RANK
    name = f" {name}"
    return 3 if all(part in name for part in parts) else _NO_RANK


def _resembling(names: Sequence[tuple[Id, str]], wanted: str) -> list[Id]:
    """Return the speakers of whose names the whole or one word resembles what was typed, most alike first."""
    from rapidfuzz import fuzz, process  # 70 ms that the window opens without

    choices = [folded(name) for _, name in names]
    hopeful = process.extract(wanted, choices, scorer=fuzz.partial_ratio, score_cutoff=_HOPEFUL_CUTOFF, limit=None)
    likeness = [(max(fuzz.ratio(wanted, form) for form in _forms(name)), place) for name, _, place in hopeful]
    ranked = sorted((-alike, place) for alike, place in likeness if alike >= _FUZZY_CUTOFF)
    return _unique(names[place][0] for _, place in ranked)[:_MOST_RESEMBLING]


def _forms(name: str) -> list[str]:
    words = name.split()
    return [name] if len(words) < 2 else [name, *words]


def _unique(speakers: Iterable[Id]) -> list[Id]:
    return list(dict.fromkeys(speakers))


def guess_speaker(  # noqa: PLR0913, PLR0917  (a claim, its sentence and what is known: nothing of it goes together)
    text: str,
    start: int,
    end: int,
    sentence_start: int,
    sentence_end: int,
    names: Sequence[tuple[Id, str]],
    last: Id | None,
) -> Id | None:
    """Return who probably makes the claim `start` to `end` of the text; `names` holds names and aliases.

    It is somebody named in the sentence, outside of the claim if possible and near a reporting verb; where a pronoun
    speaks ("he said"), or nobody is named, it is who spoke before: in this paragraph, or else `last`.
    Offsets are code points, half-open.
    """
    first, behind = min(start, sentence_start), max(end, sentence_end)
    sentence = _Sentence(text, first, behind, start, end)
    named = [mention for mention in find_mentions(text, first, behind, names) if not sentence.quotes(mention.start)]
    outside = [mention for mention in named if mention.end <= start or mention.start >= end]
    verbs_outside = [verb for verb in sentence.verbs if verb[1] <= start or verb[0] >= end]
    if outside:
        return sentence.likeliest(outside, verbs_outside or sentence.verbs, last)
    if not named or verbs_outside or not sentence.verbs:
        before = sentence.spoke_before(names) or last
        return before or (named[0].speaker if named and not verbs_outside else None)
    return sentence.likeliest(named, sentence.verbs, last)


class _Sentence:
    """The sentence around a claim: its reporting verbs and its quotations."""

    def __init__(self, text: str, first: int, behind: int, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self._first = first
        self._around, stretches = quotations_around(text, first, behind)
        self._stretches = stretches
        self.verbs = [verb for verb in reporting_verbs(text, first, behind) if not self.quotes(verb[0])]

    def quotes(self, at: int) -> bool:
        """Tell whether the offset lies in quotation marks: whoever is named there is spoken of, and does not speak."""
        return inside(self._stretches, at - self._around)

    def likeliest(self, mentions: list[Mention], verbs: list[tuple[int, int]], last: Id | None) -> Id:
        """Return who of these speaks, or `last` if a pronoun does and these are only spoken of."""
        best = min(mentions, key=lambda mention: self._unlikeliness(mention, verbs))
        by_pronoun = any(pronoun_speaks(self.text, verb) for verb in verbs)
        return last if last and by_pronoun and self._aside(best) else best.speaker

    def spoke_before(self, names: Sequence[tuple[Id, str]]) -> Id | None:
        """Return who was last named right before a reporting verb in this paragraph, before the sentence."""
        verbs = [verb for verb in reporting_verbs(self.text, self._around, self._first) if not self.quotes(verb[0])]
        mentions = find_mentions(self.text, self._around, self._first, names) if verbs else []
        speaking = [m.speaker for m in mentions if any(0 < verb[0] - m.end <= _BESIDE for verb in verbs)]
        return speaking[-1] if speaking else None

    def _unlikeliness(self, mention: Mention, verbs: list[tuple[int, int]]) -> tuple[bool, int, int]:
        to_verb = min((_steps(mention, verb) for verb in verbs), default=0)
        to_claim = max(self.start - mention.end, mention.start - self.end, 0)
        return self._aside(mention), to_verb, to_claim

    def _aside(self, mention: Mention) -> bool:
        """Tell whether the name only goes with another: "with Mr Hammond", "Mr Kerry’s spokesman"."""
        before = self.text[max(0, mention.start - 40) : mention.start]
        return _POSSESSIVE.match(self.text, mention.end) is not None or _ASIDE.search(before) is not None


def _steps(mention: Mention, verb: tuple[int, int]) -> int:
    """Return the letters between a name and a verb; behind a verb often stands who is told, so that costs a little."""
    return verb[0] - mention.end if mention.end <= verb[0] else mention.start - verb[1] + _BEHIND_THE_VERB
