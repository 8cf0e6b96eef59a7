"""A project of version 2, with a codebook, is opened by every later version, with everything in it."""

from pathlib import Path

import pytest

from models.codebook.variables import attributes_in
from models.entities import Article, Claim, Number, Record, Speaker
from models.known import Known
from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_2.make import ANSWERS
from tests.snapshots import query

VERSION = kept(2)

COUNTS = {"claim": 3, "number": 4, "speaker": 4, "variable": 12, "choice": 6, "answer": 13, "anchor": 1}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_2_is_opened_with_its_codebook_and_every_answer(study: Path) -> None:
    with VERSION.opened(study) as store:
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


def test_what_was_done_in_version_2_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        undone, done = undone_and_done_again(store)
        assert done >= undone > 30
        assert query(study, "SELECT count(*) FROM answer")[0][0] == COUNTS["answer"]
