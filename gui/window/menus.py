"""Make the menus of the window from the commands, and disable what is not possible now."""

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu

from gui.commands.command import Command, Needs, Scope
from gui.commands.offered_in_text import OFFERED
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.system.settings import Settings
from gui.theme import theme
from gui.theme.appearance import APPEARANCES
from gui.widgets.letter_menu import add_menu
from gui.widgets.menu_entries import add_entry
from gui.window.menu_bar import menus
from models.edits import Edit
from models.translation import _

if TYPE_CHECKING:
    from gui.article.article_view import ArticleView

NAMED = {"undo": _("&Undo {label}"), "redo": _("&Redo {label}")}
"""The entries whose text names the edit that they take back."""

CHANGING = (Needs.WRITABLE, Needs.WRITABLE_PROJECT, Needs.NEW_ARTICLE)
"""What commands need that change the project."""


class Menus(QObject, ProjectView):
    """Fills the menu bar. The methods of the commands are looked up from the window by their paths."""

    recent_chosen = Signal(Path)
    title_bars_wanted = Signal(bool)
    views_wanted = Signal(QMenu)
    """A menu is to be filled with the views of the table in front."""
    exports_wanted = Signal(QMenu)
    """A menu is to be filled with the exports of the project that have a name."""
    assistance_wanted = Signal(QMenu)
    """A menu is to be filled with what coders of the project are shown."""
    columns_wanted = Signal(QMenu)
    """A menu is to be filled with what arranges the table in front."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self._possible: dict[Needs, bool] = {}
        for title, entries in menus().items():
            menu = add_menu(window.menuBar(), title)
            for command in entries:
                self._add(menu, command)

    def _add(self, menu: QMenu, command: Command | None) -> None:
        if command is None:
            menu.addSeparator()
        elif command.submenu:
            self._fill(add_menu(menu, command.text), command.name)
        else:
            action = self._make_action(command)
            self.actions[command.name], self._commands[command.name] = action, command
            menu.addAction(action)

    def _make_action(self, command: Command) -> QAction:
        """Make the action of a command; its key acts in the whole window, or only in a pane that has the focus."""
        action = QAction(command.text, self._window)
        if command.icon:
            action.setIcon(theme().icon(command.icon))
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setStatusTip(command.tip)
        action.setCheckable(command.checkable)
        if command.scope is Scope.WINDOW:
            self._window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if command.checkable:
            action.toggled.connect(lambda on: self.do(command, on))
        else:
            action.triggered.connect(lambda: self.do(command))
        return action

    def check(self, command: Command, *, on: bool) -> None:
        """Show an entry as checked or not, without carrying it out."""
        with QSignalBlocker(self.actions[command.name]):
            self.actions[command.name].setChecked(on)

    def do(self, command: Command, *arguments: object) -> None:
        """Look the method up and call it. Most belong to parts that are made with the first project."""
        verb: Callable[..., object] = attrgetter(command.method)(self._window)
        verb(*arguments, *filter(None, (command.argument,)))

    def take_panes(self, text: "ArticleView", docks: list[QDockWidget]) -> None:
        """Give the text its commands, whose keys do not act while a menu is open, and list the docks."""
        for name, command in self._commands.items():
            if command.scope is Scope.TEXT or command in OFFERED:
                text.addAction(self.actions[name])
        text.letters.watch(self._window.menuBar())
        self._fill_panels(docks)

    def _fill(self, menu: QMenu, name: str) -> None:
        match name:
            case "recent":
                menu.aboutToShow.connect(partial(self._fill_recent, menu))
            case "exports":
                menu.aboutToShow.connect(lambda: self.exports_wanted.emit(menu))
            case "assistance":
                menu.aboutToShow.connect(lambda: self.assistance_wanted.emit(menu))
            case "columns":
                menu.aboutToShow.connect(partial(self._fill_columns, menu))
            case "views":
                menu.aboutToShow.connect(lambda: self.views_wanted.emit(menu))
            case "panels":
                self._panels = menu
                menu.setEnabled(False)
            case "appearance":
                self._fill_appearance(menu)

    def _fill_panels(self, docks: list[QDockWidget]) -> None:
        for dock in docks:
            self._panels.addAction(dock.toggleViewAction())
        self._panels.addSeparator()
        movable = self._panels.addAction(_("Title Bars for Moving Panes"))
        movable.setCheckable(True)
        movable.toggled.connect(self.title_bars_wanted)
        self._panels.setEnabled(True)

    def _fill_columns(self, menu: QMenu) -> None:
        menu.clear()
        self.columns_wanted.emit(menu)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._settings.recent:
            words = f"{path.stem} — {path.parent}".replace("&", "&&")
            add_entry(menu, words, partial(self.recent_chosen.emit, path))
        if menu.isEmpty():
            menu.addAction(_("No projects yet")).setEnabled(False)

    def _fill_appearance(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for name, appearance in APPEARANCES.items():
            action = add_entry(menu, appearance.label, partial(self._choose_appearance, name))
            action.setCheckable(True)
            action.setChecked(name == theme().appearance)
            group.addAction(action)

    def _choose_appearance(self, name: str) -> None:
        self._settings.appearance = name
        theme().choose(name)

    def set_project(self, project: Project | None) -> None:
        """Enable what can be done with another project."""
        super().set_project(project)
        self.show_article()

    def follow(self, _edit: Edit) -> None:
        """Enable what can be done after an edit, and name the edit in Undo."""
        self.show_article()

    def show_article(self) -> None:
        """Show what is possible now, and what Undo and Redo would do."""
        project = self.project
        article = project.shown if project else None
        writable = project is not None and not project.store.read_only
        possible = {
            Needs.NOTHING: True,
            Needs.PROJECT: project is not None,
            Needs.ARTICLE: article is not None,
            Needs.WRITABLE: project is not None and bool(article) and project.writable,
            Needs.WRITABLE_PROJECT: writable,
            Needs.NEW_ARTICLE: writable or project is None,
        }
        if possible != self._possible:  # an edit hardly ever changes this
            self._possible = possible
            for name, action in self.actions.items():
                command = self._commands[name]
                action.setEnabled(possible[command.needs])
                why = project.why_read_only if project and not (writable or action.isEnabled()) else command.tip
                action.setStatusTip(why)
        self._name("undo", project.undo_label if project and writable else None)
        self._name("redo", project.redo_label if project and writable else None)

    def why_not(self, event: QKeyEvent) -> str:
        """Return why a key would change something in a project that can only be read; nothing for any other key."""
        project, pressed = self.project, QKeySequence(event.keyCombination())
        if project is None or not project.store.read_only:
            return ""
        changing = (self.actions[name] for name, each in self._commands.items() if self._would_change(name, each))
        return project.why_read_only if any(pressed in each.shortcuts() for each in changing) else ""

    def _would_change(self, name: str, command: Command) -> bool:
        """Return whether a command that is disabled would act at its key here, and change something."""
        action = self.actions[name]
        is_here = command.scope is Scope.WINDOW or QApplication.focusWidget() in action.associatedObjects()
        return is_here and not action.isEnabled() and (command.needs in CHANGING or name in NAMED)

    def _name(self, name: str, label: str | None) -> None:
        """Name in an entry the edit that it would take back."""
        action = self.actions[name]
        action.setEnabled(label is not None)
        action.setText(NAMED[name].format(label=label) if label else self._commands[name].text)
