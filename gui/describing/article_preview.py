"""The first article as it would be read: what is known of it, and the beginning of its text without boilerplate."""

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gui.widgets.plain_label import PlainLabel
from models.articles.draft import Draft
from models.translation import _

EMPTY = "–"
MOST = 3000
"""Code points of the text that are shown."""

FIELDS = (
    ("title", _("Title")),
    ("outlet", _("Outlet")),
    ("published", _("Date")),
    ("byline", _("Byline")),
)


class ArticlePreview(QWidget):
    """Shows a draft, or why there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.summary = PlainLabel(name="details_heading")
        self.fields = {name: PlainLabel() for name, _label in FIELDS}
        form = QFormLayout()
        for name, label in FIELDS:
            form.addRow(label, self.fields[name])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Text of the first article"))
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addLayout(form)
        column.addWidget(self.text, 1)

    def put(self, summary: str, draft: Draft | None) -> None:
        """Show an article, or only a summary."""
        self.summary.setText(summary)
        for name, label in self.fields.items():
            label.setText(_shown(name, draft) if draft else EMPTY)
        self.text.setPlainText(draft.body[:MOST] if draft else "")


def _shown(name: str, draft: Draft) -> str:
    """Return a field of an article; of a date that is not certain, its words."""
    words = (draft.published_words or EMPTY) if name == "published" else EMPTY
    return getattr(draft, name) or words
