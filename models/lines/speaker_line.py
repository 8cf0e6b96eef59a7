"""What a list of speakers shows of one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from models.entities import Answer, Record, Speaker
from models.ids import Id
from models.text.finding import holds
from models.text.folding import folded

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
