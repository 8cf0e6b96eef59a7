"""Find the lines of a text by offset. Each line is a block in Qt, with the same number."""

from bisect import bisect_right


class LineIndex:
    """Where the lines of one text begin and end; offsets are code points, numbers begin at 0."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._blank: list[bool] = []
        at = 0
        for line in text.split("\n"):
            self._starts.append(at)
            self._blank.append(not line or line.isspace())
            at += len(line) + 1
        self._starts.append(at)

    def __len__(self) -> int:
        return len(self._blank)

    def at(self, offset: int) -> int:
        """Return the number of the line that contains an offset; a line break belongs to the line that it ends."""
        return bisect_right(self._starts, offset, 0, len(self._blank)) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the start and end of a line, without its line break."""
        return self._starts[number], self._starts[number + 1] - 1

    def is_blank(self, number: int) -> bool:
        """Return whether a line is empty or all blanks."""
        return self._blank[number]

    def touched(self, start: int, end: int) -> range:
        """Return the numbers of the lines that a range touches."""
        first = self.at(start)
        last = first if end <= self._starts[first + 1] else self.at(end - 1)
        return range(first, last + 1)
