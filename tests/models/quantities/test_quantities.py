"""The words of a number give its value, qualifier, unit and what is counted."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.entities import Qualifier
from models.quantities.parsing import Quantity, read_quantity

EXACT, ABOUT, ALMOST = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.ALMOST
MORE, LEAST = Qualifier.MORE_THAN, Qualifier.AT_LEAST
LESS, MOST = Qualifier.LESS_THAN, Qualifier.AT_MOST

EXAMPLES = [
    # figures
    ("7", Quantity(7, None, EXACT, None, None)),
    ("14,250 ballots", Quantity(14250, None, EXACT, None, "ballots")),
    ("14 250 ballots", Quantity(14250, None, EXACT, None, "ballots")),
    ("14\N{THIN SPACE}250 ballots", Quantity(14250, None, EXACT, None, "ballots")),
    ("14\N{NO-BREAK SPACE}250 ballots", Quantity(14250, None, EXACT, None, "ballots")),
    ("14’250 ballots", Quantity(14250, None, EXACT, None, "ballots")),
    ("2,14,250 ballots", Quantity(214250, None, EXACT, None, "ballots")),
    ("2.000", Quantity(2, None, EXACT, None, None)),
    ("2.000.000", Quantity(2000000, None, EXACT, None, None)),
    ("2,5", Quantity(2.5, None, EXACT, None, None)),
    (".5", Quantity(0.5, None, EXACT, None, None)),
    ("−5", Quantity(-5, None, EXACT, None, None)),
    ("minus 5 degrees Celsius", Quantity(-5, None, EXACT, "°C", None)),
    ("2½ loaves", Quantity(2.5, None, EXACT, None, "loaves")),
    ("2 1/2 loaves", Quantity(2.5, None, EXACT, None, "loaves")),
    ("1/2", Quantity(0.5, None, EXACT, "share", None)),
    # scales
    ("2.3 million", Quantity(2300000, None, EXACT, None, None)),
    ("1.1 billion", Quantity(1100000000, None, EXACT, None, None)),
    ("4bn", Quantity(4000000000, None, EXACT, None, None)),
    ("300k", Quantity(300000, None, EXACT, None, None)),
    ("5m commuters", Quantity(5000000, None, EXACT, None, "commuters")),
    ("a wall 5m high", Quantity(5, None, EXACT, "m", None)),
    ("2.5 lakh voters", Quantity(250000, None, EXACT, None, "voters")),
    ("3 crore rupees", Quantity(30000000, None, EXACT, "INR", None)),
    # words
    ("four ferries", Quantity(4, None, EXACT, None, "ferries")),
    ("twenty-one", Quantity(21, None, EXACT, None, None)),
    ("one hundred and five", Quantity(105, None, EXACT, None, None)),
    ("a hundred metres", Quantity(100, None, EXACT, "m", None)),
    ("Thirty-five thousand tickets", Quantity(35000, None, EXACT, None, "tickets")),
    ("two and a half million euros", Quantity(2500000, None, EXACT, "EUR", None)),
    ("two dozen", Quantity(24, None, EXACT, None, None)),
    ("a dozen goats", Quantity(12, None, EXACT, None, "goats")),
    ("half a dozen goats", Quantity(6, None, EXACT, None, "goats")),
    ("a couple of goats", Quantity(2, None, EXACT, None, "goats")),
    ("twice", Quantity(2, None, EXACT, "times", None)),
    ("double the amount", Quantity(2, None, EXACT, "times", None)),
    ("tenfold", Quantity(10, None, EXACT, "times", None)),
    ("three times", Quantity(3, None, EXACT, "times", None)),
    # sizes are the least that they can mean
    ("dozens of cranes", Quantity(12, None, LEAST, None, "cranes")),
    ("hundreds of cranes", Quantity(100, None, LEAST, None, "cranes")),
    ("thousands", Quantity(1000, None, LEAST, None, None)),
    ("tens of thousands of letters", Quantity(10000, None, LEAST, None, "letters")),
    ("hundreds of millions of dollars", Quantity(100000000, None, LEAST, "USD", None)),
    ("several hundred cyclists", Quantity(100, None, LEAST, None, "cyclists")),
    ("a few thousand", Quantity(1000, None, LEAST, None, None)),
    ("thousands of tonnes of grain", Quantity(1000, None, LEAST, "t", "grain")),
    # shares
    ("half", Quantity(0.5, None, EXACT, "share", None)),
    ("half of the crew", Quantity(0.5, None, EXACT, "share", "the crew")),
    ("a third of the pupils", Quantity(1 / 3, None, EXACT, "share", "the pupils")),
    ("two-thirds", Quantity(2 / 3, None, EXACT, "share", None)),
    ("three quarters", Quantity(0.75, None, EXACT, "share", None)),
    ("one in five tenants", Quantity(0.2, None, EXACT, "share", "tenants")),
    ("two out of three tenants", Quantity(2 / 3, None, EXACT, "share", "tenants")),
    ("half a million tenants", Quantity(500000, None, EXACT, None, "tenants")),
    ("a quarter of a million", Quantity(250000, None, EXACT, None, None)),
    ("half an hour", Quantity(0.5, None, EXACT, "hour", None)),
    # qualifiers
    ("about 40 tents", Quantity(40, None, ABOUT, None, "tents")),
    ("around 40", Quantity(40, None, ABOUT, None, None)),
    ("roughly 40", Quantity(40, None, ABOUT, None, None)),
    ("some 200 tents", Quantity(200, None, ABOUT, None, "tents")),
    ("an estimated 200 tents", Quantity(200, None, ABOUT, None, "tents")),
    ("~40", Quantity(40, None, ABOUT, None, None)),
    ("40 or so tents", Quantity(40, None, ABOUT, None, "tents")),
    ("40 tents or so", Quantity(40, None, ABOUT, None, "tents")),
    ("40-odd tents", Quantity(40, None, ABOUT, None, "tents")),
    ("nearly 40", Quantity(40, None, ALMOST, None, None)),
    ("almost half", Quantity(0.5, None, ALMOST, "share", None)),
    ("close to 40", Quantity(40, None, ALMOST, None, None)),
    ("just under 40", Quantity(40, None, ALMOST, None, None)),
    ("more than 40", Quantity(40, None, MORE, None, None)),
    ("well over 40", Quantity(40, None, MORE, None, None)),
    ("in excess of 40", Quantity(40, None, MORE, None, None)),
    (">40", Quantity(40, None, MORE, None, None)),
    ("at least another 40", Quantity(40, None, LEAST, None, None)),
    ("no fewer than 40", Quantity(40, None, LEAST, None, None)),
    ("a minimum of 40", Quantity(40, None, LEAST, None, None)),
    ("40 or more", Quantity(40, None, LEAST, None, None)),
    ("40-plus tents", Quantity(40, None, LEAST, None, "tents")),
    ("2,000+ tents", Quantity(2000, None, LEAST, None, "tents")),
    ("≥ 40", Quantity(40, None, LEAST, None, None)),
    ("fewer than 40", Quantity(40, None, LESS, None, None)),
    ("under 40", Quantity(40, None, LESS, None, None)),
    ("up to 40", Quantity(40, None, MOST, None, None)),
    ("as many as 1,200 tents", Quantity(1200, None, MOST, None, "tents")),
    ("no more than 40", Quantity(40, None, MOST, None, None)),
    # ranges
    ("between 10 and 15", Quantity(10, 15, EXACT, None, None)),
    ("10 to 15 tents", Quantity(10, 15, EXACT, None, "tents")),
    ("10-15", Quantity(10, 15, EXACT, None, None)),
    ("10–15 tents", Quantity(10, 15, EXACT, None, "tents")),
    ("from 10 to 15 per cent", Quantity(10, 15, EXACT, "%", None)),
    ("5% to 7% of members", Quantity(5, 7, EXACT, "%", "members")),
    ("$2–3 billion", Quantity(2e9, 3e9, EXACT, "USD", None)),
    ("$5m-$10m", Quantity(5e6, 1e7, EXACT, "USD", None)),
    ("900,000 to 1 million", Quantity(900000, 1000000, EXACT, None, None)),
    ("5 or 6 tents", Quantity(5, 6, EXACT, None, "tents")),
    ("two or three hundred", Quantity(200, 300, EXACT, None, None)),
    ("about 10 to 15 km", Quantity(10, 15, ABOUT, "km", None)),
    ("between one and two million people", Quantity(1000000, 2000000, EXACT, None, "people")),
    ("two- to three-year terms", Quantity(2, 3, EXACT, "year", "terms")),
    ("six-to-eight-week course", Quantity(6, 8, EXACT, "week", "course")),
    ("$1.5 to $2 million", Quantity(1.5e6, 2e6, EXACT, "USD", None)),
    ("5% to 7", Quantity(5, None, EXACT, "%", None)),
    ("fell by $3m to $18m", Quantity(3e6, None, EXACT, "USD", None)),
    # how often there is a quantity is not what it counts
    ("300 a day", Quantity(300, None, EXACT, None, None)),
    ("$15 an hour", Quantity(15, None, EXACT, "USD", None)),
    ("20 barrels a day", Quantity(20, None, EXACT, "bbl", None)),
    ("three times every week", Quantity(3, None, EXACT, "times", None)),
    ("half a loaf", Quantity(0.5, None, EXACT, "share", "a loaf")),
    # units and money
    ("5.5 per cent", Quantity(5.5, None, EXACT, "%", None)),
    ("5 percent of the harvest", Quantity(5, None, EXACT, "%", "the harvest")),
    ("0.25 percentage points", Quantity(0.25, None, EXACT, "pp", None)),
    ("$2.3 billion", Quantity(2.3e9, None, EXACT, "USD", None)),
    ("US$5m", Quantity(5e6, None, EXACT, "USD", None)),
    ("A$3.4 million", Quantity(3.4e6, None, EXACT, "AUD", None)),
    ("S$20", Quantity(20, None, EXACT, "SGD", None)),
    ("HK$300", Quantity(300, None, EXACT, "HKD", None)),
    ("£50bn", Quantity(5e10, None, EXACT, "GBP", None)),
    ("¥800", Quantity(800, None, EXACT, "JPY", None)),
    ("EUR 5m", Quantity(5e6, None, EXACT, "EUR", None)),
    ("5 €", Quantity(5, None, EXACT, "EUR", None)),
    ("2.3 million euros", Quantity(2.3e6, None, EXACT, "EUR", None)),
    ("40 Canadian dollars", Quantity(40, None, EXACT, "CAD", None)),
    ("50p", Quantity(0.5, None, EXACT, "GBP", None)),
    ("50 cents", Quantity(50, None, EXACT, "cent", None)),
    ("$70 a crate", Quantity(70, None, EXACT, "USD", "a crate")),
    ("12 square kilometres of marsh", Quantity(12, None, EXACT, "km²", "marsh")),
    ("a 40-kilometre fence", Quantity(40, None, EXACT, "km", "fence")),
    ("5 km from the pier", Quantity(5, None, EXACT, "km", None)),
    ("3 hectares", Quantity(3, None, EXACT, "ha", None)),
    ("80 km/h", Quantity(80, None, EXACT, "km/h", None)),
    ("450MW", Quantity(450, None, EXACT, "MW", None)),
    ("38°C", Quantity(38, None, EXACT, "°C", None)),
    ("a 10-year plan", Quantity(10, None, EXACT, "year", "plan")),
    ("a 13-year-old boy", Quantity(13, None, EXACT, "year", "boy")),
    ("200 barrels of tar", Quantity(200, None, EXACT, "bbl", "tar")),
    ("a 5.5-per-cent rise", Quantity(5.5, None, EXACT, "%", "rise")),
    ("$5m worth of seed", Quantity(5e6, None, EXACT, "USD", "seed")),
    ("a 700-km-long fence", Quantity(700, None, EXACT, "km", "fence")),
    ("a 3-million-strong guild", Quantity(3e6, None, EXACT, None, "guild")),
    ("the 3,000m race", Quantity(3000, None, EXACT, "m", "race")),
    ("8 B people", Quantity(8e9, None, EXACT, None, "people")),
    ("$US160 million", Quantity(1.6e8, None, EXACT, "USD", None)),
    ("three-quarters of a mile", Quantity(0.75, None, EXACT, "mi", None)),
    ("6ft 3in", Quantity(6.25, None, EXACT, "ft", None)),
    # what is counted ends where the sentence goes on
    ("the 30 mine-resistant trucks", Quantity(30, None, EXACT, None, "mine-resistant trucks")),
    ("18 anti-noise campaigners, he said", Quantity(18, None, EXACT, None, "anti-noise campaigners")),
    ("1,200 men and women", Quantity(1200, None, EXACT, None, "men and women")),
    ("1,200 men or more", Quantity(1200, None, LEAST, None, "men")),
    ("60 barns had burned", Quantity(60, None, EXACT, None, "barns")),
    ("opened 60 barns.", Quantity(60, None, EXACT, None, "barns")),
]

WORDS = "about up to 5 10 - – $ € million half a an one in two and of per cent m k + , . or"
PIECES = tuple(WORDS.split())

NOTHING = [
    "",
    " ",
    "a very significant number",
    "several",
    "many of them",
    "M16 rifles",
    "COVID-19",
    "an F-16",
    "3D glasses",
    "the 21st century",
    "at 10:30",
    "10 am",
    "won 3-1",
    "the 2014-15 season",
    "2015-01-23",
    "5 January",
    "January 5, 2015",
    "24/7",
    "192.168.1.2",
    "version 1.2.3",
    "1e999",
    "9" * 5000,
    "the second half",
    "the couple",
    "a double agent",
    "triple jump",
]


@pytest.mark.parametrize(("words", "quantity"), EXAMPLES, ids=[words for words, _ in EXAMPLES])
def test_the_words_of_a_number_are_read(words: str, quantity: Quantity) -> None:
    assert read_quantity(words) == quantity


@pytest.mark.parametrize("words", NOTHING, ids=[repr(words[:30]) for words in NOTHING])
def test_what_is_no_quantity_has_no_value(words: str) -> None:
    assert read_quantity(words) is None


@pytest.mark.parametrize(("words", "quantity"), EXAMPLES, ids=[words for words, _ in EXAMPLES])
def test_capitals_change_nothing_but_what_is_counted(words: str, quantity: Quantity) -> None:
    read = read_quantity(words[:1].upper() + words[1:])
    assert read is not None
    assert (read.value, read.upper, read.qualifier, read.unit) == (
        quantity.value,
        quantity.upper,
        quantity.qualifier,
        quantity.unit,
    )


def test_of_several_quantities_the_first_is_read() -> None:
    assert read_quantity("He counted 12 swans and 30 geese") == Quantity(12, None, EXACT, None, "swans and 30 geese")


def test_what_is_counted_keeps_its_own_apostrophes_and_blanks() -> None:
    read = read_quantity("half of the\N{NO-BREAK SPACE}choir’s tenors")
    assert read is not None and read.counted == "the\N{NO-BREAK SPACE}choir’s tenors"


@given(st.text())
def test_no_text_makes_reading_fail(words: str) -> None:
    read = read_quantity(words)
    assert read is None or read.value == read.value


@given(st.lists(st.sampled_from(PIECES)))
def test_no_mixture_of_number_words_makes_reading_fail(words: list[str]) -> None:
    read = read_quantity(" ".join(words))
    assert read is None or read.upper is None or read.value <= read.upper


@pytest.mark.parametrize(
    "piece", ["a", "9", "1,", "1-", "one ", "about ", "a half of ", "$", " ", "M16 ", "half ", "5 or "]
)
def test_a_text_of_a_megabyte_is_read_in_one_go(piece: str) -> None:
    read_quantity(piece * (1_000_000 // len(piece)))


def test_the_ten_numbers_of_the_coalition_article_are_read_exactly(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
    numbers = [number for claim in gold["claims"] for number in claim["numbers"]] + gold["numbers_outside_claims"]
    assert len(numbers) == 10
    for number in numbers:
        expected = Quantity(
            number["value"],
            number.get("upper"),
            Qualifier(number["qualifier"]),
            number["unit"] or None,
            number["counted"] or None,
        )
        assert read_quantity(number["text"]) == expected
