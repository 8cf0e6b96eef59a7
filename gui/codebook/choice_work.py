"""From gestures in the tree of choices and the list of examples to edits."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from gui.codebook.changes import Changes, Wish
from gui.codebook.choice_pane import ChoicePane
from gui.codebook.split_dialog import SplitDialog
from gui.codebook.wishes import to_delete_choice, to_merge_choices, to_move_choice, to_recode_choice, to_rename_choice
from gui.dialogs.opening import open_over
from gui.dialogs.picking import PickDialog
from gui.project.project import Project
from models.actions.choices import add_choice, change_choice, move_choice, split_choice
from models.actions.codebook import unpin_example
from models.attributes.attribute import Required
from models.codebook.codebook import Codebook
from models.codebook.naming import free_code
from models.codebook.reach import Coded
from models.entities import Choice
from models.errors import OnrecordError
from models.ids import Id
from models.translation import _

LATER = Qt.ConnectionType.QueuedConnection
"""For slots that must wait until a cell of the tree is closed, since they show the tree again."""


class ChoiceWork(QObject):
    """Adds, renames, moves, merges, splits and deletes choices, and removes examples."""

    def __init__(self, pane: ChoicePane, changes: Changes, window: QWidget) -> None:
        super().__init__(window)
        self._pane, self._changes, self._window = pane, changes, window
        self.dialog: PickDialog | None = None
        tree = pane.tree
        tree.made.connect(self._make, LATER)
        tree.renamed.connect(self._rename, LATER)
        tree.recoded.connect(self._recode, LATER)
        tree.moved.connect(self._move, LATER)
        tree.delete_requested.connect(self.delete)
        tree.merge_requested.connect(self.merge)
        tree.split_requested.connect(self.split)
        pane.colour_wanted.connect(self._colour)
        pane.examples.remove_requested.connect(self._remove_example)
        pane.remove.clicked.connect(lambda: self._remove_example(pane.examples.example))

    @property
    def _project(self) -> Project | None:
        project = self._changes.project
        return project if project and not project.store.read_only else None

    @property
    def _codebook(self) -> Codebook:
        project = self._changes.project
        return project.codebook if project else Codebook()

    def _make(self, variable: Id, label: str, parent: Id | None) -> None:
        """Add a choice with a label; its code is proposed from that."""
        known = [each.value for each in self._codebook.choices_of(variable)]
        choice = Choice(variable=variable, value=free_code(label, known), label=label, parent=parent)
        if self._changes.do(lambda: add_choice(self._codebook, choice)):
            self._pane.tree.choose(choice.id)
        else:
            self._pane.show_again()

    def _rename(self, choice: Id, label: str) -> None:
        self._retype(choice, label, to_rename_choice, _("Choice"))

    def _recode(self, choice: Id, code: str) -> None:
        self._retype(choice, code, to_recode_choice, _("Code"))

    def _retype(self, choice: Id, typed: str, to_retype: Callable[[Codebook, Choice, str], Wish], words: str) -> None:
        """Write what was typed into a cell, after showing which answers it concerns; the tree shows the choice as it
        is, if that is refused or not wanted.
        """
        known = self._codebook.choices.get(choice)
        if known is None:
            return
        if typed:
            self._changes.ask_first(to_retype(self._codebook, known, typed), self._pane.show_again)
        else:
            self._changes.refused.emit(Required(words))
            self._pane.show_again()

    def _move(self, choice: Id, parent: Id | None, at: int) -> None:
        """Move a choice, after showing which answers it concerns if it comes below another one."""
        codebook = self._codebook
        known, above = codebook.choices.get(choice), codebook.choices.get(parent or "")
        if self._project is None or known is None:
            return
        if known.parent == parent:
            self._changes.do(lambda: move_choice(codebook, known, above, at))
        else:
            self._changes.ask_first(to_move_choice(codebook, known, above, at))

    def _colour(self, colour: str | None) -> None:
        choice = self._pane.choice
        if choice and self._project:
            self._changes.do(lambda: change_choice(self._codebook, choice, colour=colour))

    def delete(self) -> None:
        """Delete the selected choice, after showing which answers it has."""
        choice = self._pane.choice
        if choice and self._project:
            self._changes.ask_first(to_delete_choice(self._codebook, choice))

    def merge(self) -> None:
        """Ask which choice the selected one is merged into, then show which answers change."""
        gone = self._pane.choice
        if gone is None or self._project is None:
            return
        codebook, below = self._codebook, self._codebook.with_those_below(gone)
        others = [each for each in codebook.choices_of(gone.variable) if each not in below]
        question = _("Merge “{choice}” into:").format(choice=codebook.path_label(gone))
        self.dialog = PickDialog(self._window, _("Merge Choices"), question, _("Merge…"))
        self.dialog.show_entries([(f"{codebook.path_label(each)} · {each.value}", each.id) for each in others])
        self.dialog.picked.connect(lambda kept: self._merge(gone.id, kept))
        open_over(self._window, self.dialog)

    def _merge(self, gone: Id, kept: Id) -> None:
        choices = self._codebook.choices
        if gone in choices and kept in choices:
            self._changes.ask_first(to_merge_choices(self._codebook, choices[gone], choices[kept]))

    def split(self) -> None:
        """Show the records that were coded with the selected choice, and ask which of them go to a new one."""
        project, choice = self._project, self._pane.choice
        if project and choice:
            project.reader.ask(
                self, lambda view: view.coded_with(choice.id), partial(self._show_split, project, choice)
            )

    def _show_split(self, project: Project, choice: Choice, coded: list[Coded]) -> None:
        if project is not self._project:
            return

        def refuse(label: str) -> str:
            try:
                split_choice(project.codebook, choice, label, (), ())
            except OnrecordError as error:
                return error.advice
            return ""

        dialog = SplitDialog(self._window, project.codebook.path_label(choice), coded, refuse)
        dialog.decided.connect(partial(self._split, project, choice))
        open_over(self._window, dialog)

    def _split(self, project: Project, choice: Choice, label: str, going: set[Id]) -> None:
        """Split the choice, after reading the answers as they are now."""
        if project is self._project and choice.id in project.codebook.choices:
            project.do_in_thread(
                _("Splitting a choice"),
                lambda write: split_choice(
                    project.codebook, choice, label, write.answers_under(choice.variable, [choice.id]), going
                ),
            )

    def _remove_example(self, example: Id | None) -> None:
        anchor = self._codebook.anchors.get(example or "")
        if anchor and self._project:
            self._changes.do(lambda: unpin_example(anchor))
