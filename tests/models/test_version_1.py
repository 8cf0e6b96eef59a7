"""A project of version 1 is opened by every later version, with everything in it."""

import hashlib
from pathlib import Path

import pytest

from models.records import ArticleRecords
from models.registry import Registry
from tests.example import CODER, signed
from tests.models.kept_versions import kept
from tests.snapshots import original_of, query

VERSION = kept(1)

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
    return VERSION.copy(tmp_path)


def test_a_project_of_version_1_is_opened_whole(study: Path) -> None:
    with VERSION.opened(study) as store:
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


def test_what_was_done_in_version_1_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
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
