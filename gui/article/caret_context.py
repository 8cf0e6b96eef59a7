"""Find what is at the caret: a word, a sentence, a mark of the selected record."""

from gui.article.caret import Caret
from gui.article.marks import Mark
from gui.article.page import Page
from gui.article.page_display import PageDisplay
from models.entities import Role
from models.ids import Id
from models.records import OF_WORDS
from models.text import steps
from models.text.ranges import Range


class CaretContext:
    """Answers from the text and the marks of the page; ranges are code points."""

    def __init__(self, display: PageDisplay, caret: Caret) -> None:
        self._display, self.caret = display, caret

    @property
    def page(self) -> Page:
        """The page that the caret is in."""
        return self._display.page

    def word(self) -> Range | None:
        """Return the word at the caret."""
        return steps.word_around(self.page.text, self.caret.offset)

    def sentence(self) -> Range | None:
        """Return the sentence at the caret."""
        return self.sentence_at(self.caret.offset)

    def sentence_at(self, offset: int) -> Range | None:
        """Return the sentence at an offset."""
        return steps.sentence_around(self.page.text, offset, self._display.page.language)

    def own_mark(self, *, of_words: bool = False) -> Mark | None:
        """Return the mark of the selected record that contains or touches the caret; or else its only mark of words."""
        marks = self.page.marks
        if marks.selected is None:
            return None
        offset = self.caret.offset
        here = (mark for mark in marks.index.of_record(marks.selected) if mark.start <= offset <= mark.end)
        return next((mark for mark in here if not of_words or mark.role in (Role.CONTENT, Role.NUMBER)), None)

    def suggestion(self) -> Range | None:
        """Return the range from the first to the last of the words of the current suggestion."""
        proposed = self.page.marks.proposed
        words = (
            [mark for mark in self.page.marks.index.of_record(proposed) if mark.role in OF_WORDS] if proposed else []
        )
        return (min(mark.start for mark in words), max(mark.end for mark in words)) if words else None

    def claim_meant(self) -> Range | None:
        """Return the words that become a claim if none are selected: those of a suggested one, else the sentence."""
        proposed, marks = self.page.marks.proposed, self.page.marks.index
        is_claim = proposed and any(mark.role is Role.CONTENT for mark in marks.of_record(proposed))
        return self.suggestion() if is_claim else self.sentence()

    def records(self) -> list[Id]:
        """Return the claims and numbers that contain or touch the caret; none if words are selected."""
        if self.caret.has_selection:
            return []
        return list(dict.fromkeys(mark.id for mark in self.page.marks.index.at(self.caret.offset)))

    def words_of(self, record: Id) -> str:
        """Return the first words of a claim or number."""
        mark = self.page.marks.index.of_record(record)[0]
        return self.page.text[mark.start : mark.end]
