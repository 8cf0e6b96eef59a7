"""The selection moves by sentence, word and clause."""

from collections.abc import Callable

import pytest

from models.text import steps
from tests.gui.article.texts import FERRY, place

Step = Callable[[str, tuple[int, int]], tuple[int, int]]

SENTENCE = place("The harbour board said on Monday that nearly 2,000 people a day would use the ferry.")
CLAUSES = place(
    "Half of the pier, she added, had been rebuilt for $2.3 million; the rest would follow “by May at the latest”."
)


def words(stretch: tuple[int, int] | None) -> str:
    assert stretch is not None
    return FERRY[slice(*stretch)]


def never(offset: int) -> bool:
    return False


def test_from_a_caret_the_sentence_around_it_comes_first() -> None:
    caret = SENTENCE[0] + 10
    assert steps.step_sentence(FERRY, (caret, caret), 1, "en", never) == SENTENCE


def test_after_a_part_of_a_sentence_comes_the_next_and_back_the_whole() -> None:
    part = place("nearly 2,000 people")
    assert words(steps.step_sentence(FERRY, part, 1, "en", never)).startswith("“We have")
    assert steps.step_sentence(FERRY, part, -1, "en", never) == SENTENCE


def test_sentences_to_be_skipped_are_passed_over_in_both_directions() -> None:
    sign_up = place("Sign up for our letter")
    last = place("“We have waited long enough 🚢,” Mrs. Oyelaran said.")
    found = steps.step_sentence(FERRY, last, 1, "en", lambda offset: offset == sign_up[0])
    assert found == CLAUSES
    assert steps.step_sentence(FERRY, CLAUSES, -1, "en", lambda offset: offset == sign_up[0]) == last


def test_there_is_an_end_to_the_sentences() -> None:
    assert steps.step_sentence(FERRY, (len(FERRY), len(FERRY)), 1, "en", never) is None
    assert steps.step_sentence(FERRY, (0, 0), -1, "en", never) is None


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (steps.start_later, "said on Monday", "on Monday"),
        (steps.start_later, "ferry. “We", "“We"),
        (steps.start_later, "“We have", "We have"),
        (steps.start_later, "for $2.3 million", "$2.3 million"),
        (steps.start_later, "Monday", "Monday"),
        (steps.start_earlier, "on Monday", "said on Monday"),
        (steps.start_earlier, "2,000 people", "nearly 2,000 people"),
        (steps.start_earlier, "We have", "“We have"),
        (steps.start_earlier, "she added", "pier, she added"),
        (steps.end_earlier, "use the ferry.", "use the ferry"),
        (steps.end_earlier, "use the ferry", "use the"),
        (steps.end_earlier, "at the latest”", "at the latest"),
        (steps.end_earlier, "Half of the pier, she", "Half of the pier"),
        (steps.end_earlier, "pier", "pier"),
        (steps.end_later, "nearly", "nearly 2,000"),
        (steps.end_later, "the latest", "the latest”"),
        (steps.end_later, "the pier", "the pier, she"),
        (steps.start_next_clause, "Half of the pier, she added, had", "she added, had"),
        (steps.start_next_clause, "The harbour board said on Monday", "on Monday"),
        (steps.start_next_clause, "the rest would follow “by May", "“by May"),
        (steps.start_next_clause, "Half of", "Half of"),
        (steps.end_previous_clause, "Half of the pier, she added, had", "Half of the pier"),
        (steps.end_previous_clause, "she added, had", "she added"),
        (steps.end_previous_clause, "the rest would follow “by May", "the rest would follow"),
    ],
)
def test_an_end_of_the_selection_moves(step: Step, before: str, after: str) -> None:
    assert words(step(FERRY, place(before))) == after


def test_start_and_end_stay_where_they_are_at_the_ends_of_the_text() -> None:
    assert steps.start_earlier("one two", (0, 3)) == (0, 3)
    assert steps.end_later("one two", (4, 7)) == (4, 7)
    assert steps.end_earlier("", (0, 0)) == (0, 0)


def test_a_caret_at_either_end_of_a_word_or_inside_is_at_the_word() -> None:
    assert [steps.word_around("2,000 air", offset) for offset in (0, 2, 5, 6)] == [(0, 5)] * 3 + [(6, 9)]
    assert steps.word_around(" \n ", 1) is None


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Crews had won, he added, after a meeting of 21 towns in Norway, Sweden and more.", "", "Crews had won"),
        ("The wall will hold, said Mayor Ada Holm on Monday.", "", "The wall will hold"),
        (
            "It boasts of having built three piers while admitting that none is open.",
            "",
            "It boasts of having built three piers",
        ),
        ("Oil fell, which he said had hurt the budget.", "", "Oil fell"),
        (
            "The town, Ada Holm said the ferry would run in May, or June.",
            "",
            "The town, Ada Holm said the ferry would run in May",
        ),
    ],
)
def test_a_selection_ends_before_what_only_says_who_reports(text: str, before: str, after: str) -> None:
    assert text[slice(*steps.end_previous_clause(text, (text.index(before), len(text))))] == after


REPORT = "The board boasted of having built three piers while admitting that none of them is open."


def test_from_a_claim_the_clauses_behind_it_and_before_it_are_found_in_its_sentence() -> None:
    first, last = place("having built three piers", REPORT), place("none of them is open.", REPORT)
    assert steps.clauses_after(REPORT, first, "en") == last
    assert steps.clauses_before(REPORT, last, "en") == place("The board boasted of having built three piers", REPORT)
    assert steps.clauses_after(REPORT, last, "en") is None
    assert steps.clauses_before(REPORT, (0, 9), "en") is None


@pytest.mark.parametrize("sum_", ["£110m", "$2.3 million", "US$40", "110€", "R$5", "₹2.5", "A$1,000"])
def test_a_currency_sign_and_its_number_are_one_word(sum_: str) -> None:
    text = f"It cost {sum_} then, she said."
    figure = sum_.split(maxsplit=1)[0]
    assert steps.start_earlier(text, place("then", text)) == (
        place(sum_.rsplit(maxsplit=1)[-1], text)[0],
        place("then", text)[1],
    )
    assert steps.start_later(text, (place(figure, text)[0], len(text)))[0] > place(figure, text)[1]
    assert steps.end_later(text, place("cost", text)) == (place("cost", text)[0], place(figure, text)[1])
    assert steps.end_earlier(text, (0, place(figure, text)[1])) == place("It cost", text)
