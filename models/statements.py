"""A line of the statements as data, and how lists of them are asked for; `models.store.statements` reads them.

They stand apart from what reads them, so that a table on the screen can be made before anything of the file is loaded.
"""

from dataclasses import dataclass

from models.entities import Mode, Qualifier
from models.ids import Id

Key = tuple[int, int]
"""The rows of a line's claim and number in their tables; 0 where the line has none. Good while the file is open."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One line: what stands in the table and in `statements.csv`.

    Offsets are code points into the article's text, half-open; `stretches` are those of the claim, in order.
    """

    article: Id
    title: str
    outlet: str | None
    byline: str | None
    published: str | None
    claim: Id | None
    speaker: Id | None
    speaker_name: str | None
    speaker_role: str | None
    speaker_affiliation: str | None
    mode: Mode | None
    summary: str | None
    claim_note: str | None
    number: Id | None
    value: float | None
    upper: float | None
    qualifier: Qualifier | None
    unit: str | None
    counted: str | None
    number_note: str | None
    number_start: int | None
    number_end: int | None
    coder: str
    made_at: str
    changed_at: str
    stretches: tuple[tuple[int, int], ...]
    claim_words: str | None
    number_words: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """How the lines of a list are chosen and sorted: by a name of the store's `SORTABLE`, holding `text` anywhere."""

    column: str = "place"
    descending: bool = False
    text: str = ""
    numbers_only: bool = False
