"""A page whose elements are very deep inside each other is read whole, or refused: nothing is lost silently."""

import pytest

from models.articles.draft import Draft
from models.articles.web_pages import from_html
from models.errors import UnreadableArticle

DEEP = "The deepest words are those of the mayor, who spoke on Monday at the harbour."
AFTER = "The fishermen's union answered on Tuesday in a long letter to the paper."


def page(depth: int) -> str:
    before = "".join(f"<p>Paragraph {n} is about the wall that will be built in two winters.</p>" for n in range(8))
    return (
        f"<html><body><article><h1>Harbour wall</h1>{before}{'<div>' * depth}<p>{DEEP}</p>{'</div>' * depth}"
        f"<p>{AFTER}</p></article></body></html>"
    )


def read(depth: int) -> Draft | None:
    try:
        return from_html(page(depth))
    except UnreadableArticle:
        return None


@pytest.mark.parametrize("depth", [1, 200, 245, 252, 300, 1500])
def test_a_deep_page_is_read_whole(depth: int) -> None:
    draft = read(depth)
    assert draft
    assert DEEP in draft.text
    assert AFTER in draft.text


@pytest.mark.parametrize("depth", [2040, 3000, 20_000])
def test_a_page_without_end_is_refused(depth: int) -> None:
    assert read(depth) is None
