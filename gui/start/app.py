"""Make the application once, with its style and its outermost error handler, around one window."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.system.background import wait_for_threads
from gui.system.clipboard import let_go_of_clipboard
from gui.system.crash import CrashReporter
from gui.system.leaving import Leaving
from gui.system.meeting import hand_over
from gui.system.settings import Settings
from gui.system.sharing import let_loop_go_first
from gui.theme import theme
from gui.widgets.notice import News
from gui.window.main_window import MainWindow
from models.files import PROJECT_SUFFIX
from models.translation import _


def make_application() -> QApplication:
    """Return the one QApplication, named and dressed."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")  # the same controls on every system, for the stylesheet to dress
    app.setApplicationName("Onrecord")
    app.setApplicationDisplayName("Onrecord")
    app.setDesktopFileName("onrecord")
    theme().apply(app)
    app.setWindowIcon(theme().icon("onrecord"))
    return app


def run(paths: Sequence[Path], news: News | None = None, *, not_backed_up: Path | None = None) -> int:
    """Open the window with a project or articles, or with the last project; return the exit code.

    If another window has the project open, that window comes to the front, and none is opened. `news` is shown first.
    One project, such as the sample, may be left without backups.
    """
    app = make_application()
    settings = Settings()
    if _is_open_elsewhere(paths or settings.recent[:1]):
        return 0
    theme().choose(settings.appearance)
    window = MainWindow(settings)
    window.backing_up.passed_over = not_backed_up
    CrashReporter(window).install()
    leaving = Leaving(window.leave, window.may_leave, window)
    FirstPaint(window, lambda: _begin(window, paths, news))
    window.show()
    code = app.exec()
    leaving.close()
    window.project_file.close()  # which is still open if the system asked to leave
    wait_for_threads()
    let_go_of_clipboard()
    return code


def _is_open_elsewhere(paths: Sequence[Path]) -> bool:
    """Hand over to a window that has the first of these open, if it is a project, with all articles."""
    projects = [path for path in paths if path.suffix == PROJECT_SUFFIX]
    if not projects or not hand_over(projects[0], [path for path in paths if path.suffix != PROJECT_SUFFIX]):
        return False
    words = _("“{name}” is open already; its window comes to the front.").format(name=projects[0].name)
    print(words, file=sys.stderr)
    return True


class FirstPaint(QObject):
    """Calls a function once, right after the first paint of a window, which loading a project would hold up."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Wait for the first paint, which the display asks for some time after the window is shown."""
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def _begin(window: MainWindow, paths: Sequence[Path], news: News | None) -> None:
    let_loop_go_first(make_application())
    window.start_with(paths)
    if news and window.project:
        window.middle.notice.show_news(news)
    window.help.tell_of_crash()
