"""Numbers are read as they are printed around the world; doubtful ones are not read at all."""

import pytest

from models.entities import Qualifier
from models.quantities.parsing import read_quantity

EXACT, ABOUT, ALMOST = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.ALMOST
MORE, LEAST = Qualifier.MORE_THAN, Qualifier.AT_LEAST
LESS, MOST = Qualifier.LESS_THAN, Qualifier.AT_MOST

Read = tuple[float, float | None, Qualifier, str | None]

SCALED: list[tuple[str, Read]] = [
    ("$1.8 bln", (1.8e9, None, EXACT, "USD")),
    ("$40MM", (4e7, None, EXACT, "USD")),
    ("€2 mld", (2e9, None, EXACT, "EUR")),
    ("₹7.5 Cr", (7.5e7, None, EXACT, "INR")),
    ("Rs 5 lakh crore", (5e12, None, EXACT, "INR")),
    ("3 mill", (3e6, None, EXACT, None)),
    ("1.5 k", (1500, None, EXACT, None)),
    ("six grand", (6000, None, EXACT, None)),
    ("two score and ten years", (50, None, EXACT, "year")),
    ("12 Mt of coal", (1.2e7, None, EXACT, "t")),
    ("three point four million", (3.4e6, None, EXACT, None)),
    ("nought point five per cent", (0.5, None, EXACT, "%")),
    ("several hundred million", (1e8, None, LEAST, None)),
    ("a few thousand million", (1e9, None, LEAST, None)),
    ("tens of houses", (10, None, LEAST, None)),
    ("2.5 million and a half", (3e6, None, EXACT, None)),
]
MONEY: list[tuple[str, Read]] = [
    ("Sh500 million", (5e8, None, EXACT, None)),
    ("KSh2.5bn", (2.5e9, None, EXACT, "KES")),
    ("Tk 450 crore", (4.5e9, None, EXACT, "BDT")),
    ("R$5bn", (5e9, None, EXACT, "BRL")),
    ("R5bn", (5e9, None, EXACT, "ZAR")),
    ("N20,000", (20000, None, EXACT, "NGN")),
    ("kr500 million", (5e8, None, EXACT, None)),
    ("XYZ2.5 billion", (2.5e9, None, EXACT, None)),
    ("GH¢3m", (3e6, None, EXACT, "GHS")),
    ("300Rs", (300, None, EXACT, "INR")),
    ("5 trillion won", (5e12, None, EXACT, "KRW")),
    ("42 Fijian dollars", (42, None, EXACT, "FJD")),
    ("20 Kč", (20, None, EXACT, "CZK")),
    ("1.5bn USD", (1.5e9, None, EXACT, "USD")),
    ("$11⁹⁹", (11.99, None, EXACT, "USD")),
]
PARTS: list[tuple[str, Read]] = [
    ("an hour and a half", (1.5, None, EXACT, "hour")),
    ("six weeks and a half", (6.5, None, EXACT, "week")),
    ("three and a quarter times", (3.25, None, EXACT, "times")),
    ("a quarter-million litres", (250000, None, EXACT, "l")),
    ("three-and-a-half-year sentence", (3.5, None, EXACT, "year")),
    ("a quarter of 1%", (0.25, None, EXACT, "%")),
    ("one thirtieth", (1 / 30, None, EXACT, "share")),
    ("6 feet 3 inches", (6.25, None, EXACT, "ft")),
    ("2 hours and 30 minutes", (2.5, None, EXACT, "hour")),
    ("£3 50p", (3.5, None, EXACT, "GBP")),
    ("a euro and 20 cents", (1.2, None, EXACT, "EUR")),
    ("more than 2 dollars and ten cents", (2.1, None, MORE, "USD")),
    ("24 hours, 39 minutes", (24, None, EXACT, "hour")),
]
RANGES: list[tuple[str, Read]] = [
    ("$5-8,000", (5000, 8000, EXACT, "USD")),
    ("300-400,000 litres", (300000, 400000, EXACT, "l")),
    ("10-1,000 boats", (10, 1000, EXACT, None)),
    ("rose from 5 to 8 per cent", (5, None, EXACT, "%")),
    ("fell from 12 to 9 per cent", (12, None, EXACT, "%")),
    ("cut its fleet from 40 to 60 boats", (40, None, EXACT, None)),
    ("costs from 5 to 8 per cent", (5, 8, EXACT, "%")),
]
QUALIFIED: list[tuple[str, Read]] = [
    ("plus or minus 3 points", (3, None, EXACT, None)),
    ("±2.5 percentage points", (2.5, None, EXACT, "pp")),
    ("no longer than 72 hours", (72, None, MOST, "hour")),
    ("no heavier than 40 kg", (40, None, MOST, "kg")),
    ("no shorter than 5 km", (5, None, LEAST, "km")),
    ("not less than 40", (40, None, LEAST, None)),
    ("surpassed 3,000", (3000, None, MORE, None)),
    ("not even 40", (40, None, LESS, None)),
    ("nigh on 40", (40, None, ALMOST, None)),
    ("a sub-300 sq m flat", (300, None, LESS, "m²")),
    ("nearly halved", (0.5, None, ALMOST, "times")),
    ("more than quadrupled", (4, None, MORE, "times")),
]
SIGNS: list[tuple[str, Read]] = [
    ("2\N{ZERO WIDTH SPACE},000", (2000, None, EXACT, None)),
    ("2\N{WORD JOINER},000", (2000, None, EXACT, None)),
    ("２,０００", (2000, None, EXACT, None)),
    ("٢٠٠٠ شخص", (2000, None, EXACT, None)),
    ("१२ लाख", (1.2e6, None, EXACT, None)),
    ("１２０万人", (1.2e6, None, EXACT, None)),
    ("3 000 000,50", (3000000.5, None, EXACT, None)),
    ("€2.500,00", (2500, None, EXACT, "EUR")),
    ("4,000² members", (4000, None, EXACT, None)),
    ("10⁶", (1e6, None, EXACT, None)),
    ("3×10⁸ m/s", (3e8, None, EXACT, "m/s")),
    ("1.5C of warming", (1.5, None, EXACT, "°C")),
]
MEANT: list[tuple[str, Read]] = [
    ("In 2015, 40 people died", (40, None, EXACT, None)),
    ("the 2012 law cost $3bn", (3e9, None, EXACT, "USD")),
    ("300 737 Max jets", (300, None, EXACT, None)),
    ("three $500 cheques", (3, None, EXACT, None)),
    ("2000 people", (2000, None, EXACT, None)),
    ("an average of 1500", (1500, None, EXACT, None)),
]
EXAMPLES = [*SCALED, *MONEY, *PARTS, *RANGES, *QUALIFIED, *SIGNS, *MEANT]

NOTHING = [
    "5 gazillion dollars",
    "2,5 trilliardos",
    "5 K",
    "10k run",
    "a Boeing 737",
    "Chapter 11",
    "World War Two",
    "Pixel 8",
    "Ocean’s 11",
    "the winter of 2016",
    "the 2020 census",
    "Bletchley’s 1941 summer",
    "no one",
    "the seventh one",
    "a one-off",
    "7-Eleven",
    "720p",
    "a half-sister",
    "COP26",
    "AD 1000",
    "4 p.m.",
]

ELSEWHERE: list[tuple[str, str, Read | None]] = [
    ("de", "1,5 Billionen Euro", (1.5e12, None, EXACT, "EUR")),
    ("de", "3 Mio. Tonnen", (3e6, None, EXACT, "t")),
    ("de", "14.30 Uhr", None),
    ("fr", "1,5 milliard d’euros", (1.5e9, None, EXACT, "EUR")),
    ("fr", "3 Md€", (3e9, None, EXACT, "EUR")),
    ("fr", "plus de 500 personnes", (500, None, MORE, None)),
    ("fr", "5 à 10 %", None),
    ("fr", "un million et demi", None),
    ("es", "5 mil millones de dólares", (5e9, None, EXACT, "USD")),
    ("es", "3 billones", (3e12, None, EXACT, None)),
    ("it", "oltre 200 persone", (200, None, MORE, None)),
    ("pt", "R$ 5 bilhões", (5e9, None, EXACT, "BRL")),
    ("nl", "1,5 miljard euro", (1.5e9, None, EXACT, "EUR")),
    ("sv", "1,5 miljarder kronor", (1.5e9, None, EXACT, "SEK")),
    ("pl", "5 mln złotych", (5e6, None, EXACT, "PLN")),
    ("ru", "1,5 млн рублей", (1.5e6, None, EXACT, "RUB")),
    ("ja", "5億円", (5e8, None, EXACT, "JPY")),
    ("fa", "۱۲۰ نفر", (120, None, EXACT, None)),
]


def said(words: str, language: str | None = None) -> Read | None:
    """Return what is read, but for what is counted."""
    read = read_quantity(words, language)
    return (read.value, read.upper, read.qualifier, read.unit) if read else None


@pytest.mark.parametrize(("words", "read"), EXAMPLES, ids=[words for words, _ in EXAMPLES])
def test_a_number_is_read_as_it_is_printed(words: str, read: Read) -> None:
    assert said(words) == read


@pytest.mark.parametrize("words", NOTHING)
def test_what_names_something_or_cannot_be_known_is_not_read(words: str) -> None:
    assert said(words) is None


@pytest.mark.parametrize(("language", "words", "read"), ELSEWHERE, ids=[words for _, words, _ in ELSEWHERE])
def test_a_number_is_read_as_its_language_prints_it(language: str, words: str, read: Read | None) -> None:
    assert said(words, language) == read
