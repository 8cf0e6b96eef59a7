"""Make a condition of a list: choose a column and an operator, and type or choose what to compare with."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from gui.editors.line_editor import LineEditor
from gui.editors.making import make_member_editor
from gui.editors.offers import ChoiceOffers
from gui.editors.several_editor import SeveralEditor
from gui.theme import theme
from gui.widgets.drop_down import DropDown
from models.attributes.comparing import Operator
from models.errors import OnrecordError
from models.lines.criteria import AttributeCriterion, Criterion
from models.lines.order import Condition
from models.registry import Registry
from models.text.name_lists import join_names
from models.translation import _

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ASKS = _("Type or choose what to look for.")


class ConditionForm(QWidget):
    """A row of fields. Enter makes the condition, Esc leaves."""

    made = Signal(Condition)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("condition_form")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._criteria: Sequence[Criterion] = ()
        self._registry = Registry()
        self.column, self.operator = _combo(_("Column of the condition")), _combo(_("Operator"))
        self.editors: list[LineEditor] = []
        self._between = QLabel(_("and"), self)  # in the layout only between two editors
        self._values = QHBoxLayout()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 6)
        row.setSpacing(6)
        self._values.setSpacing(6)
        row.addWidget(self.column, 3)
        row.addWidget(self.operator, 2)
        row.addLayout(self._values, 4)
        self._accept, self._cancel = (
            _button("check", _("Filter by this condition (Enter)")),
            _button("close", _("Leave (Esc)")),
        )
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._accept)
        self._buttons.addWidget(self._cancel)
        row.addLayout(self._buttons)
        self._accept.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.leave)
        self.column.currentIndexChanged.connect(self._change_column)
        self.operator.currentIndexChanged.connect(self._change_operator)
        for field in (self.column, self.operator):
            field.installEventFilter(self)
        self.hide()

    def stack(self) -> None:
        """Put the fields below each other, for a narrow pane."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._buttons.addStretch(1)

    # What is asked for

    def ask(self, criteria: Sequence[Criterion], registry: Registry, begin: Condition | str) -> None:
        """Ask for a condition about one of some criteria, at least one; begin with a condition, or with a column."""
        self._criteria, self._registry = tuple(criteria), registry
        wanted = begin.column if isinstance(begin, Condition) else begin
        self.column.blockSignals(True)
        self.column.clear()
        self.column.addItems([each.label for each in criteria])
        self.column.setCurrentIndex(next((at for at, each in enumerate(criteria) if each.column == wanted), 0))
        self.column.blockSignals(False)
        self._change_column()
        if isinstance(begin, Condition):
            self._show(begin)
        self.show()
        (self.editors[0] if self.editors else self.operator).setFocus(Qt.FocusReason.OtherFocusReason)
        for editor in self.editors:
            editor.selectAll()  # what is typed replaces what is there

    def _show(self, condition: Condition) -> None:
        self.operator.setCurrentIndex(max(0, [*self._criterion.operators()].index(condition.operator)))
        kind = self._criterion.kind
        shown = [kind.comparison.shown(condition.operator, kind, each, self._registry) for each in condition.values]
        for editor, text in zip(self.editors, shown if len(self.editors) > 1 else [join_names(shown)], strict=False):
            editor.fill(text)

    @property
    def _criterion(self) -> Criterion:
        return self._criteria[self.column.currentIndex()]

    @property
    def _operator(self) -> Operator:
        return [*self._criterion.operators()][max(0, self.operator.currentIndex())]

    def _change_column(self) -> None:
        """Offer the operators of another column; the one that was chosen stays if the column has it too."""
        before = self.operator.currentText()
        self.operator.blockSignals(True)
        self.operator.clear()
        words = [*self._criterion.operators().values()]
        self.operator.addItems(words)
        self.operator.setCurrentIndex(words.index(before) if before in words else 0)
        self.operator.blockSignals(False)
        self._change_operator()

    def _change_operator(self) -> None:
        """Show as many fields as the operator compares with; what was typed stays where it still fits."""
        typed = [editor.text() for editor in self.editors]
        for editor in self.editors:
            editor.dismiss()
            editor.hide()
            editor.deleteLater()
        self._values.removeWidget(self._between)
        self.editors = [self._editor(at) for at in range(self._operator.operands)]
        self._between.setVisible(len(self.editors) == 2)
        for at, editor in enumerate(self.editors):
            if at == 1:
                self._values.addWidget(self._between)
            self._values.addWidget(editor, 1)
            editor.show()  # at once, to take the focus
            if at < len(typed) and not self._criterion.kind.comparison.several:
                editor.setText(typed[at])
        fields: list[QWidget] = [self.operator, *self.editors, self._accept, self._cancel]
        for before, after in pairwise(fields):
            self.setTabOrder(before, after)

    def _editor(self, at: int) -> LineEditor:
        criterion, chooses = self._criterion, self._operator.positive is Operator.IS
        if chooses and criterion.kind.comparison.several and isinstance(criterion, AttributeCriterion):
            editor: LineEditor = make_member_editor(criterion.attributes[0], self._registry)
            editor.open_by_click()
        elif chooses and criterion.kind.comparison.several and criterion.kind.choices:
            editor = SeveralEditor(ChoiceOffers(lambda: criterion.kind.choices, optional=False))
            editor.open_by_click()
        else:
            editor = LineEditor()
        editor.setObjectName("condition_value")
        editor.setAccessibleName(_("Upper value") if at else _("Value"))
        editor.setMinimumWidth(48)
        editor.installEventFilter(self)
        return editor

    # Leaving

    def accept(self) -> None:
        """Make the condition, or explain why what was typed is none."""
        criterion, operator = self._criterion, self._operator
        values: list[str] = []
        for editor in self.editors:
            try:
                found = criterion.kind.comparison.parse(operator, criterion.kind, editor.value(), self._registry)
            except OnrecordError as error:
                self._refuse(editor, error.what)
                return
            if not found:
                self._refuse(editor, ASKS)
                return
            values += found
        self.hide()
        self.made.emit(Condition(criterion.column, operator, tuple(values)))

    @staticmethod
    def _refuse(editor: LineEditor, reason: str) -> None:
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.refuse(reason)

    def leave(self) -> None:
        """Leave without a condition."""
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter make the condition and Esc leave; in a list of completions, Esc closes it first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            editor = watched if isinstance(watched, LineEditor) else None
            if event.key() in ENTER:
                self.accept()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if editor and editor.offering:
                    editor.close_list()
                else:
                    self.leave()
                return True
        return super().eventFilter(watched, event)


def _combo(name: str) -> QComboBox:
    combo = DropDown()
    combo.setAccessibleName(name)
    combo.setMaxVisibleItems(20)
    combo.setMinimumContentsLength(6)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def _button(icon: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme().icon(icon))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    return button
