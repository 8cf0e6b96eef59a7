"""A failure while typed files are written leaves those that are there as they were, and nothing else."""

import signal
from pathlib import Path

import pytest

from models.exports.delivery import export
from models.exports.formats import format_named
from models.exports.target import WORKING
from tests.example import Example, signed, typed
from tests.models.exports.test_faults import ON_POSIX, files_in, run

FORMS = ("xlsx", "parquet", "spss", "stata")

FULL_DISK = """
    import resource, signal, sys
    from pathlib import Path
    from models.errors import NotExported
    from models.exports.delivery import export
    from models.exports.formats import format_named
    from models.store import Store

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store, target = Store.open(Path(sys.argv[1])), format_named(sys.argv[3]).make()
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))
    try:
        export(store, Path(sys.argv[2]), target)
    except NotExported as error:
        print(error.what, error.safe, error.do, sep="\\n")
"""

KILLED = """
    import os, signal, sys
    from pathlib import Path
    from models.exports import delivery
    from models.exports.formats import format_named
    from models.store import Store

    delivery.see_on_disk = lambda _path: os.kill(os.getpid(), signal.SIGKILL)
    delivery.export(Store.open(Path(sys.argv[1])), Path(sys.argv[2]), format_named(sys.argv[3]).make())
"""


@ON_POSIX
@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_the_files_that_were_there(example: Example, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "out"
    export(example.store, folder, format_named(form).make())
    before = files_in(folder)
    example.store.apply(signed(typed(example.cost, "note", "changed since")))
    said = run(FULL_DISK, example.store.path, folder, Path(form))
    assert said.stderr == ""
    what, safe, do = said.stdout.splitlines()
    assert str(folder) in what and "None" not in what
    assert "were not changed" in safe
    assert "Make room" in do
    assert files_in(folder) == before
    assert sorted(path.name for path in folder.iterdir()) == sorted(before)


@ON_POSIX
@pytest.mark.parametrize("form", FORMS)
def test_what_a_killed_export_leaves_behind_is_removed_by_the_next(example: Example, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "out"
    assert run(KILLED, example.store.path, folder, Path(form)).returncode == -signal.SIGKILL
    (left,) = folder.iterdir()
    assert (left / WORKING).exists() == (form == "xlsx")
    report = export(example.store, folder, format_named(form).make())
    assert {*folder.iterdir()} == {file.path for file in report.files}
