"""The form in which a draw is planned: the method and what it needs, the size, the seed and the population."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.widgets.drop_down import DropDown
from gui.widgets.number_box import NumberBox
from models.entities import SampleMethod
from models.sampling.lots import MOST, new_seed
from models.sampling.plan import Plan
from models.translation import _

METHODS = {
    SampleMethod.RANDOM: _("At random"),
    SampleMethod.BY_OUTLET: _("At random, by outlet"),
    SampleMethod.BY_MONTH: _("At random, by month"),
    SampleMethod.CONSTRUCTED_WEEK: _("Constructed weeks"),
}
STRATIFIED = (SampleMethod.BY_OUTLET, SampleMethod.BY_MONTH)
LARGEST = 1_000_000
SIZES = {SampleMethod.RANDOM: 100, SampleMethod.CONSTRUCTED_WEEK: 2}
"""The sizes that are proposed; that of strata is that of a random sample."""


class PlanForm(QWidget):
    """Fields of a plan; those that the method does not need are hidden."""

    changed = Signal()

    def __init__(self, populations: Sequence[str]) -> None:
        """`populations` are the articles that can be drawn from, in words."""
        super().__init__()
        self.name, self.method, self.amount, self.seed = QLineEdit(), DropDown(), NumberBox(), NumberBox()
        self.population = DropDown()
        self.equal = QCheckBox(_("Equall&y many from each"))
        self.unknown = QCheckBox()
        self.each_outlet = QCheckBox(_("Other dates for each &outlet"))
        self.of_a_day = NumberBox()
        self._fill(populations)
        self._lay_out()
        self._connect()
        self._show_method()

    def _fill(self, populations: Sequence[str]) -> None:
        named = {
            self.name: _("Name"),
            self.method: _("Method"),
            self.amount: _("Size"),
            self.seed: _("Seed"),
            self.population: _("Population"),
            self.of_a_day: _("Articles of a date"),
        }
        for field, words in named.items():
            field.setAccessibleName(words)
        for method, words in METHODS.items():
            self.method.addItem(words, method)
        self.population.addItems(populations)
        self.amount.setRange(1, LARGEST)
        self.amount.setValue(SIZES[SampleMethod.RANDOM])
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setGroupSeparatorShown(False)
        self.seed.setValue(new_seed())
        self.of_a_day.setRange(0, LARGEST)
        self.of_a_day.setSpecialValueText(_("All"))
        self.unknown.setChecked(True)

    def _lay_out(self) -> None:
        self.another = QToolButton()
        self.another.setText(_("&Another"))
        self.another.setToolTip(_("Propose another seed, from 1 to {most:,}").format(most=MOST))
        self.another.clicked.connect(lambda: self.seed.setValue(new_seed()))
        seed = QHBoxLayout()
        seed.addWidget(self.seed, 1)
        seed.addWidget(self.another)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.form.addRow(_("&Name"), self.name)
        self.form.addRow(_("Draw &from"), self.population)
        self.form.addRow(_("&Method"), self.method)
        self.form.addRow(_("&Size"), self.amount)
        self.form.addRow(_("Of a da&te"), self.of_a_day)
        for box in (self.equal, self.unknown, self.each_outlet):
            self.form.addRow("", box)
        label = QLabel(_("S&eed"))
        label.setBuddy(self.seed)
        self.form.addRow(label, seed)

    def _connect(self) -> None:
        self.method.currentIndexChanged.connect(self._change_method)
        self.population.currentIndexChanged.connect(self.changed)
        for box in (self.equal, self.unknown, self.each_outlet):
            box.toggled.connect(self.changed)
        self.equal.toggled.connect(self._show_method)
        for number in (self.amount, self.seed, self.of_a_day):
            number.valueChanged.connect(self.changed)

    @property
    def _method(self) -> SampleMethod:
        return SampleMethod(self.method.currentData())

    def _change_method(self) -> None:
        """Propose a size of the same unit if the size counts something else now."""
        weeks = self._method is SampleMethod.CONSTRUCTED_WEEK
        if weeks != (self.amount.suffix() == self._suffix(weeks=True)):
            self.amount.setValue(SIZES[SampleMethod.CONSTRUCTED_WEEK if weeks else SampleMethod.RANDOM])
        self._show_method()
        self.changed.emit()

    def _suffix(self, *, weeks: bool = False, each: bool = False) -> str:
        return _(" weeks") if weeks else _(" articles of each") if each else _(" articles")

    def _show_method(self) -> None:
        method = self._method
        stratified, weeks = method in STRATIFIED, method is SampleMethod.CONSTRUCTED_WEEK
        self.form.setRowVisible(self.equal, stratified)
        self.form.setRowVisible(self.unknown, stratified)
        self.form.setRowVisible(self.each_outlet, weeks)
        self.form.setRowVisible(self.of_a_day, weeks)
        by_outlet = method is SampleMethod.BY_OUTLET
        self.unknown.setText(_("Also articles without an o&utlet") if by_outlet else _("Also articles &without a date"))
        self.amount.setSuffix(self._suffix(weeks=weeks, each=stratified and self.equal.isChecked()))

    def plan(self) -> Plan:
        """Return what the fields say."""
        method = self._method
        stratified, weeks = method in STRATIFIED, method is SampleMethod.CONSTRUCTED_WEEK
        return Plan(
            method,
            self.amount.value(),
            self.seed.value(),
            equal=stratified and self.equal.isChecked(),
            unknown=self.unknown.isChecked() if stratified else True,
            of_a_day=(self.of_a_day.value() or None) if weeks else None,
            each_outlet=weeks and self.each_outlet.isChecked(),
        )
