"""The lists of the whole project are filtered by anything that can be read in a line."""

import pytest

from models.lines.order import Order
from tests.example import Example, listed, signed, typed


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("million crowns", {"cost"}),
        ("METRES", {"lost"}),
        ("brekke", {"cost"}),
        ("brekke crowns", {"cost"}),
        ("100%", set()),
        ('"', {"cost", "lost"}),  # quotation marks are alike, as in the find bar
        ("nothing of the kind", set()),
    ],
)
def test_a_line_is_found_by_its_words_its_speaker_or_both(example: Example, words: str, claims: set[str]) -> None:
    lines = listed(example.store, Order(text=words))
    names = {example.cost.id: "cost", example.lost.id: "lost"}
    assert {names[line.claim.id] for line in lines if line.claim} == claims


def test_a_number_without_a_claim_is_found_by_its_words(example: Example) -> None:
    (line,) = listed(example.store, Order(text="berths", numbers_only=True))
    assert line.number == example.berths


@pytest.mark.parametrize("words", ["øystein", "ØYSTEIN", "Øyst", "oystein", "stein ås", "tein"])
def test_case_accents_and_the_part_of_a_word_do_not_matter(example: Example, words: str) -> None:
    example.store.apply(signed(typed(example.mayor, "name", "Øystein Ås", example.registry)))
    assert [line.claim for line in listed(example.store, Order(text=words))] == [example.cost]


@pytest.mark.parametrize("words", ["cafe", "café", "CAFE\u0301", "harbourside", "bourside", "ide ca"])
def test_words_are_found_alike_in_every_column(example: Example, words: str) -> None:
    name = "Harbourside cafe\u0301"
    example.store.apply(signed(typed(example.other, "title", name)))
    example.store.apply(signed(typed(example.mayor, "name", name, example.registry)))
    example.store.apply(signed(typed(example.lost, "note", name)))
    example.store.apply(signed(typed(example.berths, "counted", name)))
    found = {line.claim or line.number for line in listed(example.store, Order(text=words))}
    assert {record.id for record in found if record} == {example.cost.id, example.lost.id, example.berths.id}
