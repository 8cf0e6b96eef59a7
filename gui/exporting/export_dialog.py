"""The dialog of Export: form, tables, options, statements and folder, with a preview beside them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.exporting.folder_row import FolderRow
from gui.exporting.named_row import NamedRow
from gui.exporting.option_fields import OptionFields
from gui.exporting.options_described import TABULAR
from gui.exporting.preview_pane import PreviewPane
from gui.exporting.previewing import Previewing
from gui.exporting.statements_wanted import StatementsWanted
from gui.project.project import Project
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from gui.widgets.window_place import place_window
from models.entities import Export
from models.errors import OnrecordError
from models.exports.delivery import tables_in
from models.exports.formats import FORMATS, Format
from models.exports.named.definition import Definition, beside, expect_definition, sorted_by, write_export
from models.exports.options import Options
from models.exports.preview import Preview
from models.exports.target import Target
from models.translation import _

USUAL = QSize(1240, 740)

WIDTH = 420
"""Pixels of the part with the choices."""


class ExportDialog(QDialog):
    """Puts an export together; `definition` says what was chosen."""

    def __init__(self, parent: QWidget, project: Project, folder: Path, place: QByteArray) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(_("Export"))
        self._project, self._options = project, Options()
        self._targets: dict[str, Target | OnrecordError] = {}
        self.named = NamedRow(project)
        self.form, self._about, self.problem = DropDown(), PlainLabel(name="hint"), PlainLabel(name="problem")
        self.form.setAccessibleName(_("Form"))
        self.form.addItems([each.label for each in FORMATS])
        self.statements, self.preview = StatementsWanted(project), PreviewPane()
        self.files, self.folder = self.preview.files, FolderRow(self._replaced_in)
        self.buttons = DialogButtons(self, _("&Export"))
        self._rows = QFormLayout()
        self.options = OptionFields(self._rows, project.codebook, self)
        self._arrange()
        self._previewing = Previewing(project.store.path, self)
        self._connect()
        self.put(Definition(folder=str(folder)))
        place_window(self, USUAL, place)
        self.form.setFocus()

    def _arrange(self) -> None:
        rows = self._rows
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setVerticalSpacing(8)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for at, (label, widget) in enumerate(
            (
                (_("&Name"), self.named),
                (_("&Form"), self.form),
                ("", self._about),
                (_("&Statements"), self.statements),
            )
        ):
            rows.insertRow(at, label, widget)
        inside, scrolled = QWidget(), QScrollArea()
        inside.setLayout(rows)
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the field that has the keyboard
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFixedWidth(WIDTH)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(scrolled)
        middle.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(middle, 1)
        for each in (self.folder, self.problem, self.buttons):
            column.addWidget(each)
        self.problem.hide()

    def _connect(self) -> None:
        self.form.currentIndexChanged.connect(self._change)
        for part in (self.files, self.statements, self.options):
            part.changed.connect(self._change)
        self.folder.changed.connect(self._show_possible)
        self.named.chosen.connect(self._show_named)
        self.named.refused.connect(self._refuse)
        self._previewing.made.connect(self._take_target)
        self._previewing.ready.connect(self._show_preview)
        self._previewing.refused.connect(lambda error: self.preview.refuse(str(error)))
        self.finished.connect(self._previewing.stop)

    # What was chosen

    @property
    def format(self) -> Format:
        """The form that is chosen."""
        return FORMATS[max(0, self.form.currentIndex())]

    @property
    def definition(self) -> Definition:
        """What the export does as it was put together."""
        options = replace(self.options.taken(self._options), tables=self.files.wanted)
        folder = beside(self.folder.folder, self._project.store.path)
        return Definition(self.format.name, folder, sorted_by(self.statements.only, options))

    def put(self, definition: Definition) -> None:
        """Show an export, to be changed or run."""
        names = [each.name for each in FORMATS]
        self._options = definition.options
        for part in (self.form, self.options, self.statements, self.folder):
            part.blockSignals(True)
        self.form.setCurrentIndex(names.index(definition.form) if definition.form in names else 0)
        self.options.put(definition.options)
        self.files.want(definition.options.tables)
        self.statements.put(definition.options.only)
        if definition.folder:
            self.folder.path.setText(str(definition.folder_of(self._project.store.path)))
        for part in (self.form, self.options, self.statements, self.folder):
            part.blockSignals(False)
        self._change()

    def _show_named(self, export: Export) -> None:
        try:
            self.put(expect_definition(export))
        except OnrecordError as error:
            self._refuse(error)

    # What follows from it

    def _change(self) -> None:
        """Show what the choices come to."""
        self._about.setText(self.format.description)
        self.options.show_form(self.format.name)
        self.problem.hide()
        self.folder.show_outcome()
        self.preview.wait()
        self._previewing.ask(self.format, self.definition.options)

    def _show_preview(self, found: Preview) -> None:
        self.preview.put(found, tables=self.format.name in TABULAR)

    def _take_target(self, form: Format, target: Target | OnrecordError) -> None:
        """Take what writes a form, or why nothing can, from the thread that has loaded it."""
        self._targets[form.name] = target
        self.folder.show_outcome()

    def _show_possible(self) -> None:
        reason = self._reason()
        self.problem.setText(reason)
        self.problem.setVisible(bool(reason))
        self.buttons.yes.setEnabled(self.folder.possible and not reason)
        self.named.definition = write_export(self.definition)

    def _reason(self) -> str:
        """Return why there can be no export in this form; empty if there can."""
        if self.format.name in TABULAR and not self.files.any_wanted:
            return _("Choose at least one table.")
        target = self._targets.get(self.format.name)
        return target.advice if isinstance(target, OnrecordError) else ""

    def _refuse(self, error: OnrecordError) -> None:
        self.problem.setText(error.advice)
        self.problem.show()

    def _replaced_in(self, folder: Path) -> list[Path]:
        target = self._targets.get(self.format.name)
        if target is None or isinstance(target, OnrecordError):
            return []
        return tables_in(folder, target, self.definition.options)

    def accept(self) -> None:
        """Close, unless something that was typed cannot be read."""
        if self.options.check():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field go on to the next; in the field of the folder, it exports."""
        typing = isinstance(self.focusWidget(), QLineEdit | QSpinBox) and self.focusWidget() is not self.folder.path
        if typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
