"""Views with a name: columns, conditions and order of a table are kept, chosen, replaced, renamed and deleted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from gui.dialogs import asking
from gui.tables.panel import TablePanel
from models.attributes.comparing import Operator
from models.lines.order import Condition, Sort
from models.views.definition import Definition
from tests.journeys.desk import CTRL, Desk
from tests.journeys.sight import said

VALUED = Condition("value", Operator.FILLED)


def views_menu(panel: TablePanel) -> QMenu:
    """Return the menu of the button above a table, as it is when it is shown."""
    menu = panel.narrowing.views_button.menu()
    menu.aboutToShow.emit()
    return menu


def entry(panel: TablePanel, words: str) -> QAction:
    """Return an entry of that menu."""
    actions = {each.text().replace("&", ""): each for each in views_menu(panel).actions()}
    return actions.get(words) or next(each for text, each in actions.items() if text.startswith(words))


def offered(panel: TablePanel) -> list[str]:
    """Return the views that the menu offers; the chosen one is marked."""
    return [
        f"{each.text()}{' *' if each.isChecked() else ''}" for each in views_menu(panel).actions() if each.isCheckable()
    ]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer each question for a name with the next of these."""
    answers: list[str] = []
    monkeypatch.setattr(asking, "ask_view_name", lambda _parent, _name="": answers.pop(0))
    return answers


def shown(panel: TablePanel) -> list[str]:
    """Return the values of the lines that are shown."""
    value = next(at for at, each in enumerate(panel.view.lines.columns) if each.name == "value")
    return [panel.view.lines.index(row, value).data() for row in range(panel.view.lines.rowCount())]


def arrange(desk: Desk, qtbot: QtBot) -> TablePanel:
    """Show numbers with a value, greatest first, and hide the unit."""
    panel = desk.statements
    panel.show_all(True)
    panel.narrowing.show_conditions([VALUED])
    panel.view.header.set_sorts([Sort("value", descending=True)])
    panel.view.header.show_column(next(at for at, c in enumerate(panel.view.lines.columns) if c.name == "unit"), False)
    qtbot.waitUntil(lambda: shown(panel) == ["≈ 40,000,000", "≥ 12"])
    return panel


def columns(panel: TablePanel) -> list[str]:
    """Return the columns on the screen."""
    return [panel.view.lines.columns[section].name for section in panel.view.header.shown()]


def test_a_view_is_kept_and_chosen_again_also_after_the_program_was_closed(
    at_work: Desk, come_back: Callable[[], Desk], study: Path, named: list[str], qtbot: QtBot
) -> None:
    panel = arrange(at_work, qtbot)
    named.append("With values")
    entry(panel, "Save View As").trigger()
    assert panel.narrowing.views_button.text() == "With values ▾"
    kept = columns(panel)
    entry(panel, "As at First").trigger()
    qtbot.waitUntil(lambda: panel.view.lines.rowCount() == 3)
    assert "unit" in columns(panel)
    assert panel.narrowing.filtering.conditions == ()
    again = come_back()
    again.open(study)
    panel = again.statements
    assert offered(panel) == ["With values"]
    entry(panel, "With values").trigger()
    qtbot.waitUntil(lambda: shown(panel) == ["≈ 40,000,000", "≥ 12"])
    assert panel.shows_all
    assert columns(panel) == kept
    assert panel.narrowing.filtering.conditions == (VALUED,)
    assert panel.view.header.sorts == (Sort("value", descending=True),)
    assert offered(panel) == ["With values *"]


def test_what_is_done_with_views_can_be_undone(at_work: Desk, named: list[str], qtbot: QtBot) -> None:
    panel = arrange(at_work, qtbot)
    named += ["With values", "Numbers"]
    entry(panel, "Save View As").trigger()
    assert not entry(panel, "Replace").isEnabled()
    panel.narrowing.show_conditions([])
    assert entry(panel, "Replace").isEnabled()
    entry(panel, "Replace").trigger()
    entry(panel, "Rename").trigger()
    assert offered(panel) == ["Numbers *"]
    assert panel.narrowing.views_button.text() == "Numbers ▾"
    entry(panel, "Delete").trigger()
    assert offered(panel) == []
    assert panel.narrowing.views_button.text() == "Views ▾"
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert offered(panel) == ["Numbers *"]
    at_work.press(Qt.Key.Key_Z, CTRL, times=2)
    assert offered(panel) == ["With values *"]
    entry(panel, "With values").trigger()
    qtbot.waitUntil(lambda: panel.narrowing.filtering.conditions == (VALUED,))
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert offered(panel) == []


def test_a_name_in_use_is_refused_with_a_reason(at_work: Desk, named: list[str], qtbot: QtBot) -> None:
    panel = arrange(at_work, qtbot)
    named += ["With values", "with VALUES", "  "]
    for _time in range(3):
        entry(panel, "Save View As").trigger()
    assert "name" in at_work.notice.words
    assert offered(panel) == ["With values *"]


def test_each_table_has_its_own_views_in_its_bar_and_in_the_menu(at_work: Desk, named: list[str], qtbot: QtBot) -> None:
    panel = arrange(at_work, qtbot)
    named += ["R&D", "People"]
    entry(panel, "Save View As").trigger()
    at_work.show("speakers")
    entry(at_work.speakers, "Save View As").trigger()
    assert offered(at_work.speakers) == ["People *"]
    assert offered(panel) == ["R&&D *"]
    menu = QMenu()
    at_work.window.menus.views_wanted.emit(menu)
    assert [each.text() for each in menu.actions() if each.isCheckable()] == ["People"]


def test_a_condition_on_a_variable_that_is_gone_is_left_out_and_said(
    at_work: Desk, named: list[str], qtbot: QtBot
) -> None:
    panel = arrange(at_work, qtbot)
    definition = panel.narrowing.shown()
    gone = Condition("variable:gone", Operator.EMPTY)
    assert panel.narrowing.show_view(type(definition)(definition.layout, (gone, VALUED)))
    assert panel.narrowing.filtering.conditions == (VALUED,)
    assert "gone" in said(at_work)


def test_the_words_of_the_filter_belong_to_the_view(at_work: Desk, named: list[str], qtbot: QtBot) -> None:
    panel = arrange(at_work, qtbot)
    named.append("Berths")
    panel.filter.setText("berths")
    qtbot.waitUntil(lambda: shown(panel) == ["≥ 12"])
    entry(panel, "Save View As").trigger()
    entry(panel, "As at First").trigger()
    qtbot.waitUntil(lambda: panel.view.lines.rowCount() == 3)
    entry(panel, "Berths").trigger()
    qtbot.waitUntil(lambda: shown(panel) == ["≥ 12"])


def groups(panel: TablePanel) -> list[str]:
    """Return the names of the groups that are shown."""
    pane = panel.narrowing.grouping.pane
    rows = [pane.list.topLevelItem(at) for at in range(pane.list.topLevelItemCount())]
    return [row.text(0) for row in rows if row] if pane.isVisible() else []


def test_the_groups_belong_to_the_view_and_replacing_it_can_be_undone(
    at_work: Desk, named: list[str], qtbot: QtBot
) -> None:
    panel = arrange(at_work, qtbot)
    named.append("By speaker")
    panel.view.setCurrentIndex(panel.view.lines.index(0, 0))
    at_work.press(Qt.Key.Key_G, CTRL | Qt.KeyboardModifier.ShiftModifier)
    by_speaker = ["All lines", "Ida Brekke"]
    qtbot.waitUntil(lambda: groups(panel) == by_speaker)
    entry(panel, "Save View As").trigger()
    assert not entry(panel, "Replace").isEnabled()
    entry(panel, "As at First").trigger()
    assert not panel.narrowing.grouping.pane.isVisible()
    entry(panel, "By speaker").trigger()
    qtbot.waitUntil(lambda: groups(panel) == by_speaker)
    panel.narrowing.group_by("counted")
    entry(panel, "Replace").trigger()
    at_work.press(Qt.Key.Key_Z, CTRL)
    entry(panel, "By speaker").trigger()
    qtbot.waitUntil(lambda: groups(panel) == by_speaker)
    at_work.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    entry(panel, "By speaker").trigger()
    qtbot.waitUntil(lambda: panel.narrowing.grouping.column == "counted")
    panel.narrowing.group_by("speaker")
    panel.narrowing.grouping.close()
    assert entry(panel, "Replace").isEnabled()


def test_a_view_grouped_by_a_variable_that_is_gone_shows_its_lines(at_work: Desk, qtbot: QtBot) -> None:
    panel = arrange(at_work, qtbot)
    assert panel.narrowing.show_view(Definition(conditions=(VALUED,), grouped_by="variable:gone"))
    assert panel.narrowing.filtering.conditions == (VALUED,) and not panel.narrowing.grouping.column
    assert "gone" in said(at_work)


def test_the_switch_of_remarks_is_kept_in_a_view_as_a_condition(at_work: Desk, named: list[str], qtbot: QtBot) -> None:
    at_work.press(Qt.Key.Key_4, CTRL)
    panel = at_work.table
    named.append("Notes")
    panel.findChildren(QToolButton)[2].click()
    entry(panel, "Save View As").trigger()
    entry(panel, "As at First").trigger()
    assert panel.narrowing.buttons.pressed() == ()
    entry(panel, "Notes").trigger()
    assert panel.narrowing.filtering.conditions == (Condition("note", Operator.FILLED),)
    assert not entry(panel, "Replace").isEnabled()
