"""A list of speakers as CSV: written for spreadsheets, and read as spreadsheets write it."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.articles.decoding import decode
from models.attributes.attribute import Attribute
from models.codebook.codebook import Codebook
from models.errors import OnrecordError
from models.files import complete, give_name
from models.ids import Id
from models.known import Known
from models.speaker_lists.columns import ID, as_title, columns, text_of, titles
from models.text.typed_text import typed_line
from models.translation import _

NOTHING_IMPORTED = _("Nothing was imported.")
SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A row of a file with its line (from 1), and the cells that are not empty; `id` is that of an exported table."""

    line: int
    cells: tuple[tuple[Attribute[Any, Any], str], ...]
    id: Id | None = None

    def text(self, name: str) -> str:
        """Return the text of a cell; empty if there is none."""
        return next((text for column, text in self.cells if column.name == name), "")


@dataclass(frozen=True, slots=True)
class Misread:
    """A row that cannot be read: its line (from 1), and the reason as a sentence."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class SpeakerList:
    """The rows of a file, those that cannot be read, and remarks for people on the file, in sentences."""

    rows: tuple[SpeakerRow, ...]
    misread: tuple[Misread, ...] = ()
    remarks: tuple[str, ...] = ()


# Writing


def write_speakers(known: Known, codebook: Codebook, *, codes: bool = False) -> str:
    """Return the registry as CSV (RFC 4180) in the order of names, without a byte order mark."""
    file, shown = io.StringIO(newline=""), columns(codebook)
    writer = csv.writer(file)
    writer.writerow([column.name for column in shown])
    for speaker in sorted(known.speakers.values(), key=lambda each: (as_title(each.name), each.id)):
        writer.writerow([text_of(column, speaker, known, codes=codes) for column in shown])
    return file.getvalue()


def write_file(path: Path, text: str) -> None:
    """Write CSV into a file, complete before it gets its name, with the mark by which Excel knows UTF-8.

    Raises NotSaved.
    """
    with complete(path, _("The project was not changed.")) as part:
        part.write_text(text, encoding="utf-8-sig", newline="")
        give_name(part, path, replace=True)


# Reading


class SpeakersRefused(OnrecordError):
    """A file cannot be read as a list of speakers; nothing of it was imported."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, NOTHING_IMPORTED, _("Correct the file and import it again."))


def read_file(path: Path, codebook: Codebook) -> SpeakerList:
    """Read a file as `read_speakers` does. Raises OnrecordError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OnrecordError(
            _("“{name}” cannot be read: {reason}.").format(name=path.name, reason=error.strerror), NOTHING_IMPORTED
        ) from error
    return read_speakers(data, codebook)


def read_speakers(data: bytes, codebook: Codebook) -> SpeakerList:
    """Read CSV in any encoding, with commas, semicolons or tabs. Raises SpeakersRefused.

    Columns are known by their names or the words for people. Rows that are not as long as the first one are misread.
    """
    decoded = decode(data)
    if decoded is None or "\0" in decoded.text:
        raise SpeakersRefused(_("The file is not text."))
    lines = _lines(decoded.text)
    _line, header = next(lines, (1, []))
    found, unknown = _columns(header, codebook)
    rows, misread = list[SpeakerRow](), list[Misread]()
    for line, cells in lines:
        if len(cells) > len(header):
            misread.append(Misread(line, _("The row has more cells than there are columns.")))
        elif any(cell.strip() for cell in cells):
            rows.append(_row(line, cells, found, _at(header, ID)))
    remarks = [decoded.warning] if decoded.warning else []
    if unknown:
        names = ", ".join(f"“{name}”" for name in unknown)
        remarks.append(_("These columns are not read: {names}.").format(names=names))
    return SpeakerList(tuple(rows), tuple(misread), tuple(remarks))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows, each with the line on which it begins."""
    first, _end, rest = text.partition("\n")
    named = first.strip().lower().startswith("sep=")  # Excel's own way to name the separator
    separator = first.strip()[4:5] if named else max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(rest if named else text, newline=""), delimiter=separator or ",", strict=True)
    line = before = int(named)
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num + int(named)
            yield line, cells
    except csv.Error as error:
        raise SpeakersRefused(
            _("Line {line}: {reason}").format(line=before + 1, reason=f"{str(error).capitalize()}.")
        ) from error


def _columns(header: Sequence[str], codebook: Codebook) -> tuple[dict[int, Attribute[Any, Any]], list[str]]:
    """Return the columns by their place, and the heads that are not known."""
    known: dict[str, Attribute[Any, Any]] = {}
    for column in columns(codebook):
        for title in titles(column):
            known.setdefault(title, column)
    found = {at: known[title] for at, head in enumerate(header) if (title := as_title(head)) in known}
    for name, times in Counter(column.name for column in found.values()).items():
        if times > 1:
            raise SpeakersRefused(_("The column “{name}” occurs twice.").format(name=name))
    if not {column.name for column in found.values()} & {"name", "outside_id"}:
        raise SpeakersRefused(_("There is no column “{name}”.").format(name="name"))
    unknown = [head for at, head in enumerate(header) if at not in found and as_title(head) not in ("", ID)]
    return found, unknown


def _at(header: Sequence[str], title: str) -> int | None:
    return next((at for at, head in enumerate(header) if as_title(head) == title), None)


def _row(line: int, cells: Sequence[str], found: dict[int, Attribute[Any, Any]], id_at: int | None) -> SpeakerRow:
    given = ((found[at], cell.strip()) for at, cell in enumerate(cells) if at in found)
    key = typed_line(cells[id_at]) if id_at is not None and id_at < len(cells) else None
    return SpeakerRow(line, tuple((column, text) for column, text in given if text), key)
