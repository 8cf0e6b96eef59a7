"""The facts about a whole project in memory, kept in step with the file by each edit: which assistance is wanted."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from models.edits import Edit
from models.entities import Property
from models.ids import Id


class Assistance(StrEnum):
    """What the program finds for coders. A study in which it might influence them does without some of it, or all."""

    CLAIMS = "claims"
    NUMBERS = "numbers"
    PLACES = "places"


OFF = "off"
"""The value of a property of assistance that is not wanted; without the property it is on."""


def property_of(kind: Assistance) -> str:
    """Return the name of the property that says whether a kind of assistance is wanted."""
    return f"assistance_{kind}"


class Properties:
    """Every property of a project. Actions read it; `take` changes it."""

    def __init__(self, properties: Iterable[Property] = ()) -> None:
        self.properties: Mapping[Id, Property] = {each.id: each for each in properties}

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned a property."""
        touched = edit.changes_of(Property)
        kept = dict(self.properties)
        for change in touched:
            kept.pop(change.row.id, None)
            if isinstance(change.after, Property):
                kept[change.row.id] = change.after
        self.properties = kept
        return bool(touched)

    def named(self, name: str) -> Property | None:
        """Return the property with a name, or None."""
        return next((each for each in self.properties.values() if each.name == name), None)

    @property
    def assistance(self) -> frozenset[Assistance]:
        """What coders of this project are shown of what the program finds."""
        return frozenset(kind for kind in Assistance if not self._is_off(kind))

    def _is_off(self, kind: Assistance) -> bool:
        found = self.named(property_of(kind))
        return found is not None and found.value == OFF
