"""Variables that are answered with a number of the coder's own, such as a score: whole numbers and decimals."""

import re
from collections.abc import Iterable, Sequence

from models.attributes.cell_kinds import CellKind
from models.attributes.comparing import SIZE
from models.attributes.kinds import Questions
from models.codebook.kinds.answer_kind import AnswerCell, AnswerKind
from models.entities import Answer
from models.errors import OnrecordError
from models.quantities.writing import plain
from models.translation import _

_STORED = re.compile(r"-?\d{1,15}")
_WHOLE = re.compile(r"[+-]?\d{1,15}|[+-]?\d{1,3}(?:[ ,]\d{3}){1,4}")
_DECIMAL = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?")
"""A comma is refused in a decimal: "1,234" may be 1234 or 1.234. 15 digits are what a double holds exactly."""

_PLAIN = str.maketrans({"−": "-", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ", "\N{THIN SPACE}": " "})


class WholeNumber(AnswerKind):
    """A whole number; thousands may be separated by commas or blanks."""

    name, label = "whole_number", _("Whole number")
    cell_kind = CellKind.NUMBER
    comparison = SIZE

    def meant(self, answers: Sequence[Answer], asked: Questions) -> int | None:
        value = answers[0].value or ""
        return int(value) if len(answers) == 1 and _STORED.fullmatch(value) else None

    def saying(self, value: int) -> Iterable[dict[str, str]]:
        return [{"value": str(value)}]

    def write(self, value: int) -> str:
        return str(value)

    def cells(self, codes: bool) -> tuple[AnswerCell, ...]:
        return (AnswerCell("", self.cell_kind, self.described(), float),)

    def sort_key(self, value: int) -> float:
        return float(value)

    def parse(self, typed: str, asked: Questions) -> int:
        written = typed.translate(_PLAIN).strip()
        if not _WHOLE.fullmatch(written):
            raise OnrecordError(
                _("“{typed}” cannot be read as a whole number.").format(typed=typed.strip()),
                _("Nothing was changed."),
                _("Type it as 1200."),
            )
        return int(re.sub("[ ,]", "", written))


class Decimal(AnswerKind):
    """A number with decimals after a point."""

    name, label = "decimal", _("Decimal number")
    cell_kind = CellKind.NUMBER
    comparison = SIZE

    def meant(self, answers: Sequence[Answer], asked: Questions) -> float | None:
        value = answers[0].value or ""
        return float(value) if len(answers) == 1 and _DECIMAL.fullmatch(value) else None

    def saying(self, value: float) -> Iterable[dict[str, str]]:
        return [{"value": self.write(value)}]

    def write(self, value: float) -> str:
        return plain(value)

    def cells(self, codes: bool) -> tuple[AnswerCell, ...]:
        return (AnswerCell("", self.cell_kind, self.described(), float),)

    def sort_key(self, value: float) -> float:
        return value

    def parse(self, typed: str, asked: Questions) -> float:
        written = typed.translate(_PLAIN).strip()
        if not _DECIMAL.fullmatch(written):
            raise OnrecordError(
                _("“{typed}” cannot be read as a number.").format(typed=typed.strip()),
                _("Nothing was changed."),
                _("Type it with a point before the decimals, and nothing between thousands: 1234.5"),
            )
        return float(written)
