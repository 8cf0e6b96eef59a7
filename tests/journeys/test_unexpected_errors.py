"""An unexpected error is logged and shown once, the program goes on, and the test suite fails."""

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui.system import crash
from gui.system.crash import CrashReporter
from gui.system.log import log
from models.actions import claims
from tests.journeys.desk import Desk
from tests.journeys.sight import claims_shown

HOUSE = Path(__file__).parent.parent.parent


def boxes(desk: Desk) -> list[QMessageBox]:
    """Return the dialogs of the reporter that are open."""
    return [box for box in desk.window.findChildren(QMessageBox, "crash") if box.isVisible()]


def test_a_slot_that_raises_is_logged_and_shown_once_and_the_window_works_on(
    desk: Desk, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("<b>a slot</b> has failed")

    desk.open(study)
    reporter = CrashReporter(desk.window)
    original = claims.mark_claim
    monkeypatch.setattr(claims, "mark_claim", fail)
    shown = claims_shown(desk)
    with caplog.at_level(logging.ERROR, "onrecord"), qtbot.capture_exceptions() as caught:
        desk.press(Qt.Key.Key_J)
        desk.press(Qt.Key.Key_C)
        desk.press(Qt.Key.Key_C)
        # Under test the exceptions go to the suite, which hands them on as Python itself would.
        for kind, error, trace in caught:
            reporter.handle(kind, error, trace)
    assert len(caught) == 2
    assert [record.getMessage().splitlines()[-1] for record in caplog.records] == ["RuntimeError", "RuntimeError"]
    qtbot.waitUntil(lambda: bool(boxes(desk)))
    (box,) = boxes(desk)
    assert "you can go on working" in box.informativeText()
    assert "RuntimeError: <b>a slot</b> has failed" in box.informativeText()
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert claims_shown(desk) == shown

    box.close()
    monkeypatch.setattr(claims, "mark_claim", original)
    desk.window.activateWindow()
    desk.text.setFocus()
    qtbot.waitUntil(lambda: desk.focus is desk.text)
    desk.press(Qt.Key.Key_C)
    assert len(claims_shown(desk)) == len(shown) + 1


def test_the_reporter_takes_what_slots_threads_and_qt_report(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    handlers: list[object] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(crash, "qInstallMessageHandler", handlers.append)
    monkeypatch.setattr(log, "handlers", [logging.NullHandler()])
    reporter = CrashReporter(desk.window)
    reporter.install()
    assert sys.excepthook == reporter.handle
    assert handlers == [crash.log_qt]


FAILING = """
from PySide6.QtCore import QTimer


def test_that_ought_to_fail(qtbot):
    def slot():
        raise RuntimeError("nobody expected this")
    done = []
    QTimer.singleShot(0, slot)
    QTimer.singleShot(0, lambda: done.append(1))
    qtbot.waitUntil(lambda: bool(done))
"""


def test_a_slot_that_raises_fails_the_test_in_which_it_was_called(tmp_path: Path) -> None:
    (tmp_path / "test_inner.py").write_text(FAILING, "utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(HOUSE / "pyproject.toml"), "--rootdir", str(tmp_path)]
    answer = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(tmp_path / "test_inner.py")],
        cwd=HOUSE, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "Exceptions caught in Qt event loop" in answer.stdout
    assert "nobody expected this" in answer.stdout
