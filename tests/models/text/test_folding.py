"""The same words are the same in every filter and search, however they are typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.folding import folded, folded_with_offsets, folded_words, spelling


@pytest.mark.parametrize(
    ("typed", "kept"), [("cafe", "Café"), ("CAFÉ", "cafe\u0301"), ("oresund", "Øresund"), ("don't", "Don’t")]
)
def test_accents_capitals_and_kinds_of_quotation_mark_do_not_matter_in_a_search(typed: str, kept: str) -> None:
    assert folded(typed) == folded(kept)


def test_two_spellings_of_a_name_are_one_name_and_two_accents_are_two() -> None:
    assert spelling("Seán O’Neill") == spelling("seán  o'neill") == spelling("Sea\u0301n O'Neill")
    assert spelling("Jose") != spelling("José")


def test_a_name_is_its_words_without_their_punctuation() -> None:
    assert folded_words("J. Smith-Hall, (ÉU)") == "j smith hall eu"


@given(st.text())
def test_composed_and_decomposed_characters_fold_alike(text: str) -> None:
    assert folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    seen, offsets = folded_with_offsets(text)
    assert seen == folded(text)
    assert list(offsets) == sorted(offsets) and len(offsets) == len(seen) + 1 and offsets[-1] == len(text)
