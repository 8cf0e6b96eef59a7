"""Variables that are answered with yes, no or unclear."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from models.attributes.cell_kinds import CellKind
from models.attributes.comparing import MEMBERS
from models.attributes.kinds import OneOf, Questions
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Answer
from models.translation import _


class Judgement(StrEnum):
    """An answer to a yes-or-no question. "Unclear" says that the article does not tell; no answer says nothing."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class YesNo(AnswerKind):
    """Yes, no or unclear."""

    name, label = "yes_no", _("Yes, no or unclear")
    cell_kind = CellKind.CHOICE
    comparison = MEMBERS

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(Judgement)

    def meant(self, answers: Sequence[Answer], asked: Questions) -> Judgement | None:
        value = answers[0].value
        return Judgement(value) if len(answers) == 1 and value in tuple(Judgement) else None

    def saying(self, value: Judgement) -> Iterable[dict[str, str]]:
        return [{"value": value.value}]

    def write(self, value: Judgement) -> str:
        return value.value

    def sort_key(self, value: Judgement) -> float:
        return float(list(Judgement).index(value))

    def parse(self, typed: str, asked: Questions) -> Judgement:
        return OneOf(Judgement).parse(typed, asked)

    def own_members(self, value: Judgement) -> tuple[str, ...]:
        return (value.value,)

    def member(self, typed: str, asked: Questions) -> str:
        return self.parse(typed, asked).value

    def member_label(self, member: str, asked: Questions) -> str | None:
        return member if member in self.choices else None
