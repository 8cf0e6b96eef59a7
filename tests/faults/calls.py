"""What a program asked of the system when it wrote files, in order, as `strace` records it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TRACED = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir"
"""The calls of Python and SQLite that change files, or wait for the disk."""
RECORDING = ("strace", "-f", "-y", "-xx", "-s", "100000000", "-e", f"trace={TRACED}", "-o")
"""The command that records them into a file, with everything that is written; all text comes in hexadecimal digits."""

_CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
_BEGUN = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
_ENDED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'[<"]((?:\\x[0-9a-f]{2})*)[>"]')
_FIGURE = re.compile(r", (\d+)")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that succeeded: its name, the texts among its arguments, and its figures; paths are absolute."""

    name: str
    texts: tuple[bytes, ...]
    figures: tuple[int, ...]
    flags: str

    def path(self, at: int) -> Path:
        """Return one of its texts as a path."""
        return Path(self.texts[at].decode(errors="surrogateescape"))


def recorded(record: Path) -> Iterator[Call]:
    """Read the calls of all threads in the order in which they ended."""
    begun: dict[str, str] = {}
    with record.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            whole = line
            if found := _BEGUN.match(line):
                begun[found[1]] = f"{found[1]} {found[2]}({found[3]}"
            elif found := _ENDED.match(line):
                whole = begun.pop(found[1], "") + found[2]
            if (found := _CALL.match(whole)) and not found[4].startswith("-"):
                yield _call(found[2], found[3])


def _call(name: str, arguments: str) -> Call:
    texts = tuple(bytes.fromhex(found.replace("\\x", "")) for found in _TEXT.findall(arguments))
    rest = _TEXT.sub("", arguments)
    return Call(name, texts, tuple(int(each) for each in _FIGURE.findall(rest)), rest)
