"""Each claim that was found says in words why it is suggested."""

from models.registry import Registry
from models.suggestions.finding import find
from models.suggestions.reasons import reason


def why(text: str, claim: int = 0) -> str:
    """Return why a claim of a text is suggested."""
    return reason(find(text, "en").claims[claim], text, Registry())


def test_the_verb_and_its_place_are_named() -> None:
    assert "Found by “said” after the quotation." in why("“Nobody came,” said Ida Brekke.")
    assert "Found by “said” and the clause after it." in why("Ida Brekke said that nobody came.")
    assert "Found by the name beside the colon." in why("Minister: storm to cost billions")


def test_a_pronoun_and_a_short_name_are_explained_by_the_earlier_words() -> None:
    text = "The harbour master, John Nord, arrived. “Nobody came,” he said. Nord added that it rained."
    assert why(text).endswith("“he” is John Nord, named in “The harbour master, John Nord”.")
    assert why(text, 1).endswith("“Nord” is John Nord, named in “John Nord”.")
