"""The source of a claim whose words are given: who says it, by which words, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.articles import sentence_at
from models.attribution import referring
from models.attribution.naming import Named, named
from models.attribution.nouns import Nouns, Places
from models.attribution.passage import Passage
from models.attribution.reading import read
from models.entities import SpeakerKind
from models.ids import Id
from models.suggestions.speakers import guess_speaker

Range = tuple[int, int]

CERTAIN = 75
"""The score of a reading from which the words are beside the verb that reports."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a text says makes a claim. All ranges are code points into the text, half-open.

    `cue` holds the words that report ("said"), `source` the words that name the speaker as printed ("chief engineer
    Tom Arkwright", "he"). `name`, `role` and `kind` are what the registry should hold of that speaker ("Tom Arkwright",
    "chief engineer", person); `speaker` is the known speaker whom the words mean. Of somebody who is not known
    `speaker` is None, and where the words name nobody (a pronoun that refers to nobody known) `name` is None too.
    `certain` says whether Enter may take it without a second look: the words stand beside the verb that reports.
    """

    cue: Range | None
    source: tuple[Range, ...]
    name: str | None
    role: str | None = None
    kind: SpeakerKind | None = None
    speaker: Id | None = None
    certain: bool = False


def who_says(
    text: str,
    contents: Sequence[Range],
    names: Sequence[tuple[Id, str]] = (),
    last: Id | None = None,
    language: str = "en",
) -> Attribution | None:
    """Return who says the words of a claim, or None where the text does not tell.

    `contents` are the parts of the claim, `names` all known names and aliases with their speakers, and `last` is who
    made the claim before this one, whom a pronoun may mean.
    """
    if not language.startswith("en"):
        return _known_beside(text, contents, names, last, language)
    reading = read(text, contents)
    if reading is None:
        return None
    passage, found = reading
    words = passage.words
    cue = (words[found.cue[0]].start, words[found.cue[1]].end) if found.cue else None
    source = words[found.source[0]].start, words[found.source[1]].end
    meant, beside = _meant(passage, found.source, contents)
    if meant is None or meant.name is None:
        known = last if meant is not None and last and _may_be_last(meant, names, last) else None
        name = next((name for speaker, name in names if speaker == known), None) if known else None
        return Attribution(cue, (source,), name, speaker=known)
    speaker = referring.known(names, meant.name, meant.pronoun)
    name = next((name for known, name in names if known == speaker), meant.name)
    certain = beside and found.score >= CERTAIN
    return Attribution(cue, (source,), name, meant.role, meant.kind, speaker, certain)


def _may_be_last(meant: Named, names: referring.Names, last: Id) -> bool:
    """Tell whether a pronoun can mean who made the claim before."""
    if meant.pronoun not in ("he", "she", "they", "it"):
        return False
    name = next((name for speaker, name in names if speaker == last), "")
    return meant.pronoun not in ("he", "she") or referring.pronoun_of(name) in (None, meant.pronoun)


def _meant(passage: Passage, source: Places, contents: Sequence[Range]) -> tuple[Named | None, bool]:
    """Return whom the words of a source mean, and whether they name that speaker themselves."""
    words = passage.words[source[0] : source[1] + 1]
    somebody = named(words)
    at = words[0].start
    if somebody.name is not None:
        return referring.introduced(passage.text, at, somebody), True
    if somebody.pronoun in ("who", "which", "that") and source[0] > 0:
        return _antecedent(passage, source[0] - 1), False
    before = min(at, contents[0][0]) if contents[0][0] < at else at
    return referring.referred(passage.text, before, somebody.pronoun or "") or somebody, False


def _antecedent(passage: Passage, at: int) -> Named | None:
    """Return whom a relative pronoun behind this place means: "the mayor, who said"."""
    nouns, words = Nouns(passage), passage.words
    end = at - 1 if words[at].text == "," else at
    if end < 0 or not nouns.may_end(end):
        return None
    start, end = nouns.ending_at(end)
    return referring.introduced(passage.text, words[start].start, named(words[start : end + 1]))


def _known_beside(
    text: str, contents: Sequence[Range], names: referring.Names, last: Id | None, language: str
) -> Attribution | None:
    """Return who of those known stands beside a reporting verb, in a language whose grammar is not known here."""
    start, end = contents[0][0], contents[-1][1]
    first, behind = sentence_at(text, start, language) or (start, end)
    speaker = guess_speaker(text, start, end, first, max(end, behind), names, last)
    name = next((name for known, name in names if known == speaker), None)
    return Attribution(None, (), name, speaker=speaker) if speaker and name else None
