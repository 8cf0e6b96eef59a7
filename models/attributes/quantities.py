"""The value of a number, typed with its qualifier and unit ("~2,000 km²"), and the qualifier alone."""

from collections.abc import Iterable, Sequence

from models.attributes.comparing import SIZE
from models.attributes.kinds import Kind, OneOf, Questions
from models.edits import Change, changed
from models.entities import Number, Qualifier
from models.errors import OnrecordError
from models.quantities.quantity import Quantity
from models.quantities.writing import plain, show_value, write_value
from models.translation import _

_LARGEST = {"share": 1, "%": 100, "‰": 1000, "pp": 100, "bp": 10_000, "times": 1000}
"""By unit, the largest value that still gets that unit from the value before when it is typed without one."""


class Value(Kind[Quantity]):
    """A number's value, upper value and qualifier together; the unit only if it was typed with them."""

    comparison = SIZE

    def read(self, record: Number, name: str, asked: Questions) -> Quantity | None:
        if record.value is None:
            return None
        return Quantity(record.value, record.upper, record.qualifier or Qualifier.EXACT, None, None)

    def show(self, value: Quantity) -> str:
        return show_value(value.value, value.upper, value.qualifier)

    def edit_text(self, value: Quantity) -> str:
        return write_value(value.value, value.upper, value.qualifier)

    def plain_text(self, value: Quantity) -> str:
        """Return the value alone, as a spreadsheet calculates with it; both values of a range."""
        return plain(value.value) if value.upper is None else self.edit_text(value)

    def figure(self, value: Quantity) -> float:
        return value.value

    def sort_key(self, value: Quantity) -> float:
        return value.value

    def parse(self, typed: str, asked: Questions) -> Quantity:
        from models.quantities.parsing import read_value  # loaded when the first value is typed

        read = read_value(typed)
        if read is None:
            raise OnrecordError(
                _("“{typed}” cannot be read as a number.").format(typed=typed.strip()),
                do=_("Try 2,000, ~2000, >1,000, 2.3m, 10-15, half or 5%."),
            )
        return read

    def changes(
        self, records: Sequence[Number], name: str, value: Quantity | None, asked: Questions
    ) -> Iterable[Change]:
        if value is None:
            return [changed(number, value=None, upper=None, qualifier=None) for number in records]
        given = {"value": value.value, "upper": value.upper, "qualifier": value.qualifier}
        return [changed(number, **given, unit=_unit_of(number, value)) for number in records]


def _unit_of(number: Number, typed: Quantity) -> str | None:
    """Return the unit of a typed value: the one typed with it, or else the number's, if that is still plausible.

    A share or a rate that becomes too large loses its unit: 50 % changed to 2000 has none.
    """
    if typed.unit == "share" and number.unit not in (None, *_LARGEST):
        return number.unit  # half of what was measured, as "half a mile"
    largest = _LARGEST.get(number.unit or "")
    if typed.unit or largest is None:
        return typed.unit or number.unit
    before, now = _size(number.value, number.upper), _size(typed.value, typed.upper)
    return number.unit if now <= max(largest, before) else None


def _size(value: float | None, upper: float | None) -> float:
    return max(abs(value or 0), abs(upper or 0))


class HowExactly(OneOf[Qualifier]):
    """The qualifier of a number that has a value; without one, the number is exact."""

    def __init__(self) -> None:
        super().__init__(Qualifier)

    def changes(
        self, records: Sequence[Number], name: str, value: Qualifier | None, asked: Questions
    ) -> Iterable[Change]:
        valued = [number for number in records if number.value is not None]
        if value and len(valued) < len(records):
            raise OnrecordError(
                _("A number without a value has no qualifier."), _("Nothing was changed."), _("Type its value first.")
            )
        return [changed(number, qualifier=value or Qualifier.EXACT) for number in valued]
