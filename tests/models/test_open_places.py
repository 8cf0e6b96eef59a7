"""How many places of an article are open is kept until something changes there; nothing is shown that may be wrong."""

from contextlib import closing

from models.actions.articles import delete_articles
from models.actions.correcting import correct_text
from models.actions.numbers import mark_number
from models.actions.own_words import add_word
from models.correcting.correction import correct
from models.counting_places import count_every_place, count_places
from models.edits import Edit, changed
from models.ids import Id
from models.lines.open_places import CountedPlaces, OpenPlaces
from models.own_words import REPORTING_VERBS
from models.store import Store
from models.store.view import StoreView
from tests.example import TEXT, Example, place, signed, typed
from tests.snapshots import faults_of, query


def shown(store: Store) -> dict[Id, OpenPlaces | None]:
    """Return what the list of articles says, which an own connection reads."""
    with closing(StoreView(store.path)) as view:
        return {line.id: line.open_places for line in view.articles()}


def count(store: Store) -> CountedPlaces:
    """Count the open places of every article of which they are not known."""
    with closing(StoreView(store.path)) as view:
        return count_places(view, view.articles_not_counted())


def test_an_article_says_nothing_until_its_places_are_counted(example: Example) -> None:
    assert shown(example.store) == {example.article.id: None, example.other.id: None}
    example.store.keep_open_places(count(example.store))
    assert shown(example.store) == {example.article.id: OpenPlaces(0, 1, 4), example.other.id: OpenPlaces(0, 1, 0)}
    assert count(example.store).places == {}, "nothing is counted twice"
    assert faults_of(example.store.path) == []


def test_an_edit_forgets_what_was_counted_in_its_article_alone(example: Example) -> None:
    store = example.store
    for edit in (
        mark_number(example.records, *place("two winters")),
        correct_text(correct(example.records, TEXT.replace("two winters", "three winters"))),
        Edit("Change language", (changed(example.article, language="de"),)),
    ):
        store.keep_open_places(count(store))
        store.apply(signed(edit))
        assert shown(store)[example.article.id] is None
        assert shown(store)[example.other.id] is not None


def test_a_note_changes_no_place(example: Example) -> None:
    example.store.keep_open_places(count(example.store))
    example.store.apply(signed(typed(example.cost, "note", "ask again")))
    assert None not in shown(example.store).values()


def test_a_reporting_verb_of_the_project_can_be_in_every_article(example: Example) -> None:
    store = example.store
    store.keep_open_places(count(store))
    store.apply(signed(add_word(store.own_words(), "en", REPORTING_VERBS, "take, takes")))
    assert [*shown(store).values()] == [None, None]
    store.keep_open_places(count(store))
    places = shown(store)[example.article.id]
    assert places and places.verbs == 2, "“Harbour wall will take two winters” has a verb that reports now"


def test_what_was_counted_before_an_edit_is_not_kept_after_it(example: Example) -> None:
    counted = count(example.store)
    line = mark_number(example.records, *place("two winters"))
    example.store.apply(signed(line))
    example.store.keep_open_places(counted)
    assert shown(example.store) == {example.article.id: None, example.other.id: OpenPlaces(0, 1, 0)}


def test_a_line_that_follows_an_edit_says_what_the_file_says(example: Example) -> None:
    example.store.keep_open_places(count(example.store))
    (line, _other) = example.store.articles()
    for edit, known in (
        (typed(example.cost, "note", "ask again"), True),
        (mark_number(example.records, *place("two winters")), False),
    ):
        written = example.store.apply(signed(edit))
        assert written
        line = line.after(written.within(line.id))
        assert (line.open_places is not None) is known
        assert line == next(each for each in example.store.articles() if each.id == line.id)


def test_an_article_that_is_deleted_leaves_no_count(example: Example) -> None:
    example.store.keep_open_places(count(example.store))
    rows = example.records.rows()
    example.store.apply(signed(delete_articles([example.article], rows)))
    assert query(example.store.path, "SELECT count(*) FROM coverage") == [(1,)]
    assert faults_of(example.store.path) == []


def test_every_article_is_counted_some_at_a_time_until_it_is_to_stop(example: Example) -> None:
    told: list[tuple[int, int]] = []

    def go_on(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    batches = [*count_every_place(example.store.path, go_on)]
    assert [{*each.places} for each in batches] == [{example.article.id, example.other.id}]
    assert told == [(0, 2)]
    assert [*count_every_place(example.store.path, lambda _done, _of: False)] == []


def test_an_article_that_is_gone_is_left_out(example: Example) -> None:
    with closing(StoreView(example.store.path)) as view:
        assert {*count_places(view, [example.cost.id, example.other.id]).places} == {example.other.id}
