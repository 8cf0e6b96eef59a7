"""A failure while tables are written leaves the existing ones as they were, and is reported in words."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import NotExported
from models.exports.csv_files import Csv
from models.exports.delivery import export
from models.exports.options import Options
from models.exports.source import Source
from models.exports.working_folder import NOTE, PREFIX
from models.store.snapshot import Snapshot
from tests.example import Example, signed, typed
from tests.models.exports.reading import read_table

HOUSE = Path(__file__).parent.parent.parent.parent
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and limits on the size of files")


def run(script: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, where it may spoil limits and be killed."""
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False, timeout=60)


def files_in(folder: Path) -> dict[str, bytes]:
    """Read every file that stands under its name in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


FULL_DISK = """
    import resource, signal, sys
    from pathlib import Path
    from models.errors import NotExported
    from models.exports.delivery import export
    from models.store import Store

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = Store.open(Path(sys.argv[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
    try:
        export(store, Path(sys.argv[2]))
    except NotExported as error:
        print(error.what, error.safe, error.do, sep="\\n")
"""


@ON_POSIX
def test_a_full_disk_leaves_the_tables_that_were_there(example: Example, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(example.store, folder)
    before = files_in(folder)
    example.store.apply(signed(typed(example.cost, "note", "changed since")))
    said = run(FULL_DISK, example.store.path, folder)
    assert said.stderr == ""
    what, safe, do = said.stdout.splitlines()
    assert str(folder) in what
    assert "were not changed" in safe
    assert "Make room" in do
    assert files_in(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == sorted(before)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from models.exports.delivery import export
    from models.store import Store

    left = int(sys.argv[3])
    replace = Path.replace

    def replace_or_die(path, target):
        global left
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return replace(path, target)

    Path.replace = replace_or_die
    export(Store.open(Path(sys.argv[1])), Path(sys.argv[2]))
"""


@ON_POSIX
@pytest.mark.parametrize("replaced", (0, 1, len(Csv.names) - 1))
def test_killed_at_any_file_each_table_is_whole(example: Example, tmp_path: Path, replaced: int) -> None:
    old, new, killed = (tmp_path / name for name in ("old", "new", "killed"))
    export(example.store, old)
    shutil.copytree(old, killed)
    example.store.apply(signed(typed(example.cost, "note", "changed since")))
    export(example.store, new)
    assert run(KILLED, example.store.path, killed, Path(str(replaced))).returncode == -signal.SIGKILL
    found = files_in(killed)
    assert "was not finished" in found.pop(NOTE).decode()
    expected = {name: ((new if at < replaced else old) / name).read_bytes() for at, name in enumerate(Csv.names)}
    assert found == expected


@ON_POSIX
def test_an_export_after_one_that_was_killed_is_complete(example: Example, tmp_path: Path) -> None:
    run(KILLED, example.store.path, tmp_path / "out", Path("0"))
    assert files_in(tmp_path / "out").keys() == {NOTE}
    (left,) = (tmp_path / "out").glob(f"{PREFIX}*")
    (tmp_path / "out" / ".onrecord-notes").mkdir()
    (tmp_path / "out" / ".onrecord-notes" / "mine.txt").touch()
    assert len(export(example.store, tmp_path / "out").files) == len(files_in(tmp_path / "out")) == len(Csv.names)
    assert not left.exists()
    assert (tmp_path / "out" / ".onrecord-notes" / "mine.txt").exists()


def test_a_file_in_the_place_of_the_folder_is_left_alone(example: Example, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(NotExported, match="were not written into"):
        export(example.store, tmp_path / "out")
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_table_that_cannot_be_replaced_is_named_and_none_is_new(example: Example, tmp_path: Path) -> None:
    (tmp_path / "claims.csv" / "full").mkdir(parents=True)
    with pytest.raises(NotExported) as caught:
        export(example.store, tmp_path)
    assert "claims.csv" in caught.value.what
    assert "were not changed" in caught.value.safe
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["claims.csv"]


def test_tables_that_lack_a_row_are_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Snapshot, "count", lambda _snapshot, _table: 3)
    with pytest.raises(NotExported, match=r"“claims\.csv” would have 2 rows, but the project has 3"):
        export(example.store, tmp_path / "out")
    assert files_in(tmp_path / "out") == {}


def test_all_tables_show_one_state_and_nobody_waits_for_them(example: Example, tmp_path: Path) -> None:
    example.store._guard.expect_sound(10)  # whose reading would hold up the other
    other = sqlite3.connect(example.store.path, timeout=0)
    with example.store.snapshot() as snapshot:
        with other:
            other.execute("UPDATE claim SET note = 'from elsewhere'")
        example.store.apply(signed(typed(example.other, "note", "from here")))
        articles = list(snapshot.articles())
    assert [claim.note for records in articles for claim in records.claims.values()] == [None, None]
    assert [records.article.note for records in articles] == [None, None]
    other.close()
    export(example.store, tmp_path)
    assert {row["claim_note"] for row in read_table(tmp_path, "claims")} == {"from elsewhere"}
    assert [row["article_note"] for row in read_table(tmp_path, "articles")] == [None, "from here"]


def test_others_can_write_while_lines_are_read(example: Example) -> None:
    example.store._guard.expect_sound(10)  # whose reading would hold up the other
    written = 0
    with closing(sqlite3.connect(example.store.path, timeout=0)) as other, example.store.snapshot() as snapshot:
        for lines in Source(snapshot, Options()).lines():
            assert sum(len(list(each)) for each in lines.values())
            with other:
                written += other.execute("UPDATE claim SET note = 'from elsewhere'").rowcount
    assert written == 3 * 2  # after the speakers, and after each article
