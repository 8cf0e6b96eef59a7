"""The tables of an export: what a row of each is, which records it shows, and which of their columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from models.entities import Claim, Number, Role, Signed, Speaker
from models.exports.columns import Column, Kind, ranges
from models.exports.records import (
    ARTICLE,
    ARTICLE_IN_FULL,
    CLAIM,
    CLAIM_WORDS,
    JOINED,
    NUMBER,
    NUMBER_PLACE,
    NUMBER_WORDS,
    PLACES,
    RECORDED,
    SIGNED,
    SPEAKER,
    SPEAKER_IN_FULL,
    key_of,
)
from models.exports.table import Group, Recorded, Table
from models.exports.target import Tables
from models.lines.article_lines import claim_lines, number_lines, statement_lines
from models.lines.statement import Statement, ranges_by_record
from models.records import ArticleRecords
from models.registry import Registry
from models.store.snapshot import SpeakerCounts
from models.text.excerpts import words_at
from models.text.name_lists import join_names
from models.text.ranges import Range
from models.translation import _


class Signature(NamedTuple):
    """Who recorded a line, and when."""

    coder: str | None
    made_at: str | None
    changed_at: str | None


def _signature(line: Statement) -> Signature | Signed | None:
    """Return the claim's coder; the rest is of the number, if there is one, but the latest change of either."""
    claim, number = line.claim, line.number
    if claim is None or number is None:
        return claim or number
    return Signature(claim.coder, number.made_at, max(claim.changed_at or "", number.changed_at or ""))


STATEMENTS: Table[Statement] = Table(
    "statements",
    _(
        "A claim with its speaker and one of its numbers: a row for each number of a claim, one for a claim without "
        "any, one for a number without a claim. What is recorded of the claim is repeated for each of its numbers."
    ),
    ("claim_id", "number_id"),
    (
        Group(attrgetter("article"), ARTICLE),
        Group(attrgetter("speaker"), SPEAKER),
        Group(attrgetter("claim"), (key_of(Claim),)),
        Group(lambda line: line, CLAIM_WORDS),
        Group(attrgetter("claim"), CLAIM),
        Group(attrgetter("number"), (key_of(Number),)),
        Group(lambda line: line, (NUMBER_WORDS,)),
        Group(attrgetter("number"), NUMBER),
        Group(lambda line: line, NUMBER_PLACE),
        Group(_signature, SIGNED),
    ),
    lambda counts: counts.statements,
    of_article=lambda records, registry: statement_lines(records, registry.speakers),
)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the words that report it and those that name its speaker; `numbers` is how many it has."""

    line: Statement
    text: str
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    numbers: int


def _claim_rows(records: ArticleRecords, registry: Registry) -> Iterator[ClaimRow]:
    spans = records.spans.values()
    cues, sources = (ranges_by_record(spans, (role,)) for role in (Role.CUE, Role.SOURCE))
    for line in claim_lines(records, registry.speakers):
        assert line.claim is not None
        claim = line.claim.id
        numbers = len(records.numbers_of(claim))
        yield ClaimRow(line, records.text, cues.get(claim, ()), sources.get(claim, ()), numbers)


CLAIMS: Table[ClaimRow] = Table(
    "claims",
    _("What a speaker is reported to have said, with the words that report it and those that name the speaker."),
    ("claim_id",),
    (
        Group(attrgetter("line.article"), ARTICLE),
        Group(attrgetter("line.speaker"), SPEAKER[:2]),
        Group(attrgetter("line.claim"), (key_of(Claim),)),
        Group(attrgetter("line"), CLAIM_WORDS),
        Group(attrgetter("line.claim"), CLAIM),
        Group(
            lambda row: row,
            (
                Column(
                    "cue_words",
                    Kind.TEXT,
                    _("The words that report it; {JOINED}.").format(JOINED=JOINED),
                    lambda row: words_at(row.text, row.cue) or None,
                ),
                Column(
                    "cue_parts",
                    Kind.RANGES,
                    _("Where these are, {PLACES}.").format(PLACES=PLACES),
                    lambda row: ranges(row.cue),
                ),
                Column(
                    "source_words",
                    Kind.TEXT,
                    _("The words that name its speaker; {JOINED}.").format(JOINED=JOINED),
                    lambda row: words_at(row.text, row.source) or None,
                ),
                Column(
                    "source_parts",
                    Kind.RANGES,
                    _("Where these are, {PLACES}.").format(PLACES=PLACES),
                    lambda row: ranges(row.source),
                ),
                Column("numbers", Kind.INTEGER, _("How many numbers it has."), lambda row: row.numbers, unit="numbers"),
            ),
        ),
        Group(attrgetter("line.claim"), SIGNED),
    ),
    lambda counts: counts.claims,
    of_article=_claim_rows,
)

NUMBERS: Table[Statement] = Table(
    "numbers",
    _("A quantity as printed, with its value, and the claim it is in, if it is in one."),
    ("number_id",),
    (
        Group(attrgetter("article"), ARTICLE),
        Group(attrgetter("speaker"), SPEAKER[:2]),
        Group(attrgetter("claim"), (key_of(Claim),)),
        Group(lambda line: line, CLAIM_WORDS[:1]),
        Group(attrgetter("number"), (key_of(Number),)),
        Group(lambda line: line, (NUMBER_WORDS,)),
        Group(attrgetter("number"), NUMBER),
        Group(lambda line: line, NUMBER_PLACE),
        Group(attrgetter("number"), SIGNED),
    ),
    lambda counts: counts.numbers,
    of_article=lambda records, registry: number_lines(records, registry.speakers),
)


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker with the other names and the counts."""

    speaker: Speaker
    aliases: tuple[str, ...]
    counts: SpeakerCounts


def _speaker_rows(recorded: Recorded) -> Iterator[SpeakerRow]:
    for speaker in recorded.registry.speakers.values():
        aliases = tuple(alias.name for alias in recorded.registry.aliases_of(speaker.id))
        yield SpeakerRow(speaker, aliases, recorded.counts.get(speaker.id, SpeakerCounts()))


SPEAKER_ROW: tuple[Column[Any], ...] = (
    Column("aliases", Kind.LIST, _("Other names in the articles."), lambda row: join_names(row.aliases) or None),
    Column(
        "claims", Kind.INTEGER, _("How many claims are the speaker's."), lambda row: row.counts.claims, unit="claims"
    ),
    Column("numbers", Kind.INTEGER, _("How many numbers these have."), lambda row: row.counts.numbers, unit="numbers"),
    Column(
        "articles", Kind.INTEGER, _("How many articles they are in."), lambda row: row.counts.articles, unit="articles"
    ),
)

SPEAKERS: Table[SpeakerRow] = Table(
    "speakers",
    _("Someone or something that claims; one row for the whole project."),
    ("speaker_id",),
    (
        Group(attrgetter("speaker"), SPEAKER_IN_FULL),
        Group(lambda row: row, SPEAKER_ROW),
        Group(attrgetter("speaker"), SIGNED),
    ),
    lambda counts: counts.speakers,
    of_project=_speaker_rows,
)

ARTICLES: Table[ArticleRecords] = Table(
    "articles",
    _("One text, with what is known about it."),
    ("article_id",),
    (
        Group(attrgetter("article"), ARTICLE_IN_FULL),
        Group(lambda records: records, RECORDED),
        Group(attrgetter("article"), SIGNED),
    ),
    lambda counts: counts.articles,
    of_article=lambda records, _registry: [records],
)


def tables() -> Tables:
    """Return the tables of a project, in the order in which they are listed."""
    return STATEMENTS, CLAIMS, NUMBERS, SPEAKERS, ARTICLES
