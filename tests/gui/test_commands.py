"""Every command has a method, a place in a menu and unique keys, and none of the design's keys is missing."""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from gui.commands.command import Command, Scope
from gui.system.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.menu_bar import listed_keys, menus

COMMANDS = [command for entries in menus().values() for command in entries if command]
LETTERS = ("J", "K", "C", "N", "S", "Q", "Shift+C", "B", "X", "Del")
ANYWHERE = (
    *("Ctrl+F", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Return", "Ctrl+PgDown", "Ctrl+PgUp", "F6", "Shift+F6"),
    *("Ctrl+N", "Ctrl+O", "Ctrl+I", "Ctrl+E", "Ctrl+Shift+S", "Ctrl+S"),
)


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Yield one window for all these tests, which only look at it; it is not shown."""
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    window = MainWindow(Settings())
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def keys_of(scope: Scope) -> Counter[str]:
    """Count the keys that act in a scope."""
    return Counter(QKeySequence(key).toString() for each in COMMANDS if each.scope is scope for key in each.keys)


def entries(menu: QMenu) -> list[QAction]:
    """Return all entries of a menu, those of its submenus too."""
    below = [action.menu() for action in menu.actions()]
    return [*menu.actions(), *(entry for each in below if isinstance(each, QMenu) for entry in entries(each))]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_has_a_verb_and_an_entry_in_the_menu_with_its_keys(window: MainWindow, command: Command) -> None:
    if command.submenu:
        titles = [menu.title() for menu in window.findChildren(QMenu)]
        assert command.text in titles
        return
    assert callable(attrgetter(command.method)(window))
    menus = [action.menu() for action in window.menuBar().actions()]
    found = [each for menu in menus if isinstance(menu, QMenu) for each in entries(menu)]
    (action,) = [each for each in found if each.objectName() == command.name]
    shown = [sequence.toString() for sequence in action.shortcuts()]
    assert shown == [QKeySequence(key).toString() for key in command.keys]


def test_no_key_means_two_things() -> None:
    for scope in Scope:
        assert [key for key, count in keys_of(scope).items() if count > 1] == []
    assert (keys_of(Scope.TEXT) + keys_of(Scope.PANE)).keys() & keys_of(Scope.WINDOW).keys() == set()


@pytest.mark.parametrize("title", menus())
def test_no_letter_of_a_menu_is_that_of_two_entries(title: str) -> None:
    letters = Counter(each.text.partition("&")[2][:1].lower() for each in menus()[title] if each and "&" in each.text)
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_no_entry_of_a_menu_has_a_tick_for_its_icon_as_if_it_were_switched_on() -> None:
    assert not [command.text for command in COMMANDS if command.icon == "check"]


def test_names_of_commands_are_their_own() -> None:
    assert [name for name, count in Counter(each.name for each in COMMANDS).items() if count > 1] == []


@pytest.mark.parametrize("key", LETTERS)
def test_letters_act_only_in_the_text(key: str) -> None:
    assert QKeySequence(key).toString() in keys_of(Scope.TEXT)


@pytest.mark.parametrize("key", ANYWHERE)
def test_keys_with_a_modifier_act_anywhere(key: str) -> None:
    assert QKeySequence(key).toString() in keys_of(Scope.WINDOW)


def test_no_key_that_types_a_letter_acts_outside_of_the_text() -> None:
    plain = [key for key in keys_of(Scope.WINDOW) if len(key.removeprefix("Shift+")) == 1]
    assert plain == []


def test_the_list_of_keys_tells_every_command_that_has_one() -> None:
    told = {does for _, lines in listed_keys() for _, does in lines}
    untold = [
        each.name for each in COMMANDS if each.keys and (each.tip or each.text.replace("&", "").rstrip("…")) not in told
    ]
    assert untold == []
