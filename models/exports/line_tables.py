"""The tables whose rows are lines of the statements: statements.csv, claims.csv and numbers.csv."""

from dataclasses import replace

from models.entities import Mode, Qualifier, SpeakerKind
from models.exports.columns import Column, Kind, Table, ranges, signed
from models.store.full import Line, Range

POINTS = "code points"
COUNTED_FROM = "counted in Unicode code points from 0 at the start of the article's text"
STRETCHES = f"half-open, {COUNTED_FROM}"
SEVERAL = "several stretches are joined by “ […] ”"


def _start(places: tuple[Range, ...]) -> int | None:
    return min(places)[0] if places else None


def _end(places: tuple[Range, ...]) -> int | None:
    return max([end for _, end in places]) if places else None


ARTICLE_ID: Column[Line] = Column(
    "article_id", Kind.ID, "The article.", lambda line: line.article.article.id, refers="articles", required=True
)
ARTICLE: tuple[Column[Line], ...] = (
    ARTICLE_ID,
    Column("title", Kind.TEXT, "Its headline.", lambda line: line.article.article.title, required=True),
    Column("outlet", Kind.TEXT, "The paper or site it is from.", lambda line: line.article.article.outlet),
    Column("byline", Kind.TEXT, "Who wrote it.", lambda line: line.article.article.byline),
    Column("published", Kind.DATE, "When it appeared.", lambda line: line.article.article.published),
)

SPEAKER: tuple[Column[Line], ...] = (
    Column("speaker_id", Kind.ID, "Who claims it.", lambda line: line.speaker.id, refers="speakers"),
    Column("speaker_name", Kind.TEXT, "The speaker's name.", lambda line: line.speaker.name),
)
SPEAKER_MORE: tuple[Column[Line], ...] = (
    Column(
        "speaker_kind", Kind.CHOICE, "What sort of speaker it is.", lambda line: line.speaker.kind, tuple(SpeakerKind)
    ),
    Column("speaker_role", Kind.TEXT, "What the speaker does.", lambda line: line.speaker.role),
    Column("speaker_affiliation", Kind.TEXT, "For whom the speaker stands.", lambda line: line.speaker.affiliation),
)

CLAIM_ID: Column[Line] = Column("claim_id", Kind.ID, "The claim.", lambda line: line.claim.id, refers="claims")
CLAIM_WORDS: Column[Line] = Column(
    "claim_words", Kind.TEXT, f"Its exact words; {SEVERAL}.", lambda line: line.claim.words
)
CLAIM: tuple[Column[Line], ...] = (
    CLAIM_WORDS,
    Column(
        "claim_start",
        Kind.INTEGER,
        f"Where it begins, {COUNTED_FROM}.",
        lambda line: _start(line.claim.places),
        unit=POINTS,
    ),
    Column(
        "claim_end",
        Kind.INTEGER,
        "Where it ends, counted so; not included.",
        lambda line: _end(line.claim.places),
        unit=POINTS,
    ),
    Column("claim_stretches", Kind.RANGES, f"Its stretches, {STRETCHES}.", lambda line: ranges(line.claim.places)),
    Column(
        "mode",
        Kind.CHOICE,
        "In quotation marks, in the article's words, or both.",
        lambda line: line.claim.mode,
        tuple(Mode),
    ),
    Column("in_short", Kind.TEXT, "The claim in the coder's words.", lambda line: line.claim.in_short),
    Column("claim_note", Kind.TEXT, "The coder's note on the claim.", lambda line: line.claim.note),
)
CUE_AND_SOURCE: tuple[Column[Line], ...] = (
    Column("cue_words", Kind.TEXT, f"The words that report the claim; {SEVERAL}.", lambda line: line.claim.cue_words),
    Column("cue_stretches", Kind.RANGES, f"Their place, {STRETCHES}.", lambda line: ranges(line.claim.cues)),
    Column(
        "source_words",
        Kind.TEXT,
        f"The words that name the speaker there; {SEVERAL}.",
        lambda line: line.claim.source_words,
    ),
    Column("source_stretches", Kind.RANGES, f"Their place, {STRETCHES}.", lambda line: ranges(line.claim.sources)),
)

NUMBER_ID: Column[Line] = Column("number_id", Kind.ID, "The number.", lambda line: line.number.id, refers="numbers")
NUMBER: tuple[Column[Line], ...] = (
    Column("number_words", Kind.TEXT, "The number as printed.", lambda line: line.number.words),
    Column("value", Kind.NUMBER, "Its value, scaled: “2.3 million” is 2300000.", lambda line: line.number.value),
    Column("upper", Kind.NUMBER, "The upper value of a range.", lambda line: line.number.upper),
    Column("qualifier", Kind.CHOICE, "How exactly it is meant.", lambda line: line.number.qualifier, tuple(Qualifier)),
    Column(
        "unit",
        Kind.TEXT,
        "What it is measured in: a symbol; for money the code of ISO 4217.",
        lambda line: line.number.unit,
    ),
    Column("counted", Kind.TEXT, "What is counted or measured.", lambda line: line.number.counted),
    Column("number_note", Kind.TEXT, "The coder's note on the number.", lambda line: line.number.note),
    Column(
        "number_start",
        Kind.INTEGER,
        f"Where it begins, {COUNTED_FROM}.",
        lambda line: _start(line.number.places),
        unit=POINTS,
    ),
    Column(
        "number_end",
        Kind.INTEGER,
        "Where it ends, counted so; not included.",
        lambda line: _end(line.number.places),
        unit=POINTS,
    ),
)

STATEMENTS: Table[Line] = Table(
    "statements",
    "A claim with its speaker and one of its numbers: a row for each number of a claim, one for a claim without any, "
    "one for a number without a claim. What stands here belongs to the claim and, where there is one, to the number.",
    ("claim_id", "number_id"),
    (
        *ARTICLE,
        CLAIM_ID,
        *SPEAKER,
        *SPEAKER_MORE,
        *CLAIM,
        NUMBER_ID,
        *NUMBER,
        *signed(
            lambda line: line.claim.coder or line.number.coder,
            lambda line: line.number.made_at or line.claim.made_at,
            lambda line: max(line.claim.changed_at or "", line.number.changed_at or ""),
            lambda line: line.claim.suggested if line.number.suggested is None else line.number.suggested,
        ),
    ),
)

CLAIMS: Table[Line] = Table(
    "claims",
    "What a speaker is reported to have said.",
    ("claim_id",),
    (
        replace(CLAIM_ID, refers=None, required=True),
        *ARTICLE[:2],
        *SPEAKER,
        *CLAIM,
        *CUE_AND_SOURCE,
        Column("numbers", Kind.INTEGER, "How many numbers it has.", lambda line: line.numbers, unit="numbers"),
        *signed(
            lambda line: line.claim.coder,
            lambda line: line.claim.made_at,
            lambda line: line.claim.changed_at,
            lambda line: line.claim.suggested,
        ),
    ),
)

NUMBERS: Table[Line] = Table(
    "numbers",
    "A quantity as printed, with its value, and the claim it stands in, if it stands in one.",
    ("number_id",),
    (
        replace(NUMBER_ID, refers=None, required=True),
        *ARTICLE,
        CLAIM_ID,
        *SPEAKER,
        CLAIM_WORDS,
        *NUMBER,
        *signed(
            lambda line: line.number.coder,
            lambda line: line.number.made_at,
            lambda line: line.number.changed_at,
            lambda line: line.number.suggested,
        ),
    ),
)
