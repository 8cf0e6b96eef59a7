"""The tables of an export: the meaning of a row of each, its lines and its columns."""

from collections.abc import Sequence
from dataclasses import replace

from models.entities import Article, Claim, Number, Record, Signed, Speaker
from models.exports.answers import columns_of
from models.exports.columns import Column
from models.exports.lines import Lines
from models.exports.records import (
    ARTICLE,
    ARTICLE_IN_FULL,
    CLAIM,
    CLAIM_IN_FULL,
    CLAIM_WORDS,
    CONTEXT,
    NUMBER,
    SPEAKER,
    SPEAKER_IN_FULL,
    key_of,
)
from models.exports.related_tables import RELATED
from models.exports.signatures import signed
from models.exports.table import Table, Tables
from models.translation import _

SIGNATURE = len(signed(Signed, "statement"))
"""The number of columns at the end of each table that say who recorded a line, and when."""

STATEMENTS = Table(
    "statements",
    _(
        "A claim with its speaker and one of its numbers: one row for each number of a claim, one for each claim "
        "without a number, and one for each number without a claim. The columns of a claim are repeated for each of "
        "its numbers."
    ),
    ("claim_id", "number_id"),
    Lines.STATEMENTS,
    (*ARTICLE, *SPEAKER, *CLAIM, *NUMBER, *signed(Signed, "statement")),
)

CLAIMS = Table(
    "claims",
    _("What a speaker is reported to have said, with the words that report it and those that name the speaker."),
    ("claim_id",),
    Lines.CLAIMS,
    (*ARTICLE, *SPEAKER[:2], *CLAIM_IN_FULL, *signed(Claim, "claim")),
)

NUMBERS = Table(
    "numbers",
    _("A quantity as printed, with its value and, if it is in a claim, that claim."),
    ("number_id",),
    Lines.NUMBERS,
    (*ARTICLE, *SPEAKER[:2], key_of(Claim), CLAIM_WORDS, *NUMBER, *signed(Number, "number")),
)

SPEAKERS = Table(
    "speakers",
    _("Someone or something that makes claims; each has one row for the whole project."),
    ("speaker_id",),
    Lines.SPEAKERS,
    (*SPEAKER_IN_FULL, *signed(Speaker, "speaker")),
)

ARTICLES = Table(
    "articles",
    _("One article, with everything that is known about it but its text."),
    ("article_id",),
    Lines.ARTICLES,
    (*ARTICLE_IN_FULL, *signed(Article, "article")),
)

ANSWERS_OF: dict[Table, tuple[type[Record], ...]] = {
    STATEMENTS: (Article, Speaker, Claim, Number),
    CLAIMS: (Claim,),
    NUMBERS: (Number,),
    SPEAKERS: (Speaker,),
    ARTICLES: (Article,),
}
"""Every table of records, in the order in which they are listed, with the records whose answers it has."""

IN_SENTENCES = (STATEMENTS, CLAIMS, NUMBERS)
"""The tables whose lines have a place in an article, and so sentences around it."""


def tables(answers: Sequence[Column] = (), context: bool = False) -> Tables:
    """Return the tables of a project. The columns of answers, and with `context` those of the sentences around a claim,
    come before those that say who recorded a line.
    """
    return (*(_with(table, answers, context) for table in ANSWERS_OF), *RELATED)


def _with(table: Table, answers: Sequence[Column], context: bool) -> Table:
    more = (*columns_of(answers, *ANSWERS_OF[table]), *(CONTEXT if context and table in IN_SENTENCES else ()))
    return replace(table, columns=(*table.columns[:-SIGNATURE], *more, *table.columns[-SIGNATURE:]))
