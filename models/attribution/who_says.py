"""Find out from the text who makes a claim, which words say so, and how certain that is."""

from collections.abc import Sequence

from models.attribution.attribution import Attribution
from models.attribution.coreference import passages_before
from models.attribution.german import asking
from models.attribution.known_names import KnownNames, Names
from models.attribution.other_languages import known_beside
from models.attribution.resolving import meaning
from models.attribution.sources import find_source
from models.ids import Id
from models.text.ranges import Range

CERTAIN = 75
"""The score from which the claim is next to the verb that reports it."""


def who_says(
    text: str,
    contents: Sequence[Range],
    names: Sequence[tuple[Id, str]] = (),
    last: Id | None = None,
    language: str = "en",
) -> Attribution | None:
    """Return who makes a claim, or None if the text does not say.

    `contents` are the parts of the claim (code points, half-open), `names` all known names and aliases, each with the
    id of its speaker, and `last` is the speaker of the previous claim, whom a pronoun may mean.
    """
    if not language.startswith("en"):
        return _elsewhere(text, contents, names, last, language)
    reading = find_source(text, contents)
    if reading is None:
        return None
    passage, found = reading
    words = passage.words
    cue = (words[found.cue[0]].start, words[found.cue[1]].end) if found.cue else None
    source = words[found.source[0]].start, words[found.source[1]].end
    earlier = passages_before(text, min(source[0], contents[0][0]))
    meant = meaning(passage, found.source, earlier, KnownNames(names), last)
    certain = meant.certain and found.score >= CERTAIN and found.is_beside(words)
    return Attribution(cue, (source,), meant.name, meant.role, meant.kind, meant.speaker, certain)


def _elsewhere(
    text: str, contents: Sequence[Range], names: Names, last: Id | None, language: str
) -> Attribution | None:
    report = asking.covering(text, contents) if language.startswith("de") else None
    if report is not None:
        return asking.who_reports(text, report, names, last)
    found = known_beside(text, contents, names, last, language)
    if found is None:
        return None
    speaker, cue, source = found
    name = next(name for known, name in names if known == speaker)
    return Attribution(cue, (source,) if source else (), name, speaker=speaker, certain=source is not None)
