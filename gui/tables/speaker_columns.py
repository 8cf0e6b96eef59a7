"""The columns of speakers, and the line that they show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from gui.tables.columns import ASKED, Column, Look, WordsColumn, attribute_column
from models.attributes.built_in import attributes_of
from models.entities import Answer, Record, Speaker
from models.ids import Id
from models.text.finding import holds
from models.text.folding import folded
from models.translation import _

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One speaker with the other names, and how many claims of the project are theirs; None until that is known."""

    speaker: Speaker
    aliases: tuple[str, ...]
    claims: int | None

    def record(self, kind: type[R]) -> R | None:
        """Return the speaker, if this is the class asked for."""
        return self.speaker if isinstance(self.speaker, kind) else None

    def answers_of(self, record: Id) -> tuple[Answer, ...]:  # noqa: ARG002  # the registry has them
        """Return nothing: answers about speakers are in the registry."""
        return ()

    def words_of(self, kind: type[Record]) -> str:
        """Return the name of the speaker, if this is the class asked for."""
        return self.speaker.name if isinstance(self.speaker, kind) else ""

    @property
    def sort_key(self) -> tuple[str, Id]:
        """What lines are sorted by; the file sorts the speakers of statements in the same way."""
        return folded(self.speaker.name), self.speaker.id

    def holds(self, words: Iterable[str]) -> bool:
        """Return whether what is known about the speaker contains every folded word."""
        speaker = self.speaker
        known = (speaker.name, *self.aliases, speaker.role, speaker.affiliation, speaker.kind, speaker.note)
        return holds(folded("\n".join(part for part in known if part)), words)


LOOKS: dict[str, Look] = {
    "name": Look(108, 3, wraps=True, ink="speaker"),
    "kind": Look(94, ink="muted"),
    "role": Look(100, 3, wraps=True),
    "affiliation": Look(86, 2, wraps=True),
    "aliases": Look(84, 3, wraps=True),
    "claims": Look(58, right=True, ink="muted"),
    "note": Look(120, 3, wraps=True, needs=ASKED),
}
"""By the name of a column, from left to right. Any other attribute of speakers comes after these."""
PLAIN = Look(100, 2, wraps=True, needs=ASKED)

COUNT: Column[SpeakerLine] = WordsColumn(
    name="claims",
    title=_("Claims"),
    look=LOOKS["claims"],
    words=lambda line: "" if line.claims is None else f"{line.claims:,}",
    exported=lambda line: "" if line.claims is None else str(line.claims),
)


def _speaker_columns() -> tuple[Column[SpeakerLine], ...]:
    described = (
        attribute_column(each, look=LOOKS.get(each.name, PLAIN), about=Speaker if each.name == "name" else None)
        for each in attributes_of(Speaker)
    )
    columns = {COUNT.name: COUNT, **{column.name: column for column in described}}
    return tuple(columns[name] for name in [*LOOKS, *(name for name in columns if name not in LOOKS)])


SPEAKER_COLUMNS = _speaker_columns()
