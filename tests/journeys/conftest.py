"""A desk for each journey, with settings of its own, and no error that passes unseen."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.example import Example
from tests.journeys.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Yield a window that remembers nothing of any other."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    desk = Desk()
    qtbot.addWidget(desk.window)
    yield desk
    desk.close()


@pytest.fixture
def study(pattern: Example, tmp_path: Path) -> Path:
    """Return a project file of this test's own: the example, with two articles, closed."""
    return Path(shutil.copyfile(pattern.store.path, tmp_path / "study.onrecord"))
