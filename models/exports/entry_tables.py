"""The tables of what claims are recorded of: speakers.csv and articles.csv."""

from models.entities import SpeakerKind, Status
from models.exports.columns import Column, Kind, Table, listed, ranges, signed
from models.store.full import FullArticle, FullSpeaker

SPEAKERS: Table[FullSpeaker] = Table(
    "speakers",
    "Someone or something that claims; one row for the whole project.",
    ("speaker_id",),
    (
        Column("speaker_id", Kind.ID, "The speaker.", lambda speaker: speaker.id, required=True),
        Column("speaker_name", Kind.TEXT, "The speaker's name.", lambda speaker: speaker.name, required=True),
        Column(
            "speaker_kind", Kind.CHOICE, "What sort of speaker it is.", lambda speaker: speaker.kind, tuple(SpeakerKind)
        ),
        Column("speaker_role", Kind.TEXT, "What the speaker does.", lambda speaker: speaker.role),
        Column("speaker_affiliation", Kind.TEXT, "For whom the speaker stands.", lambda speaker: speaker.affiliation),
        Column("aliases", Kind.LIST, "Other names in the articles.", lambda speaker: listed(speaker.aliases)),
        Column("speaker_note", Kind.TEXT, "The coder's note on the speaker.", lambda speaker: speaker.note),
        Column(
            "claims", Kind.INTEGER, "How many claims are the speaker's.", lambda speaker: speaker.claims, unit="claims"
        ),
        Column(
            "numbers", Kind.INTEGER, "How many numbers these have.", lambda speaker: speaker.numbers, unit="numbers"
        ),
        Column(
            "articles",
            Kind.INTEGER,
            "In how many articles they are.",
            lambda speaker: speaker.articles,
            unit="articles",
        ),
        *signed(
            lambda speaker: speaker.coder,
            lambda speaker: speaker.made_at,
            lambda speaker: speaker.changed_at,
            lambda speaker: speaker.suggested,
        ),
    ),
)

ARTICLES: Table[FullArticle] = Table(
    "articles",
    "One text, with what is known about it.",
    ("article_id",),
    (
        Column("article_id", Kind.ID, "The article.", lambda full: full.article.id, required=True),
        Column("title", Kind.TEXT, "Its headline.", lambda full: full.article.title, required=True),
        Column("outlet", Kind.TEXT, "The paper or site it is from.", lambda full: full.article.outlet),
        Column("byline", Kind.TEXT, "Who wrote it.", lambda full: full.article.byline),
        Column("published", Kind.DATE, "When it appeared.", lambda full: full.article.published),
        Column("address", Kind.TEXT, "Where it was found: a URL.", lambda full: full.article.address),
        Column("language", Kind.TEXT, "Its language: a code of ISO 639-1.", lambda full: full.article.language),
        Column(
            "status",
            Kind.CHOICE,
            "Whether the coder has finished it.",
            lambda full: full.article.status,
            tuple(Status),
            required=True,
        ),
        Column("article_note", Kind.TEXT, "The coder's note on the article.", lambda full: full.article.note),
        Column("claims", Kind.INTEGER, "How many claims it has.", lambda full: len(full.claims), unit="claims"),
        Column("numbers", Kind.INTEGER, "How many numbers.", lambda full: len(full.numbers), unit="numbers"),
        Column("characters", Kind.INTEGER, "How long its text is.", lambda full: len(full.text), unit="code points"),
        Column(
            "furniture",
            Kind.RANGES,
            "The lines that belong to the page and not to the article, half-open, in code points.",
            lambda full: ranges(full.furniture),
        ),
        Column("file_name", Kind.TEXT, "The file it came from.", lambda full: full.article.file_name),
        Column("encoding", Kind.TEXT, "How the bytes of that file were understood.", lambda full: full.encoding),
        Column(
            "sha256", Kind.TEXT, "The SHA-256 of its text in UTF-8.", lambda full: full.article.content, required=True
        ),
        *signed(
            lambda full: full.article.coder,
            lambda full: full.article.made_at,
            lambda full: full.article.changed_at,
            lambda full: full.article.suggested,
        ),
    ),
)
