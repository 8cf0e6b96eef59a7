"""The sample project: an article of our own, with some of its claims recorded as a careful coder would."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from models.actions.articles import import_articles
from models.actions.claims import mark_claim, mark_cue, mark_source
from models.actions.numbers import mark_number
from models.articles.article_files import read_file
from models.attributes.built_in import attribute
from models.coder import default_coder
from models.edits import Edit
from models.entities import Claim, Role
from models.ids import Id
from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from models.text.ranges import Range
from resources import sample_article

NAME = "harbour.onrecord"


@dataclass(frozen=True, slots=True)
class Passage:
    """What to record: the words of a claim, its speaker, and the words near it that are its source and its cue."""

    claim: str
    speaker: str
    source: str
    cue: str
    numbers: tuple[str, ...] = ()


PASSAGES = (
    Passage(
        "We said the fleet would be back before the winter, and here it is", "Ines Calloway", "Ines Calloway", "told"
    ),
    Passage(
        "the repairs had cost £18.4 million, some £2 million less than planned, "
        "and that the new wall would stand up to waves of 9.5 metres",
        "Ines Calloway",
        "She",
        "said",
        ("£18.4 million", "some £2 million", "9.5 metres"),
    ),
    Passage(
        "at least 60 per cent of the berths could be used at once and the rest before Easter",
        "Saltmere Port Authority",
        "Saltmere Port Authority",
        "said",
        ("at least 60 per cent",),
    ),
    Passage(
        "between 120 and 150 landings a week by spring, almost as many as in 2022",
        "Saltmere Port Authority",
        "It",
        "expects",
        ("between 120 and 150",),
    ),
    Passage(
        "Half of my crew have gone to the wind farms, and they won’t come back for a brass band 🎺 and a bun",
        "Tom Arkwright",
        "Tom Arkwright",
        "said",
        ("Half of my crew",),
    ),
    Passage("the wall was “a handsome piece of work”", "Tom Arkwright", "He", "conceded"),
    Passage("fuel now cost him more than £1,100 a trip", "Tom Arkwright", "He", "warned", ("more than £1,100",)),
    Passage(
        "Cod fetched £3.75 a kilo on Wednesday, 12 per cent less than a year ago",
        "Leila Osei",
        "Leila Osei",
        "according to",
        ("£3.75", "12 per cent"),
    ),
)


def make_sample(path: Path) -> None:
    """Make the project at a path, with its article and no records. Raises OnrecordError."""
    with Store.create(path) as store:
        _write(store, import_articles([read_file(sample_article())]))


def record_sample(path: Path) -> None:
    """Record the passages in the project at a path. Raises OnrecordError."""
    with Store.open(path) as store:
        (line,) = store.articles()
        coding = _Coding(store, store.article_records(line.id), store.registry())
        for passage in PASSAGES:
            coding.record(passage)


@dataclass(frozen=True, slots=True)
class _Coding:
    """A project with the article and the speakers in memory, which follow each edit."""

    store: Store
    records: ArticleRecords
    registry: Registry

    def record(self, passage: Passage) -> None:
        start, end = place_of(self.records.text, passage.claim)
        claim = self._do(mark_claim(self.records, start, end)).changes[0].row.id
        self._do(attribute(Claim, "speaker").write([self._claim(claim)], passage.speaker, self.registry))
        source = place_beside(self.records.text, passage.source, (start, end))
        self._do(mark_source(self.records, self.registry, self._claim(claim), *source))
        cue = place_beside(self.records.text, passage.cue, (start, end))
        self._do(mark_cue(self.records, self._claim(claim), *cue))
        for number in passage.numbers:
            self._do(mark_number(self.records, *place_of(self.records.text, number, start)))

    def _claim(self, claim: Id) -> Claim:
        return self.records.claims[claim]

    def _do(self, edit: Edit) -> Edit:
        signed = _write(self.store, edit)
        self.records.take(signed)
        self.registry.take(signed)
        return signed


def _write(store: Store, edit: Edit) -> Edit:
    signed = edit.stamped(default_coder(), datetime.now(UTC).isoformat(timespec="milliseconds"))
    if signed.changes:
        store.apply(signed)
    return signed


def place_of(text: str, words: str, after: int = 0) -> Range:
    """Return the first range of some words at or after an offset: code points, half-open. Raises ValueError if there is
    none.
    """
    start = text.index(words, after)
    return start, start + len(words)


def place_beside(text: str, words: str, claim: Range) -> Range:
    """Return the range of some words nearest to a claim, outside it. Raises ValueError if there is none."""
    before, after = text.rfind(words, 0, claim[0]), text.find(words, claim[1])
    near = [start for start in (before, after) if start >= 0]
    if not near:
        raise ValueError(f"The sample article does not hold “{words}” beside the claim.")
    start = min(near, key=lambda at: max(claim[0] - at - len(words), at - claim[1]))
    return start, start + len(words)


def recorded(records: ArticleRecords, registry: Registry) -> set[Passage]:
    """Return the claims of an article as passages; numbers without a value are left out."""
    return {_passage_of(claim, records, registry) for claim in records.claims.values()}


def _passage_of(claim: Claim, records: ArticleRecords, registry: Registry) -> Passage:
    def words(of: Id, role: Role) -> str:
        return " ".join(records.text[span.start : span.end] for span in records.spans_of(of, role))

    numbers = [number for number in records.numbers_of(claim.id) if number.value is not None]
    speaker = registry.speakers[claim.speaker].name if claim.speaker else ""
    return Passage(
        words(claim.id, Role.CONTENT),
        speaker,
        words(claim.id, Role.SOURCE),
        words(claim.id, Role.CUE),
        tuple(words(number.id, Role.NUMBER) for number in numbers),
    )
