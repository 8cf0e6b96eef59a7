"""A project whose upgrade is killed is wholly old or wholly new, with a whole copy beside it, and is upgraded later."""

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from models.damaged.journal import MAGIC
from models.earlier_versions import copies_of
from models.store import Store
from models.store.upgrading import Upgraded
from models.store.versions import VERSIONS
from tests.models.kept_versions import KEPT, KeptVersion, kept, selections
from tests.snapshots import faults_of, history_of, query, rows_of
from tests.thorough import moments

if sys.platform == "win32":
    pytest.skip("needs SIGKILL and processes that fork", allow_module_level=True)
from tests.models.dying_at import kill_at, moments_of

SECTOR = 512
OLDER = [each for each in KEPT if each.number < VERSIONS.newest]


def upgrade(path: Path) -> None:
    """Open a project as the window does."""
    Store.open(path, upgraded=lambda _told: None).close()


def recovered(path: Path) -> int:
    """Let SQLite take back what was left half done, and return the version of the file."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return int(version)


@pytest.mark.parametrize("version", OLDER, ids=lambda version: f"version {version.number}")
def test_an_upgrade_killed_at_any_step_leaves_the_project_wholly_old_or_wholly_new_and_a_whole_copy(
    version: KeptVersion, tmp_path: Path
) -> None:
    (tmp_path / "whole").mkdir()
    whole = version.copy(tmp_path / "whole")
    count = moments_of(lambda: upgrade(whole), tmp_path)
    rows, history = rows_of(whole), history_of(whole)
    for moment in moments(count, usual=7):
        folder = tmp_path / f"{moment}"
        folder.mkdir()
        path = version.copy(folder)
        before = path.read_bytes()
        kill_at(moment, lambda path=path: upgrade(path), folder)  # type: ignore[misc]
        touched = path.read_bytes() != before or path.with_name(f"{path.name}-journal").exists()
        found = recovered(path)
        assert found in (version.number, VERSIONS.newest)
        assert not touched or copies_of(path), "nothing is changed before there is a copy"
        for copy, number in copies_of(path):
            assert number == version.number
            assert selections(copy) == selections(version.file)
        if found == version.number:
            assert selections(path) == selections(version.file)
            upgrade(path)
        assert (rows_of(path), history_of(path)) == (rows, history)
        assert query(path, "PRAGMA user_version") == [(VERSIONS.newest,)]
        assert faults_of(path) == []
        shutil.rmtree(folder)


def journal_of(before: bytes) -> bytes:
    """Return the journal by which SQLite takes a write back, as it is just before it is deleted."""
    size, nonce = int.from_bytes(before[16:18]), 7
    pages = [before[at : at + size] for at in range(0, len(before), size)]
    numbers = (len(pages), nonce, len(pages), SECTOR, size)
    header = MAGIC + b"".join(each.to_bytes(4) for each in numbers)
    kept = (
        number.to_bytes(4) + page + ((nonce + sum(page[size - 200 : 0 : -200])) & 0xFFFFFFFF).to_bytes(4)
        for number, page in enumerate(pages, 1)
    )
    return header.ljust(SECTOR, b"\0") + b"".join(kept)


def test_an_upgrade_that_ended_before_its_journal_was_deleted_is_taken_back_and_made_again(tmp_path: Path) -> None:
    path = kept(8).copy(tmp_path)
    before = path.read_bytes()
    Store.open(path, upgraded=lambda _upgraded: None).close()
    after = rows_of(path)
    Path(f"{path}-journal").write_bytes(journal_of(before))
    told = list[Upgraded]()
    with Store.open(path, upgraded=told.append) as store:
        assert store.problems() == []
    assert [each.before for each in told] == [8]
    assert rows_of(path) == after
    assert faults_of(path) == []
