"""Describe as data what was found in an article: claims with their speakers, and numbers, as ranges of code points."""

from dataclasses import dataclass

from models.entities import Mode, SpeakerKind
from models.ids import Id
from models.quantities.quantity import Quantity
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim was found by: a rule, the cue, and the earlier words that say whom a pronoun or short name means."""

    rule: str
    cue: Range | None = None
    source: Range | None = None
    mention: Range | None = None


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in the text; `quantity` is None if its words cannot be read."""

    span: Range
    quantity: Quantity | None
    rule: str


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim with its speaker, as `Attribution` describes them, and the numbers inside its contents.

    `contents` are in text order and do not overlap. `rule` is a short identifier that never changes, since it is kept
    in files and exported (see `rules.py`). `certain` means that the words beside the verb name the speaker.
    """

    contents: tuple[Range, ...]
    cue: Range | None
    source: tuple[Range, ...]
    name: str | None
    role: str | None
    kind: SpeakerKind | None
    speaker: Id | None
    mode: Mode
    rule: str
    certain: bool
    evidence: Evidence
    numbers: tuple[FoundNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in an article, in text order; the numbers of claims are also among `numbers`."""

    claims: tuple[FoundClaim, ...] = ()
    numbers: tuple[FoundNumber, ...] = ()
