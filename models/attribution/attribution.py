"""Describe as data who makes a claim according to the text."""

from dataclasses import dataclass

from models.entities import SpeakerKind
from models.ids import Id
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who makes a claim according to the text. All ranges are code points into the text, half-open.

    `cue` is where the words that report are ("said"), and `source` where the words are that name the speaker ("chief
    engineer Tom Arkwright", "he"). `name`, `role` and `kind` describe the speaker for the registry ("Tom Arkwright",
    "chief engineer", person). `speaker` is the id of a known speaker, or None for a new one. `name` is None if the
    source is a pronoun that refers to nobody known. `certain` means that Enter may accept it without a second look,
    because the words are next to the verb that reports.
    """

    cue: Range | None
    source: tuple[Range, ...]
    name: str | None
    role: str | None = None
    kind: SpeakerKind | None = None
    speaker: Id | None = None
    certain: bool = False
