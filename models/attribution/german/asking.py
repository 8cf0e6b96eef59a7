"""Find who says given words of a German text, in the report that covers them best."""

from collections.abc import Sequence

from models.attribution.attribution import Attribution
from models.attribution.german.naming import named
from models.attribution.german.people import HE, SHE, first_names
from models.attribution.german.reading import reports
from models.attribution.german.report import Report
from models.attribution.german.speakers import meaning
from models.attribution.known_names import KnownNames, Names
from models.ids import Id
from models.text.ranges import Range

_NEAR = 1_500
"""Characters before the words in which somebody may speak who goes on in them."""
_FARTHEST = 4_000
"""Characters beyond those that are searched for the bounds of a paragraph."""


def who_reports(text: str, found: Report, names: Names, last: Id | None) -> Attribution | None:
    """Return who says what a report contains, or None if the text does not say."""
    if found.source is None:
        return None
    known_names = KnownNames(names)
    meant = meaning(text, found.source, known_names)
    name, speaker = meant.name, meant.speaker
    if name is None and (known := _last(text, found.source, known_names, last)):
        name, speaker = known, last
    certain = meant.certain and found.certain
    return Attribution(found.cue, (found.source,), name, meant.role, meant.kind, speaker, certain)


def covering(text: str, contents: Sequence[Range]) -> Report | None:
    """Return the report that has most in common with the contents, at least half of the shorter of both."""
    start, end = contents[0][0], contents[-1][1]
    near = max(0, start - _NEAR)
    before = text.rfind("\n", max(0, near - _FARTHEST), near)
    after = text.find("\n", end, end + _FARTHEST)
    first = before + 1 if before >= 0 or near < _FARTHEST else near
    last = after if after >= 0 else min(len(text), end + _FARTHEST)
    found = [(_common(report.contents, contents), report) for report in reports(text, first, last)]
    best = max(found, key=lambda each: each[0], default=None)
    if best is None or best[0] * 2 < min(_size(contents), _size(best[1].contents)) or not best[0]:
        return None
    return best[1]


def _common(one: Sequence[Range], other: Sequence[Range]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _size(ranges: Sequence[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _last(text: str, source: Range, names: KnownNames, last: Id | None) -> str | None:
    """Return the name of the speaker of the claim before, if the source is a pronoun that can mean them."""
    pronoun = named(text[slice(*source)]).pronoun
    name = names.name_of(last)
    if name is None or pronoun not in (HE, SHE):
        return None
    return name if first_names().get(name.split()[0], pronoun) == pronoun else None
