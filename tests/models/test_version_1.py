"""A project of version 1 is opened by every later version, and version 1 itself is never changed."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.records import ArticleRecords
from models.registry import Registry
from models.store import Store
from models.store.structure import Structure, structure_of
from models.store.upgrading import Upgraded
from models.store.versions import VERSIONS, structure
from tests.example import CODER, signed
from tests.snapshots import faults_of, original_of, query

KEPT = Path(__file__).parent / "version_1"

SHA256 = "b30e93688bdec6331479fe061864c9c371b70e6e141332cbeb48718321fd540a"
"""Of the file as it was put here."""

COUNTS = {"article": 3, "speaker": 3, "alias": 1, "claim": 3, "number": 4, "span": 11, "boilerplate": 3, "edit": 14}

TEXTS = {
    "Harbour wall will take two winters": "2c97a22cda1c118ff828cd8c800044e58589e42849f7b00b59688182cd7cd96d",
    "Ferry to run again": "066bdaa1759ec27bff10b9fe01f37577050f0f470f359c1f954d21362ddb0fd1",
    "Ferry to run on Sundays": "27d6db166b6d5a56859e615974f6556e4415557729bd1ed5d3b4efc5100545f0",
}
"""The SHA-256 of each article's text, by its title."""

CLAIMS = {
    ("the wall 🌊 would cost “about 40 million crowns” and take two winters", "Ida Brekke", "mixed", None, None),
    ("“We lost nearly 300 metres in one night,”", None, "direct", "300 metres were lost", "ask again"),
    ("nobody would have to move", "Tom Arkwright", "indirect", None, None),
}
"""The words, speaker, mode, summary and note of each claim."""

NUMBERS = {
    ("about 40 million crowns", 40e6, None, "about", None, "crowns", "of 2026"),
    ("at least 12 new berths", 10.0, 15.0, "exact", None, "new berths", None),
    ("nearly 300 metres", 300.0, None, "almost", "m", None, None),
    ("too small", None, None, None, None, None, None),
}
"""The words, value, upper value, qualifier, unit, what is counted and the note of each number."""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return Path(shutil.copy(KEPT / "study.onrecord", tmp_path / "study.onrecord"))


def test_the_file_is_the_one_that_was_put_here() -> None:
    assert hashlib.sha256((KEPT / "study.onrecord").read_bytes()).hexdigest() == SHA256


def test_a_project_of_version_1_is_opened_whole(study: Path) -> None:
    told: list[Upgraded] = []
    with Store.open(study, upgraded=told.append) as store:
        assert [each.before for each in told] == [1] * (VERSIONS.newest > 1)
        assert store.problems() == []
        records, registry = [store.article_records(line.id) for line in store.articles()], store.registry()
        assert {each.article.title: _sha256(each.text) for each in records} == TEXTS
        assert {original_of(study, each.article) for each in records if each.article.original} == {
            b"<p>" + next(each.text for each in records if "Sundays" in each.text).encode() + b"</p>"
        }
        assert {fact for each in records for fact in _claims(each, registry)} == CLAIMS
        assert {fact for each in records for fact in _numbers(each)} == NUMBERS
        assert {speaker.name for speaker in registry.speakers.values()} == {
            *("Ida Brekke", "Fishermen's union", "Tom Arkwright")
        }
    counts = {table: query(study, f"SELECT count(*) FROM {table}")[0][0] for table in COUNTS}
    assert counts == COUNTS
    assert faults_of(study) == []


def test_what_was_done_in_version_1_can_be_undone_and_done_again(study: Path) -> None:
    with Store.open(study, upgraded=lambda _upgraded: None) as store:
        undone = []
        while line := store.undoable(CODER):
            store.apply(signed(store.edit(line).inverse))
            undone.append(line.label)
        assert undone == ["Change note", "Mark claim"]
        done = []
        while line := store.redoable(CODER):
            store.apply(signed(store.edit(line).inverse))
            done.append(line.label)
        assert done == ["Mark claim", "Change note", "Change affiliation"]
        assert store.problems() == []


def test_version_1_is_never_changed() -> None:
    described = (KEPT / "structure.txt").read_text(encoding="utf-8").splitlines()
    assert _described(structure(VERSIONS, 1)) == described
    with closing(sqlite3.connect(f"{(KEPT / 'study.onrecord').as_uri()}?mode=ro", uri=True)) as connection:
        assert _described(structure_of(connection)) == described


def _described(found: Structure) -> list[str]:
    return sorted(map(repr, found))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _claims(records: ArticleRecords, registry: Registry) -> set[tuple[object, ...]]:
    return {
        (
            records.words(claim.id),
            registry.speakers[claim.speaker].name if claim.speaker else None,
            *(claim.mode, claim.summary, claim.note),
        )
        for claim in records.claims.values()
    }


def _numbers(records: ArticleRecords) -> set[tuple[object, ...]]:
    return {
        (records.words(each.id), each.value, each.upper, each.qualifier, each.unit, each.counted, each.note)
        for each in records.numbers.values()
    }
