"""Read the cells of a page: the rows of a table, the keys of an index, and where a tree branches."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from models.damaged.pages import HEADER, INDEX_INTERIOR, INDEX_LEAF, INTERIOR, LEAF, Pages

INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer by its serial type."""


@dataclass(frozen=True, slots=True)
class Undecoded:
    """A text of which the bytes are no UTF-8."""

    data: bytes

    @property
    def replaced(self) -> str:
        """The text with a sign in the place of what cannot be read."""
        return self.data.decode(errors="replace")


Value = str | int | float | bytes | Undecoded | None
Values = tuple[Value, ...]


class Unreadable(ValueError):
    """A cell is damaged, or a page that it goes on in is missing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `pages` are the pages that its values go on in."""

    rowid: int
    values: Values
    pages: tuple[int, ...] = ()


def branches(pages: Pages, number: int) -> list[int]:
    """Return the pages below a page where a tree branches, in order."""
    data, at = pages.page(number), _begin(number)
    if data[at : at + 1] not in {bytes([INTERIOR]), bytes([INDEX_INTERIOR])}:
        return []
    cells = [int.from_bytes(data[cell : cell + 4]) for cell in _cells(pages, data, at, 12)]
    return [*cells, int.from_bytes(data[at + 8 : at + 12])]


def rows(pages: Pages, number: int) -> Iterator[Row | None]:
    """Yield the rows of a leaf of a table; None for one that cannot be read."""
    data, at = pages.page(number), _begin(number)
    for cell in _cells(pages, data, at, 8):
        try:
            size, next_ = varint(data, cell)
            rowid, next_ = varint(data, next_)
            payload, overflow = _payload(pages, data, next_, size, pages.page_size - 35)
            yield Row(signed(rowid), values(payload), overflow)
        except Unreadable:
            yield None


def keys(pages: Pages, number: int) -> Iterator[Values]:
    """Yield the keys on a page of an index that can be read; the last value of each is the row's id."""
    data, at = pages.page(number), _begin(number)
    inner = data[at : at + 1] == bytes([INDEX_INTERIOR])
    for cell in _cells(pages, data, at, 12 if inner else 8):
        try:
            size, next_ = varint(data, cell + 4 * inner)
            payload, _overflow = _payload(pages, data, next_, size, (pages.page_size - 12) * 64 // 255 - 23)
            yield values(payload)
        except Unreadable:
            continue


def kind_of(pages: Pages, number: int) -> int:
    """Return the kind of a page of a tree; 0 for any other page."""
    at = _begin(number)
    kind = pages.page(number)[at : at + 1]
    return kind[0] if kind and kind[0] in {LEAF, INTERIOR, INDEX_LEAF, INDEX_INTERIOR} else 0


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Read an integer of up to nine bytes; return it with the place after it. Raises Unreadable."""
    value = 0
    for place in range(at, at + 9):
        if place >= len(data):
            raise Unreadable
        byte = data[place]
        if place == at + 8:
            return value << 8 | byte, place + 1
        value = value << 7 | byte & 127
        if byte < 128:
            return value, place + 1
    raise Unreadable


def signed(value: int) -> int:
    """Return 64 bits as a signed integer."""
    return value - (1 << 64) if value >= 1 << 63 else value


def values(payload: bytes) -> Values:
    """Return the values of a record, which has to be as long as they say. Raises Unreadable."""
    length, at = varint(payload, 0)
    kinds = list[int]()
    while at < length:
        kind, at = varint(payload, at)
        kinds.append(kind)
    if at != length:
        raise Unreadable
    found = list[Value]()
    for kind in kinds:
        value, at = _value(payload, at, kind)
        found.append(value)
    if at != len(payload):
        raise Unreadable
    return tuple(found)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in {0, 8, 9}:
        return (None if kind == 0 else kind - 8), at
    length = INTEGERS.get(kind) or (8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else -1)
    data = payload[at : at + length]
    if length < 0 or len(data) < length:
        raise Unreadable
    if kind in INTEGERS:
        return int.from_bytes(data, signed=True), at + length
    if kind == 7:
        return struct.unpack(">d", data)[0], at + length
    return (data if kind % 2 == 0 else _text(data)), at + length


def _text(data: bytes) -> str | Undecoded:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return Undecoded(data)


def _begin(number: int) -> int:
    return HEADER if number == 1 else 0


def _cells(pages: Pages, data: bytes, at: int, header: int) -> list[int]:
    """Return where the cells of a page begin, without places that cannot be."""
    first, count = at + header, int.from_bytes(data[at + 3 : at + 5])
    places = (int.from_bytes(data[each : each + 2]) for each in range(first, min(first + 2 * count, len(data) - 1), 2))
    return [place for place in places if first < place < pages.page_size]


def _payload(pages: Pages, data: bytes, at: int, size: int, most: int) -> tuple[bytes, tuple[int, ...]]:
    """Return the bytes of a record, of which a page has at most `most`, and the pages that it goes on in."""
    local = size
    if size > most:
        least = (pages.page_size - 12) * 32 // 255 - 23
        local = least + (size - least) % (pages.page_size - 4)
        local = local if local <= most else least
    found = data[at : at + local]
    if len(found) < local or size > pages.count * pages.page_size:
        raise Unreadable
    if local == size:
        return found, ()
    return _with_overflow(pages, found, int.from_bytes(data[at + local : at + local + 4]), size)


def _with_overflow(pages: Pages, begun: bytes, number: int, size: int) -> tuple[bytes, tuple[int, ...]]:
    found, length, seen = [begun], len(begun), dict[int, None]()
    while length < size:
        page = pages.page(number)
        part = page[4 : min(pages.page_size, 4 + size - length)]
        if number in seen or not 1 < number <= pages.count or not part:
            raise Unreadable
        seen[number] = None
        found.append(part)
        length, number = length + len(part), int.from_bytes(page[:4])
    return b"".join(found), tuple(seen)
