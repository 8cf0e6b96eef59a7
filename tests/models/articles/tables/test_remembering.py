"""What the columns of tables say is remembered in one file, by the names of the columns."""

from pathlib import Path

from models.articles.tables.columns import columns_in, remembered
from models.articles.tables.remembering import NAME, remember, remembered_in

SAID = remembered(("A", "B, c", "D"), columns_in("text=A,text=B, c,title=D"))
OTHER = remembered(("X", "Y"), columns_in("html=X,title=Y"))


def test_what_was_said_last_is_remembered_first(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert remembered_in(folder) == ()
    remember(folder, SAID)
    remember(folder, OTHER)
    assert remembered_in(folder) == (OTHER, SAID)
    changed = remembered(("d", "A", "B, C"), columns_in("text=A"))
    remember(folder, changed)
    assert remembered_in(folder) == (changed, OTHER)


def test_a_damaged_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("[[table]]\ncolumns = 3", "utf-8")
    assert remembered_in(tmp_path) == ()
    remember(tmp_path, SAID)
    assert remembered_in(tmp_path) == (SAID,)
    assert len(list(tmp_path.iterdir())) == 2
