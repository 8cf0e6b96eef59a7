"""What is asked before files are read, such as which columns of a table hold what: one step after the other."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.articles.how_to_read import AS_FOUND, HowToRead

Then = Callable[[HowToRead], None]
Step = Callable[[QWidget, Sequence[Path], HowToRead, Then], None]
"""Asks over a window how some files are to be read, and calls what follows with the answer, at once if there is nothing
to ask. If the coder cancels, it calls nothing.
"""

STEPS: tuple[Step, ...] = ()
"""The steps in their order."""


def ask_how(window: QWidget, paths: Sequence[Path], then: Then, how: HowToRead = AS_FOUND, at: int = 0) -> None:
    """Take every step, and then go on with what the coder said in them."""
    if at == len(STEPS):
        then(how)
    else:
        STEPS[at](window, paths, how, lambda said: ask_how(window, paths, then, said, at + 1))
