"""The Help menu, and the message at the start about an earlier crash."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.system.log import log_path, note_crashes_reported, unreported_crash
from gui.widgets.notice import News, Notice, Offer
from gui.window.menu_bar import listed_keys
from models.translation import _

CRASHED = _(
    "Onrecord crashed. Every finished edit is saved. The log says where it happened; please send it to the makers of "
    "Onrecord:"
)


class Help(QObject):
    """Shows the guide, the keys, the log and About. `hint` says where the log is if no program can show it."""

    hint = Signal(str)

    def __init__(self, window: QWidget, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._notice = window, notice

    def show_keys(self) -> None:
        """Show all keys in a dialog beside the window, if they are not shown yet."""
        from gui.dialogs.keys import KeysDialog

        dialog = self._window.findChild(KeysDialog) or KeysDialog(listed_keys(), self._window)
        dialog.show()
        dialog.activateWindow()

    def show_guide(self) -> None:
        """Show the guide in a dialog beside the window, at the page where it is if it is shown already."""
        from gui.dialogs.guide import GuideDialog

        dialog = self._window.findChild(GuideDialog) or GuideDialog(self._window)
        dialog.show()
        dialog.activateWindow()

    def show_log(self) -> None:
        """Open the log in the system's program for text files."""
        if not log_path().exists() or not log_path().stat().st_size:
            self.hint.emit(_("The log is empty: nothing has gone wrong."))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_path()))):
            self.hint.emit(_("The log is {path}.").format(path=log_path()))

    def show_about(self) -> None:
        """Show the About dialog."""
        from gui.dialogs.about import show_about

        show_about(self._window)

    def tell_of_crash(self) -> None:
        """Say that the program crashed last time, unless that has been said; other notices come first."""
        if unreported_crash():
            words = f"{self._notice.words}\n\n{CRASHED} {log_path()}".strip()
            self._notice.show_news(News(words, (Offer(_("Show Log"), self.show_log),)))
            note_crashes_reported()
