"""The parts of the window that imports, exports and checks need."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gui.project.project import Project
from gui.system.background import Works
from gui.work.project_file import ProjectFile


@dataclass(frozen=True, slots=True)
class Context:
    """The window, the file that is open in it, and its long work; `leave` writes what is being
    typed, or returns False.
    """

    window: QWidget
    file: ProjectFile
    works: Works
    leave: Callable[[], bool]

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self.file.project
