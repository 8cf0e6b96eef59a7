"""Find the speaker that the words of a source mean: a known one, a new one, or nobody."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.attribution.coreference import introduced, referred
from models.attribution.full_names import full_names
from models.attribution.known_names import KnownNames, fits
from models.attribution.naming import Named, named
from models.attribution.nouns import Nouns, WordRange
from models.attribution.passage import Passage
from models.entities import SpeakerKind
from models.ids import Id
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Meant:
    """A speaker for the registry. `certain` means that the words themselves name the speaker, and nobody else.

    `mention` is the range of earlier words by which a pronoun, a short name or a role was understood.
    """

    name: str | None = None
    role: str | None = None
    kind: SpeakerKind | None = None
    speaker: Id | None = None
    certain: bool = False
    mention: Range | None = None


def meaning(
    passage: Passage, source: WordRange, earlier: Iterable[Passage], names: KnownNames, last: Id | None = None
) -> Meant:
    """Return whom the words of a source mean.

    A pronoun means somebody in the `earlier` passages, the nearest first, or `last`, who made the claim before.
    """
    words = passage.words[source[0] : source[1] + 1]
    somebody = named(words)
    if somebody.name is not None:
        whole = introduced(passage.text, words[0].start, somebody)
        return _registered(whole, names, certain=not _is_vague(passage.text, words[0].start, whole, names))
    if somebody.pronoun in ("who", "which", "that") and source[0] > 0:
        found = _antecedent(passage, source[0] - 1)
    else:
        found = referred(earlier, somebody)
    if found is not None and found.name is not None:
        return _registered(found, names, certain=False)
    return _last(somebody, names, last)


def _registered(somebody: Named, names: KnownNames, *, certain: bool) -> Meant:
    """Return the speaker, with id and name of the registry if it is known there."""
    assert somebody.name is not None
    speaker = names.known(somebody.name, somebody.pronoun)
    name = names.name_of(speaker) or somebody.name
    return Meant(name, somebody.role, somebody.kind, speaker, certain, somebody.mention)


def _is_vague(text: str, at: int, somebody: Named, names: KnownNames) -> bool:
    """Return whether words may mean several people: "the minister", or a surname of two people in text or registry."""
    assert somebody.name is not None
    if somebody.described:
        return somebody.kind is SpeakerKind.PERSON
    if " " in somebody.name or names.known(somebody.name, somebody.pronoun):
        return False
    bearers = names.bearers(somebody.name, somebody.pronoun)
    return len(bearers) > 1 or len(full_names(text, at, somebody.name, somebody.pronoun)) > 1


def _last(somebody: Named, names: KnownNames, last: Id | None) -> Meant:
    """Return the speaker of the previous claim, if the pronoun can mean them."""
    name = names.name_of(last)
    if name is None or somebody.pronoun not in ("he", "she", "they", "it"):
        return Meant()
    personal = somebody.pronoun in ("he", "she")
    return Meant(name, speaker=last) if not personal or fits(name, somebody.pronoun) else Meant()


def _antecedent(passage: Passage, at: int) -> Named | None:
    """Return whom a relative pronoun after this index means: "the mayor, who said"."""
    nouns, words = Nouns(passage), passage.words
    end = at - 1 if words[at].text == "," else at
    if end < 0 or not nouns.may_end(end):
        return None
    start, end = nouns.ending_at(end)
    return introduced(passage.text, words[start].start, named(words[start : end + 1]))
