"""A finding of a check: a sentence, what kind of fault it is, and where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

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


def counts_of(found: Iterable[Finding]) -> list[tuple[Fault, int]]:
    """Return the kinds of some findings, of which there may be very many, in their order, each with its count."""
    kinds = [each.fault for each in found]
    named = {kind.name: kind for kind in kinds}
    return [(named[name], count) for name, count in Counter(kind.name for kind in kinds).items()]
