"""A window in a separate process that reports when it is painted: `python -m tests.benchmarks.painted onrecord|empty`.

The program is started as its command starts it; only its window is one that tells.
"""

import sys


def main() -> None:
    """Show the window named on the command line, until the process is ended from outside."""
    if sys.argv.pop() == "empty":
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
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from gui.start import app, program
    from gui.window import main_window

    class Telling(main_window.MainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, _tell)

    vars(app)["MainWindow"] = Telling  # the name by which the program makes its window
    program.main()


def _tell() -> None:
    """Said from the event loop, when everything in the window has been painted after the window itself."""
    print("painted", flush=True)


if __name__ == "__main__":
    main()
