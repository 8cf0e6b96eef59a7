"""Variables that are answered with a speaker of the registry, such as an addressee."""

from collections.abc import Iterable, Sequence

from models.attributes.comparing import NAMED
from models.attributes.kinds import Questions
from models.attributes.names import WhoSays
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Answer, Record, Speaker
from models.text.folding import folded
from models.translation import _


class NamedSpeaker(AnswerKind):
    """A speaker: a known one, by name or alias, or else a new one."""

    name, label = "speaker", _("Speaker")
    names_speakers = True
    comparison = NAMED

    def meant(self, answers: Sequence[Answer], asked: Questions) -> Speaker | None:
        named = answers[0].named
        return asked.speakers.get(named) if len(answers) == 1 and named else None

    def saying(self, value: Speaker) -> Iterable[dict[str, str]]:
        return [{"named": value.id}]

    def new_rows(self, value: Speaker, asked: Questions) -> Iterable[Record]:
        return () if value.id in asked.speakers else (value,)

    def write(self, value: Speaker) -> str:
        return value.name

    def sort_key(self, value: Speaker) -> str:
        return folded(value.name)

    def parse(self, typed: str, asked: Questions) -> Speaker | None:
        return WhoSays().parse(typed, asked)

    def own_members(self, value: Speaker) -> tuple[str, ...]:
        return WhoSays().own_members(value)

    def member(self, typed: str, asked: Questions) -> str:
        return WhoSays().member(typed, asked)

    def member_label(self, member: str, asked: Questions) -> str | None:
        return WhoSays().member_label(member, asked)
