"""A dialog with another text for an article, which shows what becomes of the records before anything is changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QSplitter, QVBoxLayout, QWidget

from gui.correcting.fates_model import FatesModel, FatesView
from gui.correcting.plain_editor import PlainEditor
from gui.dialogs import asking
from gui.project.project import Project
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.plain_label import PlainLabel
from models.correcting.correction import Correction, correct
from models.errors import OnrecordError
from models.records import ArticleRecords
from models.text.carrying import Fate
from models.translation import _, counted

PAUSE = 250
"""Milliseconds without a key press after which the records are looked for in the text."""


class CorrectionDialog(QDialog):
    """Shows a text beside the records that it concerns. `confirmed` carries the correction that was shown, and whether
    the records that need a look are to be flagged.

    It blocks all windows, so that the records stay as they are.
    """

    confirmed = Signal(object, bool)

    def __init__(self, parent: QWidget, title: str, editor: PlainEditor, project: Project) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._project, self.editor = project, editor
        self.correction: Correction | None = None
        self.summary = PlainLabel(name="details_heading")
        self._model = FatesModel()
        self.list = FatesView(self._model)
        self.list.activated.connect(self._find_words)
        self.list.clicked.connect(self._find_words)
        self.flag = QCheckBox(_("&Flag records that need a look as to be discussed"))
        self.flag.setObjectName("flag")
        buttons = DialogButtons(self, title)
        self.yes = buttons.yes
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self.finished.connect(lambda _result: self._project.reader.forget(self))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self._beside(), 1)
        self.column.addWidget(self.flag)
        self.column.addWidget(buttons)
        self.resize(1120, 640)

    def _beside(self) -> QSplitter:
        """Put the text on the left, and the records on the right."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.editor)
        both.addWidget(side)
        both.setSizes([560, 520])
        return both

    def make(self) -> Callable[[], Correction]:
        """Return what makes the correction, in another thread; it may raise OnrecordError."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Look for the records after a pause; what is shown cannot be confirmed any more."""
        self.wait("…")
        self._pause.start()

    def wait(self, words: str) -> None:
        """Show a sentence while there is nothing to confirm."""
        self.correction = None
        self.summary.setText(words)
        self.yes.setEnabled(False)

    def _ask(self) -> None:
        make = self.make()
        self._project.reader.ask(self, lambda _view: _made(make), self.show_correction)

    def show_correction(self, found: Correction | OnrecordError) -> None:
        """Show what a text does to the records, or why it cannot be the text of the article."""
        if isinstance(found, OnrecordError):
            self.wait(str(found))
            self._model.put(())
            return
        self.correction = found
        records = found.carried_records()
        self._model.put(records)
        self.summary.setText(sentences(found))
        needs_look = any(each.fate is Fate.CHANGED for each in records)
        self.flag.setEnabled(needs_look)
        self.yes.setEnabled(found.changes_anything)

    def _find_words(self) -> None:
        """Select the words of the current record in the text."""
        row = self.list.currentIndex().row()
        if self.correction and 0 <= row < len(self._model.records):
            left = self.correction.left_of(self._model.records[row].record.id)
            if left and self.correction.text == self.editor.text:
                self.editor.select((left[0].start, left[0].end))

    def accept(self) -> None:
        """Close, and report the correction that is shown; without one, stay open."""
        if self.correction and self.correction.changes_anything:
            super().accept()
            self.confirmed.emit(self.correction, self.flag.isChecked())


def _made(make: Callable[[], Correction]) -> Correction | OnrecordError:
    try:
        return make()
    except OnrecordError as error:
        return error


def sentences(correction: Correction) -> str:
    """Return in sentences what becomes of the records: how many stay, need a look, and are deleted."""
    fates = [each.fate for each in correction.carried_records()]
    if not correction.changes_anything:
        return _("Nothing is changed yet.")
    said = []
    if not fates:
        said.append(_("Nothing is recorded in this article."))
    if same := fates.count(Fate.SAME):
        said.append(counted("{count:,} record keeps its words.", "{count:,} records keep their words.", same))
    if changed := fates.count(Fate.CHANGED):
        said.append(counted("{count:,} record needs a look.", "{count:,} records need a look.", changed))
    if gone := fates.count(Fate.GONE):
        deleted = counted(
            "{count:,} record is deleted, since its words are gone.",
            "{count:,} records are deleted, since their words are gone.",
            gone,
        )
        said.append(deleted)
    return " ".join(said)


class CorrectTextDialog(CorrectionDialog):
    """The text of an article can be edited."""

    def __init__(self, parent: QWidget, records: ArticleRecords, project: Project) -> None:
        super().__init__(parent, _("Correct Text"), PlainEditor(_("Text of the article"), records.text), project)
        self.setObjectName("correct_text")
        self._records = records
        self.editor.changed.connect(self.look_again)
        self.editor.edit.setFocus()
        self.show_correction(correct(records, records.text))

    def make(self) -> Callable[[], Correction]:
        records, text = self._records, self.editor.text
        return lambda: correct(records, text)

    def reject(self) -> None:
        """Close without a correction; what was typed in the text goes only after a question."""
        if not self.editor.edit.document().isModified() or self._may_drop():
            super().reject()

    def _may_drop(self) -> bool:
        question = _("Discard what you have changed in the text?")
        return asking.confirm(self, question, _("The article stays as it was."), _("&Discard"))
