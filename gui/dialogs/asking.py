"""Ask questions, always in plain text, so that a title is never taken for markup."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import Shiboken

from gui.dialogs.question import Question
from models.translation import _


def confirm(parent: QWidget, question: str, explanation: str, yes: str) -> bool:
    """Ask before doing something that affects more than one record; Cancel is the default."""
    return _agreed(_box(parent, question, explanation), yes)


def confirm_with(parent: QWidget, question: str, explanation: str, yes: str, also: str) -> bool | None:
    """Ask as `confirm` does, with a box to tick for what `also` is to be done, if anything.

    Return whether it was ticked; None if the answer is Cancel.
    """
    box = _box(parent, question, explanation)
    tick = QCheckBox(also)
    if also:
        box.setCheckBox(tick)
    return bool(also) and tick.isChecked() if _agreed(box, yes) else None


class Unsaved(Enum):
    """What is done about changes that could not be saved, before their project is closed."""

    SAVE_AGAIN = auto()
    SAVE_COPY = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_about_unsaved(parent: QWidget, question: str, explanation: str, usual: Unsaved = Unsaved.SAVE_AGAIN) -> Unsaved:
    """Ask what to do about changes that could not be saved; `usual` is the default, and Esc cancels."""
    box = _box(parent, question, explanation)
    box.setObjectName("unsaved")
    box.setIcon(box.Icon.Warning)
    answers: dict[QPushButton, Unsaved] = {
        box.addButton(_("Save &Again"), box.ButtonRole.AcceptRole): Unsaved.SAVE_AGAIN,
        box.addButton(_("Save a &Copy…"), box.ButtonRole.ActionRole): Unsaved.SAVE_COPY,
        box.addButton(_("&Discard"), box.ButtonRole.DestructiveRole): Unsaved.DISCARD,
        (cancel := box.addButton(box.StandardButton.Cancel)): Unsaved.CANCEL,
    }
    box.setDefaultButton(next(button for button, answer in answers.items() if answer is usual))
    box.setEscapeButton(cancel)
    answered = _answer(box)
    return next((answer for button, answer in answers.items() if button is answered), Unsaved.CANCEL)


def _box(parent: QWidget, question: str, explanation: str) -> Question:
    """Make a message box with plain text."""
    box = Question(parent)
    box.setObjectName("confirm")
    box.setIcon(box.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_("Onrecord"))
    box.setText(question)
    box.setInformativeText(explanation)
    return box


def _agreed(box: Question, yes: str) -> bool:
    """Give a box the button of that name and Cancel, and return whether the answer is yes."""
    accept = box.addButton(yes, box.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(box.StandardButton.Cancel))
    return _answer(box) is accept


def _answer(box: Question) -> QAbstractButton | None:
    """Wait for the answer, then delete the box; WA_DeleteOnClose might delete it before its answer is read.

    There is no answer where the window that asks has gone meanwhile, and the box with it: a second click that comes
    with the answer can still reach that window.
    """
    box.exec()
    if not Shiboken.isValid(box):
        return None
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked


def ask_address(parent: QWidget) -> str | None:
    """Ask for the address of a page to fetch from the internet."""
    typed, accepted = QInputDialog.getText(
        parent,
        _("Import Web Address"),
        _("Address of the page. It is fetched from the internet once, and kept as it is fetched:"),
    )
    return typed.strip() or None if accepted else None


def ask_coder(parent: QWidget, coder: str) -> str | None:
    """Ask for the initials of the coder, for every record made from now on."""
    initials, accepted = QInputDialog.getText(
        parent,
        _("Coder"),
        _("Your initials. They are kept with every record you make:"),
        QLineEdit.EchoMode.Normal,
        coder,
    )
    return initials.strip() or None if accepted else None


def ask_view_name(parent: QWidget, name: str = "") -> str | None:
    """Ask for the name of a view of a table; None if it is cancelled."""
    typed, accepted = QInputDialog.getText(parent, _("View"), _("Name of the view:"), QLineEdit.EchoMode.Normal, name)
    return typed if accepted else None


def ask_export_name(parent: QWidget, name: str = "") -> str | None:
    """Ask for the name of an export; None if it is cancelled."""
    typed, accepted = QInputDialog.getText(
        parent, _("Export"), _("Name of the export:"), QLineEdit.EchoMode.Normal, name
    )
    return typed if accepted else None
