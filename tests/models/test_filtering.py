"""The lists of the whole project are filtered by anything that can be read in a line."""

import pytest

from models.statements import Order
from tests.example import Example, signed, typed


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("million crowns", {"cost"}),
        ("METRES", {"lost"}),
        ("brekke", {"cost"}),
        ("brekke crowns", {"cost"}),
        ("100%", set()),
        ('"', set()),
        ("nothing of the kind", set()),
    ],
)
def test_a_line_is_found_by_its_words_its_speaker_or_both(example: Example, words: str, claims: set[str]) -> None:
    lines = example.store.statements(example.store.statement_keys(Order(text=words)))
    names = {example.cost.id: "cost", example.lost.id: "lost"}
    assert {names[line.claim] for line in lines if line.claim} == claims


def test_a_number_without_a_claim_is_found_by_its_words(example: Example) -> None:
    (line,) = example.store.statements(example.store.statement_keys(Order(text="berths", numbers_only=True)))
    assert line.number == example.berths.id


@pytest.mark.parametrize("word", ["øystein", "ØYSTEIN", "Øyst", "ås", "ÅS", "Ås"])
def test_letters_beyond_a_to_z_are_found_in_either_case(example: Example, word: str) -> None:
    example.store.apply(signed(typed(example.mayor, "name", "Øystein Ås", example.registry)))
    keys = example.store.statement_keys(Order(text=word))
    assert [line.claim for line in example.store.statements(keys)] == [example.cost.id]
