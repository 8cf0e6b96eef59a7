"""A project on the screen: the example's first article, with a pane of each kind beside it."""

from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from gui.project.project import Project
from gui.tables import NumbersPanel, RemarksPanel, SpeakersPanel, StatementsPanel
from gui.window.news import News

P = TypeVar("P", StatementsPanel, SpeakersPanel, NumbersPanel, RemarksPanel)


@pytest.fixture
def panel(qtbot: QtBot, project: Project) -> StatementsPanel:
    """Return the pane of statements, shown and with the focus."""
    return shown(qtbot, StatementsPanel(), project)


@pytest.fixture
def speakers(qtbot: QtBot, project: Project) -> SpeakersPanel:
    """Return the pane of speakers, shown and with the focus."""
    return shown(qtbot, SpeakersPanel(), project)


@pytest.fixture
def numbers(qtbot: QtBot, project: Project) -> NumbersPanel:
    """Return the pane of numbers, shown and with the focus."""
    return shown(qtbot, NumbersPanel(), project)


@pytest.fixture
def remarks(qtbot: QtBot, project: Project) -> RemarksPanel:
    """Return the pane of remarks, shown and with the focus."""
    return shown(qtbot, RemarksPanel(), project)


def shown(qtbot: QtBot, panel: P, project: Project) -> P:
    """Show a pane of the width that it has in a small window."""
    qtbot.addWidget(panel)
    News([panel], panel).set_project(project)
    panel.resize(560, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    return panel
