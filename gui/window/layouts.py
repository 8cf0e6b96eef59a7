"""Keep in the project how the columns of its tables are arranged, and arrange them again when it is opened."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from gui.project.project import Project
from gui.project.view import ProjectView
from models.views.layout import Layout

PAUSE = 1000
"""Milliseconds without another change after which layouts are kept."""


class Arranged(Protocol):
    """A pane with columns. It says in `arranged` that these may be arranged in another way.

    It has a layout for each of its sides, by what the name of the pane ends with for that side.
    """

    @property
    def arranged(self) -> SignalInstance: ...

    def layouts(self) -> dict[str, Layout]: ...

    def take_layouts(self, layouts: Mapping[str, Layout]) -> None: ...


class Layouts(QObject, ProjectView):
    """The layouts of some panes. They are kept at a pause, and when the coder leaves the project."""

    def __init__(self, panes: Mapping[str, Arranged], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._kept: dict[str, Layout] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)
        for pane in panes.values():
            pane.arranged.connect(self._pause.start)

    def set_project(self, project: Project | None) -> None:
        """Arrange the columns as another project has them."""
        super().set_project(project)
        kept = project.kept_aside.layouts if project else {}
        for name, pane in self._panes.items():
            sides = pane.layouts()
            pane.take_layouts({side: kept.get(f"{name}{side}", Layout()) for side in sides})
        self._kept = self._layouts()
        self._pause.stop()

    def keep(self) -> None:
        """Keep the layouts that have changed; try again later if that is not possible now."""
        self._pause.stop()
        now = self._layouts()
        changed = {name: layout for name, layout in now.items() if layout != self._kept.get(name)}
        if self.project and changed:
            layouts = {name: None if each == Layout() else each for name, each in changed.items()}
            if self.project.kept_aside.keep_layouts(layouts):
                self._kept = now
            elif self.project.writing:
                self._pause.start()

    def keep_at_once(self) -> None:
        """Keep what may have been arranged since the last pause, without waiting for the next one."""
        if self._pause.isActive():
            self.keep()

    def _layouts(self) -> dict[str, Layout]:
        return {
            f"{name}{side}": layout for name, pane in self._panes.items() for side, layout in pane.layouts().items()
        }
