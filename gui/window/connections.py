"""Connect the parts of the main window: who hears of what."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow
    from gui.window.workspace import Workspace

LATER = Qt.ConnectionType.QueuedConnection
"""For slots that must wait until the current event, such as a drop from another program, has been handled."""


def connect_parts(window: "MainWindow") -> None:
    """Connect the parts that open, import and export files with each other, and with what the coder is told."""
    _connect_files(window)
    _connect_others(window)
    _connect_words(window)


def _connect_files(window: "MainWindow") -> None:
    """Say how opening a project goes, and open what is chosen."""
    file, status = window.project_file, window.status
    file.opening.began.connect(status.say)
    file.opening.ended.connect(status.rest)
    file.closing.connect(window.works.end_all)
    file.not_opened.connect(window.restoring.offer)
    file.coder_changed.connect(status.show_state)
    file.coder_changed.connect(window.menus.show_article)  # coders undo only their own edits
    status.coder_clicked.connect(file.choose_coder)
    window.middle.start.set_actions(window.menus.actions)
    for offering in (window.middle.start, window.menus):
        offering.recent_chosen.connect(file.open_path)


def _connect_others(window: "MainWindow") -> None:
    """Connect work in the background, what is dropped on it, and what happens when the coder comes back to it."""
    window.works.begun.connect(window.status.show_work)
    window.works.ended.connect(window.catching_up.look, LATER)
    window.returned.connect(window.catching_up.look, LATER)
    window.returned.connect(window.saving_again.try_again, LATER)
    window.catching_up.missing_changed.connect(window.status.show_state)
    window.dropping.dropped.connect(window.importing.take_drop, LATER)
    window.menus.exports_wanted.connect(window.exporting.fill_menu)
    window.preferring.kept.connect(window.middle.notice.hide)  # which may say what was switched off
    window.preferring.kept.connect(window.backing_up.begin_anew)
    for showing in (window.showing_history, window.checking):
        showing.undo_wanted.connect(window.undoing.undo)
        showing.redo_wanted.connect(window.undoing.redo)
    window.undoing.hint.connect(window.checking.tell_undone)


def _connect_words(window: "MainWindow") -> None:
    """Show errors and news in the notice, and hints in the status line."""
    files = window.project_file, window.copying, window.importing
    projects, pages = window.importing_projects, window.importing_pages
    tools = window.importing_tables, projects, pages, window.listing_speakers, window.checking
    working = (*files, window.exporting, *tools, window.works)
    watching = window.backing_up, window.saving_again, window.catching_up, window.counting_places
    helping = window.pasting, window.help, window.undoing, window.showing_history
    for failing in working:
        failing.failed.connect(window.middle.notice.show_error)
    for telling in (window.saying_where, *files, projects, pages):
        telling.told.connect(window.middle.notice.show_news)
    for hinting in (*working, *watching, *helping):
        hinting.hint.connect(window.status.say)


def connect_workspace(window: "MainWindow", made: "Workspace") -> None:
    """Connect what shows a project with the parts that were there before."""
    made.command_wanted.connect(window.menus.do)
    window.menus.title_bars_wanted.connect(made.panes.docks.show_title_bars)
    window.menus.columns_wanted.connect(made.pane_commands.add_columns)
    window.menus.assistance_wanted.connect(made.assisting.fill_menu)
    window.menus.views_wanted.connect(made.viewing.fill_for_front)
    for importing in (window.importing, window.importing_projects):
        importing.arrived.connect(window.middle.focus_article)
    for showing in (window.checking, window.comparing, window.editing_codebook, window.showing_history):
        showing.place_requested.connect(made.navigation.go_to)
    window.counting_places.counted.connect(made.panes.article_list.model.changes.take_open_places)
    window.comparing.delete_wanted.connect(made.changing_articles.delete_article)
    window.editing_codebook.pin_wanted.connect(made.pinning.pin)
    made.selection.changed.connect(window.status.rest)
    made.hint.connect(window.status.say)
    made.figures.connect(window.status.show_figures)
    made.told.connect(window.middle.notice.show_news)
    made.failed.connect(window.middle.notice.show_error)
