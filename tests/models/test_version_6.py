"""A project of version 6 is opened by every later version, with everything in it."""

from pathlib import Path

import pytest

from models.entities import Offer, Origin
from models.properties import Assistance
from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_6.make import DISMISSED, NUMBER_RULE, RULE, WORD
from tests.snapshots import query

VERSION = kept(6)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_6_is_opened_with_the_origins_of_its_records_and_what_was_dismissed(study: Path) -> None:
    with VERSION.opened(study) as store:
        (first,) = (line for line in store.articles() if line.title.startswith("Harbour"))
        records = store.article_records(first.id)
        began = {records.words(claim.id): (claim.origin, claim.rule) for claim in records.claims.values() if claim.rule}
        assert began == {
            "nobody would have to move": (Origin.ACCEPTED, RULE),
            "the plan too": (Origin.CHANGED, RULE),
        }
        (number,) = (each for each in records.numbers.values() if each.origin is not Origin.BY_HAND)
        assert (records.words(number.id), number.origin, number.rule) == (DISMISSED, Origin.ACCEPTED, NUMBER_RULE)
        assert [(each.kind, each.words) for each in records.dismissed.values()] == [
            (Offer.CLAIM, None),
            (Offer.NUMBER, "one night"),
            (Offer.PLACE, None),
        ]
        assert store.properties().assistance == {Assistance.CLAIMS, Assistance.PLACES}
        assert store.own_words().of("en", "reporting_verbs") == (WORD,)
        assert store.learned().dismissed == {"one night": 1}
    views = ("SELECT claim_origin, claim_rule FROM claims", "SELECT number_origin FROM statements")
    assert {str(row[0]) for row in query(study, views[0])} == {*Origin}
    assert Origin.ACCEPTED in {str(row[0]) for row in query(study, views[1])}
    assert query(study, "SELECT count(*) > 1 FROM coverage") == [(1,)]


def test_what_was_done_in_version_6_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 45


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_the_records_of_an_earlier_version_were_all_made_by_hand(tmp_path: Path, version: int) -> None:
    path = kept(version).copy(tmp_path)
    with kept(version).opened(path) as store:
        assert store.properties().assistance == {*Assistance}
    for table in ("claim", "number"):
        assert query(path, f"SELECT DISTINCT origin, rule FROM {table}") == [("by hand", None)]
    for table in ("dismissed", "property", "word", "coverage"):
        assert query(path, f"SELECT count(*) FROM {table}") == [(0,)]
