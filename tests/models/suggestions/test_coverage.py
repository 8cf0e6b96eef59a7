"""Places in which something may have been missed are counted until something is recorded or said of them."""

from collections.abc import Callable, Iterator

import pytest

from models.actions.articles import toggle_boilerplate
from models.actions.claims import mark_claim, mark_cue
from models.actions.numbers import mark_number
from models.actions.suggestions import dismiss, nothing_here
from models.edits import Edit
from models.entities import Article
from models.lines.open_places import OpenPlaces
from models.records import ArticleRecords
from models.suggestions.coverage import count_open, find_places
from models.suggestions.places import PlaceKind, open_places
from tests.example import TEXT, Example, place
from tests.models.suggestions.found_in_example import found_claim, found_number
from tests.session import Session


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the places of a text, each with its words."""
    return [(each.kind, text[slice(*each.range)]) for each in find_places(text, language)]


def test_quotations_sentences_with_a_reporting_verb_and_numbers_are_places_in_text_order() -> None:
    text = "“We have never seen a sea like this,” she said. He told the council that 40 boats were lost. It rained."
    assert found(text) == [
        (PlaceKind.QUOTATION, "“We have never seen a sea like this,”"),
        (PlaceKind.VERB, "He told the council that 40 boats were lost."),
        (PlaceKind.NUMBER, "40 boats"),
    ]


def test_names_and_ironic_words_in_quotation_marks_are_no_places() -> None:
    assert found("The “Sea Queen” lay beside a “new” pier.") == []


def test_a_short_sentence_in_quotation_marks_is_a_place() -> None:
    assert found("“We won,” cried the mayor's son.")[0] == (PlaceKind.QUOTATION, "“We won,”")


def test_a_reporting_verb_in_a_quotation_is_none_outside_of_it() -> None:
    text = "The sign read “he said we will not be moved from here” in red."
    assert [kind for kind, _words in found(text)] == [PlaceKind.QUOTATION]


def test_a_quotation_of_several_paragraphs_is_a_place_in_each() -> None:
    text = "“We lost the wall in the night.\n\n“We lost the pier in the morning,” she said."
    assert [kind for kind, _words in found(text)] == [PlaceKind.QUOTATION, PlaceKind.QUOTATION]


@pytest.fixture
def session(example: Example) -> Iterator[Session]:
    session = Session(example)
    yield session
    session.store.close()


def left(session: Session) -> list[str]:
    """Return the words of the open places of the example's article."""
    return [TEXT[slice(*each.range)] for each in open_places(find_places(TEXT, "en"), session.records)]


PROMISED = "She promised that nobody would have to move."
OPEN = ["two winters", "two winters", "nearly 300 metres", "one night", PROMISED]


def test_what_a_record_covers_is_not_open(session: Session) -> None:
    assert left(session) == OPEN


@pytest.mark.parametrize(
    ("edit", "gone"),
    [
        (lambda e: mark_claim(e.records, *place("nobody would have to move")), PROMISED),
        (lambda e: mark_cue(e.records, next(iter(e.records.claims.values())), *place("promised")), PROMISED),
        (lambda e: mark_number(e.records, *place("300 metres")), "nearly 300 metres"),
        (lambda e: nothing_here(e.records, *place(PROMISED)), PROMISED),
        (lambda e: dismiss(e.records, found_claim()), PROMISED),
        (lambda e: dismiss(e.records, found_number("nearly 300 metres")), "nearly 300 metres"),
        (lambda e: toggle_boilerplate(e.records, *place("take two winters\n")), "two winters"),
    ],
)
def test_a_place_is_open_until_something_is_recorded_or_said_of_it(
    session: Session, edit: Callable[[Session], Edit], gone: str
) -> None:
    session.do(edit(session))
    expected = [*OPEN]
    expected.remove(gone)
    assert left(session) == expected
    session.undo()
    assert left(session) == OPEN


def test_nothing_to_record_in_a_sentence_is_said_of_the_numbers_in_it_too(session: Session) -> None:
    session.do(nothing_here(session.records, *place("“We lost nearly 300 metres in one night,” Ms Brekke added.")))
    assert left(session) == ["two winters", "two winters", PROMISED]


def test_open_places_are_counted_by_kind() -> None:
    text = "“We have never seen a sea like this,” she said. He told them that 40 boats and 2 men were lost."
    records = ArticleRecords(Article(content="", title="Sea"), text)
    assert count_open(records) == OpenPlaces(quotations=1, verbs=1, numbers=2)
    assert count_open(records).total == 4
