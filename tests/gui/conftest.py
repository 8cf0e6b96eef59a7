"""Widgets in tests: drawn without a screen, and dressed as in the program."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from gui.theme import theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Apply the theme once, in light colours whatever the machine prefers."""
    theme().apply(qapp)
    theme().choose("light")
