"""The menus of the list of articles: what can be done with the selected ones, and the order and columns of the list."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from gui.commands.article_commands import MARK_DONE
from gui.commands.cell_commands import CHANGE_SELECTED, COPY
from gui.commands.record_commands import DELETE_SELECTED, DISCUSS
from gui.commands.view_commands import ADD_CONDITION, GROUP_BY
from gui.panels.article_list_view import copy_titles
from gui.widgets.letter_menu import LetterMenu, add_menu
from gui.widgets.menu_entries import add_command, add_entry
from models.ids import Id
from models.lines.article_line import ArticleLine
from models.lines.order import Sort
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.panels.article_list import ArticleList


def article_menu(listed: "ArticleList", articles: Sequence[Id], *, writable: bool) -> QMenu:
    """Make the menu of some articles, at least one; the caller deletes it."""
    menu, count, model = LetterMenu(listed), len(articles), listed.model
    menu.setObjectName("article_menu")
    done = model.known.done.issuperset(articles)

    def with_lines(then: Callable[[Sequence[ArticleLine]], None]) -> Callable[[], None]:
        return lambda: model.with_lines(articles, then)

    open_ = partial(listed.article_requested.emit, articles[0])
    add_entry(menu, _("&Open"), open_, key="Return", name="article_open", enabled=count == 1)
    menu.addSeparator()
    words = _("Mark as Not &Done") if done else _("Mark as &Done")
    mark = with_lines(lambda lines: listed.done_requested.emit(lines, not done))
    add_command(menu, MARK_DONE, mark, words=words, enabled=writable)
    add_command(menu, DISCUSS, with_lines(listed.discuss_requested.emit), enabled=writable)
    words = _("C&hange…")
    add_command(menu, CHANGE_SELECTED, with_lines(listed.change_requested.emit), words=words, enabled=writable)
    menu.addSeparator()
    words = _("&Copy Title") if count == 1 else _("&Copy Titles")
    add_command(menu, COPY, with_lines(copy_titles), words=words)
    menu.addSeparator()
    several = counted("De&lete {count:,} Article…", "De&lete {count:,} Articles…", count)
    words = _("De&lete…") if count == 1 else several
    add_command(menu, DELETE_SELECTED, with_lines(listed.delete_requested.emit), words=words, enabled=writable)
    return menu


def list_menu(listed: "ArticleList") -> QMenu:
    """Make the menu of the order and the columns; the caller deletes it."""
    menu, header = LetterMenu(listed), listed.view.header
    menu.setObjectName("article_list_choices")
    order = add_menu(menu, _("&Sort By"))
    order.setObjectName("sort_articles")
    first = header.sorts[0] if header.sorts else None
    sorting = [each for each in header.columns if listed.model.criterion(each)]
    entries = [(_("Order of Import"), ""), *((each.title, each.key) for each in sorting)]
    for words, key in entries:
        entry = add_entry(order, words, partial(_sort_by, listed, key), name=f"sort_by_{key or 'import'}")
        entry.setCheckable(True)
        entry.setChecked(key == (first.column if first else ""))
    order.addSeparator()
    entry = add_entry(order, _("&Descending"), partial(_turn, listed), name="descending", enabled=first is not None)
    entry.setCheckable(True)
    entry.setChecked(first is not None and first.descending)
    columns = header.columns_menu()
    columns.setParent(menu, Qt.WindowType.Popup)
    columns.setTitle(_("&Columns"))
    menu.addMenu(columns)
    add_command(menu, ADD_CONDITION, listed.add_condition)
    add_command(menu, GROUP_BY, listed.group_by)
    return menu


def _sort_by(listed: "ArticleList", column: str) -> None:
    """Sort by a column, or take the order of import; by the column that it is, the other way round."""
    sorts = listed.view.header.sorts
    if column and sorts and sorts[0].column == column:
        _turn(listed)
    else:
        listed.view.header.set_sorts((Sort(column),) if column else ())


def _turn(listed: "ArticleList") -> None:
    """Sort the other way round."""
    first, *others = listed.view.header.sorts
    listed.view.header.set_sorts((Sort(first.column, descending=not first.descending), *others))
