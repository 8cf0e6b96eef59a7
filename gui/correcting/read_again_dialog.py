"""An article is read again from its file in another encoding, and what becomes of its records is shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from gui.correcting.correction_dialog import CorrectionDialog
from gui.correcting.plain_editor import PlainEditor
from gui.project.project import Project
from models.articles.how_to_read import HowToRead
from models.correcting.correction import Correction
from models.correcting.reading_again import read_again
from models.errors import OnrecordError
from models.incoming.encodings import ENCODINGS
from models.records import ArticleRecords
from models.translation import _

MOST_MARKED = 500
"""Differences that are marked in the text; with more, each key would be slow."""


class ReadAgainDialog(CorrectionDialog):
    """Shows the text as it is read in the encoding that is chosen; it begins with what the file shows today."""

    def __init__(self, parent: QWidget, records: ArticleRecords, data: bytes, project: Project) -> None:
        editor = PlainEditor(_("Text of the article"), records.text, read_only=True)
        super().__init__(parent, _("Read Again"), editor, project)
        self.setObjectName("read_again")
        self._records, self._data = records, data
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(_("Encoding"))
        self.encoding.addItem(_("As the file shows"))
        for label, encoding in ENCODINGS:
            self.encoding.addItem(f"{encoding} – {label}", encoding)
        form = QFormLayout()
        form.addRow(_("&Encoding"), self.encoding)
        self.column.insertLayout(0, form)
        self.encoding.currentIndexChanged.connect(self.look_again)
        self.encoding.setFocus()
        self.look_again()

    def make(self) -> Callable[[], Correction]:
        records, data, how = self._records, self._data, HowToRead(encoding=self.encoding.currentData())
        return lambda: read_again(records, data, how)

    def show_correction(self, found: Correction | OnrecordError) -> None:
        """Show the text too, with what differs marked."""
        if isinstance(found, Correction):
            self.editor.put(found.text)
            self.editor.mark([gap.new for gap in found.alignment.gaps][:MOST_MARKED])
        super().show_correction(found)
