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
) -> Iterator[tuple[Range, list[FoundClaim]]]:
    """Yield one range of a text after the other, all of which end where paragraphs end, with its claims that are not in
    the skipped ranges, without their numbers.

    `verbs` are the forms of reporting verbs that the project adds, in small letters.
    """
    known, begun = KnownNames(names), 0
    for start, end in _kept(len(text), skipped):
        for last, found in reports_by_and_by(text, start, end, verbs):
            yield (begun, last), [_claim(text, report, known) for report in found]
            begun = last
    yield (begun, len(text)), []


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
