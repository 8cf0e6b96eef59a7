"""The offer to make two speakers one, when a speaker is given the name of another."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs import asking
from gui.project.project import Project
from models.actions.speakers import merge_speakers
from models.ids import Id
from models.words import plural


class Merging(QObject):
    """Asks whether two speakers are the same, with how many claims move, and merges them. `hint` says what was done."""

    hint = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._project: Project | None = None

    def set_project(self, project: Project | None) -> None:
        """Merge speakers of another project."""
        self._project = project

    def ask(self, gone: Id, kept: Id) -> None:
        """Ask whether the first speaker is the second, and merge them if so."""
        project = self._project
        if project is None or gone not in project.registry.speakers or kept not in project.registry.speakers:
            return
        one, other = project.registry.speakers[gone], project.registry.speakers[kept]
        claims = project.read(lambda store: store.claims_of(gone))
        others = project.read(lambda store: store.claims_of(kept))
        if claims is None or others is None:
            return
        question = f"Merge {one.name} with {other.name}?"
        explanation = (
            f"{plural(len(claims), 'claim')} of {one.name} will go to {other.name}, "
            f"who has {plural(len(others), 'claim')} so far. "
            f"“{one.name}” is kept as another name. Undo brings everything back."
        )
        if not asking.confirm(self._window, question, explanation, "Merge"):
            return
        if project.do(merge_speakers(project.registry, one, other, claims)):
            self.hint.emit(f"{one.name} and {other.name} are one speaker now. Ctrl+Z brings both back.")
