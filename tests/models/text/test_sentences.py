"""Sentences as news writes them, found without looking further than their paragraph."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.sentences import next_sentence, previous_sentence, sentence_at, sentences
from models.text.trimming import trim

NEWS = "Mr. Kerry spoke. “It is over,” he said.\n\nOil fell 5.5 per cent.\n   \nNobody knew why. AP"


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Kerry met Dr. Hale and Gen. Smith of St. Mary’s.",
        "The U.S. Senate voted on it.",
        "Oil fell 5.5 per cent to $48.20 a barrel.",
        "“This will not fail for the want of some guns,” he said.",
        "“Really?” she asked.",
        "It closed at 3 p.m. Sunday.",
        "It opens at 9 a.m. London time.",
        "It cost approx. 5 euros, taxes etc. included.",
        "J. K. Rowling wrote it.",
        "He met Govs. Jeb Bush and Chris Christie in Ft. Worth.",
        "“He said, ‘You know you’re going to win.’”",
        "He said 😀 that “it’s 😀 fine”.",
    ],
)
def test_one_sentence_of_news_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mr Hammond said no. “It will not fail,” he said.", ["Mr Hammond said no.", "“It will not fail,” he said."]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("He sold assault rifles, he said. AP", ["He sold assault rifles, he said.", "AP"]),
        ("They met at 3 p.m. The talks failed.", ["They met at 3 p.m.", "The talks failed."]),
        ("Headline without a stop\nA line.\n\nAnother", ["Headline without a stop", "A line.", "Another"]),
        ("  One.\u00a0 Two.  ", ["One.", "Two."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert split(text) == parts


CASES = [
    line.split("  ", 1)
    for line in (Path(__file__).parent / "cases" / "sentences.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_titles_abbreviations_dashes_and_quotations_end_no_sentence_of_their_own(language: str, marked: str) -> None:
    parts = [part.strip() for part in marked.split("¦")]
    assert split(marked.replace("¦ ", "").replace("¦", ""), language) == parts


@pytest.mark.parametrize("piece", ["He said “it. ", "“", "A. ", "etc. ", "‘a. ", "a! – b? – ", "(", "。”", ".", " "])
def test_a_line_takes_as_long_as_it_is_long_whatever_is_not_closed_in_it(piece: str) -> None:
    # Ten times as much may take sixty times as long on a busy machine; what grows by the square takes a hundred.
    assert _seconds(piece * (200_000 // len(piece))) < 60 * max(_seconds(piece * (20_000 // len(piece))), 0.01)


def _seconds(line: str) -> float:
    begun = time.process_time()
    sentences(line)
    return time.process_time() - begun


def test_a_day_of_the_month_ends_no_german_sentence() -> None:
    assert split("Er sagte am 3. Mai ab. Dr. Meier kam.", "de") == ["Er sagte am 3. Mai ab.", "Dr. Meier kam."]


def test_next_goes_over_paragraphs_and_blank_lines_to_the_end() -> None:
    found, at = [], 0
    while sentence := next_sentence(NEWS, at):
        found.append(sentence)
        at = sentence[1]
    assert found == sentences(NEWS)


def test_previous_goes_back_the_same_way() -> None:
    found, at = [], len(NEWS)
    while sentence := previous_sentence(NEWS, at):
        found.append(sentence)
        at = sentence[0]
    assert found[::-1] == sentences(NEWS)


def test_the_sentence_at_a_place_holds_it() -> None:
    for start, end in sentences(NEWS):
        assert {sentence_at(NEWS, place) for place in range(start, end)} == {(start, end)}


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "\u3000", "\x85", "\x1f"])
def test_blanks_of_every_kind_do_no_harm(blank: str) -> None:
    assert split(f"He saw S{blank}. and left.{blank}She stayed.")[-1] == "She stayed."
    assert split(f"S{blank}.")


def test_no_sentence_stands_on_a_blank_line() -> None:
    assert sentence_at("One.\n\nTwo.", 5) is None


@given(st.text(st.sampled_from("Ab. “”!?\n😀e\u0301\u00a0\u2009 p.m3S"), max_size=80), st.integers(0, 80))
def test_sentences_cover_all_but_blanks_in_order_and_never_cross_a_line(text: str, place: int) -> None:
    found = sentences(text)
    at = 0
    for start, end in found:
        assert at <= start < end
        assert not text[at:start].strip()
        assert "\n" not in text[start:end]
        assert trim(text, start, end) == (start, end)
        at = end
    assert not text[at:].strip()
    assert next_sentence(text, place) == next((one for one in found if one[0] >= place), None)
    assert previous_sentence(text, place) == next((one for one in reversed(found) if one[1] <= place), None)
