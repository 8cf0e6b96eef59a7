"""Words are found in the texts of all articles, with what is recorded there; there is no index of words."""

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actions.articles import delete_articles, toggle_boilerplate
from models.edits import Edit, made
from models.entities import Article, Claim, Number
from models.errors import Interrupted
from models.ids import Id
from models.lines.found_place import Found, FoundPlace, Wanted
from models.store import Store
from models.store.view import StoreView
from models.text.finding import find_all
from tests.example import OTHER_TEXT, TEXT, Example, content, place, signed

Form = Literal["NFC", "NFD"]


@pytest.fixture
def view(example: Example) -> Iterator[StoreView]:
    """Yield a view of the example project."""
    with closing(example.store.view()) as view:
        yield view


def every(view: StoreView, words: str, *, boilerplate: bool = False) -> Found:
    """Search all articles."""
    return view.places_of([*view.article_ids().ids], Wanted(words, boilerplate))


def places(found: Found) -> list[FoundPlace]:
    """Return the places of all articles."""
    return [each for article in found.articles for each in article.places]


def add(store: Store, text: str) -> Id:
    """Add an article with a text."""
    kept = content(text)
    article = Article(content=kept.sha256, title="Another")
    store.apply(signed(Edit("Add", (made(article),), (kept,))))
    return article.id


def test_places_are_found_with_their_article_and_the_words_around_them(view: StoreView, example: Example) -> None:
    found = every(view, "TWO winters")
    (article,) = found.articles
    assert (article.article, article.title, article.outlet) == (example.article.id, example.article.title, "The Tide")
    heading, sentence = article.places
    assert (heading.before, heading.words, heading.after) == ("Harbour wall will take ", "two winters", "")
    assert sentence.before.endswith("and take ") and sentence.after == "."
    assert TEXT[slice(*sentence.range)] == "two winters"


def test_a_place_tells_what_is_recorded_there(view: StoreView) -> None:
    recorded = {
        each.words: each.recorded
        for words in ("crowns", "berths", "lost", "Brekke added")
        for each in places(every(view, words))
    }
    assert recorded == {"crowns": (Claim, Number), "berths": (Number,), "lost": (Claim,), "Brekke added": ()}


def test_boilerplate_is_left_out_and_counted_unless_it_is_asked_for(view: StoreView, example: Example) -> None:
    found = every(view, "article")
    assert (found.articles, found.left_out) == ((), 1)
    (there,) = places(every(view, "article", boilerplate=True))
    assert there.range == place("article")
    example.store.apply(signed(toggle_boilerplate(example.records, *place("Skip to the article"))))
    assert len(places(every(view, "article"))) == 1


def test_articles_are_searched_in_the_order_in_which_they_are_given(view: StoreView, example: Example) -> None:
    both = [example.other.id, example.article.id]
    for order in (both, both[::-1]):
        assert [each.article for each in view.places_of(order, Wanted("will")).articles] == order


def test_an_article_that_is_gone_is_not_found(view: StoreView, example: Example) -> None:
    example.store.apply(signed(delete_articles([example.other], [])))
    assert view.places_of([example.other.id, "nowhere"], Wanted("ferry")) == Found()


def test_places_are_found_up_to_a_number_and_more_are_said_to_be_there(view: StoreView, example: Example) -> None:
    both = [example.article.id, example.other.id]
    count = len(find_all(TEXT, "w")) + len(find_all(OTHER_TEXT, "w"))
    for most in (1, 3, count - 1):
        found = view.places_of(both, Wanted("w", boilerplate=True, most=most))
        assert (len(places(found)), found.more) == (most, True)
    whole = view.places_of(both, Wanted("w", boilerplate=True, most=count))
    assert (len(places(whole)), whole.more) == (count, False)


@pytest.mark.parametrize(
    "words", ["", "   ", "\u00a0\t", "\u0301", "\u200b", "x" * 10_000, "the " * 2_500, "(", "\\", "%_"]
)
def test_words_that_say_nothing_or_are_nowhere_are_not_found(view: StoreView, words: str) -> None:
    assert every(view, words) == Found()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("cafe", "Café"),
        ("CAFÉ STRASSE", "Café Straße"),
        ("🌊", "🌊"),
        ("القارب", "القارب"),
        ("ⴰⵣⵓⵍ", "ⴰⵣⵓⵍ"),
        ("각", "각"),
    ],
)
def test_offsets_are_code_points_of_the_text_as_it_is_kept(
    example: Example, words: str, printed: str, form: Form
) -> None:
    text = unicodedata.normalize(form, f"𝔄 ﬁrst🌊 line\n\nand {printed} there")
    article = add(example.store, text)
    with closing(example.store.view()) as view:
        found = view.places_of([article], Wanted(words))
    assert text[slice(*places(found)[-1].range)] == unicodedata.normalize(form, printed)


@given(st.text(min_size=1, max_size=3))
def test_what_is_found_is_what_the_find_bar_finds(pattern: Example, words: str) -> None:
    with closing(StoreView(pattern.store.path)) as view:
        found = view.places_of([pattern.article.id], Wanted(words, boilerplate=True))
    assert [each.range for each in places(found)] == find_all(TEXT, words)


def test_a_search_can_be_interrupted(view: StoreView) -> None:
    ids = view.article_ids().ids
    view.interrupt()
    with pytest.raises(Interrupted):
        view.places_of([*ids], Wanted("ferry"))
