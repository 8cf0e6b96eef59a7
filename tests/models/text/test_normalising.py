"""The one form in which text is kept: every line break is the same, and nothing else is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.articles.draft import Draft
from models.text.normalising import normalise


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\ufdd0", "\ufdd1", "\v", "\f", "\x85", "\x1e"])
def test_every_line_break_becomes_the_same(end: str) -> None:
    assert normalise(f"one{end}two") == "one\ntwo"


def test_a_byte_order_mark_inside_a_text_is_dropped() -> None:
    assert normalise("\ufeffone\n\ufefftwo") == "one\ntwo"


def test_zeros_and_lonely_halves_of_letters_are_dropped_and_whole_pairs_joined() -> None:
    assert normalise("a\0b\ud83dc\udc00") == "abc"
    assert normalise("\ud83d\ude00!") == "😀!"


@pytest.mark.parametrize("kept", ["\u00a0", "\t", "\u200d", "e\u0301", "\xad", "\u200b", "😀", "\u202e"])
def test_everything_else_is_kept(kept: str) -> None:
    assert normalise(f"a{kept}b") == f"a{kept}b"


@given(st.text(st.characters(codec=None), max_size=40))
def test_normalised_text_is_normal_and_can_be_written(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert once.encode().decode() == once
    assert not set(once) & set("\r\0\u2028\u2029")


def test_the_body_is_the_text_without_its_boilerplate_and_without_holes() -> None:
    text = "Menu\n\nTitle\n\nAdvertisement\n\n  Body.\nMore.\n\nFoot"
    cut = [(text.index(line), text.index(line) + len(line)) for line in ("Menu", "Advertisement", "Foot")]
    assert Draft(text, "Title", boilerplate=tuple(cut)).body == "Title\n\n  Body.\nMore."


def test_without_boilerplate_the_body_is_the_text() -> None:
    assert Draft("Title\n\nBody.", "Title").body == "Title\n\nBody."
