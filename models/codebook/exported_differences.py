"""What exports write differently for the choices of a variable after an edit of the codebook."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.edits import Edit
from models.entities import Choice
from models.ids import Id


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of an answer as it is exported before and after, by labels or by `codes`; None is an empty cell."""

    column: str
    codes: bool
    before: str | None
    after: str | None


def exported_differences(codebook: Codebook, edit: Edit, variable: Id) -> tuple[Difference, ...]:
    """Return the cells that differ for the choices of a variable, each once: columns in order, labels before codes."""
    after = codebook.after(edit)
    found = (each for codes in (False, True) for each in _differences(codebook, after, variable, codes))
    return tuple(dict.fromkeys(found))


def _differences(before: Codebook, after: Codebook, variable: Id, codes: bool) -> Iterator[Difference]:
    old, new = _cells(before, variable, codes), _cells(after, variable, codes)
    for column in dict.fromkeys((*old, *new)):
        for choice in before.choices_of(variable):
            if choice.id in after.choices:
                texts = _text(old, column, choice), _text(new, column, after.choices[choice.id])
                if texts[0] != texts[1]:
                    yield Difference(column, codes, *texts)


def _cells(codebook: Codebook, variable: Id, codes: bool) -> dict[str, Callable[[Choice], Any]]:
    """Return what makes the cells of a choice, by column; empty for a kind without choices."""
    asked = codebook.variables[variable]
    kind = KINDS[asked.kind](asked, codebook)
    if not kind.has_choices:
        return {}
    several = kind.several
    return {
        asked.name + cell.suffix: lambda choice, make=cell.make: make((choice,) if several else choice)  # type: ignore[misc]
        for cell in kind.cells(codes)
    }


def _text(cells: dict[str, Callable[[Choice], Any]], column: str, choice: Choice) -> str | None:
    text: str | None = cells[column](choice) if column in cells else None
    return text
