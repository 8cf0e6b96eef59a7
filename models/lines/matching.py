"""Filter and sort lines that are in memory, as `models.store.statement_lists` does with those of a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from models.attributes.comparing import Operator
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import Unfit
from models.known import Known
from models.lines.criteria import Criterion, HasRecords, criterion_named
from models.lines.order import Condition, Order, Sort
from models.registry import Registry

L = TypeVar("L", bound=HasRecords)


class Matching:
    """Compares the lines of one list, whose criteria besides variables are `built_in`.

    A condition or a sort about a variable that is gone is ignored, as in the file.
    """

    def __init__(self, built_in: Mapping[str, Criterion], codebook: Codebook, registry: Registry) -> None:
        self._built_in, self._codebook, self._registry = built_in, codebook, registry
        self._criteria: dict[str, Criterion | None] = {}

    def criterion(self, column: str) -> Criterion | None:
        """Return what lines are compared by under a column; None for a variable that is gone."""
        if column not in self._criteria:
            self._criteria[column] = criterion_named(column, self._built_in, self._codebook)
        return self._criteria[column]

    def asked(self, line: HasRecords) -> Known:
        """Return what attributes ask about the records of a line."""
        return Known(self._registry, line.answers_of)

    def meets(self, line: HasRecords, conditions: Iterable[Condition]) -> bool:
        """Return whether a line meets all conditions."""
        return all(self._meets(line, condition) for condition in conditions)

    def _meets(self, line: HasRecords, condition: Condition) -> bool:
        criterion = self.criterion(condition.column)
        if criterion is None:
            return True
        value = criterion.value(line, self.asked(line))
        match condition.operator:
            case Operator.EMPTY:
                return value is None and criterion.can_be_empty(line, self.asked(line))
            case Operator.FILLED:
                return value is not None
        operator = condition.operator.positive
        fits = value is not None and not isinstance(value, Unfit)
        holds = fits and criterion.kind.comparison.holds(operator, criterion.kind, value, condition.values)
        return holds is (operator is condition.operator)

    def key(self, line: HasRecords, sorts: Iterable[Sort]) -> tuple[tuple[bool, Any], ...]:
        """Return what a line is sorted by; lines without a value come last in both directions."""
        return tuple(self._key(line, each) for each in sorts)

    def _key(self, line: HasRecords, sort: Sort) -> tuple[bool, Any]:
        criterion = self.criterion(sort.column)
        value = criterion.value(line, self.asked(line)) if criterion else None
        key = None if value is None or isinstance(value, Unfit) or not criterion else criterion.kind.sort_key(value)
        return key is None, _Descending(key) if sort.descending and key is not None else key

    def listed(self, lines: Iterable[L], order: Order) -> list[L]:
        """Return the lines that meet the conditions of an order, sorted; those with the same values stay in their
        order. The words of the order are another matter.
        """
        found = (line for line in lines if self.meets(line, order.conditions))
        return sorted(found, key=lambda line: self.key(line, order.sorts))


@dataclass(frozen=True, slots=True)
class _Descending:
    """A key that comes before smaller ones."""

    key: Any

    def __lt__(self, other: "_Descending") -> bool:
        return bool(other.key < self.key)
