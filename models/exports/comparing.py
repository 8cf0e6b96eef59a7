"""Read the files of an export back, and compare them with the project, before anybody else can see them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.errors import NotExported
from models.exports.publishing import untouched
from models.exports.report import File
from models.exports.target import Target
from models.translation import _


def compared(files: Iterable[File], target: Target, counts: Mapping[str, int]) -> tuple[File, ...]:
    """Return files with the number of their rows as they are read back.

    Raises NotExported if a file is not what was written, or if a table has more or fewer rows, in all files that it is
    in, than `counts` has for the project.
    """
    found = tuple(_read_back(file, target) for file in files)
    rows, names = Counter[str](), dict[str, str]()
    for file in found:
        if file.table is not None:
            rows[file.table] += file.rows
            names[file.table] = file.path.name
    for table, count in rows.items():
        if count != counts.get(table, count):
            raise _unequal(names[table], count, counts[table])
    return found


def _read_back(file: File, target: Target) -> File:
    if file.table is None:
        return file
    try:
        rows = target.count(file)
    except ValueError as error:
        what = _("“{name}” cannot be read back: {reason}.").format(name=file.path.name, reason=error)
        do = _("Make room on the disk or choose another one, then export again.")
        raise NotExported(what, untouched(), do) from error
    if rows != file.rows:
        raise _unequal(file.path.name, rows, file.rows)
    return replace(file, read_back=rows)


def _unequal(name: str, rows: int, expected: int) -> NotExported:
    return NotExported(
        _("“{name}” would have {rows:,} rows, but the project has {expected:,}.").format(
            name=name, rows=rows, expected=expected
        ),
        untouched(),
        _("Check the project: run “onrecord check”."),
    )
