"""The context menu of the list of articles: what can be done with the selected ones."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from gui.widgets.menu_entries import add_entry
from models.entities import Status
from models.lines.article_line import ArticleLine
from models.translation import _, counted

if TYPE_CHECKING:
    from gui.panels.article_list import ArticleList


def article_menu(listed: "ArticleList", lines: Sequence[ArticleLine], *, writable: bool) -> QMenu:
    """Make the menu of some articles, at least one; the caller deletes it."""
    menu, count = QMenu(listed), len(lines)
    menu.setObjectName("article_menu")
    done = all(line.status is Status.DONE for line in lines)
    open_ = partial(listed.article_requested.emit, lines[0].id)
    add_entry(menu, _("&Open"), open_, key="Return", name="article_open", enabled=count == 1)
    menu.addSeparator()
    add_entry(
        menu,
        _("Mark as Not &Done") if done else _("Mark as &Done"),
        partial(listed.done_requested.emit, lines, not done),
        key="Ctrl+Shift+Return",
        icon="" if done else "article-done",
        name="article_done",
        enabled=writable,
    )
    add_entry(
        menu,
        _("To D&iscuss"),
        listed.discuss_requested.emit,
        key="Ctrl+M",
        name="article_to_discuss",
        enabled=writable,
    )
    copy = _("&Copy Title") if count == 1 else _("&Copy Titles")
    add_entry(menu, copy, partial(copy_titles, lines), key="Ctrl+C", name="article_copy")
    menu.addSeparator()
    delete = (
        _("De&lete…") if count == 1 else counted("De&lete {count:,} Article…", "De&lete {count:,} Articles…", count)
    )
    add_entry(
        menu,
        delete,
        partial(listed.delete_requested.emit, lines),
        key="Ctrl+Del",
        icon="delete",
        name="article_delete",
        enabled=writable,
    )
    return menu


def copy_titles(lines: Sequence[ArticleLine]) -> None:
    """Put the titles of articles on the clipboard, a line for each."""
    QGuiApplication.clipboard().setText("\n".join(line.title for line in lines))
