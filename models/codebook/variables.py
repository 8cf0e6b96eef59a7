"""Turn the variables of a codebook into attributes, which everything that handles attributes then shows and changes."""

from typing import Any

from models.attributes.attribute import Attribute
from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import SUBJECTS, Record, Variable


def kind_of(variable: Variable, codebook: Codebook) -> AnswerKind:
    """Return the rules for the answers of a variable. Raises LookupError for a kind that this version does not know."""
    return KINDS[variable.kind](variable, codebook)


def attribute_of(variable: Variable, codebook: Codebook) -> Attribute[Any, Any]:
    """Return a variable as an attribute. It is never required of a record: what is missing is counted instead."""
    return Attribute(
        SUBJECTS[variable.subject],
        variable.name,
        variable.label,
        kind_of(variable, codebook),
        variable.definition or "",
        f"{variable.offered}?" if variable.offered else "",
    )


def answers_of(attribute: Attribute[Any, Any]) -> AnswerKind:
    """Return the rules for the answers of an attribute that is a variable. Raises TypeError for any other."""
    if not isinstance(attribute.kind, AnswerKind):
        raise TypeError(f"{attribute.name} is no variable")
    return attribute.kind


def attributes_in(codebook: Codebook, kind: type[Record]) -> tuple[Attribute[Any, Any], ...]:
    """Return the variables about a class of records as attributes, in the order of the codebook."""
    return tuple(attribute_of(each, codebook) for each in codebook.variables_of(kind) if each.kind in KINDS)
