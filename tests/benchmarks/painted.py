"""A window in a separate process that reports when it is painted.

`python -m tests.benchmarks.painted empty`, or `onrecord [PROJECT]`: the program is started as its command starts it;
only its window is one that tells.
"""

import sys


def main() -> None:
    """Show the window named on the command line, until the process is ended from outside."""
    if sys.argv.pop(1) == "empty":
        _show_empty()
    else:
        _show_onrecord()


def _show_empty() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Telling(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, _tell)

    app = QApplication(sys.argv)
    window = Telling()
    window.resize(1280, 800)
    window.show()
    app.exec()


def _show_onrecord() -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtGui import QPaintEvent

    from gui.start import app, program
    from gui.window import main_window

    class Telling(main_window.MainWindow):
        """Tells when it is painted; with a project, when an article and the list of articles are."""

        missing: frozenset[QObject] = frozenset()

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if len(sys.argv) == 1:
                QTimer.singleShot(0, _tell)

        def _show_project(self) -> None:
            super()._show_project()
            if self.project:
                self.project.article.opened.connect(self._expect_article)

        def _expect_article(self) -> None:
            self.missing = frozenset(
                (self.workspace.view.viewport(), self.workspace.panes.article_list.view.viewport())
            )
            for each in self.missing:
                each.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched in self.missing:
                self.missing -= {watched}
                if not self.missing:
                    QTimer.singleShot(0, _tell)
            return super().eventFilter(watched, event)

    vars(app)["MainWindow"] = Telling  # the name by which the program makes its window
    program.main()


def _tell() -> None:
    """Said from the event loop, when everything in the window has been painted after the window itself."""
    print("painted", flush=True)


if __name__ == "__main__":
    main()
