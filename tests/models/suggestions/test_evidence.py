"""Each claim that was found says in words why it is suggested."""

from dataclasses import replace

from models.suggestions.evidence import in_words
from models.suggestions.finding import find


def why(text: str, claim: int = 0) -> str:
    """Return why a claim of a text is suggested."""
    return in_words(find(text, "en").claims[claim], text)


def test_the_verb_and_its_place_are_named() -> None:
    assert why("“Nobody came,” said Ida Brekke.") == "Found by “said” after the quotation."
    assert why("Ida Brekke said that nobody came.") == "Found by “said” with “that” or a question after it."


def test_a_pronoun_and_a_short_name_are_explained_by_the_earlier_words() -> None:
    text = "The harbour master, John Nord, arrived. “Nobody came,” he said. Nord added that it rained."
    assert (
        why(text) == "Found by “said” after the quotation. “he” is John Nord, named in “The harbour master, John Nord”."
    )
    assert why(text, 1).endswith("“Nord” is John Nord, named in “John Nord”.")


def test_long_words_are_cut_off_and_an_unknown_rule_is_named() -> None:
    text = "Ida Brekke said that nobody came."
    claim = replace(find(text, "en").claims[0], rule="question")
    assert in_words(claim, text) == "Found by the rule “question”."
