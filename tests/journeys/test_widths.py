"""The list, the text and the tables have the widths they were left with."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.window.dock_widths import DockWidths
from tests.journeys.desk import Desk


def widths(desk: Desk) -> tuple[int, int]:
    """Return how wide the list and the tables are, in pixels."""
    panes = desk.window.workspace.panes
    return panes.articles_dock.width(), panes.tables_dock.width()


def test_a_window_comes_back_with_the_widths_it_was_left_with(
    desk: Desk, come_back: Callable[[], Desk], qtbot: QtBot, study: Path
) -> None:
    desk.open(study)
    left = widths(desk)
    again = come_back()
    again.open(study)
    qtbot.waitUntil(lambda: all(abs(now - then) <= 2 for now, then in zip(widths(again), left, strict=True)))


def test_shares_that_make_no_window_are_passed_over(desk: Desk, study: Path) -> None:
    desk.open(study)
    shares = desk.window.findChild(DockWidths)
    assert isinstance(shares, DockWidths)
    usual = shares.kept()
    for kept in (b"", b"{", b"[1]", b"[0.9, 0.9]", b"[0, 0.5]", b'["a", 0.5]', b"\xff"):
        shares.restore(kept)
        assert shares.kept() == usual
    shares.restore(b"[0.25, 0.5]")
    assert shares.kept() == b"[0.25, 0.5]"
