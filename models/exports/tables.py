"""The tables of an export: what a row of each is, which records it shows, and which of their columns."""

from typing import NamedTuple

from models.exports.columns import Column, Kind
from models.exports.records import (
    ARTICLE,
    ARTICLE_IN_FULL,
    CLAIM,
    CLAIM_IN_FULL,
    NUMBER,
    SIGNED,
    SPEAKER,
    SPEAKER_IN_FULL,
)
from models.exports.table import Group, Table
from models.exports.target import Tables
from models.store.full import FullArticle, FullSpeaker, Line
from models.store.lines import claim_lines, number_lines, statement_lines


class Signature(NamedTuple):
    """Who recorded a statement, and when."""

    coder: str | None
    made_at: str | None
    changed_at: str | None


def _signature(line: Line) -> Signature:
    """The claim's coder; the rest is of the number, if there is one, but the latest change of either."""
    record = line.claim if line.number.id is None else line.number
    latest = max(line.claim.changed_at or "", line.number.changed_at or "")
    return Signature(line.claim.coder or line.number.coder, record.made_at, latest)


STATEMENTS: Table[Line] = Table(
    "statements",
    "A claim with its speaker and one of its numbers: a row for each number of a claim, one for a claim without any, "
    "one for a number without a claim. What is recorded of the claim is repeated for each of its numbers.",
    ("claim_id", "number_id"),
    (
        Group(lambda line: line.article, ARTICLE),
        Group(lambda line: line.speaker, SPEAKER),
        Group(lambda line: line.claim, CLAIM),
        Group(lambda line: line.number, NUMBER),
        Group(_signature, SIGNED),
    ),
    lambda counts: counts.statements,
    of_article=statement_lines,
)

CLAIMS: Table[Line] = Table(
    "claims",
    "What a speaker is reported to have said, with the words that report it and those that name the speaker.",
    ("claim_id",),
    (
        Group(lambda line: line.article, ARTICLE),
        Group(lambda line: line.speaker, SPEAKER[:2]),
        Group(lambda line: line.claim, CLAIM_IN_FULL),
        Group(
            lambda line: line,
            (Column("numbers", Kind.INTEGER, "How many numbers it has.", lambda line: line.numbers, unit="numbers"),),
        ),
        Group(lambda line: line.claim, SIGNED),
    ),
    lambda counts: counts.claims,
    of_article=claim_lines,
)

NUMBERS: Table[Line] = Table(
    "numbers",
    "A quantity as printed, with its value, and the claim it is in, if it is in one.",
    ("number_id",),
    (
        Group(lambda line: line.article, ARTICLE),
        Group(lambda line: line.speaker, SPEAKER[:2]),
        Group(lambda line: line.claim, CLAIM[:2]),
        Group(lambda line: line.number, (*NUMBER, *SIGNED)),
    ),
    lambda counts: counts.numbers,
    of_article=number_lines,
)

SPEAKERS: Table[FullSpeaker] = Table(
    "speakers",
    "Someone or something that claims; one row for the whole project.",
    ("speaker_id",),
    (Group(lambda speaker: speaker, (*SPEAKER_IN_FULL, *SIGNED)),),
    lambda counts: counts.speakers,
    of_project=lambda speakers: speakers.values(),
)

ARTICLES: Table[FullArticle] = Table(
    "articles",
    "One text, with what is known about it.",
    ("article_id",),
    (Group(lambda full: full, ARTICLE_IN_FULL), Group(lambda full: full.article, SIGNED)),
    lambda counts: counts.articles,
    of_article=lambda article, _speakers: [article],
)


def tables() -> Tables:
    """Return the tables of a project, in the order in which they are listed."""
    return STATEMENTS, CLAIMS, NUMBERS, SPEAKERS, ARTICLES
