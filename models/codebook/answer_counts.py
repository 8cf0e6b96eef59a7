"""How often variables and choices are used."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.codebook.codebook import Codebook
from models.ids import Id


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """The number of answers under each variable, and with each choice, by id; those without any are left out."""

    of_variables: Mapping[Id, int] = field(default_factory=dict)
    with_choices: Mapping[Id, int] = field(default_factory=dict)

    def rolled_up(self, variable: Id, codebook: Codebook) -> Counter[Id]:
        """Return the number of answers with each choice of a variable or with one below it."""
        total = Counter[Id]()
        for choice in codebook.choices_of(variable):
            for each in codebook.path(choice):
                total[each.id] += self.with_choices.get(choice.id, 0)
        return total
