"""The numbers in a text are found one after another."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quantities.locating import next_number, numbers_in, previous_number

SENTENCES = [
    "The ferry carried ⟦more than 1,200 passengers⟧ in ⟦three days⟧.",
    "It cost ⟦$2.3 billion⟧, or ⟦about 12 per cent of the budget⟧, she said.",
    "⟦Some 40 tents⟧ were pitched beside ⟦two-thirds of the stalls⟧.",
    "The harbour lost ⟦between 10 and 15 cranes⟧ and ⟦5 km of quay⟧.",
    "Prices were down from ⟦£187,971⟧ to ⟦£182,920⟧ in the quarters of 2004; ⟦three in 10 owners⟧ sold.",
    "A ⟦26-year-old sailor⟧ rowed ⟦200 oil and gas barges⟧ to the pier.",
    "⟦Six⟧ of the ⟦20 goats⟧ ran away.",
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
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_the_numbers_of_a_sentence_are_found_whole(marked: str) -> None:
    pieces = marked.replace("⟧", "⟦").split("⟦")
    text = "".join(pieces)
    assert [text[start:end] for start, end in numbers_in(text, 0, len(text), "en")] == pieces[1::2]


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_names_dates_and_pronouns_are_no_numbers(text: str) -> None:
    assert [text[start:end] for start, end in numbers_in(text, 0, len(text), "en")] == []


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
