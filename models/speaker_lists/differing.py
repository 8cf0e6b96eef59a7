"""Where speakers differ that are to be merged, so that it can be chosen what is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Speaker
from models.ids import Id
from models.known import Known
from models.speaker_lists.columns import columns

MERGED = ("name", "aliases", "note")
"""Attributes of which all values are kept."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An attribute of which speakers have different values: its field or the id of its variable, its label, and each
    value with the first speaker who has it.
    """

    of: str | Id
    label: str
    options: tuple[tuple[Id, str], ...]


def conflicts(people: Sequence[Speaker], known: Known, codebook: Codebook) -> list[Conflict]:
    """Return where some speakers differ; values that are empty, or name another of them, are no conflict."""
    found = []
    for column in columns(codebook):
        kind = column.kind
        texts: dict[str, Id] = {}
        for each in people if column.name not in MERGED else ():
            if (value := column.read(each, known)) is not None and (value == each or value not in people):
                texts.setdefault(column.show(value), each.id)
        if len(texts) > 1:
            of = kind.variable.id if isinstance(kind, AnswerKind) else column.name
            found.append(Conflict(of, column.label, tuple((who, text) for text, who in texts.items())))
    return found
