"""`onrecord clean`: each article as it would be imported, as lines of JSON."""

from collections.abc import Iterable
from pathlib import Path

from models.articles.draft import Draft
from models.articles.plain_text import from_text
from models.articles.sources import read_file, read_folder_or_file
from models.articles.web_pages import from_html
from models.cli.json_lines import ROWS, fields_of, print_row, rows_in
from models.cli.output import say
from models.errors import UnreadableArticle


def run(files: Iterable[Path]) -> int:
    """Print every article that the files hold. Returns the exit code: 1 if any was refused."""
    return 1 if sum(map(_clean, files)) else 0


def _clean(path: Path) -> int:
    """Print every article of a file or folder; how many were refused."""
    if path.suffix.lower() != ROWS or not path.is_file():
        return sum(_clean_file(each) for each in read_folder_or_file(path))
    try:
        return _clean_rows(path)
    except UnreadableArticle as error:
        say(str(error))
        return 1


def _clean_file(path: Path) -> bool:
    """Print one article; whether it was refused."""
    try:
        draft = read_file(path)
    except UnreadableArticle as error:
        say(str(error))
        return True
    for warning in draft.warnings:
        say(f"{path.name}: {warning}")
    _print(path.name, draft)
    return False


def _clean_rows(path: Path) -> int:
    """Print the article of every row of a .jsonl file; how many were refused. Raises UnreadableArticle for the file."""
    refused = 0
    for place, line in rows_in(path):
        try:
            name, draft = _row(line, f"Line {place} of “{path.name}”")
        except UnreadableArticle as error:
            say(str(error))
            refused += 1
        else:
            _print(place if name is None else name, draft)
    return refused


def _row(line: str, named: str) -> tuple[object, Draft]:
    """The id and the article of a row. Its text is page_text if it has one, else html, else text."""
    fields = fields_of(line, named)
    given = {key: fields[key] for key in ("page_text", "html", "text") if isinstance(fields.get(key), str)}
    for key, text in given.items():
        # What stands under "html" may be the name of a file; a page has markup.
        if key != "html" or "<" in text:
            return fields.get("id"), from_html(text) if key == "html" else from_text(text)
    raise UnreadableArticle(f"{named} has no text, page_text or html.", "It was left out.")


def _print(name: object, draft: Draft) -> None:
    found = {
        "id": name,
        "title": draft.title,
        "outlet": draft.outlet,
        "byline": draft.byline,
        "published": draft.published,
        "text": draft.text,
        "boilerplate": draft.boilerplate,
        "body": draft.body,
    }
    print_row(found)
