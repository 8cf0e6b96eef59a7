"""The word lists that the rules of reading are made of."""

import pytest

from models.entities import Qualifier
from models.quantities.parsing import read_quantity
from models.text.reporting_verbs import reporting_verbs
from models.text.word_lists import word_list


@pytest.mark.parametrize(
    ("code", "word"), [(row[0][0], word) for row in word_list("currencies") for word in row[2] if len(word) > 2]
)
def test_every_word_for_money_is_read_as_a_currency(code: str, word: str) -> None:
    read = read_quantity(f"12 million {word}")
    assert read is not None and read.value == 12e6
    assert read.unit == code


@pytest.mark.parametrize(("code", "sign"), [(row[0][0], sign) for row in word_list("currencies") for sign in row[1]])
def test_every_sign_of_money_is_read_before_a_figure(code: str, sign: str) -> None:
    read = read_quantity(f"{sign}12bn")
    assert read is not None and (read.value, read.unit) == (12e9, None if code == "?" else code)


@pytest.mark.parametrize("sign", [sign for row in word_list("currencies") for sign in row[1] if len(sign) == 1])
def test_a_letter_is_money_only_before_a_large_figure(sign: str) -> None:
    read = read_quantity(f"{sign}12")
    assert (read is None) == sign.isalpha()


@pytest.mark.parametrize(
    ("unit", "form"), [(row[0][0], form) for row in word_list("units") for form in (*row[1], *row[2])]
)
def test_every_form_of_a_unit_is_read_as_the_unit(unit: str, form: str) -> None:
    name, _, factor = unit.partition("*")
    read = read_quantity(f"12 {form}")
    assert read is not None and (read.value, read.unit, read.counted) == (12 * int(factor or 1), name, None)


@pytest.mark.parametrize(
    ("factor", "language", "form"),
    [
        (row[0][0], languages.split()[0], form)
        for row in word_list("scales")
        for languages in row[1] or ("en",)
        for form in row[2]
    ],
)
def test_every_word_that_scales_a_figure_is_read_with_it(factor: str, language: str, form: str) -> None:
    read = read_quantity(f"12 {form} x", language)
    assert read is not None and read.value == 12 * int(factor)


@pytest.mark.parametrize(
    ("language", "meaning", "form"),
    [
        (row[0][0].split()[0], row[1][0], form)
        for row in word_list("elsewhere")
        for form in row[2]
        if row[1][0] not in "~≲>≥<≤" and row[1][0] not in ("between", "to", "and", "becomes")
    ],
)
def test_every_unit_of_another_language_is_read_as_the_unit(language: str, meaning: str, form: str) -> None:
    read = read_quantity(f"12 {form}", language)
    assert read is not None and (read.value, read.unit) == (12, meaning)


@pytest.mark.parametrize(
    ("language", "form"),
    [(row[0][0].split()[0], form) for row in word_list("elsewhere") if row[1][0] in "~≲>≥<≤" for form in row[2]],
)
def test_every_qualifier_of_another_language_is_read(language: str, form: str) -> None:
    read = read_quantity(f"{form} 12", language)
    assert read is not None and read.value == 12 and read.qualifier is not Qualifier.EXACT


def test_no_form_belongs_to_two_units() -> None:
    forms = [form for row in word_list("units") for form in (*row[1], *row[2])]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("form", [form for row in word_list("en/reporting_verbs") for form in row[0]])
def test_every_reporting_verb_is_found_beside_a_name(form: str) -> None:
    text = f"Ms Lund {form} so."
    assert (8, 8 + len(form)) in reporting_verbs(text, 0, len(text))


def test_each_language_has_its_own_reporting_verbs() -> None:
    text = "Laut Polizei hat die Stadt es mitgeteilt. Sie teilte es, said Ida Brekke."
    assert [text[slice(*verb)] for verb in reporting_verbs(text, 0, len(text), "de")] == ["Laut", "mitgeteilt"]
    assert [text[slice(*verb)] for verb in reporting_verbs(text, 0, len(text), "en")] == ["said"]
    assert len(reporting_verbs(text, 0, len(text), "fr")) == 3


def test_a_noun_that_looks_like_a_verb_is_left_out() -> None:
    text = "The report of the State Department was a claim."
    assert reporting_verbs(text, 0, len(text)) == []
