"""The columns of the variables of a codebook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from gui.tables.columns import ASKED, AttributeColumn, Column, L, Look, attribute_column
from models.attributes.attribute import Attribute
from models.attributes.cell_kinds import CellKind
from models.attributes.kinds import Questions
from models.codebook.asking import why_not_asked
from models.codebook.codebook import Codebook
from models.codebook.variables import answers_of, attributes_in
from models.entities import Article, Claim, Number, Record, Speaker
from models.lines.order import VARIABLE
from models.translation import _

LOOKS: dict[CellKind, Look] = {
    CellKind.CHOICE: Look(84, 2, fits=140, wraps=True),
    CellKind.LIST: Look(96, 2, fits=160, wraps=True),
    CellKind.NUMBER: Look(64, 1, fits=90, right=True),
    CellKind.DATE: Look(100, 1, fits=110),
}
PLAIN = Look(110, 3, wraps=True)


NO_RECORD: dict[type[Record], str] = {
    Claim: _("This number is not in a claim, so there is nothing to answer here."),
    Number: _("This line has no number. Select the words in the text and press N to record one."),
    Speaker: _("This claim has no speaker yet. Choose the speaker first."),
    Article: _("This line belongs to no article."),
}
"""Why a line cannot have an answer about a record that it does not have."""


@dataclass(frozen=True, kw_only=True)
class VariableColumn(AttributeColumn[L]):
    """The answers under a variable; its cell is grey where the variable is not asked. `asked` returns what is known of
    the records of a line.
    """

    asked: Callable[[L], Questions]

    @property
    def key(self) -> str:
        return f"{VARIABLE}{answers_of(self.attributes[0]).variable.id}"

    def why_grey(self, line: L) -> str:
        """Return why the variable is not asked of the line's record, in a sentence; empty if it is."""
        found = self.shown(line)
        if found is None:
            return NO_RECORD[self.attributes[0].of]
        kind = answers_of(found[0])
        return why_not_asked(kind.variable, found[1], kind.codebook, self.asked(line))

    def edited(self, line: L) -> tuple[Attribute[Any, Any], Any] | None:
        return None if self.why_grey(line) else super().edited(line)

    def tooltip(self, line: L, asked: Questions) -> str:
        return super().tooltip(line, asked) or self.why_grey(line)

    def reason(self, line: L) -> str:
        return self.why_grey(line) or super().reason(line)


def variable_columns(
    codebook: Codebook, answered: Mapping[type[Record], bool], asked: Callable[[Any], Questions]
) -> tuple[Column[Any], ...]:
    """Return a column for each variable about some classes of records; that of a class that is not true is hidden at
    first. `asked` returns what is known of the records of a line.
    """
    found = []
    for of, shown in answered.items():
        for each in attributes_in(codebook, of):
            kind = answers_of(each)
            look = LOOKS.get(kind.cell_kind, PLAIN)
            look = look if shown else replace(look, needs=ASKED)
            plain = attribute_column(each, look=look)
            given = {field.name: getattr(plain, field.name) for field in fields(plain)}
            found.append(VariableColumn(**given, asked=asked))
    return tuple(found)
