"""The lines of the list of articles: they follow edits as the file has them, and are put in order."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import product

import pytest

from models.actions.articles import delete_articles, finish_articles, import_articles, toggle_boilerplate
from models.actions.claims import delete_claim
from models.articles.draft import Draft
from models.attributes.comparing import Operator
from models.codebook.codebook import Codebook
from models.edits import Edit, changed, made
from models.entities import Claim, Status, Subject, article_of
from models.lines.article_line import ArticleLine, Progress
from models.lines.criteria import ARTICLE_CRITERIA, SAMPLE
from models.lines.matching import Matching
from models.lines.open_places import CountedPlaces, OpenPlaces
from models.lines.order import VARIABLE, Condition, Order, Sort
from models.store import article_orders
from models.store.view import StoreView
from models.text.finding import holds, search_words
from models.text.folding import folded
from tests.example import AT, CODER, OTHER_TEXT, TEXT, Example, signed, typed
from tests.models.codebook.study import Study

LATER = "2026-03-01T09:01:30.000+00:00"


def lines_of(example: Example) -> list[ArticleLine]:
    """Return every line, with what takes long to find out; but the active time, which no edit says, is left out."""
    return [replace(line, active=None) for line in example.store.articles(measured=True)]


def followed(lines: list[ArticleLine], edit: Edit) -> list[ArticleLine]:
    """Return lines after an edit that makes and deletes no article."""
    return [line.after(change for change in edit.changes if article_of(change.row) == line.id) for line in lines]


def test_a_line_has_what_is_recorded_and_how_long_the_text_is_without_boilerplate(example: Example) -> None:
    wall, ferry = lines_of(example)
    boilerplate = sum(row.end - row.start for row in example.records.boilerplate.values())
    assert (wall.claims, wall.numbers, wall.coders, wall.length) == (2, 2, CODER, len(TEXT) - boilerplate)
    assert (ferry.claims, ferry.numbers, ferry.coders, ferry.length) == (0, 0, None, len(OTHER_TEXT))
    assert [line.progress for line in (wall, ferry)] == [Progress.BEGUN, Progress.NOT_BEGUN]


def test_what_takes_long_is_found_out_only_on_request(example: Example) -> None:
    assert [(line.length, line.coders, line.active) for line in example.store.articles()] == [(None, None, None)] * 2


def test_lines_follow_each_edit_as_the_file_has_them(example: Example) -> None:
    study = Study(example, Codebook())
    study.ask("region", "text", Subject.ARTICLE)
    attribute = study.attribute("region")
    lines = lines_of(example)
    edits: tuple[Callable[[], Edit], ...] = (
        lambda: delete_claim(example.records, example.lost),
        lambda: toggle_boilerplate(example.records, 0, 1),
        lambda: finish_articles(*(line.article for line in lines)),
        lambda: typed(example.other, "outlet", "The Tide"),
        lambda: attribute.write([example.article], "North", study.known),
    )
    for make in edits:
        edit = signed(make())
        example.store.apply(edit)
        now = followed(lines, edit)
        assert now == lines_of(example) != lines
        example.store.apply(signed(edit.inverse))
        assert followed(now, edit.inverse) == lines_of(example) == lines


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("title", ["Ferry to run again", "Harbour wall will take two winters", "Zeppelins"]),
        ("outlet", ["Zeppelins", "Harbour wall will take two winters", "Ferry to run again"]),
        ("status", ["Ferry to run again", "Harbour wall will take two winters", "Zeppelins"]),
        ("claims", ["Ferry to run again", "Zeppelins", "Harbour wall will take two winters"]),
        ("length", ["Zeppelins", "Ferry to run again", "Harbour wall will take two winters"]),
        ("coder", ["Harbour wall will take two winters", "Ferry to run again", "Zeppelins"]),
    ],
)
def test_articles_are_sorted_by_a_column_and_those_without_a_value_come_last(
    example: Example, column: str, expected: list[str]
) -> None:
    example.store.apply(signed(import_articles([Draft("Zeppelins", "Zeppelins", outlet="A")])))
    example.store.apply(signed(finish_articles(lines_of(example)[-1].article)))
    matching = Matching(ARTICLE_CRITERIA, Codebook(), example.registry)
    assert [line.title for line in matching.listed(lines_of(example), Order((Sort(column),)))] == expected


@pytest.fixture
def various(example: Example) -> Example:
    """Return a project of articles with and without values, of equal values, and with letters that are folded."""
    drafts = [
        Draft("Zeppelins over Århus", "Zeppelins", outlet="the Tide", published="2015-01-23", byline="Émile Roux"),
        Draft("zeppelins", "A fog", outlet="The Tide", published="2015-01"),
        Draft("A lighthouse", "A lamp", outlet="Evening Lamp"),
    ]
    example.store.apply(signed(import_articles(drafts)))
    example.store.apply(signed(finish_articles(lines_of(example)[-1].article)))
    marked = changed(example.other, note="to be checked", discuss=True, language="en")
    example.store.apply(signed(Edit("Mark", (marked,)), LATER))
    for coder, at in (("EF", AT), ("CD", AT), ("GH", AT), ("GH", LATER)):
        example.store.apply(Edit("Claim", (made(Claim(article=example.other.id)),)).stamped(coder, at))
    with closing(StoreView(example.store.path)) as view:
        counted = CountedPlaces({example.article.id: OpenPlaces(1, 0, 2)}, view.last_edit())
    assert example.store.keep_open_places(counted)
    return example


def test_the_file_sorts_articles_as_their_lines_are_sorted(various: Example) -> None:
    lines, matching = _lines_and_matching(various)
    with closing(StoreView(various.store.path)) as view:
        for column, descending in product(article_orders.SORTED_BY, (False, True)):
            for sorts in ((Sort(column, descending),), (Sort("outlet"), Sort(column, descending))):
                expected = [line.id for line in matching.listed(lines, Order(sorts))]
                assert view.listed_articles(Order(sorts)) == expected, sorts


def _lines_and_matching(various: Example) -> tuple[list[ArticleLine], Matching]:
    lines = various.store.articles(measured=True)
    assert len({line.minutes for line in lines}) > 1
    return lines, Matching(ARTICLE_CRITERIA, Codebook(), various.registry)


def test_the_file_finds_articles_by_conditions_as_their_lines_are_found(various: Example) -> None:
    lines, matching = _lines_and_matching(various)
    with closing(StoreView(various.store.path)) as view:
        for column in article_orders.COMPARED_BY:
            criterion = ARTICLE_CRITERIA[column]
            values = [value for line in lines if (value := criterion.value(line, matching.asked(line))) is not None]
            comparison, kind = criterion.kind.comparison, criterion.kind
            stored = sorted({each for value in values for each in comparison.stored_value(kind, value)})
            some = [(), *((each,) for each in stored), (stored[0], stored[-1]) if stored else ()]
            for operator, wanted in product(criterion.operators(), some):
                if len(wanted) == operator.operands:
                    order = Order(conditions=(Condition(column, operator, wanted),))
                    assert view.listed_articles(order) == [line.id for line in matching.listed(lines, order)], order


def test_the_file_does_not_sort_by_what_it_does_not_know(example: Example) -> None:
    with closing(StoreView(example.store.path)) as view:
        assert view.can_list_articles(Order((Sort("title"), Sort("length"))))
        assert not view.can_list_articles(Order((Sort("title"), Sort(f"{VARIABLE}gone"))))
        assert not view.can_list_articles(Order(conditions=(Condition(SAMPLE, Operator.FILLED),)))


@pytest.mark.parametrize("words", ["", "ZEPP", "over ä", "harbour wall", "nothing"])
@pytest.mark.parametrize("progress", [(), (Progress.DONE,), (Progress.BEGUN, Progress.NOT_BEGUN)])
def test_the_file_finds_articles_by_words_and_progress(
    various: Example, words: str, progress: tuple[Progress, ...]
) -> None:
    looked_for = search_words(words)
    with closing(StoreView(various.store.path)) as view:
        found = view.articles_looked_for(looked_for, progress)
    assert found == {
        line.id
        for line in lines_of(various)
        if holds(folded(line.title), looked_for) and (not progress or line.progress in progress)
    }


def test_the_file_tells_which_articles_there_are_and_reads_the_lines_of_some(various: Example) -> None:
    lines = various.store.articles()
    with closing(StoreView(various.store.path)) as view:
        known = view.article_ids()
        assert [*known.ids] == [line.id for line in lines]
        assert {*known.done} == {line.id for line in lines if line.status is Status.DONE}
        assert [*view.each_article(measured=True)] == various.store.articles(measured=True)
        assert view.articles_among([lines[3].id, "gone", lines[0].id], measured=False) == [lines[0], lines[3]]


def test_conditions_know_the_progress_and_the_counts_of_articles(example: Example) -> None:
    matching = Matching(ARTICLE_CRITERIA, Codebook(), example.registry)

    def found(*conditions: Condition) -> list[str]:
        return [line.title for line in matching.listed(lines_of(example), Order(conditions=conditions))]

    assert found(Condition("status", Operator.IS, ("begun",))) == ["Harbour wall will take two winters"]
    assert found(Condition("claims", Operator.LESS, ("1",))) == ["Ferry to run again"]
    assert found(Condition("length", Operator.MORE, ("100",)), Condition("coder", Operator.IS, (CODER,))) == [
        "Harbour wall will take two winters"
    ]


def test_several_articles_are_deleted_in_one_edit_that_brings_everything_back(example: Example) -> None:
    before = lines_of(example)
    with closing(StoreView(example.store.path)) as view:
        rows = view.recorded_in([line.id for line in before])
    edit = signed(delete_articles([line.article for line in before], rows))
    example.store.apply(edit)
    assert edit.label == "Delete 2 articles"
    assert lines_of(example) == []
    example.store.apply(signed(edit.inverse))
    assert lines_of(example) == before
