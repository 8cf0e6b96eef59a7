"""Variables that are answered with a date."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from models.attributes.cell_kinds import CellKind
from models.attributes.comparing import DAYS
from models.attributes.kinds import Date, Questions
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Answer
from models.translation import _


class DateAnswer(AnswerKind):
    """An ISO 8601 date, or date and time, typed as dates of articles are."""

    name, label = "date", _("Date")
    cell_kind = CellKind.DATE
    comparison = DAYS

    def meant(self, answers: Sequence[Answer], asked: Questions) -> str | None:
        return answers[0].value if len(answers) == 1 and _is_date(answers[0].value) else None

    def saying(self, value: str) -> Iterable[dict[str, str]]:
        return [{"value": value}]

    def write(self, value: str) -> str:
        return value

    def parse(self, typed: str, asked: Questions) -> str:
        return Date().parse(typed, asked)


def _is_date(text: str | None) -> bool:
    try:
        datetime.fromisoformat(text or "")
    except ValueError:
        return False
    return True
