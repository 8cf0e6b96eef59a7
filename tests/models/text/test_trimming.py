"""A selection by hand becomes whole words without blanks, whatever the text is made of."""

import unicodedata
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.trimming import snap, trim

ODD = "aé½2.,'’-–“” \u00a0\u2009\n\u200b\ufeff\u00ad\u0301\u200d\u0600ุ한日א😀👨👩🏽🇩🇪🇫\ufe0f\u20e3$%&"


def selected(text: str, part: str) -> str:
    """What the first occurrence of `part` grows to."""
    start = text.index(part)
    first, last = snap(text, start, start + len(part))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "part", "grown"),
    [
        ("nearly 2,000 air strikes", "00 air st", "2,000 air strikes"),
        ("rose 5.5 per cent", "5 per ce", "5.5 per cent"),
        ("the group’s momentum", "group", "group’s"),
        ("they won't go", "won", "won't"),
        ("250 mine-resistant vehicles", "resist", "mine-resistant"),
        ("in the U.S. Senate", "U", "U.S"),
        ("AT&T said", "AT", "AT&T"),
        ("2\u00a0000 men", "2", "2\u00a0000"),
        ("on 31/02/2015 or so", "02", "31/02/2015"),
        ("cafe\u0301s close", "af", "cafe\u0301s"),
        ("ко\u0306тик сказал", "тик", "ко\u0306тик"),
        ("می\u200cخواهم رفت", "می", "می\u200cخواهم"),
        ("the gov\u00adern\u00adment said", "ern", "gov\u00adern\u00adment"),
        ("the gov\u200bern\u2060ment said", "ern", "gov\u200bern\u2060ment"),
        ("a \u200egov\u200eernment\u200e, it", "gov", "gov\u200eernment"),
        ("cost $2,000 then", "2,0", "$2,000"),
        ("his 32% support", "32", "32%"),
        ("it was 4.5° colder", "5", "4.5°"),
    ],
)
def test_a_selection_that_cuts_a_word_grows_to_the_whole_word(text: str, part: str, grown: str) -> None:
    assert selected(text, part) == grown


@pytest.mark.parametrize(
    ("text", "part", "kept"),
    [
        ("“It is over,” he said", "It is over", "It is over"),
        ("“It is over,” he said", "“It is over,”", "“It is over,”"),
        ("cost $2,000 then", "$2", "$2,000"),
        ("rose 12% then", "2%", "12%"),
        ("he said. AP", "said.", "said."),
        ("it rose.Then", "ros", "rose"),
        ("1914–18", "18", "18"),
        ("10 000 people", "10", "10"),
    ],
)
def test_marks_stay_when_selected_and_are_not_added_when_not(text: str, part: str, kept: str) -> None:
    assert selected(text, part) == kept


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("a 👨\u200d👩\u200d👧 b", "👩", "👨\u200d👩\u200d👧"),
        ("a 👍🏽 b", "👍", "👍🏽"),
        ("🇩🇪🇫🇷🇬🇧", "🇫", "🇫🇷"),
        ("❤\ufe0f!", "❤", "❤\ufe0f"),
        ("press 1\ufe0f\u20e3 now", "1", "1\ufe0f\u20e3"),
    ],
)
def test_a_letter_of_several_code_points_is_never_cut(text: str, part: str, whole: str) -> None:
    assert selected(text, part) == whole


def test_scripts_without_blanks_are_selected_by_the_character() -> None:
    assert selected("彼は日本語で話した", "日本") == "日本"
    assert selected("เขาพูดว่า", "พู") == "พู"


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\u00a0", "\u2009", "\u3000", "\u200b", "\ufeff", " \n\u00a0"])
def test_a_selection_is_trimmed_of_blanks(blank: str) -> None:
    text = f"{blank}two words{blank}"
    start, end = trim(text, 0, len(text))
    assert text[start:end] == "two words"
    assert snap(text, 0, len(text)) == (start, end)


def test_a_selection_of_blanks_is_empty_at_its_start() -> None:
    assert trim("one   two", 3, 6) == (3, 3)
    assert snap("one   two", 4, 6) == (4, 4)


def test_a_caret_selects_nothing() -> None:
    assert snap("word", 2, 2) == (2, 2)


def test_what_is_too_long_for_a_word_is_left_as_it_was_selected() -> None:
    assert snap("x" * 1_000_000, 500_000, 500_010) == (500_000, 500_010)


class CountingText(str):
    """Text that counts how often it is looked into."""

    looks = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        CountingText.looks += 1
        return super().__getitem__(key)


def test_only_the_ends_are_looked_at() -> None:
    text = CountingText("several words of plain text " * 20_000)
    CountingText.looks = 0
    start, end = snap(text, 12, len(text) - 12)
    assert (start, end) == (8, len(text) - 12)
    assert CountingText.looks < 200


@st.composite
def selections(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text of odd characters and a stretch of it."""
    text = draw(st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=40))
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(selections())
def test_snapping_twice_is_snapping_once(selection: tuple[str, int, int]) -> None:
    text, start, end = selection
    once = snap(text, start, end)
    assert snap(text, *once) == once


@given(selections())
def test_trimming_keeps_all_but_blanks_and_snapping_keeps_what_trimming_keeps(selection: tuple[str, int, int]) -> None:
    text, start, end = selection
    first, last = trim(text, start, end)
    assert start <= first <= last <= end
    around = text[start:first] + (text[last:end] if first < last else text[start:end])
    assert all(letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc") for letter in around)
    grown_first, grown_last = snap(text, start, end)
    assert 0 <= grown_first <= first
    assert last <= grown_last <= len(text)
