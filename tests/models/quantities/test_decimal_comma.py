"""Numbers in articles of other languages: their marks, and the German words around them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.entities import Qualifier
from models.quantities.decimal_comma import in_known_signs
from models.quantities.locating import numbers_in
from models.quantities.parsing import Quantity, read_quantity

EXACT, ABOUT, ALMOST = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.ALMOST
MORE, LEAST = Qualifier.MORE_THAN, Qualifier.AT_LEAST
LESS, MOST = Qualifier.LESS_THAN, Qualifier.AT_MOST

GERMAN = [
    ("1.200 Fischer", Quantity(1200, None, EXACT, None, "Fischer")),
    ("1.200,50 Euro", Quantity(1200.5, None, EXACT, "EUR", None)),
    ("2,5 Millionen Euro", Quantity(2_500_000, None, EXACT, "EUR", None)),
    ("2,125 Milliarden Euro", Quantity(2_125_000_000, None, EXACT, "EUR", None)),
    ("5 Mio. Euro", Quantity(5_000_000, None, EXACT, "EUR", None)),
    ("3,5 Mrd. Euro", Quantity(3_500_000_000, None, EXACT, "EUR", None)),
    ("rund 90 Prozent", Quantity(90, None, ABOUT, "%", None)),
    ("etwa 12 Boote", Quantity(12, None, ABOUT, None, "Boote")),
    ("Fast 300 Meter", Quantity(300, None, ALMOST, "m", None)),
    ("mehr als 40 Boote", Quantity(40, None, MORE, None, "Boote")),
    ("mindestens 3 km", Quantity(3, None, LEAST, "km", None)),
    ("unter 4 Prozent", Quantity(4, None, LESS, "%", None)),
    ("bis zu 7.000 Boote", Quantity(7000, None, MOST, None, "Boote")),
    ("45-jähriger", Quantity(45, None, EXACT, "year", None)),
    ("5 bis 10 Prozent", Quantity(5, 10, EXACT, "%", None)),
    ("stieg von 5 auf 7 Prozent", Quantity(5, None, EXACT, "%", None)),
    ("von 2 auf 3 Millionen Euro", Quantity(2_000_000, None, EXACT, "EUR", None)),
    ("5 auf einmal", Quantity(5, None, EXACT, None, None)),
    ("zwischen 1.500 und 2.000 Boote", Quantity(1500, 2000, EXACT, None, "Boote")),
]

PIECES = st.sampled_from(
    re.split("(?= )", "ein eine zwei drei und hundert tausend Dutzend Hunderte Millionen Hälfte Drittel halbe 2")
)
IN_WORDS = [
    ("zwölf Boote", Quantity(12, None, EXACT, None, "Boote")),
    ("Zweihundertfünfzig Boote", Quantity(250, None, EXACT, None, "Boote")),
    ("rund dreitausend Boote", Quantity(3000, None, ABOUT, None, "Boote")),
    ("zwei Millionen Euro", Quantity(2_000_000, None, EXACT, "EUR", None)),
    ("eine halbe Million Euro", Quantity(500_000, None, EXACT, "EUR", None)),
    ("anderthalb Jahre", Quantity(1.5, None, EXACT, "year", None)),
    ("zweieinhalb Stunden", Quantity(2.5, None, EXACT, "hour", None)),
    ("fünf bis sieben Prozent", Quantity(5, 7, EXACT, "%", None)),
    ("zwei Dutzend Boote", Quantity(24, None, EXACT, None, "Boote")),
    ("2 Dutzend Boote", Quantity(24, None, EXACT, None, "Boote")),
    ("etwa die Hälfte", Quantity(0.5, None, ABOUT, "share", None)),
    ("zwei Drittel", Quantity(2 / 3, None, EXACT, "share", None)),
    ("Dutzende Boote", Quantity(12, None, LEAST, None, "Boote")),
    ("Zehntausende Boote", Quantity(10_000, None, LEAST, None, "Boote")),
    ("mehrere hundert Boote", Quantity(100, None, LEAST, None, "Boote")),
    ("ein paar Tausend Euro", Quantity(1000, None, LEAST, "EUR", None)),
    ("Hunderte Millionen Euro", Quantity(100_000_000, None, LEAST, "EUR", None)),
]
NO_NUMBERS = [
    "die Elf",
    "in Acht nehmen",
    "ein Boot",
    "und",
    "die zweite Hälfte",
    "Achterbahn",
    "um sechs Uhr",
    "Dreikampf",
]


@pytest.mark.parametrize(("words", "read"), IN_WORDS)
def test_a_number_is_read_as_german_words_say_it(words: str, read: Quantity) -> None:
    assert read_quantity(words, "de") == read


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_german_words_that_only_look_like_numbers_are_not_read(words: str) -> None:
    assert read_quantity(words, "de") is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rund dreihundert Leute kamen, drei davon zu spät.", ["Rund dreihundert Leute", "drei"]),
        (
            "Etwa die Hälfte der Fischer blieb, Hunderte von Booten auch.",
            ["Etwa die Hälfte der Fischer", "Hunderte von Booten"],
        ),
        ("Vier Boote sanken; die Elf aus Krummhafen half.", ["Vier Boote"]),
    ],
)
def test_numbers_in_german_words_are_found_whole(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in numbers_in(text, 0, len(text), "de")] == numbers


@pytest.mark.parametrize(("words", "read"), GERMAN)
def test_a_number_is_read_as_a_german_article_prints_it(words: str, read: Quantity) -> None:
    assert read_quantity(words, "de") == read


def test_a_point_parts_thousands_only_where_the_language_does_so() -> None:
    values = [read.value for language in ("fr", "en", None) if (read := read_quantity("2.000", language))]
    assert values == [2000, 2, 2]


@given(st.text("0123456789., bisundrtMio%€xzwchenPozt", max_size=40) | st.lists(PIECES, max_size=8).map("".join))
def test_no_letter_is_moved(words: str) -> None:
    assert len(in_known_signs(words, "de")) == len(words)
