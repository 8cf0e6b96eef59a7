"""The buttons at the foot of a dialog."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox


class DialogButtons(QDialogButtonBox):
    """Cancel, and one verb: `yes` is its button, and the default. They reject and accept the dialog."""

    def __init__(self, dialog: QDialog, verb: str) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Cancel)
        self.yes = self.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setDefault(True)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
