"""Words that are divided at the ends of lines are joined, unless the hyphen is part of the word."""

import pytest

from models.articles.hyphenation import DIVIDED, rejoined
from models.articles.plain_text import from_text


@pytest.mark.parametrize(
    ("text", "is_divided", "whole"),
    [
        ("infor|mation", True, "information"),
        ("infor|mation", False, "infor-mation"),
        ("infor|mation and information", False, "information and information"),
        ("well|known and well-known", True, "well-known and well-known"),
        ("two|thirds, informa|tion is information", False, "twothirds, information is information"),
        ("SPD|group, BBC|Reporter, 2012|2013", True, "SPD-group, BBC-Reporter, 2012-2013"),
        ("Umwelt|und Klimaschutz", True, "Umwelt- und Klimaschutz"),
    ],
)
def test_a_word_is_joined_by_what_the_text_says_elsewhere(text: str, is_divided: bool, whole: str) -> None:
    (found,), _count = rejoined([text.replace("|", DIVIDED)], is_divided=is_divided)
    assert found == whole


def test_the_words_of_a_hard_wrapped_text_are_joined_and_told() -> None:
    lines = [
        "The council of Hexley gave no infor-",
        "mation about the bridge on Monday, and the",
        "mayor, who is well-known, had no information",
        "either, as a member of his well-known",
        "party said to the reporters.",
    ]
    draft = from_text("\n".join(lines))
    assert draft.text.startswith("The council of Hexley gave no information about the bridge")
    assert draft.warnings == ("1 word that was divided at the end of a line was joined without its hyphen.",)
