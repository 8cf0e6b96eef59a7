"""Find and replace in a text: by words as a search compares them, exactly, as a whole, and by regular expressions."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import OnrecordError
from models.text import expressions
from models.text.replacing import Replacement


def replaced(text: str, find: str, put: str, **how: Any) -> str | None:
    """Return a text after a replacement."""
    return Replacement(find, put, **how).prepared()(text)


@pytest.mark.parametrize(
    ("text", "find", "put", "after"),
    [
        ("km and km", "km", "miles", "miles and miles"),
        ("Café on the quay", "cafe", "bar", "bar on the quay"),
        ("E\u0301tat", "etat", "state", "state"),
        ("the  outer\twall", "outer wall", "quay", "the  quay"),
        ("two  blanks   here", "  ", " ", "two blanks here"),
        ("ﬁsh", "f", "d", None),
        ("ﬁsh", "fi", "da", "dash"),
        ("“quoted”", '"', "'", "'quoted'"),
        ("nothing", "", "x", None),
        ("none of it", "km", "x", None),
        ("a.c abc", "a.c", "x", "x abc"),
        ("costs 5", "5", r"$1 \1", r"costs $1 \1"),
    ],
)
def test_words_are_found_as_a_search_compares_them(text: str, find: str, put: str, after: str | None) -> None:
    assert replaced(text, find, put) == after


@pytest.mark.parametrize(
    ("text", "find", "after"),
    [("Café cafe", "cafe", "Café x"), ("KM km", "km", "KM x"), ("a  b", "a b", None), ("e\u0301", "e", None)],
)
def test_exactly_the_same_characters_are_found_if_that_is_wanted(text: str, find: str, after: str | None) -> None:
    assert replaced(text, find, "x", exact=True) == after


@pytest.mark.parametrize(("text", "after"), [("KM", "x"), ("km", "x"), ("km2", None), ("a km", None)])
def test_a_whole_text_is_nothing_else(text: str, after: str | None) -> None:
    assert replaced(text, " km ", "x", whole=True) == after


@pytest.mark.parametrize(
    ("text", "find", "put", "after"),
    [
        ("Brekke, Ida", r"(\w+), (\w+)", r"\2 \1", "Ida Brekke"),
        ("Brekke, Ida", r"(\w+), (\w+)", "$2 $1", "Ida Brekke"),
        ("5", r"(\d)", r"\$\1", "$5"),
        ("5", r"(?P<n>\d)", r"\g<n>0", "50"),
        ("KM", "k(?=m)", "x", "xM"),
        ("abc", ".*", "x", "x"),
        ("", "^$", "none", "none"),
        ("abc", "^", "new ", "new abc"),
        ("a|b", "a|b", "", "|"),
        ("b", "(a)|b", "<$1>", "<>"),
    ],
)
def test_regular_expressions_put_their_groups(text: str, find: str, put: str, after: str) -> None:
    assert replaced(text, find, put, expression=True) == after


def test_a_regular_expression_minds_case_and_the_whole_if_that_is_wanted() -> None:
    assert replaced("KM", "km", "x", expression=True, exact=True) is None
    assert replaced("km2", "km", "x", expression=True, whole=True) is None
    assert replaced("km2", r"km(\d)", "$1", expression=True, whole=True) == "2"


@pytest.mark.parametrize("find", ["(a", "[", "*", "a{2}{3}", "(" * 20_000])
def test_what_is_no_regular_expression_is_refused_with_the_reason(find: str) -> None:
    with pytest.raises(OnrecordError, match="not a regular expression"):
        Replacement(find, "x", expression=True).prepared()


@pytest.mark.parametrize("put", [r"\1", "$1", "\\", r"\g<x>", r"\q"])
def test_a_replacement_that_names_no_group_is_refused(put: str) -> None:
    with pytest.raises(OnrecordError, match="cannot be understood"):
        Replacement("a", put, expression=True).prepared()


def test_an_expression_that_takes_too_long_is_given_up_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "LONGEST", 0.05)
    replace = Replacement("(a|aa)+$", "x", expression=True).prepared()
    with pytest.raises(OnrecordError, match=r"takes too long for “aaa.*Make it simpler"):
        replace("a" * 60 + "b")


@given(st.text(), st.text(min_size=1), st.booleans())
def test_words_that_are_put_for_themselves_change_nothing(text: str, find: str, whole: bool) -> None:
    after = replaced(text, find, find, whole=whole, exact=True)
    assert after in (None, text)


@given(st.text(alphabet="abé ﬁ\u0301Ab"), st.text(alphabet="abé ﬁ\u0301A", min_size=1))
def test_what_is_replaced_by_a_mark_is_gone_and_all_else_is_kept(text: str, find: str) -> None:
    after = replaced(text, find, "#")
    if after is None:
        return
    position = 0
    for kept in after.split("#"):
        position = text.index(kept, position) + len(kept)
    assert replaced(after, find, "#") is None
