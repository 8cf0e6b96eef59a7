"""Find the speaker that the words of a source mean: a known one, a new one, or nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.attribution import coreference
from models.attribution.coreference import Names
from models.attribution.naming import Named, named
from models.attribution.nouns import Nouns, WordRange
from models.attribution.passage import Passage
from models.entities import SpeakerKind
from models.ids import Id
from models.text.ranges import Range


@dataclass(frozen=True, slots=True)
class Meant:
    """A speaker for the registry. `certain` means that the words themselves name the speaker, and nobody else."""

    name: str | None = None
    role: str | None = None
    kind: SpeakerKind | None = None
    speaker: Id | None = None
    certain: bool = False


def meaning(passage: Passage, source: WordRange, contents: Sequence[Range], names: Names, last: Id | None) -> Meant:
    """Return whom the words of a source mean: `last`, who made the claim before, only if a pronoun fits."""
    words = passage.words[source[0] : source[1] + 1]
    somebody = named(words)
    if somebody.name is not None:
        whole = coreference.introduced(passage.text, words[0].start, somebody)
        return _registered(whole, names, certain=not _is_vague(passage.text, words[0].start, whole, names))
    if somebody.pronoun in ("who", "which", "that") and source[0] > 0:
        found = _antecedent(passage, source[0] - 1)
    else:
        found = coreference.referred(passage.text, min(words[0].start, _before(words[0].start, contents)), somebody)
    if found is not None and found.name is not None:
        return _registered(found, names, certain=False)
    return _last(somebody, names, last)


def _before(at: int, contents: Sequence[Range]) -> int:
    """Return where the search for a pronoun's meaning ends; words of a claim before the pronoun are left out."""
    return contents[0][0] if contents[0][0] < at else at


def _registered(somebody: Named, names: Names, *, certain: bool) -> Meant:
    """Return the speaker, with id and name of the registry if it is known there."""
    assert somebody.name is not None
    speaker = coreference.known(names, somebody.name, somebody.pronoun)
    name = next((name for known, name in names if known == speaker), somebody.name)
    return Meant(name, somebody.role, somebody.kind, speaker, certain)


def _is_vague(text: str, at: int, somebody: Named, names: Names) -> bool:
    """Return whether words may mean several people: "the minister", or a surname of two people in text or registry."""
    assert somebody.name is not None
    if somebody.described:
        return somebody.kind is SpeakerKind.PERSON
    if " " in somebody.name or coreference.known(names, somebody.name, somebody.pronoun):
        return False
    bearers = coreference.bearers(names, somebody.name, somebody.pronoun)
    return len(bearers) > 1 or len(coreference.full_names(text, at, somebody.name, somebody.pronoun)) > 1


def _last(somebody: Named, names: Names, last: Id | None) -> Meant:
    """Return the speaker of the previous claim, if the pronoun can mean them."""
    name = next((name for speaker, name in names if speaker == last), None)
    if last is None or name is None or somebody.pronoun not in ("he", "she", "they", "it"):
        return Meant()
    personal = somebody.pronoun in ("he", "she")
    fits = not personal or coreference.pronoun_of(name) in (None, somebody.pronoun)
    return Meant(name, speaker=last) if fits else Meant()


def _antecedent(passage: Passage, at: int) -> Named | None:
    """Return whom a relative pronoun after this index means: "the mayor, who said"."""
    nouns, words = Nouns(passage), passage.words
    end = at - 1 if words[at].text == "," else at
    if end < 0 or not nouns.may_end(end):
        return None
    start, end = nouns.ending_at(end)
    return coreference.introduced(passage.text, words[start].start, named(words[start : end + 1]))
