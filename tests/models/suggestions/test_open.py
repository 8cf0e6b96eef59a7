"""Of what was found, only what is neither recorded nor dismissed is suggested."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.actions.articles import toggle_boilerplate
from models.actions.claims import mark_claim
from models.actions.numbers import mark_number
from models.actions.suggestions import dismiss, nothing_here, record_suggestions
from models.edits import Edit
from models.entities import Article, Role, Span
from models.properties import Assistance
from models.records import ArticleRecords
from models.suggestions.found import Found, FoundClaim, FoundNumber
from models.suggestions.learned import Learned
from models.suggestions.open import OpenSuggestions, extent, open_suggestions
from tests.example import TEXT, Example, place
from tests.models.suggestions.found_in_example import PROMISE, found_claim, found_number
from tests.session import Session

PROMISED = "She promised that nobody would have to move"
PLAN, WINTERS, METRES = "called the plan too small", "two winters", "nearly 300 metres"

FOUND = Found(
    (found_claim(), found_claim(PLAN, "The fishermen", cue="called", source="The fishermen's union")),
    (found_number(WINTERS), found_number(METRES)),
)


@pytest.fixture
def session(example: Example) -> Iterator[Session]:
    session = Session(example)
    yield session
    session.store.close()


def words(found: OpenSuggestions) -> list[str]:
    """Return what is suggested, in text order."""
    return [TEXT[slice(*extent(each))] for each in found.in_order()]


def still_open(session: Session, found: Found = FOUND) -> list[str]:
    return words(open_suggestions(found, session.records, session.learned))


def test_what_nobody_has_recorded_is_suggested_in_text_order(session: Session) -> None:
    assert still_open(session) == [WINTERS, METRES, PROMISE, PLAN]


def test_a_number_in_a_claim_is_suggested_with_it_and_not_twice(session: Session) -> None:
    metres = found_number(METRES)
    night = found_claim("We lost nearly 300 metres in one night", numbers=(metres,))
    (claim,) = open_suggestions(
        Found((night,), (metres,)), ArticleRecords(session.records.article, TEXT), Learned()
    ).claims
    assert claim.numbers == (metres,)
    found = open_suggestions(Found((night,), (metres,)), session.records, session.learned)
    assert (found.claims, found.numbers) == ((), (metres,)), "the claim is recorded, its number is not"


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        (lambda e: mark_claim(e.records, *place("nobody would have")), [WINTERS, METRES, PLAN]),
        (lambda e: mark_number(e.records, *place("300 metres")), [WINTERS, PROMISE, PLAN]),
        (lambda e: record_suggestions(e.records, e.registry, FOUND.claims), [WINTERS, METRES]),
        (lambda e: dismiss(e.records, FOUND.claims[0]), [WINTERS, METRES, PLAN]),
        (lambda e: dismiss(e.records, FOUND.numbers[0]), [METRES, PROMISE, PLAN]),
        (
            lambda e: nothing_here(e.records, *place("She promised that nobody would have to move.")),
            [WINTERS, METRES, PLAN],
        ),
        (lambda e: toggle_boilerplate(e.records, *place("take two winters\n")), [METRES, PROMISE, PLAN]),
    ],
)
def test_what_is_recorded_dismissed_or_boilerplate_is_not_suggested(
    session: Session, edit: object, left: list[str]
) -> None:
    assert callable(edit)
    made = edit(session)
    assert isinstance(made, Edit)
    session.do(made)
    assert still_open(session) == left
    session.undo()
    assert still_open(session) == [WINTERS, METRES, PROMISE, PLAN]


def test_a_claim_stays_dismissed_when_other_rules_find_it_with_other_boundaries(session: Session) -> None:
    session.do(dismiss(session.records, found_claim(PROMISED)))
    assert PROMISE not in still_open(session)


def test_a_claim_in_another_one_that_was_dismissed_is_still_suggested(session: Session) -> None:
    session.do(dismiss(session.records, found_claim(PROMISED)))
    assert still_open(session, Found((found_claim("to move"),))) == ["to move"]


def test_words_of_a_number_that_were_dismissed_twice_are_not_suggested_elsewhere(session: Session) -> None:
    elsewhere = ArticleRecords(Article(content="", title="Next"), "Two winters on\n")
    there = Found(numbers=(FoundNumber((0, 11), None, "number"),))
    for expected in (1, 1, 0):
        assert len(open_suggestions(there, elsewhere, session.learned).numbers) == expected
        session.do(dismiss(session.records, FOUND.numbers[0]))
    session.undo()
    session.undo()
    assert len(open_suggestions(there, elsewhere, session.learned).numbers) == 1


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ({Assistance.NUMBERS}, [WINTERS, METRES]),
        ({Assistance.CLAIMS}, [PROMISE, PLAN]),
        ({Assistance.PLACES}, []),
    ],
)
def test_what_the_project_does_not_want_is_not_suggested(
    session: Session, wanted: set[Assistance], left: list[str]
) -> None:
    assert words(open_suggestions(FOUND, session.records, session.learned, wanted)) == left


def test_without_numbers_the_claims_are_suggested_without_theirs(session: Session) -> None:
    found = Found((found_claim(numbers=FOUND.numbers),), FOUND.numbers)
    (claim,) = open_suggestions(found, session.records, session.learned, {Assistance.CLAIMS}).claims
    assert claim.numbers == ()


def test_an_article_with_many_records_takes_time_in_proportion() -> None:
    """Ten times the records and suggestions may not take a hundred times as long."""

    def seconds(count: int) -> float:
        article = Article(content="", title="Long")
        places = [(each * 10, each * 10 + 8) for each in range(2 * count)]
        spans = [Span(article=article.id, role=Role.CONTENT, claim=article.id, start=a, end=b) for a, b in places[::2]]
        records = ArticleRecords(article, "x" * 20 * count, spans)
        claims = tuple(replace(found_claim(), contents=(each,)) for each in places)
        began = time.process_time()
        assert len(open_suggestions(Found(claims), records, Learned()).claims) == count
        return time.process_time() - began

    few, many = (min(seconds(count) for _ in range(3)) for count in (1_000, 10_000))
    assert many < 40 * few


def test_a_claim_of_several_parts_goes_if_one_of_them_is_recorded(session: Session) -> None:
    both: FoundClaim = replace(found_claim(), contents=(place("We lost"), place(PROMISE)))
    assert still_open(session, Found((both,))) == []
