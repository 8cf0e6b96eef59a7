"""Who a text says makes a claim, as data."""

from dataclasses import dataclass

from models.entities import SpeakerKind
from models.ids import Id
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a text says makes a claim. All ranges are code points into the text, half-open.

    `cue` holds the words that report ("said"), `source` the words that name the speaker as printed ("chief engineer Tom
    Arkwright", "he"). `name`, `role` and `kind` are what the registry should hold of that speaker ("Tom Arkwright",
    "chief engineer", person); `speaker` is the known speaker whom the words mean, or None for a new one. `name` is None
    too if the source is a pronoun that refers to nobody known. `certain` means that Enter may take it without a second
    look: the words are next to the verb that reports.
    """

    cue: Range | None
    source: tuple[Range, ...]
    name: str | None
    role: str | None = None
    kind: SpeakerKind | None = None
    speaker: Id | None = None
    certain: bool = False
