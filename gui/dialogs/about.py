"""Help > About Onrecord."""

from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.theme import theme
from models.translation import _

PROMISE = _(
    "Every finished edit is on disk when the cell closes. A crash or a power cut loses at most the cell being typed. "
    "A damaged file is never overwritten. Nothing leaves the computer."
)


def show_about(parent: QWidget) -> None:
    """Show the name, the version and what the program promises."""
    box = QMessageBox(parent)
    box.setObjectName("about")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_("About Onrecord"))
    box.setIconPixmap(theme().icon("onrecord").pixmap(64, 64))
    box.setText(f"Onrecord {version('onrecord')}")
    box.setInformativeText(_("Who said what, with which numbers.") + f"\n\n{PROMISE}")
    box.open()
