"""The columns of a list of speakers: attributes that can be typed, and the variables of the codebook."""

from collections.abc import Iterator
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attribute
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import AnswerKind, Unfit
from models.codebook.variables import attributes_in
from models.entities import Speaker
from models.known import Known
from models.text.folding import folded

BUILT_IN = ("name", "kind", "role", "affiliation", "aliases", "outside_id", "note")
ID = "speaker_id"
"""The column of exported tables that holds the id of a speaker; it is read, and not written."""


def columns(codebook: Codebook) -> tuple[Attribute[Any, Any], ...]:
    """Return the columns in order; each is named by the name of its attribute."""
    return (*(attribute(Speaker, name) for name in BUILT_IN), *attributes_in(codebook, Speaker))


def titles(column: Attribute[Any, Any]) -> Iterator[str]:
    """Yield what can be at the head of a column: its name, that in exported tables, or the words for people."""
    yield from (as_title(words) for words in (column.name, column.column, column.label))


def as_title(words: str) -> str:
    """Return the head of a column without differences of case, accents and blanks."""
    return "_".join(folded(words).split())


def text_of(column: Attribute[Any, Any], speaker: Speaker, known: Known, *, codes: bool = False) -> str:
    """Return the text of a cell, as it can be typed; of choices their labels, or their `codes`."""
    value = column.read(speaker, known)
    if codes and isinstance(kind := column.kind, AnswerKind) and kind.has_choices and not isinstance(value, Unfit):
        return str(kind.cells(codes)[0].make(value)) if value is not None else ""
    return column.edit_text(value)
