"""Completions for what is typed: known speakers by any part of a name, or the choices of an attribute."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, Protocol

from models.attributes.kinds import Kind
from models.entities import Speaker
from models.errors import OnrecordError
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.text.finding import choices_meant
from models.text.folding import folded_words
from models.translation import _

MOST = 11
"""Rows of known speakers; with the row for a new one the list has at most twelve."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One row of the list below an editor: `text` is shown, `value` is what the editor takes.

    Enter takes the first row if it `fits` what was typed. A `guess` is shown in italics. The `digit` takes the row as
    long as nothing is typed; empty if none does. `about` is what is to be read about the row while it is picked.
    """

    text: str
    value: str
    fits: bool = True
    guess: bool = False
    digit: str = ""
    about: str = ""


def numbered(offers: Sequence[Offer], names: Sequence[Collection[str]]) -> list[Offer]:
    """Return all offers of a list with the digits that take them, given the names by which each can be typed.

    The first nine are taken by their number. If names begin with digits, as codes can, only the digit that is a name
    takes an offer, and only if no other name begins with it.
    """
    begun = [name for several in names for name in several if name[:1].isdecimal()]
    if not begun:
        digits = [str(row) if row < 10 else "" for row in range(1, len(offers) + 1)]
    else:
        alone = {name for name in begun if len(name) == 1 and sum(other[0] == name for other in begun) == 1}
        digits = [next((name for name in several if name in alone), "") for several in names]
    return [replace(offer, digit=digit) for offer, digit in zip(offers, digits, strict=True)]


class Offers(Protocol):
    """The completions of an attribute."""

    def matching(self, typed: str) -> Sequence[Offer]:
        """Return what fits the text typed so far, best first; few enough for a list without a scroll bar."""
        ...


class SpeakerOffers:
    """Every speaker by name and alias; at the end, a new one with the name that was typed.

    Before anything is typed, the `guess` comes first, then the speakers of an article, as they are in its `records`.
    """

    def __init__(self, registry: Registry, records: ArticleRecords | None = None, guess: Offer | None = None) -> None:
        self._registry, self._records = registry, records
        self._guess = guess

    def matching(self, typed: str) -> list[Offer]:
        """Return the speakers that the text can mean, best first, and last the new one that it can mean."""
        if not typed.strip():
            return self._everybody()
        from models.completion import matching  # its library is loaded when the first name is typed

        known = [self._known(speaker, typed) for speaker in matching(self._registry.names(), typed)[:MOST]]
        name = " ".join(typed.split())
        if self._registry.find(name) is None:
            known.append(Offer(_("New speaker “{name}”").format(name=name), name))
        return known

    def _everybody(self) -> list[Offer]:
        known = (Offer(described(speaker), speaker.name, fits=False) for speaker in self._recent_first())
        others = (offer for offer in known if self._guess is None or offer.value != self._guess.value)
        return [*islice(chain([self._guess] if self._guess else [], others), MOST + 1)]

    def _recent_first(self) -> Iterator[Speaker]:
        """Yield every speaker once: few are looked at, of thousands."""
        yielded = set[Id]()
        for each in chain(self._records.speakers_by_recency() if self._records else (), self._registry.speakers):
            if each not in yielded:
                yielded.add(each)
                yield self._registry.speakers[each]

    def _known(self, speaker_id: Id, typed: str) -> Offer:
        speaker = self._registry.speakers[speaker_id]
        if _contains(speaker.name, typed):
            return Offer(described(speaker), speaker.name)
        names = (alias.name for alias in self._registry.aliases_of(speaker_id))
        alias = next((name for name in names if _contains(name, typed)), None)
        if alias:
            return Offer(f"{alias} → {speaker.name}", speaker.name)
        return Offer(described(speaker), speaker.name, fits=False)


def described(speaker: Speaker) -> str:
    """Return a speaker as a list shows it: the name with the role."""
    return f"{speaker.name} — {speaker.role}" if speaker.role else speaker.name


def _contains(name: str, typed: str) -> bool:
    """Return whether a name contains each word that was typed, without regard to case and accents."""
    words = folded_words(typed).split()
    return bool(words) and all(word in folded_words(name) for word in words)


class ChoiceOffers:
    """The choices of an attribute, by any part of one. An optional attribute can be "not set"."""

    def __init__(self, choices: Callable[[], Sequence[str]], *, optional: bool) -> None:
        """`choices` returns what can be chosen now: a codebook can gain choices while the field is shown."""
        self._choices = choices
        self._none = (Offer(_("not set"), ""),) if optional else ()

    def matching(self, typed: str) -> list[Offer]:
        """Return the choices that contain what was typed, best first; all of them if nothing was typed."""
        offers = [Offer(choice, choice) for choice in choices_meant(typed, map(str, self._choices()))]
        if typed.strip():
            return offers
        return [*numbered(offers, [{each.value} for each in offers]), *self._none]


class KnownOffers:
    """Other completions, without those that are not known yet, such as a new speaker, and without "not set"."""

    def __init__(self, others: Offers, kind: Kind[Any], registry: Registry) -> None:
        self._others, self._kind, self._registry = others, kind, registry

    def matching(self, typed: str) -> list[Offer]:
        """Return those that are known, best first."""
        return [each for each in self._others.matching(typed) if each.value and self._is_known(each.value)]

    def _is_known(self, value: str) -> bool:
        try:
            self._kind.member(value, self._registry)
        except OnrecordError:
            return False
        return True
