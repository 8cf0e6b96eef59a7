"""The menus of the window, made from the commands, with what is possible now in black and the rest in grey."""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu

from gui.article.article_view import ArticleView
from gui.project.project import READ_ONLY, Project
from gui.system.settings import Settings
from gui.window.commands import MENUS, SUBMENUS, Command, Needs, make_action

APPEARANCES = (("system", "Follow System"), ("light", "Light"), ("dark", "Dark"))


class Menus(QObject):
    """Fills the menu bar. The verbs of the commands are looked up from the window by their paths."""

    recent_chosen = Signal(Path)
    appearance_chosen = Signal(str)
    title_bars_wanted = Signal(bool)

    def __init__(self, window: QMainWindow, text: ArticleView, docks: list[QDockWidget], settings: Settings) -> None:
        super().__init__(window)
        self._window, self._text, self._docks, self._settings = window, text, docks, settings
        self.actions: dict[str, QAction] = {}
        self._possible: dict[str, bool] = {}
        text.letters.watch(window.menuBar())
        for title, entries in MENUS.items():
            menu = self._watched(window.menuBar().addMenu(title))
            for command in entries:
                self._add(menu, command)

    def _add(self, menu: QMenu, command: Command | None) -> None:
        if command is None:
            menu.addSeparator()
        elif command.does in SUBMENUS:
            self._fill(self._watched(menu.addMenu(command.text)), command.name)
        else:
            verb: Callable[[], object] = attrgetter(command.does)(self._window)
            action = make_action(command, self._window, self._text, verb)
            action.setProperty("needs", command.needs.name)
            action.setProperty("tip", command.tip)
            self.actions[command.name] = action
            menu.addAction(action)

    def _watched(self, menu: QMenu) -> QMenu:
        self._text.letters.watch(menu)
        return menu

    def _fill(self, menu: QMenu, name: str) -> None:
        match name:
            case "recent":
                menu.aboutToShow.connect(lambda: self._fill_recent(menu))
            case "panels":
                for dock in self._docks:
                    menu.addAction(dock.toggleViewAction())
                menu.addSeparator()
                movable = menu.addAction("Title Bars for Moving Panes")
                movable.setCheckable(True)
                movable.toggled.connect(self.title_bars_wanted)
            case "appearance":
                self._fill_appearance(menu)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._settings.recent:
            action = menu.addAction(f"{path.stem} — {path.parent}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.recent_chosen.emit(path))
        if menu.isEmpty():
            menu.addAction("No projects yet").setEnabled(False)

    def _fill_appearance(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for name, words in APPEARANCES:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name == self._settings.appearance)
            action.triggered.connect(lambda _checked=False, name=name: self.appearance_chosen.emit(name))
            group.addAction(action)

    def refresh(self, project: Project | None) -> None:
        """Say what is possible now, and what Undo and Redo would do."""
        article = project.records if project else None
        writable = project is not None and not project.store.read_only
        possible = {
            Needs.NOTHING.name: True,
            Needs.PROJECT.name: project is not None,
            Needs.ARTICLE.name: article is not None,
            Needs.WRITABLE.name: project is not None and bool(article) and project.writable,
            Needs.WRITABLE_PROJECT.name: writable,
            Needs.NEW_ARTICLE.name: writable or project is None,
        }
        if possible != self._possible:  # which an edit hardly ever changes
            self._possible = possible
            for action in self.actions.values():
                action.setEnabled(possible[action.property("needs")])
                why = READ_ONLY if project and not (writable or action.isEnabled()) else action.property("tip")
                action.setStatusTip(why)
        self._name("undo", "&Undo", project.undo_label if project and writable else None)
        self._name("redo", "&Redo", project.redo_label if project and writable else None)

    def _name(self, verb: str, words: str, label: str | None) -> None:
        self.actions[verb].setEnabled(label is not None)
        self.actions[verb].setText(f"{words} {label}" if label else words)
