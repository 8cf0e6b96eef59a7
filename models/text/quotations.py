"""Find quotations, whatever marks the language and the writer use."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from models.text.ranges import Range

_MARK = re.compile("[“”„«»\"‘'`](?:(?<=')'|(?<=`)`)?")
_TYPED = ("''", "``")
"""Characters that are typed in place of a straight mark."""
_CLOSED_BY = {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”'}
_CLOSER = re.compile(r"[’'](?<=\S.)(?!\w)(?P<strong>(?<!s.)|(?! [a-zà-ÿ]))?")
"""A mark that can close a single one. It is `strong` if it is probably not an apostrophe, as in "the ministers' plan".
"""
_FARTHEST = 8_000
"""Characters around a range that are searched for the bounds of its paragraph, so that a very long line is not slow."""


def quotations(paragraph: str) -> list[Range]:
    """Return the quoted ranges, including their marks: code points of the paragraph, half-open.

    A quotation that is not closed goes on to the end of the paragraph (or of its line, if another opens after it), as
    the first paragraphs of a long quotation do. A closing mark alone closes one that began before. Apostrophes are not
    marks: a single mark opens only if another can close it.
    """
    return _Scan(paragraph).run()


@dataclass(slots=True)
class _Open:
    """An open mark; its line does not end before `seen`."""

    at: int
    closers: str
    seen: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark with the characters around it; two typed apostrophes or grave accents count as a straight mark."""

    sign: str
    start: int
    end: int
    before: str
    after: str

    @property
    def opens(self) -> bool:
        """Return whether a straight mark can only open a quotation: nothing before it, a word after it."""
        return (not self.before or self.before in "([—–-" or self.before.isspace()) and bool(self.after.strip())

    @property
    def closes(self) -> bool:
        """Return whether a mark can only close a quotation: it directly follows a word."""
        return bool(self.before.strip()) and not self.after.isalnum()


class _Scan:
    """One pass over the marks of a paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Range] = []
        self.open: _Open | None = None
        closers = list(_CLOSER.finditer(text))
        self._strong = [mark.start() for mark in closers if mark["strong"] is not None]
        self._any = [mark.start() for mark in closers]

    def run(self) -> list[Range]:
        """Return the quotations."""
        past = 0
        for found in _MARK.finditer(self.text):
            if found.start() < past:
                continue
            if found[0] not in ("‘", "'", "`"):
                self._double(self._mark(found))
            elif self.open is None and found[0] != "`":
                past = self._single(self._mark(found))
        if self.open is not None:
            self.found.append((self.open.at, len(self.text)))
        return self.found

    def _mark(self, found: re.Match[str]) -> _Mark:
        start, end = found.span()
        before = self.text[start - 1] if start else ""
        return _Mark('"' if found[0] in _TYPED else found[0], start, end, before, self.text[end : end + 1])

    def _double(self, mark: _Mark) -> None:
        if self.open is None:
            if mark.sign == "”" or (mark.sign in '»"' and mark.closes):
                self._close_unopened(mark)
            else:
                self.open = _Open(mark.start, _CLOSED_BY[mark.sign], mark.start)
        elif (mark.sign in self.open.closers or self._is_mistyped(mark)) and not (
            mark.sign == '"' and mark.opens and self._line_end(mark) >= 0
        ):
            self._close(mark.end)
        elif (line_end := self._line_end(mark)) >= 0:
            self._close(line_end)
            self._double(mark)

    def _is_mistyped(self, mark: _Mark) -> bool:
        """Return whether an opening mark after a word closes what such a mark opened: “So it is,“ he said."""
        return mark.sign == "“" and mark.closes and self.open is not None and self.open.closers == _CLOSED_BY["“"]

    def _close(self, end: int) -> None:
        assert self.open is not None
        self.found.append((self.open.at, end))
        self.open = None

    def _line_end(self, mark: _Mark) -> int:
        """Return where the line of the open mark ends if that is before this mark, otherwise -1."""
        if self.open is None:
            return -1
        end = self.text.find("\n", self.open.seen, mark.start)
        if end < 0:
            self.open.seen = mark.start
        return end

    def _close_unopened(self, mark: _Mark) -> None:
        """Close a quotation of an earlier paragraph if there is only a closing mark; an inch sign closes none."""
        inches = mark.sign == '"' and mark.before.isdigit()
        if not self.found and not inches:
            self.found.append((0, mark.end))

    def _single(self, mark: _Mark) -> int:
        """Note the quotation that a single mark opens; return where the pass continues."""
        if not mark.opens:
            return mark.end
        close = _next(self._strong, mark.end)
        if close is None:
            close = _next(self._any, mark.end)
        if close is None or (mark.sign == "'" and "\n" in self.text[mark.start : close]):
            return mark.end
        self.found.append((mark.start, close + 1))
        return close + 1


def _next(sorted_offsets: list[int], at: int) -> int | None:
    place = bisect_left(sorted_offsets, at)
    return sorted_offsets[place] if place < len(sorted_offsets) else None


def separator_of(text: str) -> str:
    """Return what separates the paragraphs of a text: blank lines, if there are any."""
    return "\n\n" if "\n\n" in text else "\n"


def quotations_around(text: str, start: int, end: int) -> tuple[int, list[Range]]:
    """Return where the paragraphs around a range begin, and the quotations in them as offsets from there.

    If there is a blank line near the range, a line end alone separates no paragraphs.
    """
    earliest, latest = max(0, start - _FARTHEST), min(len(text), end + _FARTHEST)
    separator = "\n\n" if text.find("\n\n", earliest, latest) >= 0 else "\n"
    before, after = text.rfind(separator, earliest, start), text.find(separator, end, latest)
    first = before + len(separator) if before >= 0 else earliest
    return first, quotations(text[first : after if after >= 0 else latest])
