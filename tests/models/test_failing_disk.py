"""A disk that reports an error on reading is told as that, and never as damage. `strace` lets the calls fail."""

import errno
import os
from io import BytesIO
from pathlib import Path

import pytest

from models.rescue.rescuing import rescue
from models.store.salvage import salvaging
from tests.damaging.overwriting import pages_of
from tests.damaging.ways import PAGE
from tests.example import Example
from tests.snapshots import faults_of
from tests.straced import run_straced

READS = """
    import sys
    from pathlib import Path
    from models.errors import OnrecordError, Unreadable
    from models.store import Store

    try:
        with Store.open(Path(sys.argv[1])) as store:
            for line in store.articles():
                store.article_records(line.id)
    except OnrecordError as error:
        print(isinstance(error, Unreadable), error)
"""


@pytest.mark.parametrize("first", [1, 9, 25])
def test_a_disk_that_cannot_be_read_from_some_call_on_is_not_called_damage(example: Example, first: int) -> None:
    example.store.close()
    path = example.store.path.resolve()
    failing = ("-e", "trace=read,pread64", "-e", f"inject=read,pread64:error=EIO:when={first}+")
    ran = run_straced(("-qq", "-o", "/dev/null", "-P", str(path), *failing), READS, path)
    assert ran.stdout.startswith("True “study.onrecord” could not be read: Input/output error."), ran
    assert "Check that its disk is connected" in ran.stdout
    assert "damage" not in ran.stdout


class BadSector(BytesIO):
    """A file of which the disk does not give one page."""

    def __init__(self, whole: bytes, page: int) -> None:
        super().__init__(whole)
        self._page = page

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() // PAGE == self._page - 1:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return super().read(size)


def test_a_page_that_the_disk_does_not_give_is_lost_to_a_rescue_and_the_others_are_not(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.store.close()
    whole, (first, *_rest) = example.store.path.read_bytes(), pages_of(example.store.path, "content")
    monkeypatch.setattr(salvaging, "readable", lambda _path: (BadSector(whole, first), len(whole)))
    rescued = rescue(example.store.path, tmp_path / "rescued.onrecord")
    assert rescued.lost
    assert faults_of(rescued.path) == []
