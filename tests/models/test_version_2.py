"""A project of version 2, with a codebook, is opened by every later version, and version 2 itself is never changed."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.codebook.variables import attributes_in
from models.entities import Article, Claim, Number, Record, Speaker
from models.known import Known
from models.store import Store
from models.store.structure import Structure, structure_of
from models.store.upgrading import Upgraded
from models.store.versions import VERSIONS, structure
from tests.example import CODER, signed
from tests.models.version_2.make import ANSWERS
from tests.snapshots import faults_of, query

KEPT = Path(__file__).parent / "version_2"

SHA256 = "3f1d94e5179ea1b0f1d3aafec470df435e6d4e4beef3632845949b85fab27bc5"
"""Of the file as it was put here."""

COUNTS = {"claim": 3, "number": 4, "speaker": 4, "variable": 12, "choice": 6, "answer": 13, "anchor": 1}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return Path(shutil.copy(KEPT / "study.onrecord", tmp_path / "study.onrecord"))


def test_the_file_is_the_one_that_was_put_here() -> None:
    assert hashlib.sha256((KEPT / "study.onrecord").read_bytes()).hexdigest() == SHA256


def test_a_project_of_version_2_is_opened_with_its_codebook_and_every_answer(study: Path) -> None:
    told: list[Upgraded] = []
    with Store.open(study, upgraded=told.append) as store:
        assert [each.before for each in told] == [2] * (VERSIONS.newest > 2)
        assert store.problems() == []
        codebook, shown = store.codebook(), {}
        for records in (store.article_records(line.id) for line in store.articles()):
            known = Known(store.registry(), records.answers_of)
            found: list[Record] = [records.article, *records.claims.values(), *records.numbers.values()]
            for record in (*found, *known.speakers.values()):
                for attribute in attributes_in(codebook, type(record)):
                    if text := attribute.show(attribute.read(record, known)):
                        shown[attribute.name] = text
        assert shown == {
            **{f"a_{kind}": text for kind, text in ANSWERS.items()},
            **dict.fromkeys(("a_text", "of_number", "of_speaker", "of_article"), "the new wall"),
        }
        assert [each.words for each in codebook.anchors.values()] != []
        assert {each.colour for each in codebook.choices.values()} == {"#3366cc"}
        assert {len(codebook.variables_of(kind)) for kind in (Number, Speaker, Article)} == {1}
        assert len(codebook.variables_of(Claim)) == len(ANSWERS)
    assert {table: query(study, f"SELECT count(*) FROM {table}")[0][0] for table in COUNTS} == COUNTS
    assert faults_of(study) == []


def test_what_was_done_in_version_2_can_be_undone_and_done_again(study: Path) -> None:
    with Store.open(study, upgraded=lambda _upgraded: None) as store:
        counts = []
        for next_ in (store.undoable, store.redoable):
            counts.append(0)
            while line := next_(CODER):
                store.apply(signed(store.edit(line).inverse))
                counts[-1] += 1
            assert store.problems() == []
        assert counts[1] >= counts[0] > 30
        assert query(study, "SELECT count(*) FROM answer")[0][0] == COUNTS["answer"]


def test_version_2_is_never_changed() -> None:
    described = (KEPT / "structure.txt").read_text(encoding="utf-8").splitlines()
    assert _described(structure(VERSIONS, 2)) == described
    with closing(sqlite3.connect(f"{(KEPT / 'study.onrecord').as_uri()}?mode=ro", uri=True)) as connection:
        assert _described(structure_of(connection)) == described


def _described(found: Structure) -> list[str]:
    return sorted(map(repr, found))
