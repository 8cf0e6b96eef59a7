"""Variables that are answered with a text."""

from collections.abc import Iterable, Sequence

from models.attributes.kinds import Questions
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Answer
from models.text.folding import folded
from models.text.typed_text import typed_line, typed_text
from models.translation import _


class ShortText(AnswerKind):
    """A name or a term on one line; a longer text is shown in one line too."""

    name, label = "text", _("Text")

    def meant(self, answers: Sequence[Answer], asked: Questions) -> str | None:
        return answers[0].value if len(answers) == 1 else None

    def saying(self, value: str) -> Iterable[dict[str, str]]:
        return [{"value": value}]

    def write(self, value: str) -> str:
        return value

    def sort_key(self, value: str) -> str:
        return folded(value)

    def parse(self, typed: str, asked: Questions) -> str | None:
        return typed_line(typed)


class LongText(ShortText):
    """A text that can have several lines."""

    name, label = "long_text", _("Long text")
    several_lines = True

    def parse(self, typed: str, asked: Questions) -> str | None:
        return typed_text(typed)
