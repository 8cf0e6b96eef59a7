"""Records as they are read whole: with their words, their places, and what they belong to.

Exports and checks read them. They are named tuples, since a project has hundreds of thousands; all fields of a
record are absent where there is none, so that a line always has a claim, a speaker and a number to ask.
"""

from typing import NamedTuple

from models.entities import Article
from models.ids import Id

Range = tuple[int, int]
"""A stretch of an article, in code points, half-open."""


class FullSpeaker(NamedTuple):
    """A speaker with aliases, and how much is recorded of them."""

    id: Id | None = None
    coder: str | None = None
    made_at: str | None = None
    changed_at: str | None = None
    name: str | None = None
    kind: str | None = None
    role: str | None = None
    affiliation: str | None = None
    note: str | None = None
    claims: int | None = None
    numbers: int | None = None
    articles: int | None = None
    aliases: tuple[str, ...] = ()


class FullClaim(NamedTuple):
    """A claim with the places and words of its stretches, of its cue and of its source."""

    id: Id | None = None
    coder: str | None = None
    made_at: str | None = None
    changed_at: str | None = None
    speaker: Id | None = None
    mode: str | None = None
    summary: str | None = None
    note: str | None = None
    places: tuple[Range, ...] = ()
    words: str | None = None
    cues: tuple[Range, ...] = ()
    cue_words: str | None = None
    sources: tuple[Range, ...] = ()
    source_words: str | None = None


class FullNumber(NamedTuple):
    """A number with its place and its words."""

    id: Id | None = None
    coder: str | None = None
    made_at: str | None = None
    changed_at: str | None = None
    claim: Id | None = None
    value: float | None = None
    upper: float | None = None
    qualifier: str | None = None
    unit: str | None = None
    counted: str | None = None
    note: str | None = None
    places: tuple[Range, ...] = ()
    words: str | None = None


NO_SPEAKER, NO_CLAIM, NO_NUMBER = FullSpeaker(), FullClaim(), FullNumber()


class FullArticle(NamedTuple):
    """An article with its text and everything recorded in it, in text order.

    A text is `altered` when it is not the one that was imported: the file was damaged.
    """

    article: Article
    text: str
    boilerplate: tuple[Range, ...]
    claims: list[FullClaim]
    numbers: list[FullNumber]
    altered: bool = False


class Line(NamedTuple):
    """A claim with its speaker and one of its numbers; `numbers` is how many the claim has."""

    article: FullArticle
    speaker: FullSpeaker
    claim: FullClaim
    number: FullNumber
    numbers: int | None
