"""The source of a claim whose words are given: who says it, by which words, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.entities import SpeakerKind
from models.ids import Id

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a text says makes a claim. All ranges are code points into the text, half-open.

    `cue` holds the words that report ("said"), `source` the words that name the speaker as printed ("chief engineer
    Tom Arkwright", "he"). `name`, `role` and `kind` are what the registry should hold of that speaker ("Tom Arkwright",
    "chief engineer", person); `speaker` is the known speaker whom the words mean. Of somebody who is not known
    `speaker` is None, and where the words name nobody (a pronoun that refers to nobody known) `name` is None too.
    `certain` says whether Enter may take it without a second look: the words stand beside the verb that reports.
    """

    cue: Range | None
    source: tuple[Range, ...]
    name: str | None
    role: str | None = None
    kind: SpeakerKind | None = None
    speaker: Id | None = None
    certain: bool = False


def who_says(
    text: str,
    contents: Sequence[Range],
    names: Sequence[tuple[Id, str]] = (),
    last: Id | None = None,
    language: str = "en",
) -> Attribution | None:
    """Return who says the words of a claim, or None where the text does not tell.

    `contents` are the parts of the claim, `names` all known names and aliases with their speakers, and `last` is who
    made the claim before this one, whom a pronoun may mean.
    """
    from models.articles import sentence_at
    from models.suggestions.speakers import guess_speaker

    start, end = contents[0][0], contents[-1][1]
    first, behind = sentence_at(text, start, language) or (start, end)
    speaker = guess_speaker(text, start, end, first, max(end, behind), names, last)
    name = next((name for known, name in names if known == speaker), None)
    return Attribution(None, (), name, speaker=speaker) if speaker and name else None
