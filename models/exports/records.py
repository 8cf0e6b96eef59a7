"""What can be published of each kind of record: its columns, described once for every table that has them."""

from typing import Protocol

from models.entities import Mode, Qualifier, SpeakerKind, Status
from models.exports.columns import Column, Kind, listed, ranges
from models.store.full import FullArticle, FullClaim, FullNumber, FullSpeaker, Range
from models.text.excerpts import GAP

POINTS = "code points"
FROM_0 = "counted in Unicode code points from 0 at the start of the article's text"
PLACES = f"half-open, {FROM_0}"
JOINED = f"several parts are joined by “{GAP}”"


def _start(places: tuple[Range, ...]) -> int | None:
    return min(places)[0] if places else None


def _end(places: tuple[Range, ...]) -> int | None:
    return max([end for _, end in places]) if places else None


ARTICLE: tuple[Column[FullArticle], ...] = (
    Column("article_id", Kind.ID, "The article.", lambda full: full.article.id, refers="articles", required=True),
    Column("title", Kind.TEXT, "Its headline.", lambda full: full.article.title, required=True),
    Column("outlet", Kind.TEXT, "The paper or site it is from.", lambda full: full.article.outlet),
    Column("byline", Kind.TEXT, "Who wrote it.", lambda full: full.article.byline),
    Column("published", Kind.DATE, "When it appeared.", lambda full: full.article.published),
)

ARTICLE_IN_FULL: tuple[Column[FullArticle], ...] = (
    *ARTICLE,
    Column("address", Kind.TEXT, "Where it was found: a URL.", lambda full: full.article.address),
    Column("language", Kind.TEXT, "Its language: a code of ISO 639-1.", lambda full: full.article.language),
    Column(
        "status", Kind.CHOICE, "Whether it is done.", lambda full: full.article.status, tuple(Status), required=True
    ),
    Column("article_note", Kind.TEXT, "The coder's note on the article.", lambda full: full.article.note),
    Column("claims", Kind.INTEGER, "How many claims it has.", lambda full: len(full.claims), unit="claims"),
    Column("numbers", Kind.INTEGER, "How many numbers it has.", lambda full: len(full.numbers), unit="numbers"),
    Column("characters", Kind.INTEGER, "How long its text is.", lambda full: len(full.text), unit=POINTS),
    Column(
        "boilerplate",
        Kind.RANGES,
        f"The lines that belong to the page and not to the article, {PLACES}.",
        lambda full: ranges(full.boilerplate),
    ),
    Column("file_name", Kind.TEXT, "The file it came from.", lambda full: full.article.file_name),
    Column("encoding", Kind.TEXT, "How the bytes of that file were understood.", lambda full: full.article.encoding),
    Column("sha256", Kind.TEXT, "The SHA-256 of its text in UTF-8.", lambda full: full.article.content, required=True),
)

SPEAKER: tuple[Column[FullSpeaker], ...] = (
    Column("speaker_id", Kind.ID, "The speaker.", lambda speaker: speaker.id, refers="speakers", required=True),
    Column("speaker_name", Kind.TEXT, "The speaker's name.", lambda speaker: speaker.name, required=True),
    Column(
        "speaker_kind", Kind.CHOICE, "What sort of speaker it is.", lambda speaker: speaker.kind, tuple(SpeakerKind)
    ),
    Column("speaker_role", Kind.TEXT, "What the speaker does.", lambda speaker: speaker.role),
    Column("speaker_affiliation", Kind.TEXT, "Whom the speaker represents.", lambda speaker: speaker.affiliation),
)

SPEAKER_IN_FULL: tuple[Column[FullSpeaker], ...] = (
    *SPEAKER,
    Column("aliases", Kind.LIST, "Other names in the articles.", lambda speaker: listed(speaker.aliases)),
    Column("speaker_note", Kind.TEXT, "The coder's note on the speaker.", lambda speaker: speaker.note),
    Column("claims", Kind.INTEGER, "How many claims are the speaker's.", lambda speaker: speaker.claims, unit="claims"),
    Column("numbers", Kind.INTEGER, "How many numbers these have.", lambda speaker: speaker.numbers, unit="numbers"),
    Column("articles", Kind.INTEGER, "In how many articles.", lambda speaker: speaker.articles, unit="articles"),
)

CLAIM: tuple[Column[FullClaim], ...] = (
    Column("claim_id", Kind.ID, "The claim.", lambda claim: claim.id, refers="claims", required=True),
    Column("claim_words", Kind.TEXT, f"Its exact words; {JOINED}.", lambda claim: claim.words, required=True),
    Column("claim_start", Kind.INTEGER, f"Where it begins, {FROM_0}.", lambda claim: _start(claim.places), unit=POINTS),
    Column("claim_end", Kind.INTEGER, "Where it ends; not included.", lambda claim: _end(claim.places), unit=POINTS),
    Column("claim_parts", Kind.RANGES, f"All its parts, {PLACES}.", lambda claim: ranges(claim.places)),
    Column("mode", Kind.CHOICE, "In quotation marks, reported, or both.", lambda claim: claim.mode, tuple(Mode)),
    Column("summary", Kind.TEXT, "The claim in the coder's words.", lambda claim: claim.summary),
    Column("claim_note", Kind.TEXT, "The coder's note on the claim.", lambda claim: claim.note),
)

CLAIM_IN_FULL: tuple[Column[FullClaim], ...] = (
    *CLAIM,
    Column("cue_words", Kind.TEXT, f"The words that report it; {JOINED}.", lambda claim: claim.cue_words),
    Column("cue_parts", Kind.RANGES, f"Where these are, {PLACES}.", lambda claim: ranges(claim.cues)),
    Column("source_words", Kind.TEXT, f"The words that name its speaker; {JOINED}.", lambda claim: claim.source_words),
    Column("source_parts", Kind.RANGES, f"Where these are, {PLACES}.", lambda claim: ranges(claim.sources)),
)

NUMBER: tuple[Column[FullNumber], ...] = (
    Column("number_id", Kind.ID, "The number.", lambda number: number.id, refers="numbers", required=True),
    Column("number_words", Kind.TEXT, "The number as printed.", lambda number: number.words, required=True),
    Column("value", Kind.NUMBER, "Its value, scaled: “2.3 million” is 2300000.", lambda number: number.value),
    Column("upper", Kind.NUMBER, "The upper value of a range.", lambda number: number.upper),
    Column(
        "qualifier",
        Kind.CHOICE,
        "How exactly its value is meant.",
        lambda number: number.qualifier,
        tuple(Qualifier),
    ),
    Column("unit", Kind.TEXT, "What it is measured in; for money the code of ISO 4217.", lambda number: number.unit),
    Column("counted", Kind.TEXT, "What is counted or measured.", lambda number: number.counted),
    Column("number_note", Kind.TEXT, "The coder's note on the number.", lambda number: number.note),
    Column(
        "number_start", Kind.INTEGER, f"Where it begins, {FROM_0}.", lambda number: _start(number.places), unit=POINTS
    ),
    Column("number_end", Kind.INTEGER, "Where it ends; not included.", lambda number: _end(number.places), unit=POINTS),
)


class Signed(Protocol):
    """What every record knows of itself."""

    @property
    def coder(self) -> str | None:
        """Who recorded it."""

    @property
    def made_at(self) -> str | None:
        """When it was recorded: ISO 8601, UTC."""

    @property
    def changed_at(self) -> str | None:
        """When it was last changed: ISO 8601, UTC."""


SIGNED: tuple[Column[Signed], ...] = (
    Column("coder", Kind.TEXT, "The initials of who recorded it.", lambda record: record.coder, required=True),
    Column("made_at", Kind.TIME, "When it was recorded.", lambda record: record.made_at, required=True),
    Column("changed_at", Kind.TIME, "When it was last changed.", lambda record: record.changed_at, required=True),
)
