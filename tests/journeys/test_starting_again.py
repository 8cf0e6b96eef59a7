"""A second start with a project that is open leaves the work to its window, and never waits for one that hangs."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from gui.system import meeting
from models.store.locking import LockedElsewhere, ProjectLock
from tests.journeys.desk import Desk
from tests.journeys.program import Program
from tests.journeys.sight import notice

HOUSE = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the sockets and signals of POSIX")

Start = Callable[..., QProcess]


@pytest.fixture(autouse=True)
def runtime_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder for the sockets of a test, whose path is short, as the path of a socket has to be."""
    with TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        yield Path(folder)


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Yield what starts the program once more, while this window goes on."""
    started: list[QProcess] = []

    def begin(*paths: Path) -> QProcess:
        process = QProcess()
        environment = QProcessEnvironment.systemEnvironment()
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            environment.insert(name, str(tmp_path / "home"))
        process.setProcessEnvironment(environment)
        process.setWorkingDirectory(str(HOUSE))
        words = "import sys; from pathlib import Path; from gui.start.app import run; "
        words += "sys.exit(run([*map(Path, sys.argv[1:])]))"
        process.start(sys.executable, ["-c", words, *map(str, paths)])
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.waitForFinished()


def test_the_first_window_of_a_person_is_met_where_the_system_has_no_folder_for_sockets(
    qapp: object,
    runtime_folder: Path,
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(runtime_folder / "data"))
    assert meeting.place_of(study) is None
    window = QObject()
    met = meeting.Meeting(window)
    met.listen(study)
    assert meeting.place_of(study)
    met.close()


def test_a_second_start_raises_the_window_that_has_the_project_and_ends(
    desk: Desk, study: Path, start: Start, qtbot: QtBot
) -> None:
    desk.open(study)
    desk.window.showMinimized()
    again = start(study)
    qtbot.waitUntil(lambda: again.state() == QProcess.ProcessState.NotRunning, timeout=30_000)
    assert again.exitCode() == 0
    assert "study.onrecord” is open already" in bytes(again.readAllStandardError().data()).decode()
    qtbot.waitUntil(lambda: not desk.window.isMinimized())
    assert not desk.project.store.read_only


def test_articles_that_are_given_too_are_imported_by_that_window(
    desk: Desk, study: Path, start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "quay.txt"
    page.write_text("The quay is closed\n\nNobody knows why.\n", "utf-8")
    desk.open(study)
    again = start(study, page)
    qtbot.waitUntil(lambda: again.state() == QProcess.ProcessState.NotRunning, timeout=30_000)
    desk.add_incoming()
    qtbot.waitUntil(lambda: desk.records.article.title == "The quay is closed")


def test_a_window_of_another_project_or_one_that_was_closed_is_not_met(
    desk: Desk, study: Path, tmp_path: Path, runtime_folder: Path
) -> None:
    desk.open(study)
    assert not meeting.hand_over(tmp_path / "other.onrecord")
    desk.window.project_file.create(tmp_path / "other.onrecord")
    assert not meeting.hand_over(study)
    desk.close()
    assert not meeting.hand_over(tmp_path / "other.onrecord")
    assert list(runtime_folder.iterdir()) == []


def test_the_same_project_on_another_screen_is_not_met(
    desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    monkeypatch.setenv("DISPLAY", ":77")
    assert not meeting.hand_over(study)


def test_what_a_killed_program_left_holds_nobody_up(
    desk: Desk, study: Path, tmp_path: Path, runtime_folder: Path
) -> None:
    with Program(tmp_path / "killed", study) as program:
        assert len(list(runtime_folder.iterdir())) == 1
        program.die(signal.SIGKILL)
    assert len(list(runtime_folder.iterdir())) == 1
    assert not meeting.hand_over(study)
    desk.open(study)
    assert not desk.project.store.read_only
    assert desk.window._meeting._server is not None


def test_a_window_that_hangs_is_not_waited_for_and_the_project_can_be_read(
    desk: Desk, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting, "TO_ANSWER", 100)
    with Program(tmp_path / "hanging", study) as program:
        os.kill(program.process.pid, signal.SIGSTOP)
        assert not meeting.hand_over(study)
        desk.open(study)
        assert desk.project.store.read_only
        assert "open in another window" in notice(desk)
        with pytest.raises(LockedElsewhere):
            ProjectLock.take(study, "CD")


def test_a_folder_that_others_may_write_to_is_no_place_to_meet(
    study: Path, runtime_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "none"))
    assert meeting.place_of(study)
    runtime_folder.chmod(0o777)
    assert meeting.place_of(study) is None
    assert not meeting.hand_over(study)


@pytest.mark.parametrize("message", [b"\n", b"[]\n", b'{"articles": 3, "tokens": {}}\n', b"\xff\x00\n", b"x" * 200_000])
def test_what_is_no_message_of_ours_is_not_answered(
    desk: Desk, study: Path, qtbot: QtBot, message: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open(study)
    forward: list[object] = []
    desk.window._meeting.asked.connect(forward.append)
    socket = QLocalSocket()
    socket.connectToServer(str(meeting.place_of(study)))
    assert socket.waitForConnected(1000)
    socket.write(message)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert forward == []
    assert socket.readAll().isEmpty()
