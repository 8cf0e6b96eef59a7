"""Fold and unfold the boilerplate of the page."""

from collections.abc import Callable, Iterable

from gui.article.caret import Caret
from gui.article.folds import Fold
from gui.article.page_display import PageDisplay
from models.text.ranges import Range
from models.translation import _


class Folding:
    """Opens and closes folds; a caret that would be hidden moves to a visible line."""

    def __init__(self, display: PageDisplay, caret: Caret, hint: Callable[[str], None]) -> None:
        self._display, self._caret, self._hint = display, caret, hint

    def is_folded(self, offset: int) -> bool:
        """Return whether the line at an offset is hidden."""
        return self._display.page.folds.is_hidden(self._display.page.lines.at(offset))

    def fold_around(self, offset: int) -> Fold | None:
        """Return the fold that the line at an offset belongs to."""
        return self._display.page.folds.holding(self._display.page.lines.at(offset))

    def is_open(self, fold: Fold) -> bool:
        """Return whether the lines of a fold are shown."""
        return self._display.page.folds.is_open(fold)

    def set_folded(self, folded: bool) -> None:
        """Close all folds, or open them all."""
        self._turn_all(is_open=not folded)
        self._update()

    def _turn_all(self, *, is_open: bool) -> None:
        for fold in self._display.page.folds.all:
            self._display.page.folds.turn(fold, is_open=is_open)

    def toggle(self, fold: Fold) -> None:
        """Open a closed fold, or close it."""
        self._display.page.folds.turn(fold, is_open=not self.is_open(fold))
        self._update()

    def toggle_boilerplate_at_caret(self) -> None:
        """Open or close the fold that the caret is in, or else the nearest."""
        page = self._display.page
        fold = page.folds.nearest(page.lines.at(self._caret.offset))
        if fold is None:
            self._hint(_("This article has no boilerplate."))
        else:
            self.toggle(fold)

    def set_boilerplate(self, boilerplate: Iterable[Range], *, unfolded: bool = False) -> None:
        """Replace the lines that are boilerplate. New folds are closed, or all open if `unfolded`."""
        self._display.page.set_boilerplate(boilerplate)
        if unfolded:
            self._turn_all(is_open=True)
        self._update()

    def _update(self) -> None:
        self._display.update_folds()
        self._caret.leave_folds(forward=True)
