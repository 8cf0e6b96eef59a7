"""The window opens as it was left, and invalid settings give the defaults."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt

from gui.codebook.codebook_window import CodebookWindow
from gui.system.settings import Settings
from tests.journeys.desk import CTRL, Desk

GARBAGE = ("--5", "@Variant(\\0\\0)", "@ByteArray(junk)", "x" * 6000, "\\xd800", "[1, 2]", "{", "99999999999999999999")


@pytest.mark.parametrize("junk", GARBAGE)
def test_settings_that_are_garbage_give_the_defaults(tmp_path: Path, junk: str) -> None:
    kept = tmp_path / "settings" / "onrecord"
    kept.mkdir(parents=True)
    names = ("coder", "appearance", "zoom", "recent", "state/geometry", "state/window", "columns/statements")
    sections = [name.split("/") for name in names]
    lines = ["[General]", *(f"{name[0]}={junk}" for name in sections if len(name) == 1)]
    for section in ("state", "columns"):
        lines += [f"[{section}]", *(f"{name[1]}={junk}" for name in sections if name[0] == section and len(name) == 2)]
    (kept / "onrecord.ini").write_text("\n".join(lines), "utf-8")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    settings = Settings()
    assert settings.appearance == "system"
    assert settings.recent == []
    assert settings.coder
    assert isinstance(settings.zoom, int)


def test_a_settings_file_of_random_bytes_opens_the_window_as_designed(
    desk: Desk, come_back: Callable[[], Desk], study: Path
) -> None:
    desk.open(study)
    desk.close()
    kept = desk.window.settings._kept
    kept.sync()
    Path(kept.fileName()).write_bytes(bytes(range(256)) * 8)
    kept.sync()
    again = come_back()
    again.open(study)
    assert again.window.workspace.panes.docks.articles.isVisible()
    assert again.text.display.zoom_level == 0


def test_size_zoom_docks_columns_and_article_are_remembered(
    desk: Desk, come_back: Callable[[], Desk], study: Path
) -> None:
    desk.open(study)
    desk.press(Qt.Key.Key_PageDown, CTRL)
    title = desk.records.article.title
    desk.window.resize(790, 640)  # no larger than the screen of the tests
    size = desk.window.size()
    desk.press(Qt.Key.Key_Plus, CTRL, times=2)
    desk.window.workspace.panes.docks.articles.hide()
    desk.speakers.view.header.show_column(3, False)
    desk.window.settings.coder = "XY"
    desk.window.settings.appearance = "dark"
    again = come_back()
    again.open()
    assert again.records.article.title == title != "Harbour wall will take two winters"
    assert again.window.size() == size
    assert size.height() < 800
    assert again.text.display.zoom_level == 2
    assert not again.window.workspace.panes.docks.articles.isVisible()
    assert again.speakers.view.header.isSectionHidden(3)
    assert (again.project.coder, again.window.settings.appearance) == ("XY", "dark")


def test_a_remembered_project_that_is_gone_leaves_the_window_empty(
    desk: Desk, come_back: Callable[[], Desk], study: Path
) -> None:
    desk.open(study)
    desk.close()
    study.unlink()
    again = come_back()
    again.window.start_with([])
    assert again.window.project is None


def test_the_codebook_opens_where_all_of_it_is_seen_and_then_where_it_was_left(
    desk: Desk, come_back: Callable[[], Desk], study: Path
) -> None:
    desk.open(study)
    desk.window.move(0, -30)
    screen = desk.window.screen().availableGeometry()
    window = codebook_of(desk)
    assert window.pos().y() >= screen.top()
    assert window.pos().x() >= screen.left()
    assert screen.contains(window.geometry())
    window.setGeometry(41, 52, 620, 510)
    window.close()
    assert codebook_of(desk).geometry() == window.geometry()
    window.setGeometry(60, 70, 640, 500)
    again = come_back()
    again.open()
    assert codebook_of(again).geometry().getRect() == (60, 70, 640, 500)


def codebook_of(desk: Desk) -> CodebookWindow:
    """Open the codebook by its key."""
    desk.press(Qt.Key.Key_B, CTRL)
    window = desk.window.findChild(CodebookWindow)
    assert isinstance(window, CodebookWindow)
    assert window.isVisible()
    return window
