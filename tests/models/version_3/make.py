"""`python -m tests.models.version_3.make FOLDER`: how `study.onrecord` was made, with the program of version 3.

It is the project of version 2, upgraded, with records that are to be discussed, a view and a layout. As there, it is
here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.attributes.built_in import attribute
from models.edits import Edit, changed, made
from models.entities import Record, View
from models.lines.order import Sort
from models.store import Store
from models.views.layout import ColumnPlace, Layout, RowHeight
from tests.example import CODER

AT = "2026-11-26T09:00:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_2" / "study.onrecord"

OUTSIDE_ID = "Q22316"
VIEW = '{"format":1}'
LAYOUT = Layout(
    (ColumnPlace("claim", 240), ColumnPlace("speaker", hidden=True), ColumnPlace("value")),
    chosen=True,
    frozen=1,
    rows=RowHeight.WRAPPED,
    sorts=(Sort("value", descending=True),),
)


def main(folder: Path) -> None:
    """Make the file: one record of each kind is to be discussed, and one edit of each kind is undone."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        (first,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
        records, speakers = store.article_records(first), store.registry().speakers.values()
        (speaker,) = (each for each in speakers if each.name == "Ida Brekke")
        (claim,) = (each for each in records.claims.values() if each.mode == "direct")
        flagged: list[Record] = [records.article, claim, next(iter(records.numbers.values())), speaker]
        for record in flagged:
            _do(store, attribute(type(record), "discuss").change([record], True, store.registry()))
        (speaker,) = (each for each in store.registry().speakers.values() if each.name == "Ida Brekke")
        _do(store, attribute(type(speaker), "outside_id").change([speaker], OUTSIDE_ID, store.registry()))
        view = View(shows="statements", name="Open places", definition=VIEW)
        _do(store, Edit("New view", (made(view),)))
        _do(store, Edit("New view", (made(View(shows="statements", name="By topic", definition=VIEW)),)))
        (view,) = (each for each in store.views().of("statements") if each.name == "Open places")
        _do(store, Edit("Rename view", (changed(view, name="To discuss"),)))
        line = store.undoable(CODER)
        assert line
        _do(store, store.edit(line).inverse)
        store.keep_layouts({"statements": LAYOUT})
    for other in folder.glob("*(version*"):
        other.unlink()


def _do(store: Store, edit: Edit) -> None:
    store.apply(edit.stamped(CODER, AT))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
