"""Paste as New Article: show the article that a pasted text gives, to be checked and corrected before it is stored."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.dialogs import asking
from gui.incoming.draft_form import NAMES
from gui.incoming.draft_pane import DraftPane
from gui.widgets.dialog_buttons import DialogButtons
from gui.widgets.drop_down import DropDown
from gui.widgets.plain_label import PlainLabel
from models.articles.draft import Draft
from models.articles.pasted import Pasted, PastedArticles
from models.errors import OnrecordError
from models.incoming.entry import Entry
from models.text.normalising import normalise
from models.translation import _


class PastedDialog(QDialog):
    """Shows the article of a text; its fields and the text can be corrected. `confirmed` carries the draft, and whoever
    adds it closes this dialog. `entry_for` says whether the project has the text already, and what is doubtful about
    it. `read` has the articles if they were read in the background.
    """

    confirmed = Signal(object)

    def __init__(
        self, parent: QWidget, pasted: Pasted, entry_for: Callable[[Draft], Entry], read: PastedArticles | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("paste_article")
        self.setWindowTitle(_("Paste as New Article"))
        self._pasted, self._entry_for = pasted, entry_for
        self._read: Draft | None = None
        """The draft as it was read, to tell what the coder has corrected."""
        self._entry: Entry | None = None
        self._edited = False
        """Whether the coder has edited the text."""
        self.pane = DraftPane()
        self.editing = QPushButton(_("Edit Te&xt"))
        self.editing.setAutoDefault(False)
        self.editing.setCheckable(True)
        self.form_of = DropDown()
        self.form_of.setAccessibleName(_("Read as"))
        self.problem = PlainLabel(name="problem")
        self._page, self._text = (read.page, read.text) if read else (None, None)
        self._lay_out()
        self.resize(720, 680)
        self._connect()
        self.show_page(0)
        self.pane.form.begin()
        if self._read is None:
            self.editing.setChecked(True)

    def _lay_out(self) -> None:
        self.form_of.addItems([_("Read as a web page"), _("Read as plain text")])
        self.form_of.setVisible(self._page is not None)
        self.buttons = DialogButtons(self, _("Add Article"))
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 0, 18, 14)
        foot.addWidget(self.editing)
        foot.addWidget(self.form_of)
        foot.addWidget(self.buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.pane.column.addWidget(self.problem)
        column.addWidget(self.pane, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.pane.corrected.connect(self._show)
        self.pane.form.entered.connect(self.accept)
        self.pane.text.edited.connect(self._take_edited)
        self.editing.toggled.connect(self._edit)
        self.form_of.activated.connect(self.show_page)

    def show_page(self, at: int) -> None:
        """Show the article of the markup (0), if it has one, or that of the text (1)."""
        if found := (self._page if at == 0 else None) or self._text:
            self._take(found)
        else:
            self._take_text(normalise(self._pasted.text))
        if self.editing.isChecked() and self._read:
            self.pane.text.edit(self._read.text)

    def _take_edited(self, text: str) -> None:
        self._edited = True
        self._take_text(text)

    def _take_text(self, text: str) -> None:
        """Read a text, or say why it is no article."""
        try:
            self._take(replace(self._pasted, text=text).as_text)
        except OnrecordError as error:
            self.problem.setText(str(error) if text.strip() else "")
            self._read = None

    def _take(self, draft: Draft) -> None:
        """Show an article that was read; what the coder has corrected in the fields stays."""
        self.problem.setText("")
        now, before = self._entry.draft if self._entry else None, self._read
        kept: dict[str, Any] = {
            name: getattr(now, name) for name in NAMES if now and before and getattr(now, name) != getattr(before, name)
        }
        if now and draft is before:
            kept["boilerplate"] = now.boilerplate
        self._read = draft
        self._show(self._entry_for(replace(draft, **kept)))

    def look_again(self) -> None:
        """Ask once more what is doubtful: more is known now."""
        if self._read:
            self._take(self._read)

    def _show(self, entry: Entry) -> None:
        self._entry = entry
        self.pane.show_entry(entry, same=True)
        self.buttons.yes.setText(_("Add Again") if entry.reason else _("Add Article"))

    def _edit(self, editing: bool) -> None:
        """Let the text be edited, or show it as it will be read."""
        if editing:
            self.pane.text.edit(self._read.text if self._read else normalise(self._pasted.text))
            self.pane.text.editor.setFocus()
        else:
            self.pane.text.read()

    def accept(self) -> None:
        """Report the draft, or explain why the text cannot be an article; the dialog stays until it is added."""
        self.pane.text.report()
        if self._read is None and not self.problem.text():
            self._take_text(self.pane.text.words)
            if self._read is None and not self.problem.text():
                self.problem.setText(_("There is no text yet."))
        if self._read and self._entry and self._entry.draft and self.pane.form.finish_editing():
            self.confirmed.emit(self._entry.draft)

    def reject(self) -> None:
        """Close without adding the article; a text that was edited here goes only after a question."""
        if not (self._edited or self.pane.text.editor.document().isModified()) or self._may_drop():
            super().reject()

    def _may_drop(self) -> bool:
        question = _("Close without adding the article?")
        return asking.confirm(self, question, _("What you have changed here is lost then."), _("Close &Without Adding"))

    def close_accepted(self) -> None:
        """Close, after the article was added."""
        super().accept()
