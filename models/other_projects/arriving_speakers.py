"""Match the speakers of another project to those of this one; those without a match become new speakers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from models.edits import Change, changed, made
from models.entities import Alias, Speaker
from models.ids import Id
from models.registry import Registry
from models.text.folding import spelling
from models.translation import _

FILLED = ("kind", "role", "affiliation", "outside_id", "note")
"""What a known speaker gets from the other project where it has nothing here."""


@dataclass(frozen=True, slots=True)
class ArrivingSpeakers:
    """The ids here of the other project's speakers, by their ids there, and the changes that bring them.

    `known` is how many of them were here already.
    """

    ids: Mapping[Id, Id]
    changes: tuple[Change, ...]
    known: int
    remarks: tuple[str, ...]


def arriving_speakers(theirs: Registry, ours: Registry) -> ArrivingSpeakers:
    """Match every speaker of another project: by its id, its outside id, or its name as a name or alias here."""
    matching = _Matching(ours)
    changes = [change for speaker in theirs.speakers.values() for change in matching.take(speaker)]
    changes += [change for alias in theirs.aliases.values() for change in matching.take_alias(alias)]
    return ArrivingSpeakers(matching.ids, tuple(changes), matching.known, tuple(matching.remarks))


@dataclass
class _Matching:
    ours: Registry
    ids: dict[Id, Id] = field(default_factory=dict)
    known: int = 0
    remarks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._named = dict[str, Id]()
        for speaker, name in self.ours.names():  # own names come before aliases
            self._named.setdefault(spelling(name), speaker)
        self._outside = {each.outside_id: each for each in self.ours.speakers.values() if each.outside_id}

    def take(self, speaker: Speaker) -> Iterator[Change]:
        """Match one speaker, and yield the changes that bring it."""
        found = self._found(speaker)
        self.ids[speaker.id] = found.id if found else speaker.id
        if found is None:
            self._named.setdefault(spelling(speaker.name), speaker.id)
            yield made(speaker)
            return
        self.known += 1
        if filled := {name: getattr(speaker, name) for name in FILLED if self._lacks(found, name, speaker)}:
            yield changed(found, **filled)
        yield from self.take_alias(Alias(speaker=speaker.id, name=speaker.name))

    def _found(self, speaker: Speaker) -> Speaker | None:
        if speaker.id in self.ours.speakers:
            return self.ours.speakers[speaker.id]
        if speaker.outside_id in self._outside:
            return self._outside[speaker.outside_id]
        found = self.ours.speakers.get(self._named.get(spelling(speaker.name), ""))
        if found and found.outside_id and speaker.outside_id:
            same_name = _("“{name}” has another outside id here, so there are two speakers with this name now.")
            self.remarks.append(same_name.format(name=speaker.name))
            return None
        return found

    def _lacks(self, found: Speaker, name: str, other: Speaker) -> bool:
        value = getattr(other, name)
        taken = name == "outside_id" and value in self._outside
        return getattr(found, name) is None and value is not None and not taken

    def take_alias(self, alias: Alias) -> Iterator[Change]:
        """Bring another name of a speaker, unless it is a name of somebody already."""
        if spelling(alias.name) not in self._named and alias.id not in self.ours.aliases:
            self._named[spelling(alias.name)] = self.ids[alias.speaker]
            yield made(replace(alias, speaker=self.ids[alias.speaker]))
