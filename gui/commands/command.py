"""A command: the words, keys and icon of one thing that the coder can do, and what it needs."""

from dataclasses import dataclass
from enum import Enum, auto


class Scope(Enum):
    """Where a key acts: single-letter keys only while the article has the focus."""

    WINDOW = auto()
    TEXT = auto()
    PANE = auto()
    """In the pane that has the focus, which handles the key itself, such as the selected cells of a table."""


class Needs(Enum):
    """What a command needs; without it, the menu entry is disabled."""

    NOTHING = auto()
    PROJECT = auto()
    ARTICLE = auto()
    WRITABLE = auto()
    """An article in a project that may be written to."""
    WRITABLE_PROJECT = auto()
    """A project that may be written to; an article need not be open."""
    NEW_ARTICLE = auto()
    """A project that may be written to, or no project; then one is created."""


@dataclass(frozen=True, slots=True)
class Command:
    """One menu entry. `method` is the path of its method from the window ("workspace.recording.mark_claim"), or just a
    name for a command of the codebook, which its lists carry out themselves.
    """

    method: str
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.ARTICLE
    scope: Scope = Scope.WINDOW
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    """Whether the entry can be checked; the method is then called with True or False."""
    argument: str | None = None
    """The argument of the method."""
    submenu: bool = False
    """Whether the entry is a submenu, which `Menus` fills by its name."""

    @property
    def name(self) -> str:
        """The object name of its action: the last part of `method`, and the argument."""
        return "_".join(filter(None, (self.method.rpartition(".")[2], self.argument)))


SEPARATOR = None

Menu = tuple[Command | None, ...]
"""The entries of a menu, in order; None is a separator."""


def letter(method: str, text: str, key: str, tip: str, icon: str = "") -> Command:
    """Make a command with a single-letter key, which acts only while the article has the focus."""
    return Command(method, text, (key,), Needs.WRITABLE, Scope.TEXT, icon, tip)


def move(method: str, text: str, key: str) -> Command:
    """Make a command with a key that moves the caret or selects text, and changes nothing."""
    return Command(method, text, (key,), Needs.ARTICLE, Scope.TEXT)
