"""A desk for each journey, with separate settings; no error goes unnoticed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.system.settings import Settings
from tests.example import Example
from tests.journeys.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a window that remembers nothing of any other, without suggestions, and at which only expected questions
    may be asked.

    A question waits for an answer, and so would the suite. pytest-qt closes the window before any fixture goes.
    """
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    Settings().suggests = False  # or every table would have more lines as soon as an article is read
    Settings().backs_up = False  # or each of many edits would wait for a backup
    monkeypatch.setattr(asking, "confirm", refuse_to_be_asked)
    monkeypatch.setattr(asking, "ask_about_unsaved", refuse_to_be_asked)
    desk = Desk()

    def answer(_window: object) -> None:
        monkeypatch.setattr(asking, "confirm", agree)
        monkeypatch.setattr(asking, "ask_about_unsaved", lambda *_words: asking.Unsaved.DISCARD)

    qtbot.addWidget(desk.window, before_close_func=answer)
    return desk


@pytest.fixture
def come_back(desk: Desk, qtbot: QtBot) -> Callable[[], Desk]:
    """Return what closes the desk and gives the next one, with the same settings: the program started again."""

    def start_again() -> Desk:
        desk.close()
        again = Desk()
        qtbot.addWidget(again.window)
        return again

    return start_again


@pytest.fixture
def study(pattern: Example, tmp_path: Path) -> Path:
    """Return a project file of this test's own: the example, with two articles, closed."""
    return Path(shutil.copyfile(pattern.store.path, tmp_path / "study.onrecord"))


@pytest.fixture
def at_work(desk: Desk, study: Path) -> Desk:
    """Return a desk at the first article of the example, the keyboard in the text."""
    desk.open(study)
    desk.text.setFocus()
    return desk


@pytest.fixture
def article(shared: Path, tmp_path: Path) -> Path:
    """Return a copy of the page that the project was started from, beside which a project can be made."""
    return Path(shutil.copy(shared / "articles" / "coalition.txt", tmp_path / "coalition.txt"))


@pytest.fixture
def gold(shared: Path) -> dict[str, Any]:
    """Return the right annotation of the page."""
    found: dict[str, Any] = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
    return found


def refuse_to_be_asked(_parent: object, *words: str) -> bool:
    """Fail the test in place of waiting."""
    raise AssertionError(f"nobody expected to be asked: {words}")


def agree(_parent: object, *_words: str) -> bool:
    """Answer Yes."""
    return True
