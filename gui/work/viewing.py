"""Views with a name: choose one, keep what a table shows as one, and replace, rename or delete it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.dialogs import asking
from gui.project.project import Project
from gui.project.view import ProjectView
from gui.tables.narrowing import Narrowing
from gui.widgets.menu_entries import add_entry
from models.actions.views import delete_view, make_view, rename_view, replace_view
from models.edits import Edit
from models.entities import View
from models.errors import OnrecordError
from models.ids import Id
from models.translation import _
from models.views.definition import Definition, read_view, write_view


class Viewing(QObject, ProjectView):
    """Fills the menus of the views of each table, and does what they offer.

    `lists` has what narrows down each list, by its name in the file; `front` returns the name of the one that the menu
    of the window is about.
    """

    hint = Signal(str)
    failed = Signal(OnrecordError)

    def __init__(self, window: QWidget, lists: Mapping[str, Narrowing], front: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._lists, self._front = window, lists, front
        self._chosen: dict[str, Id] = {}
        for name, each in lists.items():
            menu = each.views_button.menu()
            menu.aboutToShow.connect(partial(self.fill, name, menu))
            each.hint.connect(self.hint)

    def set_project(self, project: Project | None) -> None:
        """Begin without a view in another project."""
        super().set_project(project)
        self._chosen.clear()
        self._name_buttons()

    def follow(self, edit: Edit) -> None:
        """Show the names of views as an edit has left them."""
        if edit.concerns(View):
            self._name_buttons()

    def fill_for_front(self, menu: QMenu) -> None:
        """Fill a menu with the views of the table in front."""
        self.fill(self._front(), menu)

    def fill(self, name: str, menu: QMenu) -> None:
        """Fill a menu with the views of a table, and with what can be done with them."""
        menu.clear()
        if self.project is None:
            return
        writable, current = not self.project.store.read_only, self._current(name)
        for view in self.project.views.of(name):
            entry = add_entry(menu, _plain(view.name), partial(self.choose, view))
            entry.setCheckable(True)
            entry.setChecked(view == current)
        menu.addSeparator()
        add_entry(menu, _("As at &First"), partial(self.show_as_at_first, name))
        menu.addSeparator()
        add_entry(menu, _("&Save View As…"), partial(self.save_as, name), enabled=writable)
        if current:
            words = _plain(current.name)
            changed = write_view(self._lists[name].shown()) != current.definition
            verbs: tuple[tuple[str, Callable[[View], object], bool], ...] = (
                (_("Re&place “{view}”"), self.replace, changed),
                (_("&Rename “{view}”…"), self.rename, True),
                (_("&Delete “{view}”"), self.delete, True),
            )
            for text, verb, possible in verbs:
                add_entry(menu, text.format(view=words), partial(verb, current), enabled=writable and possible)

    def _current(self, name: str) -> View | None:
        return self.project.views.views.get(self._chosen.get(name, "")) if self.project else None

    def _name_buttons(self) -> None:
        for name, each in self._lists.items():
            current = self._current(name)
            each.views_button.name(current.name if current else "")

    def choose(self, view: View) -> None:
        """Show what a view shows."""
        definition = read_view(view.definition)
        if definition is None:
            what = _("The view “{name}” cannot be read: it was made by a later version of Onrecord.")
            self.failed.emit(OnrecordError(what.format(name=view.name), _("Nothing was changed.")))
        elif self._lists[view.shows].show_view(definition):
            self._chosen[view.shows] = view.id
            self._name_buttons()

    def show_as_at_first(self, name: str) -> None:
        """Show all lines of a list, with its columns as they are at first."""
        if self._lists[name].show_view(Definition()):
            self._chosen.pop(name, None)
            self._name_buttons()

    def save_as(self, name: str) -> None:
        """Ask for a name, and keep what a table shows as a view."""
        typed = asking.ask_view_name(self._window)
        if self.project and typed is not None:
            views, definition = self.project.views, write_view(self._lists[name].shown())
            edit = self._do(lambda: make_view(views, name, typed, definition))
            if edit:
                self._chosen[name] = edit.changes[0].row.id
                self._name_buttons()

    def replace(self, view: View) -> None:
        """Let a view show what its table shows now."""
        self._do(lambda: replace_view(view, write_view(self._lists[view.shows].shown())))

    def rename(self, view: View) -> None:
        """Ask for another name of a view."""
        typed = asking.ask_view_name(self._window, view.name)
        if self.project and typed is not None:
            views = self.project.views
            self._do(lambda: rename_view(views, view, typed))

    def delete(self, view: View) -> None:
        """Delete a view; the table stays as it is."""
        if self._do(lambda: delete_view(view)):
            self.hint.emit(_("The view “{name}” was deleted. Ctrl+Z brings it back.").format(name=view.name))

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        """Make an edit and write it; return None if it was refused, which is reported."""
        try:
            edit = make()
        except OnrecordError as error:
            self.failed.emit(error)
            return None
        return edit if self.project and self.project.do(edit) else None


def _plain(name: str) -> str:
    """Return a name for a menu, in which "&" has a meaning."""
    return name.replace("&", "&&")
