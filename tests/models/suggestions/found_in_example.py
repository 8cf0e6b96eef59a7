"""Claims and numbers of the example project as they are found, without finding them."""

from models.entities import Mode, SpeakerKind
from models.ids import Id
from models.quantities.parsing import read_quantity
from models.suggestions.found import Evidence, FoundClaim, FoundNumber
from tests.example import place

PROMISE = "nobody would have to move"


def found_claim(
    words: str = PROMISE,
    name: str | None = "Ms Brekke",
    *,
    cue: str | None = "promised",
    source: str | None = "She",
    speaker: Id | None = None,
    numbers: tuple[FoundNumber, ...] = (),
) -> FoundClaim:
    """Return a claim of one part, found by its cue."""
    said = place(cue) if cue else None
    return FoundClaim(
        contents=(place(words),),
        cue=said,
        source=(place(source),) if source else (),
        name=name,
        role="mate",
        kind=SpeakerKind.PERSON,
        speaker=speaker,
        mode=Mode.INDIRECT,
        rule="verb before",
        certain=True,
        evidence=Evidence("verb before", said),
        numbers=numbers,
    )


def found_number(words: str) -> FoundNumber:
    """Return a number with what its words say."""
    return FoundNumber(place(words), read_quantity(words, "en"), "number")
