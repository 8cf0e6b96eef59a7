"""Cases found in use: small pages and texts of our own writing, kept beside the repository with the right results."""

import json
from pathlib import Path
from typing import Any

import pytest

from models.articles.article_files import read_file
from models.articles.draft import Draft
from models.errors import UnreadableArticle
from models.text.sentences import sentences


def test_pages_and_texts_that_were_read_wrong_once_are_read_right(shared: Path) -> None:
    folders = sorted((shared / "cases" / "found-1" / "pages").glob("*/"))
    if not folders:
        pytest.skip("the cases are not beside this checkout")
    assert {folder.name: wrong for folder in folders if (wrong := _wrong(folder))} == {}


def _wrong(folder: Path) -> list[object]:
    """What is not as it is to be in one of them."""
    case: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    try:
        draft = read_file(folder / case["input"])
    except UnreadableArticle as error:
        return [] if case.get("or_refused") else [str(error)]
    return [*_wrong_words(draft, case), *_wrong_facts(draft, case)]


def _wrong_words(draft: Draft, case: dict[str, Any]) -> list[object]:
    body = draft.body
    cut = [draft.text[start:end] for start, end in sentences(draft.text, draft.language or "en")]
    return [
        *(words for words in case.get("once", ()) if body.count(words) != 1),
        *(words for words in case.get("lines", ()) if words not in body.split("\n")),
        *(words for words in case.get("contains", ()) if words not in body),
        *(words for words in case.get("never", ()) if words in body),
        *(words for words in case.get("any", ()) if not any(each in body for each in words)),
        *(words for words in case.get("sentences", ()) if words not in cut),
        *(["taken for an article"] if case.get("none") else []),
    ]


def _wrong_facts(draft: Draft, case: dict[str, Any]) -> list[object]:
    told = {
        "title": draft.title,
        "outlet": draft.outlet,
        "byline": draft.byline,
        "published": draft.published and draft.published[:10],
        "address": draft.address,
        "language": draft.language,
    }
    exact = [(fact, said) for fact, said in told.items() if fact in case and case[fact] != said]
    several = [(fact, said) for fact, said in told.items() if said not in case.get(f"{fact}_any", (said,))]
    folded = [
        (fact, said)
        for fact, said in told.items()
        if (said or "").casefold() not in case.get(f"{fact}_fold_any", ((said or "").casefold(),))
    ]
    return [*exact, *several, *folded]
