"""Real pages in many encodings come in with their known sentences intact, or with a warning; none is silently wrong."""

import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from models.articles.article_files import articles_in
from models.articles.decoding import decode
from models.articles.draft import Draft

BOILERPLATE = ("computerbild_windows-1252.html", "automobilwoche.de-VW-Betriebsversammlung.html")
"""The files of which one of the known sentences is no part of the article: it advertises an app of the paper, or it is
the caption of a picture.
"""

LETTERS = re.compile(r"\w")
TAGS = re.compile(r"(?s)<(?:script|style)\b.*?</(?:script|style)>|<[^>]+>")


@pytest.fixture
def pages(shared: Path) -> list[dict[str, Any]]:
    folder = shared / "data" / "encodings"
    if not folder.is_dir():
        pytest.skip("the pages are not beside this checkout")
    rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return [row | {"path": folder / row["file"]} for row in rows]


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_no_page_is_silently_wrong(pages: list[dict[str, Any]]) -> None:
    for row in pages:
        decoded = decode(row["path"].read_bytes())
        assert decoded is not None, row["file"]
        shown = in_one_line(html.unescape(TAGS.sub("", decoded.text)))
        missing = [each for each in row.get("with", []) if in_one_line(each) not in shown]
        assert not missing or decoded.warning, row["file"]
        if true := row.get("true"):
            # Windows and the standard differ in a few signs of Japanese, but in no letter.
            wanted = LETTERS.findall(row["path"].read_bytes().decode(true, "replace"))
            assert decoded.warning and LETTERS.findall(decoded.text) == wanted, row["file"]
        assert "\ufffd" not in decoded.text or decoded.warning, row["file"]


def test_the_articles_have_the_sentences_that_are_known(pages: list[dict[str, Any]]) -> None:
    missing: Counter[str] = Counter()
    for row in pages:
        drafts = [each for each in articles_in(row["path"]) if isinstance(each, Draft)] if row.get("with") else []
        text = in_one_line("\n".join(draft.text for draft in drafts))
        missing[row["file"]] += sum(1 for each in row.get("with", []) if in_one_line(each) not in text)
    assert +missing == Counter(BOILERPLATE)
