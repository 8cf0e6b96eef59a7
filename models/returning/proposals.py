"""What rows of files propose for each cell of the project: several rows can be about the same record."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.attributes.attribute import Attribute
from models.entities import Record
from models.ids import Id

AttributeKey = tuple[type[Record], str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file says something: its sheet, the number of the row, and the column."""

    sheet: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class About:
    """A record of a line: its class, its id, its words, and the title of its article."""

    of: type[Record]
    id: Id
    words: str
    article: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that cannot be taken, what it says and what the project has, and why."""

    place: Place
    about: About
    now: str
    given: str
    reason: str


@dataclass(slots=True)
class Proposal:
    """The texts that rows propose for an attribute of a record, each with the places where it is; `doubt` is about one
    of them. `unit` says that the number has this unit in the file too.
    """

    attribute: Attribute[Any, Any]
    about: About
    texts: dict[str, list[Place]] = field(default_factory=dict)
    doubt: str = ""
    unit: str | None = None


class Proposals:
    """All proposals, by record and attribute, and the cells that are refused."""

    def __init__(self) -> None:
        self._by_cell: dict[tuple[Id, AttributeKey], Proposal] = {}
        self.refused: list[Refused] = []

    def __iter__(self) -> Iterator[Proposal]:
        return iter(self._by_cell.values())

    def of(self, record: Id, attribute: Attribute[Any, Any]) -> Proposal | None:
        """Return what is proposed for an attribute of a record; None if nothing is."""
        return self._by_cell.get((record, (attribute.of, attribute.name)))

    def propose(
        self, attribute: Attribute[Any, Any], about: About, text: str, place: Place, doubt: str = ""
    ) -> Proposal:
        """Propose a text for an attribute of a record."""
        key = about.id, (attribute.of, attribute.name)
        found = self._by_cell.setdefault(key, Proposal(attribute, about))
        found.texts.setdefault(text.strip(), []).append(place)
        found.doubt = found.doubt or doubt
        return found

    def refuse(self, place: Place, about: About, now: object, given: str, reason: str) -> None:
        """Note a cell that cannot be taken."""
        self.refused.append(Refused(place, about, "" if now is None else str(now), given, reason))
