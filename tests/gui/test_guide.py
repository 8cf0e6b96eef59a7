"""The guide is read in the program: every link between its pages leads to one, and no other is followed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.guide import FIRST, GuideDialog
from resources import guide_page

GUIDE = Path(__file__).parents[2] / "resources" / "guide"
LINKS = [
    (page.name, link)
    for page in sorted(GUIDE.glob("*.md"))
    for link in re.findall(r"]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    if not link.startswith("https:")
]


@pytest.fixture
def guide(qtbot: QtBot) -> Iterator[GuideDialog]:
    """Yield the guide, open at its first page."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = GuideDialog(window)
    dialog.show()
    yield dialog
    dialog.close()


def heading(guide: GuideDialog) -> str:
    """Return the first line of the page that is shown."""
    return guide.page.document().firstBlock().text()


@pytest.mark.parametrize(("page", "link"), LINKS)
def test_every_link_between_pages_leads_to_a_page(page: str, link: str) -> None:
    assert guide_page(link.partition("#")[0]) is not None, f"{page} links to {link}"


def test_every_page_is_reached_from_the_first() -> None:
    reached, left = {FIRST}, [FIRST]
    while left:
        page = left.pop()
        for link in (link for name, link in LINKS if name == page):
            if link not in reached:
                reached.add(link)
                left.append(link)
    assert reached == {page.name for page in GUIDE.glob("*.md")}


def test_a_link_is_followed_and_back_returns(guide: GuideDialog) -> None:
    first = heading(guide)
    assert not guide.back.isEnabled()
    guide.page.wanted.emit("tables.md")
    assert heading(guide) == "Tables"
    guide.page.wanted.emit("suggestions.md#studies-without-assistance")
    QTest.keyClick(guide.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heading(guide) == "Tables"
    QTest.mouseClick(guide.contents, Qt.MouseButton.LeftButton)
    assert heading(guide) == first


@pytest.mark.parametrize("link", ["https://datapackage.org", "../samples/harbour.txt", "/etc/passwd", "", "nothing.md"])
def test_a_link_out_of_the_guide_is_said_and_not_followed(guide: GuideDialog, link: str) -> None:
    first = heading(guide)
    guide.page.wanted.emit(link)
    assert heading(guide) == first
    assert guide.elsewhere.text() == link
