"""The numbers in a text are found one after another."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quantities.locating import next_number, numbers_in, previous_number, read_number

SENTENCES = [
    "The ferry carried ⟦more than 1,200 passengers⟧ in ⟦three days⟧.",
    "It cost ⟦$2.3 billion⟧, or ⟦about 12 per cent of the budget⟧, she said.",
    "⟦Some 40 tents⟧ were pitched beside ⟦two-thirds of the stalls⟧.",
    "The harbour lost ⟦between 10 and 15 cranes⟧ and ⟦5 km of quay⟧.",
    "Prices were down from ⟦£187,971⟧ to ⟦£182,920⟧ in the quarters of 2004; ⟦three in 10 owners⟧ sold.",
    "A ⟦26-year-old sailor⟧ rowed ⟦200 oil and gas barges⟧ to the pier.",
    "⟦Six⟧ of the ⟦20 goats⟧ ran away.",
    "The ferry cost ⟦$4.5 billion⟧. Harbour Ltd paid for it.",
    "Coal closed up ⟦$2.80⟧ to ⟦$51.15⟧, and tin fell ⟦£3⟧ to ⟦£45⟧; output rose ⟦5 to 10 per cent⟧.",
    "It is worth ⟦less than $1 billion⟧ or ⟦more than $42 billion⟧, down ⟦from the $50 to $60 billion⟧ it was.",
    "The port has ⟦40 cranes⟧ to Norway's ⟦35⟧; ⟦263⟧ entering the harbour were old.",
    "A ⟦15-member⟧ crew from ⟦four towns⟧ rowed for ⟦2-6 weeks⟧.",
    "The top ⟦five boats⟧ won; the wall is ⟦one foot⟧ high, and she slept for ⟦one night⟧.",
    "After ⟦two quarters of growth⟧ came ⟦three quarters of decline⟧, said ⟦three quarters of the skippers⟧.",
    "They were aged ⟦5-12⟧ and downloaded at ⟦8Mbps⟧ for ⟦half-an-hour⟧.",
    "She ran the ⟦800m⟧ title race with ⟦5m people⟧ watching, and cleared a height of ⟦1.87m⟧.",
    "Fares are ⟦11%⟧ above the average; ⟦half of the crews⟧ sold ⟦2000 nets⟧.",
]

NOT_NUMBERS = [
    "They carried M16 rifles past the G7 leaders.",
    "A Boeing 737 landed during Covid-19.",
    "In 2015 and since 1998 it has rained; the 2012 law was repealed.",
    "On 5 January at 10:30 and at 4 p.m. the bell rang.",
    "No one saw it, and the one who did was the sixth one.",
    "Call +44 20 7946 0958 or 555-123-4567 today.",
    "1. First of all, wash the apples.",
    "7",
    "The 21st harbour day was the third.",
    "England (2), Samoa (7), from July 8 to 12",
    "the Six Nations and the Guildford Four",
    "Chapter 11, Route 66, the number two spot",
    "He backed no 2016 presidential candidates; write to 100 Old Harbour Avenue.",
    "It is above 2004's average; it was 2012, not 2011, in the first months of 2013 to please his crew.",
    "The ferry leaves at 1830 GMT, and the phone is the 11 Pro Max.",
    "She won 2-6 6-3 6-0 and lost 1-3 in the cup; Harbour 0-5 Old Town; a 5-to-4 decision.",
    "They reached the top 10, the last four and round one, seeded four.",
    "One might think so, one says; it is not one he likes.",
    "One evening, early one Sunday, at one point, she stood with one foot on the quay.",
    "He said to 1) fish, 2) row and 3) sing for a six-figure sum.",
    "1 Old Mill (Norway)\n2 New Mill (Sweden)\n\n3 Harbour (Denmark)",
    "At half time, in the Italian half, they split it in half; in the third quarter of the year Halo 2 is late.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_the_numbers_of_a_sentence_are_found_whole(marked: str) -> None:
    pieces = marked.replace("⟧", "⟦").split("⟦")
    text = "".join(pieces)
    assert [text[start:end] for start, end in numbers_in(text, 0, len(text), "en")] == pieces[1::2]


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_names_dates_and_pronouns_are_no_numbers(text: str) -> None:
    assert [text[start:end] for start, end in numbers_in(text, 0, len(text), "en")] == []


GERMAN = [
    "Am 20. Mai 2001 kamen ⟦27 Menschen⟧, am 1. Januar 2006 und vom 16. bis 18. August keine.",
    "Der 1. Verein der 2. Liga begrüßte am 79. Geburtstag den 100.000. Besucher.",
    "⟦19⟧ der ⟦20 ärmsten Fischer⟧; ein ⟦45-jähriger⟧ Kapitän und die ⟦18-Jährige⟧.",
    "2009 kam es zum Verbot, im März 2008 auch; seit 2004 nicht.",
    "Der Preis stieg um ⟦2,5 Prozent⟧ auf ⟦3,4 Milliarden Euro⟧.",
    "⟦47 Prozent der Befragten⟧ haben ⟦rund 1.200 neue Boote⟧.",
    "Es waren ⟦27⟧. Danach kamen ⟦5 Mio. Euro⟧ und ⟦3,5 Mrd. Dollar⟧.",
]


@pytest.mark.parametrize("marked", GERMAN)
def test_the_numbers_of_a_german_sentence_are_found_whole(marked: str) -> None:
    pieces = marked.replace("⟧", "⟦").split("⟦")
    text = "".join(pieces)
    assert [text[start:end] for start, end in numbers_in(text, 0, len(text), "de")] == pieces[1::2]


def test_a_number_says_what_it_says_where_it_stands() -> None:
    text = "Sales rose from 2 to 3 million boats, and prices from 5 to 8 per cent; nets fell to 1.2m from 4m."
    said = [read_number(text, *number, "en") for number in numbers_in(text, 0, len(text), "en")]
    assert [(read.value, read.unit) for read in said if read] == [
        *((2e6, None), (3e6, None), (5, "%"), (8, "%"), (1.2e6, None), (4e6, None))
    ]


def test_words_that_are_not_found_as_a_number_are_read_alone() -> None:
    text = "They reached round one of the cup."
    read = read_number(text, 19, 22, "en")
    assert read is not None
    assert read.value == 1
    assert read_number(text, 0, 4, "en") is None


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\u200c", "\u200e"])
def test_invisible_characters_are_as_if_they_were_not_there(sign: str) -> None:
    text = f"The gov{sign}ernment said 1{sign}2,000 mil{sign}lion peo{sign}ple came, and 30{sign} per cent left{sign}."
    found = [text[start:end].replace(sign, "") for start, end in numbers_in(text, 0, len(text), "en")]
    assert found == ["12,000 million people", "30 per cent"]


def test_recorded_numbers_and_boilerplate_are_passed_over() -> None:
    text = "Over 30 readers\n12 swans and 14 geese\n9 ducks"
    swans = (16, 24)
    assert next_number(text, 0, "en", taken=[swans], skipped=[(0, 15)]) == (29, 37)
    assert previous_number(text, len(text), "en", taken=[(38, 45)], skipped=[(0, 15)]) == (29, 37)
    assert previous_number(text, 29, "en", taken=[swans], skipped=[(0, 15)]) is None


@given(st.lists(st.sampled_from(["12 swans", "and", "\n", "about half", ",", "the", "$5", "one", "2015"])))
def test_stepping_back_visits_what_stepping_on_visits(pieces: list[str]) -> None:
    text = " ".join(pieces)
    forward, offset = [], 0
    while number := next_number(text, offset, "en"):
        forward.append(number)
        offset = number[1]
    back, offset = [], len(text)
    while number := previous_number(text, offset, "en"):
        back.append(number)
        offset = number[0]
    assert forward == back[::-1] == numbers_in(text, 0, len(text), "en")


def test_stepping_through_the_coalition_article_visits_its_ten_numbers_and_no_others(shared: Path) -> None:
    text = (shared / "articles" / "coalition.txt").read_text(encoding="utf-8")
    gold = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
    numbers = [number for claim in gold["claims"] for number in claim["numbers"]] + gold["numbers_outside_claims"]
    skipped = [(line["start"], line["end"]) for line in gold["furniture"]]
    found, offset = [], 0
    while number := next_number(text, offset, "en", skipped=skipped):
        found.append(number)
        offset = number[1]
    assert found == sorted((number["start"], number["end"]) for number in numbers)
