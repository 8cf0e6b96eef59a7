"""Edit > Preferences: show what can be set, and keep it."""

from PySide6.QtCore import QObject, Signal

from gui.dialogs.opening import open_over
from gui.dialogs.preferences import Preferences, Preferred
from gui.system.settings import Settings
from gui.work.context import Context


class Preferring(QObject):
    """Shows the preferences, which belong to the person at this computer and not to a project."""

    kept = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self.dialog: Preferences | None = None

    def show_preferences(self) -> None:
        """Show what is set now."""
        settings = self._context.file.settings
        self.dialog = Preferences(self._context.window, _now(settings))
        self.dialog.decided.connect(self._keep)
        open_over(self._context.window, self.dialog)

    def _keep(self, wanted: Preferred) -> None:
        file = self._context.file
        file.settings.fetches_pages = wanted.fetches_pages
        file.settings.backs_up, file.settings.backups = wanted.backs_up, wanted.backups
        if wanted.coder and wanted.coder != file.settings.coder:
            file.work_as(wanted.coder)
        self.kept.emit()


def _now(settings: Settings) -> Preferred:
    return Preferred(settings.coder, settings.fetches_pages, settings.backs_up, settings.backups)
