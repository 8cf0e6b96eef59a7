"""Open one project after another in a real window, as its coder does after a fault."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings

from gui.system.settings import Settings
from tests.faults.cutting import Opens
from tests.faults.journey import CODER
from tests.journeys.desk import Desk


@contextmanager
def at_a_window() -> Iterator[Opens]:
    """Yield what opens a project, looks whether it can be worked on, and closes it again."""
    with tempfile.TemporaryDirectory(prefix="onrecord-settings-") as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        Settings().backs_up = False
        Settings().coder = CODER
        desk = Desk()

        def opens(project: Path) -> bool:
            desk.open(project)
            works = desk.window.project is not None and desk.project.writable
            desk.window.project_file.close()
            return works

        yield opens
        desk.close()
