"""The columns of speakers."""

from typing import TypeVar

from gui.tables.columns import ASKED, Column, Look, WordsColumn, attribute_column
from models.attributes.built_in import attributes_of
from models.entities import Record, Speaker
from models.lines.speaker_line import SpeakerLine
from models.translation import _

R = TypeVar("R", bound=Record)


LOOKS: dict[str, Look] = {
    "name": Look(108, 3, wraps=True, ink="speaker"),
    "kind": Look(94, ink="muted"),
    "role": Look(92, 3, wraps=True),
    "affiliation": Look(78, 2, wraps=True),
    "aliases": Look(76, 3, wraps=True),
    "claims": Look(58, right=True, ink="muted"),
    "note": Look(120, 3, wraps=True, needs=ASKED),
}
"""By the name of a column, from left to right. Any other attribute of speakers comes after these."""
PLAIN = Look(100, 2, wraps=True, needs=ASKED)

COUNT: Column[SpeakerLine] = WordsColumn(
    name="claims",
    title=_("Claims"),
    look=LOOKS["claims"],
    words=lambda line: "" if line.claims is None else f"{line.claims:,}",
    exported=lambda line: "" if line.claims is None else str(line.claims),
)


def _speaker_columns() -> tuple[Column[SpeakerLine], ...]:
    described = (
        attribute_column(each, look=LOOKS.get(each.name, PLAIN), about=Speaker if each.name == "name" else None)
        for each in attributes_of(Speaker)
    )
    columns = {COUNT.name: COUNT, **{column.name: column for column in described}}
    return tuple(columns[name] for name in [*LOOKS, *(name for name in columns if name not in LOOKS)])


SPEAKER_COLUMNS = _speaker_columns()
