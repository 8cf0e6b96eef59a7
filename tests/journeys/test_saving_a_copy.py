"""A copy of a large project shows its steps while it is saved, and can be cancelled."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.dialogs import choosing_files
from gui.dialogs.steps import StepsDialog
from models.store.copying import copy_whole
from models.watching import Watch
from tests.journeys.desk import Desk
from tests.journeys.sight import said


@pytest.fixture
def slow(desk: Desk, study: Path, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Open a project whose copies wait until they are told to go on, and choose a name for one."""
    go_on = Event()

    def wait(connection: object, path: Path, part: Path, watch: Watch) -> None:
        assert go_on.wait(20)
        watch.expect_wanted()
        copy_whole(connection, path, part, watch)  # type: ignore[arg-type]

    monkeypatch.setattr("models.store.store.copy_whole", wait)
    monkeypatch.setattr("gui.work.showing_steps.SOON", 1)
    monkeypatch.setattr(choosing_files, "ask_copy", lambda _parent, project: project.with_name("copy.onrecord"))
    desk.open(study)
    return go_on


def in_dialog(desk: Desk, act: Callable[[StepsDialog], None]) -> None:
    """Do something in the dialog once it is shown."""
    looking = QTimer(desk.window, interval=10)

    def look() -> None:
        if isinstance(dialog := QApplication.activeModalWidget(), StepsDialog):
            looking.stop()
            act(dialog)

    looking.timeout.connect(look)
    looking.start()


def test_a_copy_that_takes_long_shows_its_steps(desk: Desk, study: Path, slow: Event) -> None:
    shown: list[str] = []

    def act(dialog: StepsDialog) -> None:
        shown.append(dialog.steps.text())
        slow.set()

    in_dialog(desk, act)
    desk.window.copying.save_copy()
    assert shown == ["…  Copying the project"]
    assert QApplication.activeModalWidget() is None
    assert str(study.with_name("copy.onrecord")) in said(desk)


@pytest.mark.parametrize("how", ["click", "Esc"])
def test_a_copy_is_cancelled_and_the_window_can_be_used_again(desk: Desk, study: Path, slow: Event, how: str) -> None:
    before = sorted(study.parent.iterdir())

    def act(dialog: StepsDialog) -> None:
        if how == "click":
            QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.cancel.isEnabled()
        slow.set()

    in_dialog(desk, act)
    desk.window.copying.save_copy()
    assert "No copy was saved" in said(desk)
    assert sorted(study.parent.iterdir()) == before
    desk.text.setFocus()
    desk.press(Qt.Key.Key_C)
    assert desk.project.writable
