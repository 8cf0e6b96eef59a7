"""An edit that is made once more is recognised, although its rows have other ids."""

from models.actions.claims import delete_claim, mark_claim
from models.repeating import repeats
from tests.example import Example, signed, typed


def test_the_same_words_marked_twice_are_one_gesture_and_other_words_are_another(example: Example) -> None:
    first = signed(mark_claim(example.records, 300, 310))
    assert repeats(mark_claim(example.records, 300, 310), first)
    assert not repeats(mark_claim(example.records, 300, 311), first)


def test_what_is_done_to_another_record_or_undone_is_another_gesture(example: Example) -> None:
    first = signed(delete_claim(example.records, example.cost))
    assert repeats(delete_claim(example.records, example.cost), first)
    assert not repeats(delete_claim(example.records, example.lost), first)
    assert not repeats(first.inverse, first)


def test_another_value_for_the_same_field_is_another_gesture(example: Example) -> None:
    assert not repeats(typed(example.article, "title", "Quay"), typed(example.article, "title", "Wall"))
