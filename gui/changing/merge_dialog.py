"""The dialog that merges speakers: who stays, and whose value is kept where they differ."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from models.actions.speakers import Taken
from models.codebook.codebook import Codebook
from models.counts import count_of
from models.entities import Claim, Speaker
from models.ids import Id
from models.known import Known
from models.speaker_lists.differing import conflicts
from models.text.excerpts import shortened
from models.text.name_lists import join_names
from models.translation import _, counted, ngettext

MOST_CHARACTERS = 60
"""Characters of a value that are shown."""


class MergeDialog(QDialog):
    """Shows what a merge does. `decided` carries the id of the speaker who stays, and what is taken from others."""

    decided = Signal(str, object)

    def __init__(
        self, parent: QWidget, people: Sequence[Speaker], claims: Mapping[Id, int], known: Known, codebook: Codebook
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge")
        self.setWindowTitle(_("Merge Speakers"))
        self._people, self._claims, self._known, self._codebook = list(people), claims, known, codebook
        self.kept, self.choices = DropDown(), dict[str, DropDown]()
        self.kept.setAccessibleName(_("Stays"))
        for each in self._people:
            self.kept.addItem(f"{each.name} ({count_of(Claim, claims[each.id])})", each.id)
        self._differ = PlainLabel(_("They differ in this; what is chosen is kept:"))
        self._form, self._area, self._says = QFormLayout(), QScrollArea(), PlainLabel()
        self._stays = PlainLabel(_("Stays"), wrapped=False)
        self._lay_out()
        self.kept.currentIndexChanged.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        question = counted("Merge {count:,} speaker into one?", "Merge {count:,} speakers into one?", len(self._people))
        top, body = QFormLayout(), QWidget()
        top.addRow(self._stays, self.kept)
        for form in (top, self._form):
            form.setSpacing(10)
        self._form.setContentsMargins(0, 0, 0, 0)
        body.setLayout(self._form)
        body.setObjectName("details_body")
        self._area.setObjectName("details")
        self._area.setWidget(body)
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(question, "details_heading"))
        column.addLayout(top)
        column.addWidget(self._differ)
        column.addWidget(self._area, 1)
        column.addWidget(self._says)
        column.addStretch()
        column.addWidget(DialogButtons(self, _("&Merge")))
        self.setMinimumWidth(520)

    def _show(self) -> None:
        """Offer the values of all, those of who stays first, and say what becomes of names and claims."""
        stays = self._people[self.kept.currentIndex()]
        gone = [each for each in self._people if each is not stays]
        found = conflicts([stays, *gone], self._known, self._codebook)
        while self._form.rowCount():
            self._form.removeRow(0)
        self.choices = {each.of: DropDown() for each in found}
        for each in found:
            choice = self.choices[each.of]
            choice.setAccessibleName(each.label)
            for who, text in each.options:
                choice.addItem(f"{shortened(text, MOST_CHARACTERS)} ({self._known.speakers[who].name})", who)
            self._form.addRow(PlainLabel(each.label, wrapped=False), choice)
        self._align()
        self._differ.setVisible(bool(found))
        self._area.setVisible(bool(found))
        self._says.setText(self._does(stays, gone))

    def _align(self) -> None:
        """Give all labels one width, and the values no more room than they need."""
        labels = [self._stays, *(label for each in self.choices.values() if (label := self._form.labelForField(each)))]
        for label in labels:
            label.setMinimumWidth(max(each.sizeHint().width() for each in labels))
        spaces = self._form.spacing() * (len(self.choices) - 1)
        self._area.setMaximumHeight(sum(each.sizeHint().height() for each in self.choices.values()) + max(spaces, 0))

    def _does(self, stays: Speaker, gone: Sequence[Speaker]) -> str:
        claims = sum(self._claims[each.id] for each in gone)
        names = join_names([each.name for each in gone])
        said = [
            counted("{count:,} claim goes to", "{count:,} claims go to", claims) + f" {stays.name}.",
            ngettext(
                "{names} stays as another name, and all aliases are kept.",
                "{names} stay as other names, and all aliases are kept.",
                len(gone),
            ).format(names=shortened(names, 200)),
            _("Notes are joined."),
            _("Undo brings everything back."),
        ]
        return " ".join(said)

    def accept(self) -> None:
        """Close, and report the decision."""
        super().accept()
        taken = tuple(Taken(of, choice.currentData()) for of, choice in self.choices.items())
        self.decided.emit(self.kept.currentData(), taken)
