"""An acknowledged edit is on the disk, with the entries of its folder, so that no power cut can undo it.

`strace` tells what the system was asked to do, and in which order. The same was seen on a real disk whose image was
copied at the moment of the acknowledgement.
"""

import re
from pathlib import Path

import pytest

from tests.example import Example
from tests.straced import run_straced

CALLS = "openat,pwrite64,write,fsync,fdatasync,unlink,rename,link"

WRITES = """
    import sys
    from pathlib import Path
    from models.edits import Edit, made
    from models.entities import Speaker
    from models.store import Store

    def acknowledge():
        print("acknowledged", flush=True)

    path = Path(sys.argv[1])
    with Store.create(path) as store:
        acknowledge()
        for count in range(3):
            edit = Edit("New speaker", (made(Speaker(name=f"{count}")),))
            store.apply(edit.stamped("AB", "2026-03-01T09:00:00.000+00:00"))
            acknowledge()
        store.save_copy(path.with_name("copy.onrecord"))
        acknowledge()
"""


@pytest.fixture(scope="module")
def acknowledged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[str]]]:
    """Return a folder, and what the system was asked to do in it before each acknowledgement."""
    folder = tmp_path_factory.mktemp("disk").resolve()
    record = tmp_path_factory.mktemp("record") / "calls"
    ran = run_straced(("-y", "-e", f"trace={CALLS}", "-o", str(record)), WRITES, folder / "study.onrecord")
    assert (ran.returncode, ran.stderr) == (0, "")
    before = record.read_text(errors="replace").split('"acknowledged"')[:-1]
    return folder, [[line for line in part.splitlines() if str(folder) in line] for part in before]


def test_every_connection_waits_for_the_disk_and_for_the_folder(example: Example) -> None:
    extra = 3  # https://www.sqlite.org/pragma.html#pragma_synchronous
    assert example.store._connection.execute("PRAGMA synchronous").fetchone() == (extra,)
    assert example.store._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_an_edit_is_acknowledged_after_the_folder_has_forgotten_its_journal(
    acknowledged: tuple[Path, list[list[str]]],
) -> None:
    folder, (_, *edits, _) = acknowledged
    assert len(edits) == 3
    for calls in edits:
        gone = last(calls, r"unlink\(.*study\.onrecord-journal")
        assert last(calls, rf"f(data)?sync\(\d+<{re.escape(str(folder))}>") > gone
        assert last(calls, r"f(data)?sync\(\d+<.*study\.onrecord>") < gone
        assert last(calls, r"pwrite64\(\d+<.*study\.onrecord>") < gone


@pytest.mark.parametrize(("at", "named"), [(0, r"link\(.*study\.onrecord\""), (-1, r"rename\(.*copy\.onrecord\"")])
def test_a_new_file_is_acknowledged_after_its_folder_has_its_name(
    acknowledged: tuple[Path, list[list[str]]], at: int, named: str
) -> None:
    folder, parts = acknowledged
    assert last(parts[at], rf"f(data)?sync\(\d+<{re.escape(str(folder))}>") > last(parts[at], named)


def last(calls: list[str], pattern: str) -> int:
    """Return where a call stands for the last time; it must be there."""
    found = [at for at, call in enumerate(calls) if re.search(pattern, call)]
    assert found, (pattern, calls)
    return found[-1]
