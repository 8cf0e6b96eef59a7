"""Ask what the columns of a table say, where it is not certain which of them has the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.describing.article_preview import ArticlePreview
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from models.articles.tables.choosing import UnmappedTable
from models.articles.tables.columns import BODIES, Columns, Role
from models.articles.tables.first_article import first_article
from models.errors import UnreadableArticle
from models.translation import _

ROLES = (
    (None, _("Not used")),
    (Role.TEXT, _("Text")),
    (Role.HTML, _("Text with markup")),
    (Role.TITLE, _("Title")),
    (Role.OUTLET, _("Outlet")),
    (Role.BYLINE, _("Byline")),
    (Role.PUBLISHED, _("Date")),
    (Role.ADDRESS, _("Address")),
    (Role.LANGUAGE, _("Language")),
    (Role.KEY, _("Id")),
)

LONGEST = 60
"""Code points of a cell that are shown beside the name of its column."""


class ColumnsDialog(QDialog):
    """Lists the columns with the first of their cells. `confirmed` carries what they say."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget, table: UnmappedTable) -> None:
        super().__init__(parent)
        self.setObjectName("columns_dialog")
        self.setWindowTitle(_("Columns of a Table"))
        self._table = table
        self.roles = [self._role(name) for name in table.names]
        self.preview = ArticlePreview()
        self.buttons = DialogButtons(self, _("Use Columns"))
        self._lay_out()
        self._follow()
        self.roles[0].setFocus()

    def _role(self, name: str) -> DropDown:
        said = {column: role for role, column in self._table.proposed.pairs}
        field = DropDown()
        field.setAccessibleName(name)
        for _role, words in ROLES:
            field.addItem(words)
        field.setCurrentIndex([role for role, _words in ROLES].index(said.get(name)))
        field.currentIndexChanged.connect(self._follow)
        return field

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self._columns(), 1)
        both.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self._table.what, "details_heading"))
        column.addWidget(PlainLabel(_("What the columns say is remembered for every table with the same columns.")))
        column.addLayout(both, 1)
        column.addWidget(self.buttons)
        self.resize(940, 580)

    def _columns(self) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(2, 1)
        for row, (name, role) in enumerate(zip(self._table.names, self.roles, strict=True)):
            grid.addWidget(PlainLabel(name, wrapped=False), row, 0)
            grid.addWidget(role, row, 1)
            grid.addWidget(PlainLabel(self._example(row), "hint", wrapped=False), row, 2)
        grid.setRowStretch(len(self.roles), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _example(self, at: int) -> str:
        cells = (" ".join(row.cells[at].split()) for row in self._table.sample)
        cell = next(filter(None, cells), "")
        return cell if len(cell) <= LONGEST else f"{cell[:LONGEST]}…"

    @property
    def said(self) -> Columns:
        """Return what the columns say."""
        chosen = (
            (ROLES[field.currentIndex()][0], name) for field, name in zip(self.roles, self._table.names, strict=True)
        )
        return Columns(tuple((role, name) for role, name in chosen if role))

    def _follow(self) -> None:
        """Show the first article as the columns say it is."""
        has_text = bool(self.said.of(*BODIES))
        self.buttons.yes.setEnabled(has_text)
        if not has_text:
            self.preview.put(_("Say which column has the text."), None)
            return
        try:
            self.preview.put(_("The first article"), first_article(self._table, self.said))
        except UnreadableArticle as refusal:
            self.preview.put(refusal.what, None)

    def accept(self) -> None:
        """Report what the columns say, and close."""
        if self.said.of(*BODIES):
            self.confirmed.emit(self.said)
            super().accept()
