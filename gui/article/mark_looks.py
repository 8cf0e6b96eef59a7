"""How marks look: one row for each kind of mark, from the weakest to the strongest.

A new layer of marks is a constant in `marks.py` and its rows in `LOOKS`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat

from gui.article.marks import BOILERPLATE, CURRENT, MATCHES, RECORDS, SUGGESTIONS, Layer
from models.entities import Role

Underline = QTextCharFormat.UnderlineStyle


class MarkKind(NamedTuple):
    """What decides how a mark looks: its layer, its role, and whether it belongs to the selected record."""

    layer: Layer
    role: Role | None = None
    selected: bool = False


class Style(NamedTuple):
    """How characters look: the background and the ink, by their names in the colour scheme, and an underline, whose
    colour is `line` or else the ink.
    """

    ground: str | None = None
    ink: str | None = None
    underline: Underline | None = None
    line: str | None = None


class MarkLook(NamedTuple):
    """What one kind of mark does to the characters it covers; `ground_of_two` is for two marks of the kind at once."""

    ground: str | None = None
    ink: str | None = None
    underline: Underline | None = None
    ground_of_two: str | None = None
    line: str | None = None


LOOKS: dict[MarkKind, MarkLook] = {
    MarkKind(BOILERPLATE): MarkLook(ink="faint"),
    MarkKind(SUGGESTIONS, Role.CONTENT): MarkLook(underline=Underline.DotLine, line="faint"),
    MarkKind(SUGGESTIONS, Role.NUMBER): MarkLook(underline=Underline.DotLine, line="number"),
    MarkKind(CURRENT, Role.CUE): MarkLook(ink="cue", underline=Underline.DotLine),
    MarkKind(CURRENT, Role.SOURCE): MarkLook(ink="speaker", underline=Underline.DotLine),
    MarkKind(CURRENT, Role.CONTENT): MarkLook("row", underline=Underline.DotLine, line="accent"),
    MarkKind(CURRENT, Role.NUMBER): MarkLook("row", "number", Underline.DotLine),
    MarkKind(RECORDS, Role.CUE): MarkLook(ink="cue", underline=Underline.DotLine),
    MarkKind(RECORDS, Role.CUE, True): MarkLook("claim", "cue", Underline.DotLine),
    MarkKind(RECORDS, Role.SOURCE): MarkLook(ink="speaker", underline=Underline.SingleUnderline),
    MarkKind(RECORDS, Role.SOURCE, True): MarkLook("claim", "speaker", Underline.SingleUnderline),
    MarkKind(RECORDS, Role.CONTENT): MarkLook("claim", ground_of_two="claim_overlap"),
    MarkKind(RECORDS, Role.NUMBER): MarkLook(ink="number", underline=Underline.DashUnderline),
    MarkKind(RECORDS, Role.CONTENT, True): MarkLook("claim_selected"),
    MarkKind(RECORDS, Role.NUMBER, True): MarkLook("claim_selected", "number", Underline.DashUnderline),
    MarkKind(MATCHES): MarkLook("found"),
}
"""Colours and kinds of underline only: bold or slanted characters would move the text."""


def style_of(marks: Mapping[MarkKind, int]) -> Style:
    """Return the style of characters that are covered by this many marks of each kind.

    The ground, the ink and the underline each come from the strongest kind that has one.
    """
    ground, ink, underline, line = Style()
    for kind, look in LOOKS.items():
        if count := marks.get(kind, 0):
            ground = (look.ground_of_two if count > 1 else None) or look.ground or ground
            ink = look.ink or ink
            underline, line = (look.underline, look.line) if look.underline else (underline, line)
    return Style(ground, ink, underline, line)
