"""A project of version 10 is opened by every later version, with everything in it."""

from contextlib import closing
from pathlib import Path

import pytest

from models.attributes.comparing import Operator
from models.lines.order import Condition, Order, Sort
from models.store.view import StoreView
from tests.models.kept_versions import kept, undone_and_done_again
from tests.models.version_10.make import ALSO, OUTLETS, TITLES, UNIT

VERSION = kept(10)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return the path of a copy of the file."""
    return VERSION.copy(tmp_path)


def test_a_project_of_version_10_counts_a_claim_with_two_numbers_of_a_unit_once(study: Path) -> None:
    with VERSION.opened(study), closing(StoreView(study)) as view:
        found = {each.label: each.figures for each in view.groups(Order(), "unit").listed}
        assert (found[UNIT].lines, found[UNIT].claims, found[UNIT].numbers, found[UNIT].total) == (2, 1, 2, 52.0)


@pytest.mark.parametrize("outlet", OUTLETS)
def test_the_titles_of_one_outlet_are_listed_in_their_order(study: Path, outlet: str) -> None:
    with VERSION.opened(study), closing(StoreView(study)) as view:
        order = Order((Sort("article"),), (Condition("outlet", Operator.IS, (outlet,)),))
        lines = [line for line in view.first_lines(order, 20) if line]
    titles = dict(zip(OUTLETS, TITLES, strict=True))
    assert {line.article.title for line in lines} == {titles[outlet]} - {TITLES[0]}  # nothing is recorded in that one
    assert [line.claim_words == ALSO for line in lines] == [False, False, True] * (outlet == OUTLETS[1])


def test_what_was_done_in_version_10_can_be_undone_and_done_again(study: Path) -> None:
    with VERSION.opened(study) as store:
        assert min(undone_and_done_again(store)) > 57
