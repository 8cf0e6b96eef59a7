"""Words are found as a reader would find them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.finding import find_all, nearest, phrase_of
from models.text.folding import PIECE


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("A café, a CAFE\u0301", "cafe", ["café", "CAFE\u0301"]),
        ("A café, a cafe", "Café", ["café", "cafe"]),
        ("“Don’t,” he said", "\"don't", ["“Don’t"]),
        ("mine–resistant", "mine-resistant", ["mine–resistant"]),
        ("nearly\u00a02,000\nair strikes", "2,000 air", ["2,000\nair"]),
        ("🚢 the ferry 🚢 the ferry", "ferry", ["ferry", "ferry"]),
        ("Straße", "straße", ["Straße"]),
        ("1+1 (one)", "+1 (", ["+1 ("]),
        ("text", "  ", []),
        ("Die Unter\xadneh\xadmen zahlen", "Unternehmen", ["Unter\xadneh\xadmen"]),
        ("Unternehmen", "Unter\xadnehmen", ["Unternehmen"]),
        ("word\u2060joiner zero\u200bwidth hello\ufeffworld", "zerowidth", ["zero\u200bwidth"]),
        ("word\u2060joiner", "wordjoiner", ["word\u2060joiner"]),
        ("the ﬁnal ﬂoor", "final floor", ["ﬁnal ﬂoor"]),
        ("the final floor", "ﬁnal ﬂoor", ["final floor"]),
        ("the ﬀ", "f", ["ﬀ"]),
        ("Øresund, Łódź, Đoković, Æther", "lodz", ["Łódź"]),
        ("Øresund bridge", "Oresund", ["Øresund"]),
        ("½ of １２０ km²", "1/2", ["½"]),
        ("½ of １２０ km²", "120 km2", ["１２０ km²"]),
        ("각 가", "가", ["가"]),
        (unicodedata.normalize("NFD", "각 가"), "가", [unicodedata.normalize("NFD", "가")]),
        ("각", unicodedata.normalize("NFD", "각"), ["각"]),
    ],
)
def test_capitals_accents_and_quotes_do_not_matter(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, wanted)] == found


@given(st.text(), st.text(min_size=1, max_size=3))
def test_what_is_found_lies_in_the_text_in_order(text: str, wanted: str) -> None:
    places = find_all(text, wanted)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(st.text(), st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1), st.text())
def test_a_word_is_found_where_it_stands(before: str, word: str, after: str) -> None:
    word = unicodedata.normalize("NFC", word)
    text = f"{before} {word} {after}"
    assert len(before) + 1 in [start for start, _ in find_all(text, word)]


@given(st.text(), st.text(min_size=1, max_size=2))
def test_a_phrase_is_found_in_many_texts_where_it_is_found_in_one(text: str, wanted: str) -> None:
    phrase = phrase_of(wanted)
    assert (phrase.places(text) if phrase else []) == find_all(text, wanted)


def test_a_phrase_is_found_across_the_pieces_in_which_a_long_text_is_folded() -> None:
    phrase = phrase_of("cafe noir")
    assert phrase and phrase.places("é" * (PIECE - 3) + "Café noir") == [(PIECE - 3, PIECE + 6)]


def test_the_search_goes_on_from_a_place_and_begins_again_at_the_end() -> None:
    places = [(3, 5), (9, 11)]
    assert [nearest(places, offset) for offset in (0, 3, 4, 10)] == [0, 0, 1, 0]
