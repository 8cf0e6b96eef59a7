"""The source of a claim whose words are given: who says it, by which words, and how sure that is."""

from collections.abc import Sequence

from models.attribution.attribution import Attribution
from models.attribution.coreference import Names
from models.attribution.other_languages import known_beside
from models.attribution.resolving import meaning
from models.attribution.sources import read
from models.ids import Id
from models.text.ranges import Range

CERTAIN = 75
"""From this score on, the words are next to the verb that reports."""


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
    if not language.startswith("en"):
        return _elsewhere(text, contents, names, last, language)
    reading = read(text, contents)
    if reading is None:
        return None
    passage, found = reading
    words = passage.words
    cue = (words[found.cue[0]].start, words[found.cue[1]].end) if found.cue else None
    source = words[found.source[0]].start, words[found.source[1]].end
    meant = meaning(passage, found.source, contents, names, last)
    certain = meant.certain and found.score >= CERTAIN and found.is_beside(words)
    return Attribution(cue, (source,), meant.name, meant.role, meant.kind, meant.speaker, certain)


def _elsewhere(
    text: str, contents: Sequence[Range], names: Names, last: Id | None, language: str
) -> Attribution | None:
    found = known_beside(text, contents, names, last, language)
    if found is None:
        return None
    speaker, cue, source = found
    name = next(name for known, name in names if known == speaker)
    return Attribution(cue, (source,) if source else (), name, speaker=speaker, certain=source is not None)
