"""The fields of a profile: the line between two articles, and the labels in them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from models.articles.database_profile import Profile
from models.translation import _

FIELDS = (
    ("name", _("Name"), _("of the database")),
    ("separator", _("Line between articles"), "Document # of #"),
    ("title", _("Label of the title"), _("Headline, Title")),
    ("outlet", _("Label of the outlet"), "Source"),
    ("date", _("Label of the date"), "Date"),
    ("byline", _("Label of the byline"), "Author"),
    ("text", _("Label of the text"), "Body"),
    ("end", _("Label after the text"), "Copyright"),
    ("others", _("Other labels"), _("Length, Page, Section")),
)


class ProfileForm(QWidget):
    """A line for each field. `changed` says that one was typed in."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.lines: dict[str, QLineEdit] = {}
        for name, label, example in FIELDS:
            line = self.lines[name] = QLineEdit()
            line.setPlaceholderText(example)
            line.setAccessibleName(label)
            line.textEdited.connect(self.changed)
            form.addRow(label, line)

    @property
    def profile(self) -> Profile:
        """Return the profile as it is typed."""
        return replace(Profile(), **{name: line.text().strip() for name, line in self.lines.items()})

    def put(self, profile: Profile) -> None:
        """Show a profile."""
        for name, line in self.lines.items():
            line.setText(getattr(profile, name))
        self.changed.emit()
