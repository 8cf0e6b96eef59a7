"""What a coder reads beside a field: the definition and instruction of a variable or choice, with its examples."""

from typing import Any

from models.attributes.attribute import Attribute
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import Anchor, Choice
from models.ids import Id
from models.translation import _

MOST_EXAMPLES = 2
"""Examples that are shown; the printed codebook has all of them."""


def guidance(attribute: Attribute[Any, Any], row: str = "") -> str:
    """Return the definition of an attribute, of a variable also its instruction and examples, and what is to be read
    about the picked `row` of its completions, in lines.
    """
    kind = attribute.kind
    if not isinstance(kind, AnswerKind):
        return _lines(attribute.description, row)
    variable = kind.variable
    return _lines(variable.definition, variable.instruction, *_examples(kind.codebook, variable.id, None), row)


def about_choice(choice: Choice, codebook: Codebook) -> str:
    """Return the definition and examples of a choice, in lines; empty if it has none."""
    found = _lines(choice.definition, *_examples(codebook, choice.variable, choice.id))
    return f"{choice.label}: {found}" if found else ""


def _examples(codebook: Codebook, variable: Id, choice: Id | None) -> list[str]:
    return [_example(each) for each in codebook.anchors_of(variable, choice)[:MOST_EXAMPLES]]


def _example(anchor: Anchor) -> str:
    words = _("For example: “{words}”").format(words=anchor.words)
    return f"{words} ({anchor.place})" if anchor.place else words


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
