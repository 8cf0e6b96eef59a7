"""Export the tables of a project that a window has open."""

from pathlib import Path

from models.exports.delivery import export
from models.store import Store


def export_tables(project: Path, folder: Path) -> None:
    """Write all tables as CSV."""
    with Store.open_beside(project) as store:
        export(store, folder)
