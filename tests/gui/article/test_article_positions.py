"""Offsets go to Qt's positions and back without loss, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from gui.article.positions import Positions

texts = st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("🚢👩🏽‍🚒é\n")))


@given(texts)
def test_every_offset_is_the_length_in_utf_16_before_it(text: str) -> None:
    positions = Positions(text)
    for offset in range(len(text) + 1):
        position = len(text[:offset].encode("utf-16-le")) // 2
        assert positions.to_qt(offset) == position
        assert positions.to_text(position) == offset


def test_a_position_inside_a_character_is_that_characters_beginning() -> None:
    assert [Positions("a🚢b").to_text(position) for position in range(5)] == [0, 1, 1, 2, 3]
