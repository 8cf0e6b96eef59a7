"""Find the claims of a German article."""

from collections.abc import Iterator, Sequence

from models.attribution.german.reading import reports_by_and_by
from models.attribution.german.report import Report
from models.attribution.german.speakers import meaning
from models.attribution.known_names import KnownNames, Names
from models.attribution.modes import mode_of
from models.attribution.resolving import Meant
from models.suggestions.found import Evidence, FoundClaim
from models.suggestions.rules import UNCERTAIN
from models.text.ranges import Range


def german_claims(
    text: str, names: Names, skipped: Sequence[Range], verbs: frozenset[str] = frozenset()
) -> Iterator[tuple[int, list[FoundClaim]]]:
    """Yield the claims of a text outside the skipped ranges, without their numbers, by and by, each time with the end
    of the paragraph up to which they are all.

    `verbs` are the forms of reporting verbs that the project adds, in small letters.
    """
    known = KnownNames(names)
    for start, end in _kept(len(text), skipped):
        for last, found in reports_by_and_by(text, start, end, verbs):
            yield last, [_claim(text, report, known) for report in found]


def _kept(length: int, skipped: Sequence[Range]) -> Iterator[Range]:
    at = 0
    for start, end in [*skipped, (length, length)]:
        if at < start:
            yield at, start
        at = max(at, end)


def _claim(text: str, report: Report, names: KnownNames) -> FoundClaim:
    meant = meaning(text, report.source, names) if report.source else Meant()
    source = (report.source,) if report.source else ()
    return FoundClaim(
        report.contents, report.cue, source, meant.name, meant.role, meant.kind, meant.speaker,
        mode_of(text, report.contents), report.rule, meant.certain and report.certain and report.rule not in UNCERTAIN,
        Evidence(report.rule, report.cue, report.source, meant.mention),
    )  # fmt: skip
