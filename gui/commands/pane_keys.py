"""The keys that a pane handles itself, taken from its commands."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.commands.command import Command

Verb = Callable[[], object]


def verbs_by_key(verbs: Mapping[Command, Verb]) -> dict[str, Verb]:
    """Return what each key of some commands does, by its portable name."""
    return {QKeySequence(key).toString(): verb for command, verb in verbs.items() for key in command.keys}


def key_of(event: QKeyEvent) -> str:
    """Return the portable name of the pressed key; a key of the keypad is the same as any other."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | modifiers.value).toString()
