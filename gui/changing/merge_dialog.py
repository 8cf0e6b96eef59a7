"""The dialog that merges speakers: who stays, and whose value is kept where they differ."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.actions.speakers import Taken
from models.codebook.codebook import Codebook
from models.counts import count_of
from models.entities import Claim, Speaker
from models.ids import Id
from models.known import Known
from models.speaker_lists.differing import conflicts
from models.text.excerpts import shortened
from models.text.name_lists import join_names
from models.translation import _, counted

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
        self.kept, self.choices = QComboBox(), dict[str, QComboBox]()
        self.kept.setAccessibleName(_("Stays"))
        for each in self._people:
            self.kept.addItem(f"{each.name} ({count_of(Claim, claims[each.id])})", each.id)
        self._says, self._form = _plain(""), QFormLayout()
        heading = _plain(
            counted("Merge {count:,} speaker into one?", "Merge {count:,} speakers into one?", len(self._people))
        )
        heading.setObjectName("details_heading")
        top = QFormLayout()
        top.addRow(_("Stays"), self.kept)
        self._differ = _plain(_("They differ in this; what is chosen is kept:"))
        body, area = QWidget(), QScrollArea()
        self._form.setContentsMargins(0, 0, 0, 0)
        body.setLayout(self._form)
        body.setObjectName("details_body")
        area.setObjectName("details")
        area.setWidget(body)
        area.setWidgetResizable(True)
        self._area = area
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(_("&Merge"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addLayout(top)
        column.addWidget(self._differ)
        column.addWidget(area, 1)
        column.addWidget(self._says)
        column.addStretch()
        column.addWidget(buttons)
        self.kept.currentIndexChanged.connect(self._show)
        self.setMinimumWidth(520)
        self._show()

    def _show(self) -> None:
        """Offer the values of all, those of who stays first, and say what becomes of names and claims."""
        stays = self._people[self.kept.currentIndex()]
        gone = [each for each in self._people if each is not stays]
        found = conflicts([stays, *gone], self._known, self._codebook)
        while self._form.rowCount():
            self._form.removeRow(0)
        self.choices = {each.of: QComboBox() for each in found}
        for each in found:
            choice = self.choices[each.of]
            choice.setAccessibleName(each.label)
            for who, text in each.options:
                choice.addItem(f"{shortened(text, MOST_CHARACTERS)} ({self._known.speakers[who].name})", who)
            self._form.addRow(each.label, choice)
        self._differ.setVisible(bool(found))
        self._area.setVisible(bool(found))
        self._says.setText(self._does(stays, gone))

    def _does(self, stays: Speaker, gone: Sequence[Speaker]) -> str:
        claims = sum(self._claims[each.id] for each in gone)
        names = join_names([each.name for each in gone])
        said = [
            counted("{count:,} claim goes to", "{count:,} claims go to", claims) + f" {stays.name}.",
            _("{names} stay as other names, and all aliases are kept.").format(names=shortened(names, 200)),
            _("Notes are joined."),
            _("Undo brings everything back."),
        ]
        return " ".join(said)

    def accept(self) -> None:
        """Close, and report the decision."""
        super().accept()
        taken = tuple(Taken(of, choice.currentData()) for of, choice in self.choices.items())
        self.decided.emit(self.kept.currentData(), taken)


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
