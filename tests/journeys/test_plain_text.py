"""A title, a name or a file name that looks like markup is shown literally everywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QStyleOptionViewItem

from gui.dialogs.about import show_about
from gui.dialogs.asking import confirm
from gui.dialogs.keys import KeysDialog
from gui.incoming.pasted_dialog import PastedDialog
from gui.panels.article_delegate import AIR
from gui.system.crash import CrashReporter
from gui.window.menu_bar import listed_keys
from models.actions.speakers import add_speaker
from models.articles.pasted import Pasted
from models.errors import OnrecordError
from models.incoming.entry import entry_of
from tests.example import typed
from tests.journeys.desk import Desk
from tests.journeys.sight import cells, notice, said

MARKUP = '<b>x</b><img src="file:///etc/hostname"> & Co.'


@pytest.fixture
def marked_up(desk: Desk, study: Path) -> Desk:
    """Return a desk at a project whose names all look like markup."""
    path = study.rename(study.with_name("a <b>b<b> & c.onrecord"))
    desk.open(path)
    for speaker in list(desk.project.registry.speakers.values()):
        desk.project.do(typed(speaker, "name", f"{MARKUP} {speaker.name}", desk.project.registry))
    desk.project.do(typed(desk.records.article, "title", MARKUP))
    return desk


def guessing(desk: Desk) -> list[str]:
    """Return the words of labels that Qt would look at to guess whether they are markup."""
    windows = {desk.window, *QApplication.topLevelWidgets()}
    labels = [label for window in windows for label in window.findChildren(QLabel)]
    return [each.text() for each in labels if each.textFormat() != Qt.TextFormat.PlainText and "<" in each.text()]


def test_the_title_stands_in_the_list_the_article_and_the_details_as_it_is(marked_up: Desk) -> None:
    listed = marked_up.articles
    assert listed.view.model().index(0, 0).data() == MARKUP
    assert "<img" not in str(listed.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    header = marked_up.text.display.header
    assert (header.title, header.details) == (MARKUP, "The Tide")
    assert guessing(marked_up) == []


def test_the_list_paints_markup_as_wide_as_its_letters(marked_up: Desk) -> None:
    view = marked_up.articles.view
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.rect = view.viewport().rect().adjusted(0, 0, 600, 0)
    option.rect.setHeight(60)

    def width_of(words: str) -> int:
        marked_up.project.do(typed(marked_up.records.article, "title", words))
        image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        view.itemDelegate().paint(painter, option, view.model().index(0, 0))
        painter.end()
        # On the first line, which is the title's alone, the last column in which something is painted.
        line = range(AIR, AIR + option.fontMetrics.height())
        return max(x for x in range(image.width()) if any(image.pixel(x, y) != 0xFFFFFFFF for y in line))

    assert width_of("<b>mm</b>") > width_of("mmm") > width_of("mm")


def test_names_in_tables_and_their_tooltips_are_literal(marked_up: Desk) -> None:
    panel = marked_up.statements
    assert cells(panel, "speaker")[0] == f"{MARKUP} Ida Brekke"
    tip = str(panel.view.lines.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;b&gt;x&lt;/b&gt;&lt;img" in tip
    assert "<img" not in tip


def test_notices_hints_and_questions_are_literal(marked_up: Desk) -> None:
    marked_up.notice.show_error(OnrecordError(MARKUP, "It is safe."))
    assert notice(marked_up) == f"{MARKUP} It is safe."
    marked_up.window.workspace.recording.hint.emit(MARKUP)
    assert said(marked_up) == MARKUP
    marked_up.window.workspace.panes.article.hint(MARKUP)
    assert marked_up.window.workspace.panes.article.foot.text() == MARKUP
    assert guessing(marked_up) == []
    seen: list[list[str]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(guessing(marked_up))
        seen.append([box.text(), box.informativeText()])
        box.reject()

    QTimer.singleShot(0, look)
    assert confirm(marked_up.window, MARKUP, f"• {MARKUP}", "Delete") is False
    assert seen == [[], [MARKUP, f"• {MARKUP}"]]


def test_dialogs_with_words_from_outside_are_literal(marked_up: Desk) -> None:
    reporter = CrashReporter(marked_up.window)
    reporter.show(MARKUP)
    show_about(marked_up.window)
    KeysDialog(listed_keys(), marked_up.window).show()
    paste = PastedDialog(marked_up.window, Pasted(MARKUP), entry_of)
    paste.show()
    paste.problem.setText(MARKUP)
    assert paste.pane.form.field("title").text() == MARKUP
    assert guessing(marked_up) == []
    for box in (*marked_up.window.findChildren(QMessageBox), *marked_up.window.findChildren(KeysDialog), paste):
        box.close()


def test_recent_projects_show_their_ampersands_and_angle_brackets(marked_up: Desk) -> None:
    (menu,) = [menu for menu in marked_up.window.findChildren(QMenu) if menu.title() == "Open &Recent"]
    menu.aboutToShow.emit()
    first = menu.actions()[0]
    # Two ampersands in a menu are one that is shown.
    assert first.text().replace("&&", "&").startswith("a <b>b<b> & c — ")
    assert "& " not in first.text().replace("&&", "")
    assert marked_up.window.windowTitle() == "a <b>b<b> & c.onrecord — Onrecord"


def test_a_name_that_looks_like_markup_is_completed_and_taken_as_it_is(marked_up: Desk) -> None:
    marked_up.project.do(add_speaker(marked_up.project.registry, "<i>Third</i>"))
    panel = marked_up.statements
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.view.lines.index(1, 0))
    marked_up.press(Qt.Key.Key_F2)
    marked_up.type("<i>Th")
    marked_up.press(Qt.Key.Key_Return)
    assert cells(panel, "speaker")[1] == "<i>Third</i>"
    assert guessing(marked_up) == []
