"""A mail and a text in Markdown are one article each, with what they certainly say of it."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from models.articles.article_files import read_file
from models.articles.draft import Draft
from models.errors import UnreadableArticle

SENTENCE = "The bridge at Hexley will be closed until May, the council said on Monday, and nobody was surprised by it."
TEXT = f"{SENTENCE}\n\n{SENTENCE.replace('May', 'June')}\n"
PAGE = f"<html><body><article><h1>Bridge</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>"


def mail(**headers: str) -> EmailMessage:
    made = EmailMessage()
    given = {"From": "Ada Quill <ada@quill.example>", "Subject": "Brücke zu", "Date": "Fri, 23 Jan 2015 23:30:00 -0500"}
    for name, value in (given | headers | {"Message-ID": "<1@x.example>"}).items():
        made[name.replace("_", "-")] = value
    return made


def read(tmp_path: Path, made: EmailMessage, name: str = "a.eml") -> Draft:
    (tmp_path / name).write_bytes(made.as_bytes())
    return read_file(tmp_path / name)


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_a_mail_has_its_subject_as_title_and_neither_outlet_nor_date(tmp_path: Path, name: str) -> None:
    made = mail()
    made.set_content(TEXT, charset="iso-8859-1")
    draft = read(tmp_path, made, name)
    assert (draft.title, draft.outlet, draft.published, draft.byline) == ("Brücke zu", None, None, None)
    assert draft.text.strip() == TEXT.strip() and draft.original == (tmp_path / name).read_bytes()


def test_a_newsletter_is_published_when_it_is_sent_by_the_site_of_its_name(tmp_path: Path) -> None:
    made = mail(From="The Hexley Mercury <news@hexleymercury.example>", List_Unsubscribe="<https://x.example>")
    made.set_content("Read it on the web.")
    made.add_alternative(PAGE, subtype="html")
    made.add_attachment(b"...", maintype="image", subtype="png", filename="a.png")
    draft = read(tmp_path, made)
    assert (draft.title, draft.outlet, draft.published) == ("Brücke zu", "The Hexley Mercury", "2015-01-23")
    assert SENTENCE in draft.text and "on the web" not in draft.text
    assert draft.warnings == ("1 attachment was left out.",)


@pytest.mark.parametrize(
    "headers",
    [
        {"From": "Ada Quill <news@hexleymercury.example>", "List_Unsubscribe": "<https://x.example>", "Date": "today"},
        {"From": "Hexley Mercury <news@hexleymercury.example>"},
        {"From": "news@hexleymercury.example", "List_Id": "x", "Subject": "Fwd: Bridge"},
    ],
)
def test_sender_and_date_stay_empty_where_they_are_not_certain(tmp_path: Path, headers: dict[str, str]) -> None:
    made = mail(**headers)
    made.set_content(TEXT)
    draft = read(tmp_path, made)
    assert (draft.outlet, draft.published) == (None, None)


def test_a_mail_without_text_is_refused(tmp_path: Path) -> None:
    made = mail()
    made.add_attachment(b"...", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(UnreadableArticle, match="without any text"):
        read(tmp_path, made)


def test_a_text_in_markdown_is_read_as_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\nsource: https://mercury.example/a\npublished: 2015-01-23\nauthor: 'Ada Quill'\ncreated: 2020-02-02\n"
        f"---\n# Bridge closed\n\n{SENTENCE} It was ~~old~~ [new](https://x.example).\n\n1. one\n2. two\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\nNo <script>alert(1)</script>*more*.\n"
    )
    draft = read_file(path)
    assert draft.text == f"Bridge closed\n\n{SENTENCE} It was new.\n\n1. one\n2. two\n\na\tb\nc\td\n\nNo more."
    assert (draft.title, draft.byline, draft.published) == ("Bridge closed", "Ada Quill", "2015-01-23")
    assert (draft.address, draft.original) == ("https://mercury.example/a", path.read_bytes())
    assert draft.warnings == ("1 place that is struck out or deleted was left out.",)
