"""Make the codes of REFI-QDA: roles, and the choices and variables that can be said about a part of a text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.kinds import OneOf
from models.codebook.codebook import LEVELS, Codebook
from models.codebook.kinds.answer_kind import AnswerKind
from models.codebook.kinds.choices import OneChoice
from models.entities import Anchor, Choice, Role, Variable
from models.exports.exchange.guids import derived
from models.exports.exchange.unique_names import UniqueNames
from models.ids import Id
from models.text.excerpts import quoted
from models.translation import _

Attributes = Sequence[Attribute[Any, Any]]


@dataclass(frozen=True, slots=True)
class Code:
    """A code with the codes below it. One that is not codable only holds others together.

    `guid` is the id of the choice, variable or speaker that it was made of; `colour` is written as "#rrggbb".
    """

    guid: Id
    name: str
    description: str = ""
    colour: str | None = None
    codable: bool = True
    below: tuple["Code", ...] = ()


ROLES: dict[Role, tuple[str, str]] = {
    Role.CONTENT: (_("Claim"), _("What a speaker is reported to have said.")),
    Role.CUE: (_("Cue"), _("The words that report a claim.")),
    Role.SOURCE: (_("Source"), _("The words that name the speaker of a claim.")),
    Role.NUMBER: (_("Number"), _("A quantity as printed.")),
}
"""The name and the description of the code of each role."""

DISCUSS = derived("to discuss")


@cache
def of_role(role: Role) -> Id:
    """Return the id of the code of a role."""
    return derived("role", role)


@lru_cache(maxsize=1_000)
def of_value(folder: Id, value: str) -> Id:
    """Return the id of the code of a value in a closed list, whose own code has the id `folder`."""
    return derived(folder, value)


def code_tree(codebook: Codebook, attributes: Attributes, *, codes: bool) -> list[Code]:
    """Return the codes of all roles, and of the choices and variables among some attributes; what the program fills in
    has none, and is said in the comment.

    A variable without choices is one code, which says that there is an answer. `codes` names choices by their codes.
    """
    roles = [Code(of_role(role), name, description) for role, (name, description) in ROLES.items()]
    discuss = Code(DISCUSS, _("To discuss"), _("What is to be discussed with others."))
    built_in = [_built_in(each) for each in attributes if isinstance(each.kind, OneOf) and each.editable]
    kinds = [each.kind for each in attributes if isinstance(each.kind, AnswerKind)]
    return [*roles, discuss, *built_in, *(_variable(codebook, kind, codes) for kind in kinds)]


def _built_in(attribute: Attribute[Any, Any]) -> Code:
    folder = Code(derived(attribute.column), attribute.label, attribute.description, codable=False)
    return replace(folder, below=_closed(folder, attribute.choices))


def _closed(folder: Code, values: Iterable[str]) -> tuple[Code, ...]:
    """Return the codes of a closed list of values, which say little without the name of the list."""
    return tuple([Code(of_value(folder.guid, value), f"{folder.name}{LEVELS}{value}") for value in values])


def _variable(codebook: Codebook, kind: AnswerKind, codes: bool) -> Code:
    variable = kind.variable
    code = Code(variable.id, variable.label, _about_variable(codebook, variable))
    if isinstance(kind, OneChoice):
        top = [each for each in codebook.choices_of(variable.id) if each.parent is None]
        below = tuple([_choice(codebook, each, codes) for each in top])
        return replace(code, codable=False, below=below)
    if kind.choices:
        return replace(code, codable=False, below=_closed(code, kind.choices))
    return code


def _choice(codebook: Codebook, choice: Choice, codes: bool) -> Code:
    below = [each for each in codebook.choices_of(choice.variable) if each.parent == choice.id]
    return Code(
        choice.id,
        choice.value if codes else choice.label,
        _paragraphs(choice.definition, *_examples(codebook.anchors_of(choice.variable, choice.id))),
        choice.colour,
        below=tuple([_choice(codebook, each, codes) for each in below]),
    )


def _about_variable(codebook: Codebook, variable: Variable) -> str:
    examples = _examples(codebook.anchors_of(variable.id, None))
    return _paragraphs(variable.definition, variable.instruction, *examples)


def _examples(anchors: Iterable[Anchor]) -> list[str]:
    said = _("Example: {words}")
    placed = _("Example: {words} ({place})")
    return [
        (placed if each.place else said).format(words=quoted(each.words, len(each.words)), place=each.place)
        for each in anchors
    ]


def _paragraphs(*texts: str | None) -> str:
    return "\n\n".join(text for text in texts if text)


def uniquely_named(codes: Sequence[Code]) -> list[Code]:
    """Return codes under names that no two of them share, whatever the case; the labels above are put first if needed.

    Several programs take codes with the same name for one code, wherever they are in the tree.
    """
    alike = Counter(code.name.casefold() for code in every(codes))
    names = UniqueNames()

    def renamed(code: Code, above: tuple[str, ...]) -> Code:
        path = (*above, code.name)
        name = names.free(LEVELS.join(path) if alike[code.name.casefold()] > 1 else code.name)
        return replace(code, name=name, below=tuple([renamed(each, path) for each in code.below]))

    return [renamed(code, ()) for code in codes]


def every(codes: Iterable[Code]) -> Iterator[Code]:
    """Yield codes, each before those below it."""
    for code in codes:
        yield code
        yield from every(code.below)
