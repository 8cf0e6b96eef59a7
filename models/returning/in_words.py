"""Say in sentences what a comparison has found."""

from collections.abc import Iterator

from models.returning.comparison import Comparison
from models.translation import _, counted


def about_rows(found: Comparison) -> Iterator[str]:
    """Yield a sentence for each column that is not taken, and for each row that is not of the project."""
    for column in found.not_taken:
        cells = counted("{count:,} cell differs", "{count:,} cells differ", column.count)
        said = _("{column}: {cells} and is not taken. {reason} The first is in row {row}: “{now}”, now “{given}”.")
        yield said.format(
            column=column.column,
            cells=cells,
            reason=column.reason,
            row=column.row,
            now=column.now,
            given=column.given,
        )
    for row in (*found.unknown, *found.bad):
        yield _("{sheet}, row {row}: {reason}").format(sheet=row.sheet, row=row.number, reason=row.reason)


def summary(found: Comparison, *, applied: bool) -> Iterator[str]:
    """Yield how many cells change or have changed, and what stays as it is."""
    count = len(found.certain)
    if applied:
        yield counted("{count:,} cell was changed.", "{count:,} cells were changed.", count)
    else:
        yield counted("{count:,} cell would change.", "{count:,} cells would change.", count)
    if doubtful := len(found.differences) - count:
        yield counted(
            "{count:,} cell is doubtful and is not taken.", "{count:,} cells are doubtful and are not taken.", doubtful
        )
    if found.lost:
        yield counted(
            "{count:,} row of the project is not in the file; nothing is deleted because of that.",
            "{count:,} rows of the project are not in the file; nothing is deleted because of that.",
            found.lost,
        )
