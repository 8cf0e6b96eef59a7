"""Describe the columns at the end of each table that say who recorded a line, when, and when it was last changed."""

from models.attributes.cell_kinds import CellKind
from models.exports.columns import Column
from models.translation import _

_WORDS = {
    "statement": (
        _("The initials of the coder who recorded the claim, or the number if there is no claim."),
        _("When the number was recorded, or the claim if there is no number."),
        _("When the claim or its number was last changed."),
    ),
    "claim": (
        _("The initials of the coder who recorded the claim."),
        _("When the claim was recorded."),
        _("When the claim was last changed."),
    ),
    "number": (
        _("The initials of the coder who recorded the number."),
        _("When the number was recorded."),
        _("When the number was last changed."),
    ),
    "speaker": (
        _("The initials of the coder who entered the speaker."),
        _("When the speaker was entered."),
        _("When the entry of the speaker was last changed."),
    ),
    "article": (
        _("The initials of the coder who imported the article."),
        _("When the article was imported."),
        _("When what is recorded about the article itself was last changed."),
    ),
    "alias": (
        _("The initials of the coder who entered the alias."),
        _("When the alias was entered."),
        _("When the alias was last changed."),
    ),
    "answer": (
        _("The initials of the coder who gave the answer first."),
        _("When the answer was first given."),
        _("When the answer was last changed."),
    ),
    "codebook": (
        _("The initials of the coder who added this to the codebook."),
        _("When this was added to the codebook."),
        _("When this was last changed."),
    ),
    "record": (
        _("The initials of the coder who recorded it."),
        _("When the claim, number or speaker was recorded, or the article imported."),
        _("When the record was last changed."),
    ),
}


def signed(of: type[object], what: str) -> tuple[Column, ...]:
    """Return the columns for the coder who recorded a line, and for when; `what` is recorded by a line."""
    coder, made_at, changed_at = _WORDS[what]
    return (
        Column("coder", CellKind.TEXT, coder, (of, "coder"), refers="coders", required=True),
        Column("made_at", CellKind.TIME, made_at, (of, "made_at"), required=True),
        Column("changed_at", CellKind.TIME, changed_at, (of, "changed_at"), required=True),
    )


def coder_of_claim(of: type[object]) -> Column:
    """Return the column for the coder who recorded a claim, without a reference to the table of coders."""
    return Column("coder", CellKind.TEXT, _WORDS["claim"][0], (of, "coder"), required=True)
