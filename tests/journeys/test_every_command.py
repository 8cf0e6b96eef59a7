"""Every entry of the menus, in every state of the window: chosen without an error, whatever it then asks."""

import random
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from tests.gestures.looking import wrong
from tests.gestures.sample import make_sample
from tests.gestures.seams import closed
from tests.journeys.desk import Desk
from tests.journeys.states import STATES, State, closing_what_comes_up


def entries(desk: Desk) -> list[QAction]:
    """Return the entries that can be chosen now, as they stand in the menus when these are opened; but not Quit."""
    found = []
    for menu in desk.window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        found += [each for each in menu.actions() if not (each.menu() or each.isSeparator()) and each.isEnabled()]
    return [each for each in found if "Quit" not in each.text()]


def open_path(desk: Desk) -> Path | None:
    """Return the project that is open."""
    project = desk.window.project
    return project.store.path if project else None


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("state", STATES)
def test_every_entry_of_the_menus_can_be_chosen(  # noqa: PLR0917
    desk: Desk, study: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, state: State, answered: bool
) -> None:
    monkeypatch.setattr(asking, "confirm", lambda *_args: answered)
    make_sample(tmp_path / "sample")
    state(desk, study)
    home, names = open_path(desk), [each.text() for each in entries(desk)]
    with closing_what_comes_up() as shared, closed(tmp_path / "sample", random.Random(int(answered))):
        for name in names:
            if chosen := next((each for each in entries(desk) if each.text() == name), None):
                chosen.trigger()
                qtbot.waitUntil(lambda: not desk.window.works.busy)
            if open_path(desk) != home:
                desk.window.project_file.close()
                state(desk, study)
    assert {"&New Project…", "&About Onrecord"} <= set(names)
    assert wrong(desk.window) == shared == []
