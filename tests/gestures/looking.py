"""Check what must be true between any two gestures: file, memory, table and text agree, and the window is in order."""

import ctypes
import gc
import os
import resource
from dataclasses import dataclass
from itertools import zip_longest
from math import inf
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.article.marks import CURRENT, RECORDS, SUGGESTIONS, Mark
from gui.tables import StatementsPanel
from gui.tables.statements_model import StatementsTableModel
from gui.window.main_window import MainWindow
from gui.work.article_display import mark_of
from tests.access_keys import shared_letters
from tests.example import every_statement
from tests.snapshots import memory_of, rows_of, speakers_of

MOST_WINDOWS = 110
"""With every dialog open there are up to 94, half of them menus; one that is never deleted passes this limit soon."""

FORGOTTEN = "was forgotten for good"

WAKING, OF_QT = "anon_inode:[eventfd]", "Thread (pooled)"
"""What the system calls the handle that wakes a thread of Qt, and Qt its threads for pictures."""


def wrong(window: MainWindow) -> list[str]:
    """Return what does not hold now."""
    return [*_of_records(window), *_of_window(window)]


def _of_records(window: MainWindow) -> list[str]:
    project = window.project
    if project is None:
        return []
    found = []
    if speakers_of(project.registry) != speakers_of(project.store.registry()):
        found.append("the speakers in memory are not those of the file")
    if records := project.records:
        article = records.article.id
        if memory_of(records) != memory_of(project.store.article_records(article)):
            found.append("the records in memory are not those of the file")
        recorded = {mark.span: mark for mark in _marks(window) if mark.layer == RECORDS}
        if recorded != {span.id: mark_of(span) for span in records.spans.values()}:
            found.append("the marks of the text are not the spans of the file")
        shown = window.workspace.view.document().toRawText().replace("\u2029", "\n")
        if not window.workspace.view.text == records.text == shown:
            found.append("the text is not that of the article")
        model = window.workspace.panes.panel(StatementsPanel)._of_article
        lines = [model.line(row) for row in range(model.rowCount()) if not model.suggested(row)]
        found += _of_suggestions(window, model)
        filed = [each for each in every_statement(project.store) if each.article.id == article]
        cells = [
            [column.display(line, project.registry) if line else None for column in model.columns] for line in lines
        ]
        right = [[column.display(line, project.registry) for column in model.columns] for line in filed]
        found += [
            f"the table shows {one!a} and not {other!a}" for one, other in zip_longest(cells, right) if one != other
        ]
    return found


def _marks(window: MainWindow) -> list[Mark]:
    """Return all marks of the text."""
    index = window.workspace.view.display.page.marks.index
    index.reach(inf)
    return [*index._by_span.values()]


def _of_suggestions(window: MainWindow, model: StatementsTableModel) -> list[str]:
    """Return what does not hold of suggestions: text and table show those that are open."""
    in_text = {mark.id for mark in _marks(window) if mark.layer in (SUGGESTIONS, CURRENT)}
    in_table = {line.offered.id for row in range(model.rowCount()) if (line := model.suggested(row))}
    open_ = {each.id for each in window.workspace.suggestions.open}
    return ["text and table do not show the suggestions that are open"] * (not in_text == in_table == open_)


def _of_window(window: MainWindow) -> list[str]:
    found = []
    focus = QApplication.focusWidget()
    if window.isActiveWindow() and (focus is None or not focus.isVisible()):
        found.append(f"the keyboard is nowhere: {_where(focus)}")
    if len(QApplication.topLevelWidgets()) > MOST_WINDOWS:
        gc.collect()  # windows of an earlier test may wait for the collector
    tops = QApplication.topLevelWidgets()
    found += shared_letters(window)
    if len(tops) > MOST_WINDOWS:
        found.append(f"{len(tops)} windows: {sorted({type(each).__name__ for each in tops})}")
    return found


def _where(widget: QWidget | None) -> str:
    """Return a widget that is hidden and what hides it, for a person to read."""
    path = []
    while widget is not None:
        path.append(
            type(widget).__name__ + ("" if widget.isVisible() else " hidden" if widget.isHidden() else " inside")
        )
        widget = widget.parentWidget()
    return " in ".join(path)


def wrong_with_undo(window: MainWindow) -> list[str]:
    """Undo the last edit and do it again: the file must hold the same rows after it, and others between.

    It may be refused where a compact file has forgotten what the edit changed.
    """
    project = window.project
    if project is None or project.store.read_only or project.writing:
        return []  # an edit that is still being written would be undone in place of the one before it
    if project.undo_label is None or not window.finish_editing():
        return []
    label, before = project.undo_label, rows_of(project.store.path)
    refused: list[object] = []
    project.failed.connect(refused.append)
    done = project.undo() and project.redo()
    project.failed.disconnect(refused.append)
    forgotten = any(FORGOTTEN in str(each) for each in refused)
    if not done and not forgotten:
        return [f"“{label}” cannot be undone and done again: {' '.join(map(str, refused))}"]
    return [] if rows_of(project.store.path) == before else [f"“{label}”, undone and done again, is not what it was"]


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is: MB that the process holds, MB of them that C and C++ use, objects of Qt in the window, …

    `things` are objects of Python, `handles` the files, pipes and sockets that are open, `threads` those of Python, Qt
    and every library. Qt starts two threads for large pictures and ends them when it needs none for a while: these are
    left out, and so is what wakes the event loop of a thread.
    """

    memory: float
    used: float
    objects: int
    things: int
    windows: int
    handles: int
    threads: int

    @property
    def words(self) -> str:
        """All of it in words."""
        return (
            f"{self.memory:.1f} MB held, {self.used:.1f} MB used, {self.objects} Qt objects, {self.things} Python "
            f"objects, {self.windows} windows, {self.handles} handles, {self.threads} threads"
        )


def size_of(window: MainWindow) -> Size:
    """Measure, once garbage is collected and the allocator has given back the pages that nothing uses."""
    gc.collect()
    used = _used()
    objects = len(window.findChildren(QObject))
    windows = len(QApplication.topLevelWidgets())
    return Size(_resident(), used, objects, len(gc.get_objects()), windows, _handles(), _threads())


def _handles() -> int:
    """Count what is open; 0 where the system does not list it."""
    listed = Path("/proc/self/fd")
    return sum(each.resolve().name != WAKING for each in listed.iterdir()) if listed.exists() else 0


def _threads() -> int:
    """Count the threads; 0 where the system does not list them."""
    listed = Path("/proc/self/task")
    names = [(each / "comm").read_text().strip() for each in listed.iterdir()] if listed.exists() else []
    return sum(name != OF_QT for name in names)


def _resident() -> float:
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


class _Allocated(ctypes.Structure):
    """What the allocator of GNU says of itself, in bytes."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "used", "free", "top")
    ]


def _used() -> float:
    """MB in use that C and C++ have allocated, Python's own left aside; free pages are given back. 0 elsewhere."""
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2"):
        return 0.0
    library.malloc_trim(0)
    library.mallinfo2.restype = _Allocated
    allocated = library.mallinfo2()
    return float(allocated.used + allocated.hblkhd) / 1e6
