"""Write and read a JSON document with one long list, whose items have a line each, without all of it in memory."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

Json = dict[str, Any]
"""An object of JSON."""


class JsonList:
    """A document that is being written; `count` counts its items.

    A document is described with an empty list, the only one in it, where the items will be.
    """

    def __init__(self, file: TextIO, document: Json) -> None:
        self._file, self.count = file, 0
        file.write(_around_list(document)[0])

    def add(self, item: Json) -> None:
        """Write one more item."""
        self._file.write(",\n" if self.count else "\n")
        self._file.write(json.dumps(item, ensure_ascii=False))
        self.count += 1

    def close(self, document: Json) -> None:
        """Write what comes after the list, which may be known only now."""
        self._file.write(f"\n{_around_list(document)[1]}\n")


def _around_list(document: Json) -> tuple[str, str]:
    before, after = json.dumps(document, ensure_ascii=False).split(": []")
    return f"{before}: [", f"]{after}"


def read_items(path: Path) -> Iterator[Json]:
    """Yield the items of a document that was written so. Raises OSError, and ValueError if it is not whole."""
    with path.open(encoding="utf-8") as file:
        before, item = file.readline(), ""
        for line in file:
            if line.startswith("]"):
                yield from [_item(item)] if item else []
                json.loads(before + line)
                return
            if item:
                yield _item(item[: -len(",\n")])
            item = line
    raise ValueError("the end of the list is missing")


def _item(line: str) -> Json:
    """Return the item on a line. Raises ValueError if it is none, as when the comma that was cut off was a bracket."""
    item = json.loads(line)
    if not isinstance(item, dict):
        raise ValueError("an item is no object")
    return item
