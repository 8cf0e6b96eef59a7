"""A remark: one record of the project that is to be discussed or has a note."""

from dataclasses import dataclass
from typing import TypeVar

from models.entities import Answer, Article, Claim, Number, Record, Remarked, Speaker
from models.ids import Id
from models.lines.group import ONE, Figures
from models.text.finding import holds
from models.text.folding import folded
from models.translation import _

R = TypeVar("R", bound=Record)
"""A record that can be flagged and can have a note."""

KINDS: dict[type[Record], str] = {
    Claim: _("Claim"),
    Number: _("Number"),
    Speaker: _("Speaker"),
    Article: _("Article"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the list of remarks: a record in words, and the article that it is in; None for a speaker."""

    about: Remarked
    words: str
    article: Article | None = None

    @property
    def kind(self) -> str:
        """What sort of record it is, in words."""
        return KINDS[type(self.about)]

    @property
    def title(self) -> str | None:
        """The title of its article; None for a speaker."""
        return self.article.title if self.article else None

    @property
    def figures(self) -> Figures:
        """What groups count of it: a claim, or a number with its value."""
        match self.about:
            case Claim():
                return Figures(1, 1, 0)
            case Number(value=value, unit=unit):
                return Figures(
                    1, 0, 1, unit=unit if value is not None else None, total=value, least=value, greatest=value
                )
        return ONE

    def record(self, kind: type[R]) -> R | None:
        """Return the record that the remark is about, if it is of the class."""
        return self.about if isinstance(self.about, kind) else None

    def answers_of(self, record: Id) -> tuple[Answer, ...]:  # noqa: ARG002  # no column shows any
        """Return no answers."""
        return ()

    def words_of(self, kind: type[Record]) -> str:
        """Return the words of the record, or the title of its article; nothing for any other class."""
        if isinstance(self.about, kind):
            return self.words
        return self.title or "" if kind is Article else ""

    def holds(self, words: tuple[str, ...]) -> bool:
        """Return whether every folded word is in the note, the words of the record or the title of its article."""
        known = (self.words, self.about.note, self.title)
        return holds(folded("\n".join(part for part in known if part)), words)
