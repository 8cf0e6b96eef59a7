"""Widgets in tests are drawn without a screen, in the style of the program."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gui.project.project import Project
from gui.theme import theme
from tests.example import CODER, Example

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Apply the theme once, in light colours whatever the machine prefers."""
    theme().apply(qapp)
    theme().choose("light")


@pytest.fixture
def project(qapp: object, example: Example) -> Iterator[Project]:
    """Yield the example with its first article open."""
    project = Project(example.store, example.store.registry(), CODER)
    assert project.article.open(example.article.id)
    yield project
    project.reader.close()
    project.deleteLater()
