"""What can be said of a project as a whole."""

from collections.abc import Collection, Iterator

from models.edits import Change, Edit, changed, deleted, made
from models.entities import Property
from models.properties import OFF, Assistance, Properties, property_of
from models.translation import _


def set_assistance(properties: Properties, wanted: Collection[Assistance]) -> Edit:
    """Say which of what the program finds is shown to coders in this project; none for a study without assistance."""
    return Edit(
        _("Change assistance"),
        tuple(
            change
            for kind in Assistance
            for change in _set(properties, property_of(kind), None if kind in wanted else OFF)
        ),
    )


def _set(properties: Properties, name: str, value: str | None) -> Iterator[Change]:
    """Yield the change that gives a property a value, or takes it away for None."""
    known = properties.named(name)
    if known is None:
        if value:
            yield made(Property(name=name, value=value))
    else:
        yield changed(known, value=value) if value else deleted(known)
