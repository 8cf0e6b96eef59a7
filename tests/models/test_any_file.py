"""Whatever the bytes of a file that is read into a project: it is read, or refused in a sentence, and the project is
sound. Readers of articles are in `articles/test_any_bytes.py`.
"""

import random
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.cli import commands
from models.errors import OnrecordError
from models.exports.named.definition import read_export
from models.views.definition import read_layout, read_view
from tests.models.kept_versions import KEPT
from tests.models.test_dna_databases import make as make_dna
from tests.snapshots import faults_of, query
from tests.thorough import examples

ROUNDS = 4

READERS = {
    "codebook.csv": ("codebook", "{project}", "{file}", "--import"),
    "codebook.toml": ("codebook", "{project}", "{file}", "--import"),
    "codebook.onrecord": ("codebook", "{project}", "{file}", "--import"),
    "speakers.csv": ("speakers", "{project}", "{file}", "--import"),
    "statements.csv": ("import-table", "{project}", "{file}", "--apply"),
    "tables.xlsx": ("import-table", "{project}", "{file}", "--apply"),
    "other.onrecord": ("import", "{project}", "{file}", "--what", "all"),
    "study.dna": ("import", "{project}", "{file}", "--what", "all"),
}
"""The file that is read, and the command that reads it."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a project, and a whole file for every reader."""
    folder = tmp_path_factory.mktemp("whole")
    project = KEPT[-1].copy(folder)
    run = CliRunner().invoke
    for name in ("codebook.csv", "codebook.toml"):
        run(commands, ["codebook", str(project), str(folder / name)], catch_exceptions=False)
    run(commands, ["speakers", str(project), str(folder / "speakers.csv")], catch_exceptions=False)
    for form in ("csv", "xlsx"):
        run(commands, ["export", str(project), str(folder / form), "--format", form], catch_exceptions=False)
    shutil.copy(folder / "csv" / "statements.csv", folder)
    (workbook,) = (folder / "xlsx").glob("*.xlsx")
    shutil.copy(workbook, folder / "tables.xlsx")
    for name in ("codebook.onrecord", "other.onrecord"):
        shutil.copy(project, folder / name)
    make_dna(folder / "study.dna", 3)
    return folder


def changed(whole: bytes, chance: random.Random) -> bytes:
    """Return some bytes with a few of them replaced, cut off after a beginning, or followed by random ones."""
    match chance.randrange(4):
        case 0:
            return whole[: chance.randrange(len(whole))] or b" "
        case 1:
            return whole[: chance.randrange(60)] + chance.randbytes(chance.randrange(1, 2000))
    data = bytearray(whole)
    for _each in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(5)] = chance.randbytes(chance.randrange(7))
    return bytes(data) or b" "


@pytest.mark.parametrize("name", READERS)
def test_a_file_with_any_bytes_is_read_or_refused_and_the_project_stays_sound(
    whole: Path, tmp_path: Path, name: str
) -> None:
    project, file = tmp_path / "study.onrecord", tmp_path / name
    shutil.copy(whole / "study.onrecord", project)
    for seed in range(examples(ROUNDS)):
        file.write_bytes(changed((whole / name).read_bytes(), random.Random(f"{name} {seed}")))
        words = [word.format(project=project, file=file) for word in READERS[name]]
        ended = CliRunner().invoke(commands, words)
        refused = ended.exception is None or isinstance(ended.exception, OnrecordError | SystemExit)
        assert refused, (seed, ended.exc_info)
    assert faults_of(project) == []
    assert query(project, "SELECT count(*) > 0 FROM article") == [(1,)]


@pytest.mark.parametrize("read", [read_view, read_layout, read_export], ids=lambda read: read.__name__)
def test_any_definition_in_a_project_is_read_or_passed_over(whole: Path, read: object) -> None:
    project = whole / "study.onrecord"
    kept = [
        str(text)
        for table in ("view", "export", "layout")
        for (text,) in query(project, f"SELECT definition FROM {table}")
    ]
    assert kept
    assert callable(read)
    for seed in range(examples(50)):
        chance = random.Random(seed)
        read(changed(chance.choice(kept).encode(), chance).decode(errors="replace"))
