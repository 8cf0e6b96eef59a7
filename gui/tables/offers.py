"""What the list below a cell offers while one types: known speakers by any part of a name, or the words of a choice."""

from collections.abc import Sequence

from gui.tables.columns import Offer
from models.entities import Speaker
from models.ids import Id
from models.registry import Registry

MOST = 11
"""Rows of known speakers; with the row for a new one the list stays within twelve."""


class SpeakerOffers:
    """Every speaker by name and alias; at the end, a new one of the name that was typed."""

    closed = False

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._names = registry.names()

    def matching(self, typed: str) -> list[Offer]:
        """The speakers that the text can mean, best first, then the new one it can also mean."""
        # What knows names is loaded when the first cell is opened: the window is painted before.
        from models.suggestions.speakers import matching

        known = [self._known(speaker, typed) for speaker in matching(self._names, typed)[:MOST]]
        name = " ".join(typed.split())
        if name and self._registry.find(name) is None:
            known.append(Offer(f"New speaker “{name}”", name))
        return known

    def _known(self, speaker_id: Id, typed: str) -> Offer:
        speaker = self._registry.speakers[speaker_id]
        alias = self._alias_meant(speaker, typed)
        if alias:
            return Offer(f"{alias} → {speaker.name}", speaker.name)
        return Offer(f"{speaker.name} — {speaker.role}" if speaker.role else speaker.name, speaker.name)

    def _alias_meant(self, speaker: Speaker, typed: str) -> str | None:
        """The alias that what was typed is part of, where the name itself is not."""
        from models.suggestions.names import folded

        wanted = folded(typed)
        if not wanted or wanted in folded(speaker.name):
            return None
        names = (alias.name for alias in self._registry.aliases_of(speaker.id))
        return next((name for name in names if wanted in folded(name)), None)


class ChoiceOffers:
    """The words of a closed list; what is typed is the beginning of one."""

    closed = True

    def __init__(self, words: Sequence[str]) -> None:
        self._offers = tuple(Offer(word, word) for word in words)

    def matching(self, typed: str) -> list[Offer]:
        """The words that begin so."""
        wanted = typed.strip().casefold()
        return [offer for offer in self._offers if offer.value.startswith(wanted)]
