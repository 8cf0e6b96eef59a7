"""The exports with a name in memory, kept in step with the file by each edit."""

from collections.abc import Iterable

from models.edits import Edit
from models.entities import Export
from models.ids import Id
from models.text.folding import folded


class NamedExports:
    """Every export of a project that has a name. Actions read it; `take` changes it."""

    def __init__(self, exports: Iterable[Export] = ()) -> None:
        self.exports: dict[Id, Export] = {export.id: export for export in exports}

    def take(self, edit: Edit) -> None:
        """Follow an edit that was applied."""
        for change in edit.changes_of(Export):
            self.exports.pop(change.row.id, None)
            if isinstance(change.after, Export):
                self.exports[change.row.id] = change.after

    def in_order(self) -> list[Export]:
        """Return all exports, by their names."""
        return sorted(self.exports.values(), key=lambda each: folded(each.name))

    def named(self, name: str) -> Export | None:
        """Return the export with this name, in small or capital letters, or None."""
        return next((each for each in self.in_order() if folded(each.name) == folded(name)), None)
