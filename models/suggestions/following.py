"""Put together the claims of an article that go on in other paragraphs: long quotations, and those after a colon."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.introduced import introduction
from models.suggestions.paragraphs import Paragraph
from models.suggestions.reading import Reading
from models.suggestions.reports import claims_of
from models.text.ranges import Range

_ANNOUNCING = ":"


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim of an article: its contents in the text, and the paragraph with the words that report it.

    `at` is the place of the paragraph among those of the article.
    """

    at: int
    paragraph: Paragraph
    draft: Draft
    contents: tuple[Range, ...]


def claims_in(reading: Reading, first: int, last: int) -> Iterator[tuple[int, list[Placed]]]:
    """Yield the claims of some lines of an article by and by, each time with the line before which they end; what
    follows adds nothing to them. The line `first` continues nothing.
    """
    following = _Following()
    for at in range(first, last):
        if reading.may_claim(at):
            following.take(at, reading.paragraph(at))
        else:
            following.forget()
        if following.is_done:
            yield at + 1, following.found
            following.found = []
    yield last, following.found


def begins_anew(reading: Reading, at: int) -> bool:
    """Return whether a line certainly continues nothing: the line before it ends no quotation and announces none."""
    if at == 0 or not reading.may_claim(at - 1):
        return True
    before = reading.paragraph(at - 1)
    return not (before.is_quotation(0) or before.goes_on or before.passage.words[-1].text == _ANNOUNCING)


class _Following:
    """Takes the paragraphs of an article in order, and remembers what the next may continue."""

    def __init__(self) -> None:
        self.found: list[Placed] = []
        self._open: int | None = None
        """The place of a claim that ends in a quotation which is not closed."""
        self._waiting: tuple[Range, ...] = ()
        """Quotations that are not closed, of nobody yet."""
        self._announced: Placed | None = None
        """Who says what the next paragraph quotes."""

    @property
    def is_done(self) -> bool:
        """Whether the next paragraph continues nothing."""
        return self._open is None and not self._waiting and self._announced is None

    def take(self, at: int, paragraph: Paragraph) -> None:
        """Find the claims of the next paragraph."""
        drafts = claims_of(paragraph)
        begins = any(draft.parts[0][0] == 0 for draft in drafts)
        first = len(self.found)
        self.found += [self._placed(at, paragraph, draft) for draft in drafts]
        if paragraph.is_quotation(0) and not begins:
            self._continue(paragraph)
        else:
            self.forget()
        self._announced = _announced(at, paragraph)
        if paragraph.goes_on and self._open is None and not self._waiting:
            last = len(paragraph.passage.words) - 1
            self._open = next(
                (at for at in range(first, len(self.found)) if self.found[at].draft.parts[-1][1] == last), None
            )

    def forget(self) -> None:
        """Take it that the next paragraph continues nothing."""
        self._open, self._waiting, self._announced = None, (), None

    def _placed(self, at: int, paragraph: Paragraph, draft: Draft) -> Placed:
        contents = tuple(map(paragraph.range_of, draft.parts))
        return Placed(at, paragraph, draft, (*self._waiting, *contents) if draft.parts[0][0] == 0 else contents)

    def _continue(self, paragraph: Paragraph) -> None:
        """Add the quotation that begins a paragraph to the claim it goes on with, or keep it for the next paragraph."""
        quoted = paragraph.range_of((0, 0))
        if self._announced is not None:
            self._open = len(self.found)
            self.found.append(replace(self._announced, contents=(quoted,)))
        elif self._open is not None:
            claim = self.found[self._open]
            self.found[self._open] = replace(claim, contents=(*claim.contents, quoted))
        elif paragraph.goes_on and len(paragraph.passage.words) == 1:
            self._waiting = (*self._waiting, quoted)
            return
        self._waiting = ()
        if not paragraph.goes_on or len(paragraph.passage.words) > 1:
            self._open = None


def _announced(at: int, paragraph: Paragraph) -> Placed | None:
    """Return who says what the next paragraph quotes, if this one ends with a colon."""
    words = paragraph.passage.words
    if len(words) < 2 or words[-1].text != _ANNOUNCING:
        return None
    draft = introduction(Clauses(paragraph), len(words))
    return Placed(at, paragraph, draft, ()) if draft else None
