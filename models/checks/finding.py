"""A finding of a check: a sentence, what kind of fault it is, and where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from models.checks.faults import Fault, Severity
from models.edits import Change
from models.places import Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, as a sentence, with the kind of `fault`.

    `place` is the article and the claim, number or speaker it is about; None for the file itself. The `change` is the
    repair of a row that no edit explains.
    """

    sentence: str
    fault: Fault
    place: Place | None = field(default=None, compare=False)
    change: Change | None = field(default=None, compare=False)

    @property
    def wrong(self) -> bool:
        """Whether something is damaged or contradictory, and not merely missing or doubtful."""
        return self.fault.severity is Severity.WRONG


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check has found, of which there may be very much: first what is wrong.

    `counts` has their kinds in the same order, each with how many there are.
    """

    all: tuple[Finding, ...] = ()
    counts: tuple[tuple[Fault, int], ...] = ()

    @classmethod
    def of(cls, found: Iterable[Finding]) -> Self:
        """Return findings in order, counted."""
        severities = [*Severity]
        in_order = tuple(sorted(found, key=lambda finding: severities.index(finding.fault.severity)))
        named = {each.fault.name: each.fault for each in in_order}
        counts = Counter(each.fault.name for each in in_order)
        return cls(in_order, tuple((named[name], count) for name, count in counts.items()))

    def count_of(self, kind: Fault) -> int:
        """Return how many findings there are of a kind."""
        return next((count for fault, count in self.counts if fault.name == kind.name), 0)

    @property
    def wrong(self) -> int:
        """How many things are damaged or contradictory."""
        return sum(count for fault, count in self.counts if fault.severity is Severity.WRONG)
