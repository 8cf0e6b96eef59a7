"""An attribute: one property of a record, with its words for people and the rules by which it is parsed and changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.attributes.kinds import Kind, Questions
from models.counts import count_of
from models.edits import Change, Edit
from models.entities import Record
from models.errors import OnrecordError
from models.text.typed_text import typed_line
from models.translation import _

R = TypeVar("R", bound=Record)
V = TypeVar("V")


class Required(OnrecordError):
    """An attribute that every record must have was left empty."""

    def __init__(self, label: str) -> None:
        super().__init__(_("“{attribute}” cannot be empty.").format(attribute=label), _("Nothing was changed."))


@dataclass(frozen=True, slots=True)
class Attribute(Generic[R, V]):
    """One property of the records `of` a class. Its `kind` holds the rules; `description` is for the data dictionary.

    `name` is the field of the record, and names the attribute in settings and orders. `column` names it in exports,
    where records of several classes share a row. `hint` is an example of what to type. An attribute that is not
    `editable` is filled in by the program.
    """

    of: type[R]
    name: str
    label: str
    kind: Kind[V]
    description: str
    hint: str = ""
    column: str = ""
    required: bool = False
    editable: bool = True

    def __post_init__(self) -> None:
        """Name the export column after the attribute, unless it was given a name."""
        object.__setattr__(self, "column", self.column or self.name)

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the values of a closed list; empty for every other kind."""
        return self.kind.choices

    def read(self, record: R, asked: Questions) -> V | None:
        """Return the value of a record, or None."""
        return self.kind.read(record, self.name, asked)

    def show(self, value: V | None) -> str:
        """Return a value as it is shown; nothing for None."""
        return "" if value is None else self.kind.show(value)

    def edit_text(self, value: V | None) -> str:
        """Return a value as it is typed; `parse` returns the same value for it."""
        return "" if value is None else self.kind.edit_text(value)

    def plain_text(self, value: V | None) -> str:
        """Return a value as an export writes it, for spreadsheets."""
        return "" if value is None else self.kind.plain_text(value)

    def figure(self, value: V | None) -> float | None:
        """Return a value as a number to calculate with; None if it is none."""
        return None if value is None else self.kind.figure(value)

    def parse(self, typed: str, asked: Questions) -> V | None:
        """Parse what was typed; None if nothing was. Raises OnrecordError if it cannot be understood."""
        return None if typed_line(typed) is None else self.kind.parse(typed, asked)

    def change(self, records: Sequence[R], value: V | None, asked: Questions) -> Edit:
        """Return the edit that gives one or many records a value.

        Raises Required if they cannot be without one, and another OnrecordError if they cannot have this one.
        """
        changes = tuple(self.changes(records, value, asked))
        return Edit(self.label_of(len(records), clears=value is None), changes)

    def changes(self, records: Sequence[R], value: V | None, asked: Questions) -> Iterable[Change]:
        """Return the changes of that edit; some may change nothing. Raises as `change` does."""
        if value is None and self.required:
            raise Required(self.label)
        return self.kind.changes(records, self.name, value, asked)

    def write(self, records: Sequence[R], typed: str, asked: Questions) -> Edit:
        """Return the edit that gives one or many records the value that was typed. Raises OnrecordError."""
        return self.change(records, self.parse(typed, asked), asked)

    def label_of(self, count: int, *, clears: bool) -> str:
        """Return the label of an edit that changes or clears the attribute in `count` records."""
        if count == 1:
            label = _("Clear {attribute}") if clears else _("Change {attribute}")
            return label.format(attribute=self.label)
        label = _("Clear {attribute} of {records}") if clears else _("Change {attribute} of {records}")
        return label.format(attribute=self.label, records=count_of(self.of, count))
