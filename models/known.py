"""What attributes ask about the project: the registry, and the answers about some records in memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models.entities import Alias, Answer, Speaker
from models.ids import Id
from models.registry import Registry


@dataclass(frozen=True, slots=True)
class Known:
    """The registry with the answers about other records too: `answers` returns those about one of them."""

    registry: Registry
    answers: Callable[[Id], Sequence[Answer]]

    @property
    def speakers(self) -> Mapping[Id, Speaker]:
        """Every speaker of the project, by id."""
        return self.registry.speakers

    def find(self, name: str) -> Speaker | None:
        """Return the speaker with this name, or None."""
        return self.registry.find(name)

    def aliases_of(self, speaker: Id) -> Sequence[Alias]:
        """Return the aliases of a speaker."""
        return self.registry.aliases_of(speaker)

    def answers_of(self, record: Id) -> Sequence[Answer]:
        """Return the answers about a record."""
        return self.registry.answers_of(record) or self.answers(record)
