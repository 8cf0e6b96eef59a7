"""A selection knows what it means without any widget."""

import pytest

from gui.article.text_selection import TextSelection
from tests.gui.article.texts import FERRY, place

CUT = place("early 2,000 peop")
WHOLE = place("nearly 2,000 people")


@pytest.mark.parametrize("backwards", [False, True])
def test_a_selection_stands_for_whole_words_and_an_exact_one_for_itself(backwards: bool) -> None:
    assert TextSelection.of(*CUT, backwards=backwards).meant(FERRY) == WHOLE
    assert TextSelection.of(*CUT, backwards=backwards, exact=True).meant(FERRY) == CUT


def test_a_caret_inside_a_word_stands_for_no_word() -> None:
    assert TextSelection(CUT[0], CUT[0]).meant(FERRY) == (CUT[0], CUT[0])


def test_a_selection_that_becomes_whole_words_keeps_its_direction() -> None:
    assert TextSelection.of(*CUT, backwards=True).snapped(FERRY) == TextSelection.of(*WHOLE, backwards=True)


def test_swapped_ends_select_the_same() -> None:
    selection = TextSelection.of(*CUT, exact=True)
    assert selection.swapped.caret == selection.anchor
    assert (selection.swapped.range, selection.swapped.exact) == (selection.range, True)
    assert selection.swapped.is_backwards
