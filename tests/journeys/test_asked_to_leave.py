"""The system asks the program to end, as on logging out: what is typed is written, and the process ends well."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.dialogs import asking
from gui.system.leaving import ENDINGS, Leaving
from tests.journeys.desk import Desk
from tests.journeys.sight import go_to_cell, held, open_cell, statements, type_into
from tests.snapshots import history_of, query

HOUSE = Path(__file__).parent.parent.parent

AT_WORK = """
    import os, sys
    from pathlib import Path
    from PySide6.QtCore import QSettings, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from gui.start import app
    from gui.dialogs import asking
    from gui.tables import StatementsPanel
    from tests.waiting import let_read

    project, settings, opened, number = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    begin = app._begin

    def work(window, *rest):
        begin(window, *rest)
        assert QTest.qWaitForWindowActive(window)
        let_read(window.project)
        panel = window.workspace.panes.panel(StatementsPanel)
        panel.edit_in_column(panel.view.lines.line(0).number.id, "unit")
        QTest.keyClicks(QApplication.focusWidget(), "crowns")
        QTimer.singleShot(0, window, lambda: os.kill(os.getpid(), number))
        if opened == "menu":
            window.menuBar().actions()[0].menu().exec()
        elif opened == "dialog":
            window.project_file.choose_coder()
        elif opened == "question":
            print(asking.confirm(window, "Really?", "", "Yes"))

    app._begin = work
    sys.exit(app.run([project]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of POSIX")
@pytest.mark.parametrize(
    ("opened", "name"),
    [
        ("", "SIGTERM"),
        ("", "SIGHUP"),
        ("", "SIGINT"),
        ("menu", "SIGTERM"),
        ("dialog", "SIGTERM"),
        ("question", "SIGTERM"),
    ],
)
def test_a_cell_is_written_when_the_system_asks_the_program_to_end(
    study: Path, tmp_path: Path, opened: str, name: str
) -> None:
    number = getattr(signal, name)
    script = [sys.executable, "-c", textwrap.dedent(AT_WORK), str(study), str(tmp_path / "settings"), opened]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path)}
    ended = subprocess.run(
        [*script, str(int(number))], cwd=HOUSE, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == ("False\n" if opened == "question" else "")
    assert held(statements(study)[0], "number.unit") == "crowns"
    assert [each.name for each in study.parent.glob("study*")] == ["study.onrecord"]


class Session:
    """The end of a session, as the window learns of it."""

    def __init__(self, *, may_ask: bool) -> None:
        self._may_ask, self.cancelled = may_ask, False

    def allowsInteraction(self) -> bool:
        """Whether a question may be asked."""
        return self._may_ask

    def cancel(self) -> None:
        """Keep the session from ending."""
        self.cancelled = True

    def release(self) -> None:
        """Let other programs ask."""


@pytest.fixture
def leaving(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Leaving]:
    """Yield what hears the system at this desk; the signals are as they were afterwards."""
    kept = {number: signal.getsignal(number) for number in ENDINGS}
    # To end the program here would end the tests: the event loops that come after would return at once.
    monkeypatch.setattr(QApplication, "exit", lambda _code: None)
    leaving = Leaving(desk.window.leave, desk.window.may_leave, desk.window)
    yield leaving
    leaving.close()
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def unreadable(desk: Desk, study: Path) -> Desk:
    """Return a desk at which something is typed that cannot be written."""
    desk.open(study)
    go_to_cell(desk.statements, 0, "value")
    desk.press(Qt.Key.Key_Return)
    desk.type("quite some")
    return desk


def test_the_end_of_a_session_writes_what_is_typed_and_asks_about_the_rest(
    unreadable: Desk, study: Path, leaving: Leaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, answers = history_of(study), [False, True]
    monkeypatch.setattr(asking, "confirm", lambda *_words: answers.pop(0))
    for stays in (True, False):
        session = Session(may_ask=True)
        leaving.end_session(session)  # type: ignore[arg-type]  # Qt makes these at the end of a session only
        assert session.cancelled is stays
    assert history_of(study) == before
    unreadable.press(Qt.Key.Key_Escape)
    type_into(unreadable, "Note", "The wall")
    leaving.end_session(Session(may_ask=True))  # type: ignore[arg-type]
    assert query(study, "SELECT count(*) FROM edit WHERE body LIKE '%The wall%'") == [(1,)]


def test_a_session_that_ends_without_questions_is_not_kept_from_ending(
    unreadable: Desk, study: Path, leaving: Leaving
) -> None:
    before, session = history_of(study), Session(may_ask=False)
    leaving.end_session(session)  # type: ignore[arg-type]
    assert not session.cancelled
    assert history_of(study) == before
    assert open_cell(unreadable).text() == "quite some"
