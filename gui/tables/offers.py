"""What the list below a cell offers while one types: known speakers by any part of a name, or the words of a choice."""

from collections.abc import Sequence

from gui.tables.columns import Offer
from models.entities import Speaker
from models.ids import Id
from models.registry import Registry

MOST = 11
"""Rows of known speakers; with the row for a new one the list stays within twelve."""


class SpeakerOffers:
    """Every speaker by name and alias; at the end, a new one of the name that was typed.

    While nothing is typed, the `guess` stands first, then the speakers named `first`.
    """

    closed = False

    def __init__(self, registry: Registry, first: Sequence[Id] = (), guess: Offer | None = None) -> None:
        self._registry = registry
        self._names = registry.names()
        self._first = {speaker: place for place, speaker in enumerate(first)}
        self._guess = guess

    def matching(self, typed: str) -> list[Offer]:
        """The speakers that the text can mean, best first, then the new one it can also mean."""
        if not typed.strip():
            return self._everybody()
        # What knows names is loaded when the first cell is opened: the window is painted before.
        from models.completion import matching

        known = [self._known(speaker, typed) for speaker in matching(self._names, typed)[:MOST]]
        name = " ".join(typed.split())
        if self._registry.find(name) is None:
            known.append(Offer(f"New speaker “{name}”", name))
        return known

    def _everybody(self) -> list[Offer]:
        speakers = sorted(self._registry.speakers, key=lambda speaker: self._first.get(speaker, len(self._first)))
        known = [self._known(speaker, "") for speaker in speakers]
        others = [offer for offer in known if self._guess is None or offer.value != self._guess.value]
        return [*([self._guess] if self._guess else []), *others][: MOST + 1]

    def _known(self, speaker_id: Id, typed: str) -> Offer:
        speaker = self._registry.speakers[speaker_id]
        if _holds(speaker.name, typed):
            return Offer(described(speaker), speaker.name)
        names = (alias.name for alias in self._registry.aliases_of(speaker_id))
        alias = next((name for name in names if _holds(name, typed)), None)
        if alias:
            return Offer(f"{alias} → {speaker.name}", speaker.name)
        return Offer(described(speaker), speaker.name, fits=False)


def described(speaker: Speaker) -> str:
    """A speaker as a list shows it: the name with the role."""
    return f"{speaker.name} — {speaker.role}" if speaker.role else speaker.name


def _holds(name: str, typed: str) -> bool:
    """Whether each word that was typed stands somewhere in a name, without regard to case and accents."""
    from models.text.folding import folded_words

    words = folded_words(typed).split()
    return bool(words) and all(word in folded_words(name) for word in words)


class ChoiceOffers:
    """The words of a closed list; what is typed is the beginning of one."""

    closed = True

    def __init__(self, words: Sequence[str]) -> None:
        self._offers = tuple(Offer(word, word) for word in words)

    def matching(self, typed: str) -> list[Offer]:
        """The words that begin so."""
        wanted = typed.strip().casefold()
        return [offer for offer in self._offers if offer.value.startswith(wanted)]
