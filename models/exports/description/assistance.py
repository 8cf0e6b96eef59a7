"""Say which suggestions coders were shown, and how many records began as one: readers judge data by that."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models.counts import count_of
from models.entities import Claim, Number, Origin
from models.exports.source import Source
from models.properties import Assistance
from models.translation import _

Recorded = type[Claim] | type[Number]

NAMES: Mapping[Recorded, str] = {Claim: "claims", Number: "numbers"}

WANTED: Mapping[Assistance, tuple[str, str]] = {
    Assistance.CLAIMS: (
        _("Onrecord suggests claims to the coders of this project."),
        _("Onrecord suggests no claims to the coders of this project."),
    ),
    Assistance.NUMBERS: (
        _("It suggests numbers to them."),
        _("It suggests no numbers to them."),
    ),
    Assistance.PLACES: (
        _("It points out quotations, reporting verbs and numbers that have no record."),
        _("It does not point out quotations, reporting verbs and numbers that have no record."),
    ),
}
"""What is said of each kind of assistance where it is on, and where it is off."""


@dataclass(frozen=True, slots=True)
class Assisted:
    """The kinds of assistance that the project wanted when it was exported, and how many of the exported claims and
    numbers there are with each origin and rule; the rule is None by hand.
    """

    wanted: frozenset[Assistance]
    counts: Mapping[Recorded, Mapping[tuple[Origin, str | None], int]]

    def origins(self, kind: Recorded) -> dict[Origin, int]:
        """Return how many claims or numbers there are with each origin."""
        found = Counter[Origin]()
        for (origin, _rule), count in self.counts[kind].items():
            found[origin] += count
        return {origin: found[origin] for origin in Origin}

    def rules(self, kind: Recorded) -> dict[str, int]:
        """Return how many claims or numbers began as a suggestion by each rule, by the names of the rules."""
        found = Counter[str]()
        for (_origin, rule), count in self.counts[kind].items():
            found.update({rule: count} if rule else {})
        return dict(sorted(found.items()))


def assisted(source: Source) -> Assisted:
    """Return what assistance an exported project had."""
    return Assisted(source.properties.assistance, {kind: source.origins(kind) for kind in NAMES})


def as_json(found: Assisted) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "assistance": {str(kind): "on" if kind in found.wanted else "off" for kind in Assistance},
        "origins": {
            name: {str(origin): count for origin, count in found.origins(kind).items()} for kind, name in NAMES.items()
        },
        "rules": {name: found.rules(kind) for kind, name in NAMES.items()},
    }


def sentences(found: Assisted) -> Iterator[str]:
    """Yield the same for people: the assistance when it was exported, and how the records began."""
    for assistance, (on, off) in WANTED.items():
        yield on if assistance in found.wanted else off
    for kind in NAMES:
        origins = found.origins(kind)
        if every := sum(origins.values()):
            words = _(
                "{records}: {hand:,} recorded by hand, {accepted:,} accepted as suggested, {changed:,} accepted and "
                "changed."
            )
            yield words.format(
                records=count_of(kind, every),
                hand=origins[Origin.BY_HAND],
                accepted=origins[Origin.ACCEPTED],
                changed=origins[Origin.CHANGED],
            )
