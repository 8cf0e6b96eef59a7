"""What is recorded about a record, attribute by attribute, in words that other programs can show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.attributes.attribute import Attribute
from models.attributes.built_in import attributes_of
from models.attributes.kinds import Questions
from models.codebook.codebook import Codebook
from models.codebook.kinds.answer_kind import Unfit
from models.codebook.kinds.choices import OneChoice
from models.codebook.variables import attributes_in
from models.entities import SUBJECTS, Choice, Origin, Record
from models.text.name_lists import join_names


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of one attribute of a record, which is never None, in words; `each` has those of several choices."""

    attribute: Attribute[Any, Any]
    value: Any
    words: str
    each: tuple[str, ...]

    @property
    def line(self) -> str:
        """Return the fact as a line for people, such as "Summary: The wall costs too much"."""
        return f"{self.attribute.label}: {self.words}"


class Facts:
    """Finds the facts about articles, speakers, claims and numbers. `codes` gives choices by their codes."""

    def __init__(self, codebook: Codebook, codes: bool = False) -> None:
        self._codes = codes
        self.attributes: dict[type[Record], tuple[Attribute[Any, Any], ...]] = {
            kind: (*attributes_of(kind), *attributes_in(codebook, kind)) for kind in SUBJECTS.values()
        }
        """The attributes of each class of records: the built-in ones, then the variables of the codebook."""

    def about(self, record: Record, asked: Questions) -> list[Fact]:
        """Return the facts about a record, in the order of its attributes, without those that are absent.

        That something was recorded by hand goes without saying.
        """
        values = ((each, each.read(record, asked)) for each in self.attributes[type(record)])
        return [self._fact(each, value) for each, value in values if value not in (None, Origin.BY_HAND)]

    def _fact(self, attribute: Attribute[Any, Any], value: Any) -> Fact:
        kind = attribute.kind
        if not isinstance(kind, OneChoice) or isinstance(value, Unfit):
            words = attribute.plain_text(value)
            return Fact(attribute, value, words, (words,))
        choices: tuple[Choice, ...] = value if isinstance(value, tuple) else (value,)
        each = tuple([choice.value if self._codes else kind.write(choice) for choice in choices])
        return Fact(attribute, value, join_names(each) if kind.several else each[0], each)


def lines(facts: Iterable[Fact]) -> str:
    """Return facts as lines for people."""
    return "\n".join(fact.line for fact in facts)
