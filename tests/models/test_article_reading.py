"""A long article is read in pieces, and its beginning before all of it."""

import pytest

from models.lines.positions import all_positions, statement_at
from models.store import Store, article_reading
from tests.example import Example
from tests.snapshots import memory_of


@pytest.fixture
def crowded_article(crowded: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return a store whose articles count as long, and are read one record at a time."""
    monkeypatch.setattr(article_reading, "MANY", 1)
    monkeypatch.setattr(article_reading, "PIECE", 1)
    return crowded


def test_an_article_read_in_pieces_is_the_same_as_one_read_whole(crowded_article: Store) -> None:
    for line in crowded_article.articles():
        reading = crowded_article.begin_reading(line.id)
        while not reading.is_complete:
            assert crowded_article.read_on(reading) is reading
        assert memory_of(reading.records) == memory_of(crowded_article.article_records(line.id))


@pytest.mark.parametrize("end", [0, 1, 200, 330, 10_000])
def test_the_lines_of_a_beginning_are_the_first_of_all_lines(
    crowded_article: Store, monkeypatch: pytest.MonkeyPatch, end: int
) -> None:
    monkeypatch.setattr(article_reading, "BEGINNING", end)
    registry = crowded_article.registry()
    for line in crowded_article.articles():
        beginning, whole = crowded_article.beginning(line.id), crowded_article.article_records(line.id)
        if beginning is None:
            assert not (whole.claims or whole.numbers)
            continue
        assert (beginning.article, beginning.text) == (whole.article, whole.text)
        places = all_positions(beginning)
        assert places == [place for place in all_positions(whole) if place.start < end]
        shown = [place for place in places if not place.claim or whole.contents(place.claim)[-1].end < end]
        for place in [each for each in shown if each.number_start < end]:
            assert statement_at(beginning, registry, place) == statement_at(whole, registry, place)


def test_an_article_with_few_records_has_no_beginning_of_its_own(example: Example) -> None:
    assert example.store.beginning(example.article.id) is None


def test_spans_are_found_by_where_they_are(example: Example) -> None:
    records = example.store.article_records(example.article.id)
    some = max(records.spans.values(), key=lambda span: span.end)
    assert example.store.spans_between(example.article.id, some.end - 1, some.end) == [some]
    assert example.store.spans_between(example.article.id, some.end, len(records.text)) == []
