"""Which speakers the table lists and in which order, and what an edit changes in their lines."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.edits import Edit
from models.entities import Alias, Answer, Claim, Speaker
from models.ids import Id
from models.lines.matching import Matching
from models.lines.order import Order
from models.lines.speaker_line import SpeakerLine
from models.registry import Registry


@dataclass(frozen=True, slots=True)
class Listed:
    """Which speakers are listed, and in which order."""

    words: tuple[str, ...]
    matching: Matching
    order: Order

    def of(self, lines: Iterable[SpeakerLine]) -> list[SpeakerLine]:
        """Return the lines that are listed, in order."""
        return sorted(filter(self.has, lines), key=self.key)

    def has(self, line: SpeakerLine) -> bool:
        """Return whether a line is listed."""
        return line.holds(self.words) and self.matching.meets(line, self.order.conditions)

    def key(self, line: SpeakerLine) -> tuple[object, ...]:
        """Return what lines are sorted by."""
        return *self.matching.key(line, self.order.sorts), line.sort_key


def making(registry: Registry, claims: Counter[Id] | None) -> Callable[[], list[SpeakerLine]]:
    """Return what makes the lines of all speakers as they are now, also in another thread."""
    counts = None if claims is None else Counter(claims)
    speakers, aliases = [*registry.speakers.values()], [*registry.aliases.values()]

    def make() -> list[SpeakerLine]:
        names: defaultdict[Id, list[str]] = defaultdict(list)
        for alias in sorted(aliases, key=lambda alias: alias.id):
            names[alias.speaker].append(alias.name)
        return [SpeakerLine(row, tuple(names[row.id]), None if counts is None else counts[row.id]) for row in speakers]

    return make


def line_of(speaker: Id, registry: Registry, claims: Counter[Id] | None) -> SpeakerLine | None:
    """Return the line of one speaker as it is now; None if the speaker is gone."""
    row = registry.speakers.get(speaker)
    names = tuple(alias.name for alias in registry.aliases_of(speaker))
    return SpeakerLine(row, names, None if claims is None else claims[speaker]) if row else None


def changed_by(edit: Edit) -> list[Id]:
    """Return the speakers whose own rows, names or answers an edit changes."""
    changed: list[Id] = []
    for change in edit.changes_of(Speaker, Alias, Answer):
        for row in (change.before, change.after):
            match row:
                case Speaker(id=speaker) | Alias(speaker=speaker) | Answer(speaker=str() as speaker):
                    changed.append(speaker)
    return changed


def claims_gained(edit: Edit) -> dict[Id, int]:
    """Return how many more claims each speaker has after an edit, or fewer if below zero."""
    gained: defaultdict[Id, int] = defaultdict(int)
    for change in edit.changes_of(Claim):
        before, after = getattr(change.before, "speaker", None), getattr(change.after, "speaker", None)
        if before != after:
            if before:
                gained[before] -= 1
            if after:
                gained[after] += 1
    return gained
