"""A text in Markdown as a document: what it shows as a page, and what its head says of it."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from models.articles.decoding import Decoded
from models.articles.documents.document import Document
from models.articles.documents.html import document_of as document_of_page

HEAD = re.compile(r"\ufeff?---[ \t]*\n(?P<head>(?:.*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
FIELD = re.compile(r"(?m)^(?P<name>[A-Za-z][\w -]*):[ \t]+(?P<value>\S.*)$")


def markdown_of(decoded: Decoded) -> tuple[Document, dict[str, str]]:
    """Return a decoded text in Markdown, and the fields of its head by their names in lower case.

    The head is between lines of three hyphens at the beginning; of each field only the first line is read.
    """
    text = decoded.text.replace("\r\n", "\n")
    match = HEAD.match(text)
    fields = {each["name"].lower(): _plain(each["value"]) for each in FIELD.finditer(match["head"])} if match else {}
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    shown = page.render(text[match.end() :] if match else text)
    document = document_of_page(replace(decoded, text=f"<html><body>{shown}</body></html>"))
    return document, fields


def _plain(value: str) -> str:
    value = value.strip()
    # A list or a link to a note is not a name.
    if value[0] in "[{":
        return ""
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
