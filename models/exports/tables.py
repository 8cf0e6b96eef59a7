"""The tables of an export: the meaning of a row of each, its lines and its columns."""

from models.entities import Article, Claim, Number, Signed, Speaker
from models.exports.lines import Lines
from models.exports.records import (
    ARTICLE,
    ARTICLE_IN_FULL,
    CLAIM,
    CLAIM_IN_FULL,
    CLAIM_WORDS,
    NUMBER,
    SPEAKER,
    SPEAKER_IN_FULL,
    key_of,
    signed,
)
from models.exports.table import Table
from models.exports.target import Tables
from models.translation import _

STATEMENTS = Table(
    "statements",
    _(
        "A claim with its speaker and one of its numbers: one row for each number of a claim, one for each claim "
        "without a number, and one for each number without a claim. The columns of a claim are repeated for each of "
        "its numbers."
    ),
    ("claim_id", "number_id"),
    Lines.STATEMENTS,
    (*ARTICLE, *SPEAKER, *CLAIM, *NUMBER, *signed(Signed)),
)

CLAIMS = Table(
    "claims",
    _("What a speaker is reported to have said, with the words that report it and those that name the speaker."),
    ("claim_id",),
    Lines.CLAIMS,
    (*ARTICLE, *SPEAKER[:2], *CLAIM_IN_FULL, *signed(Claim)),
)

NUMBERS = Table(
    "numbers",
    _("A quantity as printed, with its value and, if it is in a claim, that claim."),
    ("number_id",),
    Lines.NUMBERS,
    (*ARTICLE, *SPEAKER[:2], key_of(Claim), CLAIM_WORDS, *NUMBER, *signed(Number)),
)

SPEAKERS = Table(
    "speakers",
    _("Someone or something that makes claims; each has one row for the whole project."),
    ("speaker_id",),
    Lines.SPEAKERS,
    (*SPEAKER_IN_FULL, *signed(Speaker)),
)

ARTICLES = Table(
    "articles",
    _("One article, with everything that is known about it but its text."),
    ("article_id",),
    Lines.ARTICLES,
    (*ARTICLE_IN_FULL, *signed(Article)),
)


def tables() -> Tables:
    """Return the tables of a project, in the order in which they are listed."""
    return STATEMENTS, CLAIMS, NUMBERS, SPEAKERS, ARTICLES
