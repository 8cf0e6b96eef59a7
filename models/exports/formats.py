"""The forms in which a project can be published, in the order in which they are offered."""

from collections.abc import Callable
from dataclasses import dataclass

from models.errors import OnrecordError
from models.exports.csv_files import Csv
from models.exports.target import Target
from models.translation import _


@dataclass(frozen=True, slots=True)
class Format:
    """A form: its name in commands, what people call it, what it is good for, and what makes its target."""

    name: str
    label: str
    description: str
    make: Callable[[], Target]


FORMATS: tuple[Format, ...] = (
    Format("csv", _("CSV tables"), _("One file for each table, which every program for data reads."), Csv),
)


def format_named(name: str) -> Format:
    """Return the form with this name. Raises OnrecordError if there is none."""
    for each in FORMATS:
        if each.name == name:
            return each
    known = ", ".join(f"{each.name} ({each.label})" for each in FORMATS)
    raise OnrecordError(
        _("There is no form “{name}”.").format(name=name),
        _("Nothing was written."),
        _("The forms are: {known}.").format(known=known),
    )
