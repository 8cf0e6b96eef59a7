"""An article is read again from the bytes that were kept of its file, in another encoding, with its records."""

import json
from pathlib import Path

import pytest

from models.actions.articles import import_articles
from models.actions.claims import mark_claim
from models.actions.correcting import correct_text
from models.articles.article_files import read_file
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.correcting.reading_again import read_again
from models.errors import OnrecordError
from models.records import ArticleRecords
from models.text.carrying import Fate
from tests.example import Example, signed

WORDS = "The café in Århus reopened on Friday, said its owner, René Sørensen. “We are glad,” he added."
PAGE = f"Café reopens\n\n{WORDS}\n\nNobody knows for how long it will stay open this time.\n"


def imported(example: Example, draft: Draft) -> ArticleRecords:
    edit = signed(import_articles([draft]))
    example.store.apply(edit)
    return example.store.article_records(edit.changes[0].row.id)


def garbled(example: Example, encoding: str = "cp1251") -> ArticleRecords:
    """Return an article that was read in a wrong encoding, with a claim."""
    data = PAGE.encode("cp1252")
    draft = Draft(data.decode(encoding), "A title", file_name="cafe.txt", original=data, encoding="windows-1251")
    records = imported(example, draft)
    start = records.text.index("The caf")
    example.store.apply(signed(mark_claim(records, start, records.text.index(" said its"))))
    return example.store.article_records(records.article.id)


def test_another_encoding_mends_the_text_and_the_claim_needs_a_look(example: Example) -> None:
    records = garbled(example)
    found = read_again(records, PAGE.encode("cp1252"), HowToRead(encoding="windows-1252"))
    (each,) = found.carried_records()
    assert each.fate is Fate.CHANGED
    assert each.after == "The café in Århus reopened on Friday,"
    example.store.apply(signed(correct_text(found)))
    now = example.store.article_records(records.article.id)
    assert WORDS in now.text
    assert (now.article.encoding, now.article.title) == ("windows-1252", "A title")
    assert now.article.original == records.article.original


def test_of_a_file_with_several_articles_the_one_that_is_most_like_it_is_read(example: Example) -> None:
    texts = [PAGE, PAGE.replace("café", "ferry").replace("Århus reopened on Friday", "Bergen ran on Monday at last")]
    rows = "\n".join(f'{{"id": "{number}", "text": {json.dumps(text)}}}' for number, text in enumerate(texts))
    records = imported(example, Draft(texts[1] + " And so on.", "Ferry", file_name="both.jsonl#2", original=b"x"))
    found = read_again(records, rows.encode(), AS_FOUND)
    assert "Bergen" in found.text


def test_what_is_known_stays_and_what_is_empty_is_filled(example: Example) -> None:
    html = (
        "<html lang='en'><head><title>Café reopens</title><meta name='author' content='Ada Lund'></head><body><article>"
        f"<h1>Café reopens</h1><p>{WORDS}</p><p>{WORDS.replace('Friday', 'Sunday')}</p></article></body></html>"
    ).encode()
    records = imported(example, Draft(WORDS, "Café", outlet="The Gull", file_name="cafe.html", original=html))
    found = read_again(records, html, AS_FOUND)
    assert (found.article.title, found.article.outlet, found.article.language) == ("Café", "The Gull", "en")


def test_bytes_that_hold_no_article_are_refused(example: Example) -> None:
    with pytest.raises(OnrecordError):
        read_again(garbled(example), b"\x00\x01\x02\x03" * 50, AS_FOUND)


def test_the_same_way_changes_nothing(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "cafe.txt"
    path.write_bytes(PAGE.encode())
    draft = read_file(path)
    assert not read_again(imported(example, draft), PAGE.encode(), AS_FOUND).changes_anything
