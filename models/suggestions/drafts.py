"""A claim as the rules find it: the indexes of words in the passage of one paragraph."""

from dataclasses import dataclass

from models.attribution.nouns import WordRange


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a claim, its cue and its source in words of one paragraph, and the rule that found it."""

    parts: tuple[WordRange, ...]
    cue: WordRange | None
    source: WordRange | None
    rule: str
