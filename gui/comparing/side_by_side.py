"""Two articles side by side with what differs, and what can be done about them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.correcting.plain_editor import PlainEditor
from gui.widgets.plain_label import PlainLabel
from models.correcting.found_again import FoundAgain, find_again
from models.counts import claims_and_numbers
from models.entities import Claim
from models.ids import Id
from models.records import ArticleRecords
from models.text.aligning import aligned
from models.text.ranges import Range
from models.translation import _, counted


class SideBySide(QDialog):
    """Shows two articles; the words that only one of them has are marked.

    It blocks all windows, so that the records stay as they are. Each signal closes it.
    """

    copy_wanted = Signal(object)
    """The records of one article are to be copied to the other: a `FoundAgain`."""
    go_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget, first: ArticleRecords, other: ArticleRecords, *, writable: bool) -> None:
        super().__init__(parent)
        self.setObjectName("side_by_side")
        self.setWindowTitle(_("Compare Articles"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        gaps = aligned(first.text, other.text).gaps
        self.first = ArticleSide(first, find_again(first, other), [gap.old for gap in gaps], writable=writable)
        self.other = ArticleSide(other, find_again(other, first), [gap.new for gap in gaps], writable=writable)
        row = QHBoxLayout()
        row.setSpacing(20)
        for side in (self.first, self.other):
            row.addWidget(side, 1)
            side.copy.clicked.connect(lambda _checked, found=side.found: self._end(self.copy_wanted, found))
            side.go.clicked.connect(lambda _checked, article=side.article: self._end(self.go_wanted, article))
            side.delete.clicked.connect(lambda _checked, article=side.article: self._end(self.delete_wanted, article))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.resize(1180, 680)

    def _end(self, wanted: SignalInstance, what: FoundAgain | Id) -> None:
        self.accept()
        wanted.emit(what)


class ArticleSide(QWidget):
    """One of the two articles."""

    def __init__(
        self, records: ArticleRecords, found: FoundAgain, only_here: Sequence[Range], *, writable: bool
    ) -> None:
        super().__init__()
        self.article, self.found = records.article.id, found
        title = PlainLabel(records.article.title, "details_heading")
        self.editor = PlainEditor(records.article.title, records.text, read_only=True)
        self.editor.mark(only_here)
        self.copy = _button(_("Copy Records to the Other"), enabled=writable and bool(found.found))
        self.go = _button(_("Go to"), enabled=True)
        self.delete = _button(_("Delete…"), enabled=writable)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.go)
        row.addWidget(self.delete)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(PlainLabel(_about(records)))
        column.addWidget(self.editor, 1)
        column.addWidget(PlainLabel(sentences(found)))
        column.addLayout(row)


def _button(words: str, *, enabled: bool) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setEnabled(enabled)
    return button


def _about(records: ArticleRecords) -> str:
    article = records.article
    return " · ".join(each for each in (article.outlet, article.byline, article.published) if each)


def sentences(found: FoundAgain) -> str:
    """Return how much is recorded in an article, and what of it can be copied to the other, in sentences."""
    records = found.source
    if not records.claims and not records.numbers:
        return _("Nothing is recorded here.")
    claims = sum(isinstance(each, Claim) for each in found.found)
    said = []
    if found.found:
        copied = claims_and_numbers(claims, len(found.found) - claims)
        said.append(_("{records} can be copied.").format(records=copied))
    if found.missing:
        missing = counted(
            "The words of {count:,} record are not in the other.",
            "The words of {count:,} records are not in the other.",
            len(found.missing),
        )
        said.append(missing)
    if found.already:
        there = counted("{count:,} is there already.", "{count:,} are there already.", len(found.already))
        said.append(there)
    return " ".join(said)
