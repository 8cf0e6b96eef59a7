"""Sentences for people go through the catalogue of their language."""

from models.translation import _, counted


def test_a_sentence_without_a_translation_is_the_english_one() -> None:
    assert _("Nothing was changed.") == "Nothing was changed."


def test_a_count_chooses_its_form_and_separates_thousands() -> None:
    forms = "{count:,} claim", "{count:,} claims"
    assert [counted(*forms, count) for count in (0, 1, 2, 1204)] == ["0 claims", "1 claim", "2 claims", "1,204 claims"]
