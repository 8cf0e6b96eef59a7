"""A project of any records, for properties that every export has."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from models.edits import Edit, made
from models.store import Store
from tests.example import content, signed
from tests.models.exports.test_round_trip import Records


@contextmanager
def project_of(records: Records, empty: Path) -> Iterator[tuple[Store, Path]]:
    """Yield a copy of an empty project with some records, and a folder to export it into."""
    rows = (records.article, records.speaker, records.claim, records.number, *records.spans.values())
    with TemporaryDirectory() as folder, Store.open(Path(shutil.copy(empty, folder))) as store:
        store.apply(signed(Edit("Make", tuple(made(row) for row in rows), (content(records.text),))))
        yield store, Path(folder, "out")
