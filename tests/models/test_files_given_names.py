"""A file that was given its name is said to be there, whatever the disk reports afterwards."""

import os
import stat
from pathlib import Path

import pytest

from models.errors import NotSaved
from models.files import complete, give_name

SAFE = "Nothing was written."


def write(path: Path, *, replace: bool) -> None:
    """Write a file as projects and copies are written."""
    with complete(path, SAFE) as part:
        part.write_text("new", encoding="utf-8")
        give_name(part, path, replace=replace)


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_that_cannot_be_synchronised_is_said_and_the_file_is_not_denied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    path, sync = tmp_path / "copy.onrecord", os.fsync
    if replace:
        path.write_text("older", encoding="utf-8")

    def of_files_alone(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(5, "Input/output error")
        sync(file)

    monkeypatch.setattr("os.fsync", of_files_alone)
    with pytest.raises(NotSaved, match=r"“copy\.onrecord” is written, but its disk reports an error") as refused:
        write(path, replace=replace)
    assert SAFE not in str(refused.value)
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("replace", [False, True])
def test_what_cannot_be_cleared_away_afterwards_takes_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replace: bool
) -> None:
    path, calls = tmp_path / "copy.onrecord", list[Path]()

    def refuse(left: Path, *, missing_ok: bool = False) -> None:
        calls.append(left)
        if len(calls) > 1:  # the first is of what an earlier attempt has left
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "unlink", refuse)
    write(path, replace=replace)
    assert path.read_text(encoding="utf-8") == "new"
    assert len(calls) > 1
