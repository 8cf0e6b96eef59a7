"""Wait for the answers of other threads, without a clock."""

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from gui.project.project import Project


def let_read(project: Project | None) -> None:
    """Let every question about the whole project be answered."""
    while project and project.reader.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
