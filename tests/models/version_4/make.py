"""`python -m tests.models.version_4.make FOLDER`: how `study.onrecord` was made, with the program of version 4.

It is the project of version 3, upgraded, with exports that have a name. As there, it is here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.actions.exports import delete_export, make_export, rename_export, replace_export
from models.edits import Edit
from models.entities import Export
from models.store import Store
from tests.example import CODER

AT = "2026-11-26T09:45:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_3" / "study.onrecord"

FIRST, LATER = '{"format":1}', '{"format":1,"form":"csv"}'


def main(folder: Path) -> None:
    """Make the file: exports are made, changed and deleted, and one edit is undone."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        for name in ("For the archive", "For R", "A draft"):
            _do(store, make_export(store.exports(), name, FIRST))
        _do(store, replace_export(_named(store, "For R"), LATER))
        _do(store, rename_export(store.exports(), _named(store, "For the archive"), "For the repository"))
        _do(store, delete_export(_named(store, "A draft")))
        line = store.undoable(CODER)
        assert line
        _do(store, store.edit(line).inverse)
    for other in folder.glob("*(version*"):
        other.unlink()


def _named(store: Store, name: str) -> Export:
    export = store.exports().named(name)
    assert export
    return export


def _do(store: Store, edit: Edit) -> None:
    store.apply(edit.stamped(CODER, AT))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
