"""Wait for the answers of other threads, without a clock."""

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from gui.project.project import Project


def let_read(project: Project | None) -> None:
    """Let every question about the whole project be answered, and what comes a turn after an answer happen too."""
    while project and project.reader.busy:
        while project.reader.busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        turn = QEventLoop()
        QTimer(turn, singleShot=True, interval=0, timeout=turn.quit).start()
        turn.exec()
