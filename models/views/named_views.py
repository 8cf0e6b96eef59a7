"""The views of a project in memory, kept in step with the file by each edit."""

from collections.abc import Iterable

from models.edits import Edit
from models.entities import View
from models.ids import Id
from models.text.folding import folded


class NamedViews:
    """Every view of a project. Actions read it; `take` changes it."""

    def __init__(self, views: Iterable[View] = ()) -> None:
        self.views: dict[Id, View] = {view.id: view for view in views}

    def take(self, edit: Edit) -> bool:
        """Follow an edit that was applied; return whether it concerned a view."""
        touched = edit.changes_of(View)
        for change in touched:
            self.views.pop(change.row.id, None)
            if isinstance(change.after, View):
                self.views[change.row.id] = change.after
        return bool(touched)

    def of(self, shows: str) -> list[View]:
        """Return the views of a table, by their names."""
        return sorted((view for view in self.views.values() if view.shows == shows), key=lambda v: folded(v.name))

    def named(self, shows: str, name: str) -> View | None:
        """Return the view of a table with this name, in small or capital letters, or None."""
        return next((view for view in self.of(shows) if folded(view.name) == folded(name)), None)
