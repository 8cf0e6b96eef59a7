"""What the coder asks for in the text: to record the selection, or what is at the caret. Nothing is changed here."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from gui.article.caret_context import CaretContext
from models.text.ranges import Range
from models.translation import _


class RecordRequests(QObject):
    """The commands of the menu "Record", as signals with a range of the text (code points, half-open)."""

    claim_requested = Signal(int, int)
    repeat_requested = Signal(int, int)
    number_requested = Signal(int, int)
    number_before_requested = Signal(int, int)
    speaker_requested = Signal(int, int)
    cue_requested = Signal(int, int)
    part_requested = Signal(int, int)
    boundaries_requested = Signal(int, int)
    words_requested = Signal()
    suggestion_boundaries_requested = Signal(int, int)
    """The current suggestion is to have other boundaries before it is recorded."""
    suggestion_words_requested = Signal(int, int)
    """The words of the current suggestion, from where to where, are to be selected."""
    boilerplate_requested = Signal(int, int)
    always_on_site_requested = Signal(int, int, bool)
    """Lines are to be remembered for the site: as they are if they were marked a moment ago, or else as boilerplate."""

    def __init__(self, parent: QObject, context: CaretContext, hint: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._context, self._caret, self._hint = context, context.caret, hint
        self._marked: tuple[Range, str, Range] | None = None
        """The lines that were marked last, in which text, and where the caret was afterwards: they may be folded."""

    def request_claim(self) -> None:
        """Ask for a claim of the selection, of the current suggestion, or of the sentence at the caret."""
        self._request(self.claim_requested, self._selected_or(self._context.claim_meant))

    def request_repeat(self) -> None:
        """Ask for a claim of the same, by the speaker of the claim before."""
        self._request(self.repeat_requested, self._selected_or(self._context.claim_meant))

    def request_number(self) -> None:
        """Ask for a number of the selection or, with an empty range at the caret's word, for the next to record."""
        start, end = self._caret.range
        word = self._context.word() if start == end else None
        if word and start < word[1]:
            start = end = word[0]
        self.number_requested.emit(start, end)

    def request_number_before(self) -> None:
        """Ask for a number of the selection or, with the empty range at the caret, for the one before to record."""
        self.number_before_requested.emit(*self._caret.range)

    def request_speaker(self) -> None:
        """Ask that the selection, or the word at the caret, names the speaker."""
        self._request(self.speaker_requested, self._selected_or(self._context.word))

    def request_cue(self) -> None:
        """Ask that the selection, or the word at the caret, is the cue."""
        self._request(self.cue_requested, self._selected_or(self._context.word))

    def request_part(self) -> None:
        """Ask to add the selection to the current claim."""
        self._request(self.part_requested, self._caret.range)

    def request_boundaries(self) -> None:
        """Ask to give the current suggestion or selected span the boundaries of the selection, or select its words."""
        if suggestion := self._context.suggestion():
            asked = self._caret.range if self._caret.has_selection else suggestion
            wanted = (self.suggestion_words_requested, self.suggestion_boundaries_requested)
            self._request(wanted[self._caret.has_selection], asked)
        elif self._caret.has_selection:
            self._request(self.boundaries_requested, self._caret.range)
        else:
            self.words_requested.emit()

    def request_boilerplate(self) -> None:
        """Ask to turn the lines of the selection, or the caret's, into boilerplate or back."""
        if lines := self._lines():
            self.boilerplate_requested.emit(*lines)
            self._marked = lines, self._context.page.text, self._caret.range

    def request_always_on_site(self) -> None:
        """Ask to remember for the site of the article the lines that were marked a moment ago, if the caret has not
        been moved since, or else those of the selection or the caret.
        """
        if self._marked and self._marked[1:] == (self._context.page.text, self._caret.range):
            self.always_on_site_requested.emit(*self._marked[0], True)
        elif lines := self._lines():
            self.always_on_site_requested.emit(*lines, False)

    def _lines(self) -> Range | None:
        """Return the lines of the selection, or the line of the caret; if there is none, tell the coder."""
        lines = self._context.page.lines
        touched = [line for line in lines.touched(*self._caret.range) if not lines.is_blank(line)]
        if touched:
            return lines.bounds(touched[0])[0], lines.bounds(touched[-1])[1]
        self._hint(_("Put the caret in a line first."))
        return None

    def _request(self, signal: SignalInstance, asked: Range | None) -> None:
        if asked is None or not self._context.page.text[slice(*asked)].strip():
            self._hint(_("Select the words first."))
        else:
            signal.emit(*asked)

    def _selected_or(self, otherwise: Callable[[], Range | None]) -> Range | None:
        """Return the selection, else what is at the caret unless that is recorded already."""
        if self._caret.has_selection:
            return self._caret.range
        return otherwise() if self._context.own_mark() is None else None
