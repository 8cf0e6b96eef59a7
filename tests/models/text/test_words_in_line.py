"""Words that were found are shown with those around them in their line."""

import pytest

from models.text.context import AROUND, words_around


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("one two three", "two", ("one ", "two", " three")),
        ("one", "one", ("", "one", "")),
        ("title\n\n  the\ttwo  words\nend", "two", ("the ", "two", " words")),
        ("nearly\n2,000 crowns", "nearly\n2,000", ("", "nearly 2,000", " crowns")),
        ("a ferryman", "ferry", ("a ", "ferry", "man")),
        ("عاد القارب اليوم", "القارب", ("عاد ", "القارب", " اليوم")),
    ],
)
def test_the_line_around_words_is_shown_with_single_blanks(text: str, words: str, shown: tuple[str, str, str]) -> None:
    start = text.index(words)
    assert words_around(text, (start, start + len(words))) == shown


def test_a_long_line_is_cut_between_words_on_both_sides() -> None:
    text = "harbour " * 100 + "ferry" + " harbour" * 100
    before, words, after = words_around(text, (800, 805))
    assert words == "ferry"
    assert before.startswith("… harbour ") and after.endswith(" harbour …")
    assert max(len(before), len(after)) <= AROUND + 2


def test_a_long_line_without_blanks_is_cut_anywhere() -> None:
    before, words, after = words_around("港" * 900, (450, 452))
    assert (before, words, after) == ("…" + "港" * AROUND, "港港", "港" * AROUND + "…")
