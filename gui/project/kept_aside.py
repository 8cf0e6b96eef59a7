"""What a project keeps without an edit, since it is nothing that a coder did: layouts, and counts of open places."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from gui.project.reader import Reader
from gui.project.turns import Turns
from models.errors import OnrecordError
from models.ids import Id
from models.lines.open_places import CountedPlaces, OpenPlaces
from models.views.layout import Layout

if TYPE_CHECKING:
    from models.store import Store

A = TypeVar("A")


class KeptAside:
    """Writes what can be made again. If it cannot be written now, the coder need not know of that."""

    def __init__(self, store: "Store", reader: Reader, turns: Turns) -> None:
        self._store, self._reader, self._turns = store, reader, turns
        self.layouts: dict[str, Layout] = store.layouts()
        """How the columns of each table are arranged, by the table's name."""

    def keep_layouts(self, layouts: Mapping[str, Layout | None]) -> bool:
        """Keep the layouts of some tables, by their names; None forgets one. Return False if it is not possible now."""
        changed = {table: layout for table, layout in layouts.items() if layout != self.layouts.get(table)}
        if not changed:
            return True

        def write() -> dict[str, Layout | None]:
            self._store.keep_layouts(changed)
            return {**self.layouts, **changed}

        kept = self._write(write)
        if kept is None:
            return False
        self.layouts = {table: layout for table, layout in kept.items() if layout is not None}
        return True

    def keep_open_places(self, counted: CountedPlaces) -> Mapping[Id, OpenPlaces]:
        """Keep how many places of some articles are open, and return what is kept: nothing of what has been edited
        since, and nothing at all if it is not possible now.
        """
        if not counted.places:
            return {}
        return self._write(lambda: self._store.keep_open_places(counted)) or {}

    def _write(self, write: Callable[[], A]) -> A | None:
        if self._turns.writing or self._store.read_only:
            return None
        try:
            with self._reader.held():
                return write()
        except OnrecordError:
            return None
