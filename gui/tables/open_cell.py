"""A cell that is being typed in, from the key that opens it until its text is written or dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QPersistentModelIndex

from gui.editors.making import Editor
from gui.editors.offers import Offers
from models.edits import Edit

Write = Callable[[Any, str], Edit]
"""Makes an edit from a record and what was typed, or raises OnrecordError."""


@dataclass(frozen=True, slots=True)
class Prefill:
    """The first contents of a cell for a record that was just made.

    `text` fills it and is taken unless the coder changes it. `prompt` is shown faintly while the cell is empty.
    `picked` means that the first row of the list is picked, so that Enter takes it. `write` replaces the attribute's
    own.
    """

    text: str
    prompt: str
    picked: bool
    offers: Offers
    write: Write


class State(Enum):
    """What is being done with a cell."""

    OPENING = auto()
    TYPING = auto()
    WRITING = auto()
    CLOSED = auto()


@dataclass(slots=True)
class OpenCell:
    """One cell with its editor. `index` is invalid once the line is gone.

    A cell opened `from_text` returns there when it is closed. Afterwards the coder goes on `step` lines further down
    (or up, if negative), but `stays` if a question about what was typed comes first. Undo makes a prefill `declined`;
    Undo is then the window's.
    """

    index: QPersistentModelIndex
    prefill: Prefill | None = None
    from_text: bool = False
    editor: Editor | None = None
    state: State = State.OPENING
    step: int = 0
    stays: bool = False
    declined: bool = False

    @property
    def confirmed(self) -> bool:
        """Whether the cell's text is taken when the coder goes elsewhere: it was typed, or it was filled in."""
        touched = self.editor is not None and self.editor.touched
        return touched or bool(self.prefill and self.prefill.text and not self.declined)

    @property
    def is_open(self) -> bool:
        """Whether the cell is neither being written nor closed already."""
        return self.state in (State.OPENING, State.TYPING)
