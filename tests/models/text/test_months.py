"""The names of months come from the CLDR, with a few more that pages print."""

from models.text.months import english_months, months


def test_names_are_known_in_every_form_that_a_date_prints() -> None:
    printed = {"january": 1, "märz": 3, "mrz": 3, "août": 8, "aout": 8, "stycznia": 1, "мая": 5, "sept": 9, "maj": 5}
    assert {name: months().get(name) for name in printed} == printed


def test_a_month_of_the_greek_is_found_by_its_composed_and_its_casefolded_form() -> None:
    assert months()["μαΐου".lower()] == months()["μαΐου".casefold()] == 5


def test_no_name_has_two_numbers() -> None:
    assert months()["listopada"] == 11  # the Croatian word is October
    assert set(months().values()) == set(range(1, 13))


def test_english_months_are_capitalised_with_the_longest_first() -> None:
    assert english_months()[0] == "September" and {"May", "Sept", "Sep"} <= set(english_months())
