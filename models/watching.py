"""Who watches long work: what is being done, how far that is, and whether to stop."""

from collections.abc import Callable
from dataclasses import dataclass

from models.errors import Interrupted


def _nothing(*_told: object) -> None:
    return


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Is told each `step` in words, and how far it is: how much is done, of how much; 0 of 0 if that is not known.

    It is asked whether the work is to be stopped, which then raises Interrupted and leaves everything as it was.
    """

    step: Callable[[str], object] = _nothing
    advanced: Callable[[int, int], object] = _nothing
    stopped: Callable[[], bool] = _never

    def expect_wanted(self) -> None:
        """Raise Interrupted if the work is to be stopped."""
        if self.stopped():
            raise Interrupted

    def go_on(self, done: int, of: int) -> None:
        """Tell how far the work is. Raises Interrupted if it is to be stopped."""
        self.expect_wanted()
        self.advanced(done, of)

    def begin(self, words: str) -> None:
        """Tell that a step begins of which it is not known how much there is to do."""
        self.step(words)
        self.advanced(0, 0)


UNWATCHED = Watch()
"""Nobody watches, and nothing stops the work."""
