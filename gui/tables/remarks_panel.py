"""The pane of remarks: what is to be discussed and what has a note, in the whole project."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup

from gui.project.project import Project
from gui.tables.bar import switch
from gui.tables.panel import TablePanel
from gui.tables.remarks_model import RemarksTableModel, Wanted
from gui.tables.table import Table
from models.attributes.comparing import Operator
from models.entities import Claim
from models.lines.order import Condition
from models.lines.remark import Remark
from models.places import Place
from models.translation import _, counted

SWITCHES = {Wanted.ALL: _("All"), Wanted.TO_DISCUSS: _("To discuss"), Wanted.WITH_NOTE: _("Notes")}
CONDITIONS: dict[Wanted, tuple[Condition, ...]] = {
    Wanted.ALL: (),
    Wanted.TO_DISCUSS: (Condition("discuss", Operator.FILLED),),
    Wanted.WITH_NOTE: (Condition("note", Operator.FILLED),),
}
"""What views keep in place of the switches."""


class RemarksPanel(TablePanel):
    """The remarks. Enter goes to the record; notes are read and written here, and flags are taken off."""

    def __init__(self) -> None:
        self._remarks = RemarksTableModel()
        self._switches = {wanted: switch(words) for wanted, words in SWITCHES.items()}
        table = Table(self._remarks, "remarks")
        super().__init__(table, self._remarks, Claim, _("Filter remarks"), *self._switches.values())
        self.setObjectName("remarks_panel")
        self.narrowing.buttons = self
        self._remarks.setParent(self)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.view.lines_when_narrow = 2
        self.view.header.setSortIndicatorShown(True)
        group = QButtonGroup(self)
        for wanted, button in self._switches.items():
            group.addButton(button)
            button.clicked.connect(lambda _checked, wanted=wanted: self._show_only(wanted))
        self._switches[Wanted.ALL].setChecked(True)
        for signal in (self.view.opened, self.view.doubleClicked, self.view.place_requested):
            signal.connect(self._go_to)
        self.add_model(self._remarks)
        self._remarks.dataChanged.connect(self.tell_count)
        self._remarks.modelReset.connect(self._begin)
        self.say_hint()

    def set_project(self, project: Project | None) -> None:
        """Show another project, or none."""
        super().set_project(project)
        self.say_hint()

    def _show_only(self, wanted: Wanted) -> None:
        self._remarks.show_only(wanted)
        self.narrowing.tell_changed()

    def pressed(self) -> tuple[Condition, ...]:
        """Return the condition that says what the pressed switch says."""
        return CONDITIONS[self._remarks.wanted]

    def release(self) -> None:
        """Show all remarks again."""
        if not self._switches[Wanted.ALL].isChecked():
            self._switches[Wanted.ALL].click()

    def _begin(self) -> None:
        """Put the keyboard into the first line, if it is in the table and there is no current one."""
        if self.view.hasFocus() and self._remarks.rowCount() and not self.view.currentIndex().isValid():
            self.view.show_cell(0, self.view.header.shown()[0])

    def _go_to(self, index: QModelIndex) -> None:
        line = self._remarks.line(index.row())
        place = self._remarks.place_of(line, index.column()) if isinstance(line, Remark) else None
        if place:
            self.place_requested.emit(place)

    def show_selection(self, place: Place | None) -> None:
        """Show the line of the selected record, if it has a remark."""
        record = (place.record or place.article) if place else None
        if record and record != self.view.record() and self._remarks.row_of(record) is not None:
            self.choose(record)

    def tell_count(self) -> None:
        """Show how many records are to be discussed, and how many have a note."""
        remarks = self._remarks.remarks
        flagged = sum(line.about.discuss for line in remarks)
        noted = sum(line.about.note is not None for line in remarks)
        parts = [
            _("{count:,} to discuss").format(count=flagged) if flagged else "",
            counted("{count:,} note", "{count:,} notes", noted) if noted else "",
        ]
        self.bar.say(" · ".join(part for part in parts if part))

    def say_hint(self) -> None:
        """Say what is missing while there are no remarks."""
        if self.project is None:
            self.view.set_hint("", "")
        elif self.narrowing.is_narrowed or not self._switches[Wanted.ALL].isChecked():
            self.view.set_hint(
                _("Nothing matches the filter"),
                _("“All” without a filter and without conditions shows everything again."),
            )
        else:
            self.view.set_hint(
                _("Nothing to discuss, and no notes"),
                _("Ctrl+M flags the selected record; a note is typed in its details."),
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._remarks.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._remarks.set_active(False)
