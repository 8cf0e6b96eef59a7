"""The dialog of the samples: draw one with a preview, and see, enlarge, rename or delete earlier ones."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.project.project import Project
from gui.sampling.asking_for_samples import EVERYTHING, Preview, preview
from gui.sampling.drawn_page import DrawnPage
from gui.sampling.plan_form import LARGEST, PlanForm
from gui.widgets.number_box import NumberBox
from gui.widgets.plain_label import PlainLabel
from models.entities import Sample, SampleMethod
from models.errors import OnrecordError
from models.sampling.definition import read_definition
from models.translation import _, counted
from models.views.definition import Definition as Shown


class SamplesDialog(QDialog):
    """Lists a new sample and those that were drawn; the selected one is shown beside the list.

    `listed` is what the list of articles shows, of which a sample can be drawn; `count` says how many these are.
    """

    draw_wanted = Signal(str, object)
    """A sample is to be kept: its name, and a `Preview`."""
    enlarge_wanted = Signal(object, int)
    rename_wanted = Signal(object, str)
    delete_wanted = Signal(object)
    list_wanted = Signal(object)
    """The articles of a sample are to be listed."""

    def __init__(self, parent: QWidget, project: Project, listed: Shown, count: int, total: int) -> None:
        super().__init__(parent)
        self.setObjectName("samples")
        self.setWindowTitle(_("Samples of Articles"))
        self._project = project
        self._populations = [EVERYTHING, *([listed] if listed.conditions or listed.text else [])]
        words = [counted("All {count:,} article", "All {count:,} articles", total)]
        words += [_("The {count:,} that are listed").format(count=count)] * (len(self._populations) - 1)
        self.list, self.form, self.page = QListWidget(), PlanForm(words), DrawnPage()
        self.known = KnownSample()
        self.error = PlainLabel(name="refusal")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.draw = self._buttons.addButton(_("&Draw"), QDialogButtonBox.ButtonRole.ActionRole)
        self._preview: Preview | None = None
        self._lay_out()
        self._connect()
        self.show_samples()

    def _lay_out(self) -> None:
        self.list.setObjectName("sample_list")
        self.list.setAccessibleName(_("Samples"))
        self.list.setFixedWidth(190)
        self.draw.setDefault(True)
        side = QVBoxLayout()
        side.setSpacing(10)
        for widget in (self.form, self.known, self.page, self.error):
            side.addWidget(widget, 1 if widget is self.page else 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self._buttons)
        self.resize(820, 660)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_current)
        self.form.changed.connect(self._ask)
        self.form.name.textChanged.connect(lambda _text: self._offer())
        self._buttons.rejected.connect(self.reject)
        self.draw.clicked.connect(self._draw)
        self.known.enlarge.clicked.connect(lambda: self.enlarge_wanted.emit(self._current(), self.known.more.value()))
        self.known.rename.clicked.connect(lambda: self.rename_wanted.emit(self._current(), self.known.name.text()))
        self.known.delete.clicked.connect(lambda: self.delete_wanted.emit(self._current()))
        self.known.list.clicked.connect(lambda: self.list_wanted.emit(self._current()))

    # What is shown

    @property
    def _samples(self) -> Sequence[Sample]:
        return self._project.samples.in_order()

    def _current(self) -> Sample | None:
        """Return the sample that is selected; None for a new one."""
        at = self.list.currentRow() - 1
        return self._samples[at] if 0 <= at < len(self._samples) else None

    def show_samples(self, current: Sample | None = None) -> None:
        """List the samples that there are now; one of them is selected, or else a new one."""
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_("New sample"), *(each.name for each in self._samples)])
        ids = [each.id for each in self._samples]
        self.list.setCurrentRow(ids.index(current.id) + 1 if current and current.id in ids else 0)
        self.list.blockSignals(False)
        self._show_current()

    def _show_current(self) -> None:
        sample, writable = self._current(), not self._project.store.read_only
        self.error.hide()
        self.form.setVisible(sample is None)
        self.known.setVisible(sample is not None)
        self.draw.setVisible(sample is None)
        if sample is None:
            self.form.name.setText(self._proposed())
            self.form.name.setFocus()
            self.form.name.selectAll()
            self._ask()
        else:
            self.page.put(read_definition(sample))
            self.known.put(sample, writable=writable)

    def _proposed(self) -> str:
        """Return a name that no sample has."""
        names = (_("Sample {number}").format(number=number) for number in range(1, len(self._samples) + 2))
        return next(each for each in names if self._project.samples.named(each) is None)

    def _ask(self) -> None:
        """Preview what the form asks for."""
        project, plan = self._project, self.form.plan()
        shown = self._populations[self.form.population.currentIndex()]
        project.reader.ask(self, lambda view: preview(project, view, plan, shown), self._take)

    def _take(self, found: Preview) -> None:
        self._preview = found
        if self._current() is None:
            self.page.put(found.definition)
            self._offer()

    def _offer(self) -> None:
        drawn = len(self._preview.outcome.drawn) if self._preview else 0
        self.draw.setText(counted("&Draw {count:,} Article", "&Draw {count:,} Articles", drawn))
        can = drawn > 0 and bool(self.form.name.text().strip()) and not self._project.store.read_only
        self.draw.setEnabled(can)

    def show_error(self, error: OnrecordError) -> None:
        """Say why something was not done."""
        self.error.setText(str(error))
        self.error.show()

    def _draw(self) -> None:
        if self._preview and self._preview.outcome.plan == self.form.plan():
            self.draw_wanted.emit(self.form.name.text(), self._preview)

    def done(self, result: int) -> None:
        """Close; what was asked is not wanted any more."""
        self._project.reader.forget(self)
        super().done(result)


class KnownSample(QWidget):
    """What can be done with a sample that was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.more = QLineEdit(), NumberBox(1, LARGEST)
        self.name.setAccessibleName(_("Name"))
        self.more.setAccessibleName(_("How many more"))
        self.rename, self.enlarge = QPushButton(_("&Rename")), QPushButton(_("&Enlarge"))
        self.list, self.delete = QPushButton(_("&List Its Articles")), QPushButton(_("De&lete"))
        for button in (self.rename, self.enlarge, self.list, self.delete):
            button.setAutoDefault(False)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(_label(_("&Name"), self.name), _row(self.name, self.rename))
        form.addRow(_label(_("Enlarge &by"), self.more), _row(self.more, self.enlarge))
        form.addRow("", _row(self.list, self.delete))

    def put(self, sample: Sample, *, writable: bool) -> None:
        """Show a sample."""
        self.name.setText(sample.name)
        in_weeks = sample.method is SampleMethod.CONSTRUCTED_WEEK
        self.more.setSuffix(_(" weeks") if in_weeks else _(" articles"))
        self.more.setValue(1 if in_weeks else 50)
        for widget in (self.name, self.more, self.rename, self.enlarge, self.delete):
            widget.setEnabled(writable)


def _label(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    return label


def _row(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    row.addWidget(second)
    return row
