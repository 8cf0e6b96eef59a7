"""What a form that contains the records themselves does not do, for people who asked for it."""

from models.exports.source import Source
from models.translation import _


def remarks_on_views(source: Source) -> tuple[str, ...]:
    """Return a remark if a view was asked for: its conditions and order are those of a table, and here is none."""
    if not source.options.orders:
        return ()
    return (_("A view chooses lines of tables; this form has none, and contains all records."),)
