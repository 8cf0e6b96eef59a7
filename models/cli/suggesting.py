"""`onrecord suggest`: what the program reads in an article, as lines of JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.articles.sources import read_file, read_folder_or_file
from models.attribution.attributing import who_says
from models.attribution.modes import mode_of
from models.cli.json_lines import ROWS, fields_of, print_row, rows_in
from models.cli.output import say
from models.errors import UnreadableArticle
from models.quantities.locating import numbers_in
from models.quantities.parsing import read_quantity
from models.text.ranges import Range
from models.text.sentences import sentences

_ENGLISH = "en"


def run(files: Iterable[Path]) -> int:
    """Print what is read in every article that the files hold. Returns the exit code: 1 if any was refused."""
    return 1 if sum(map(_suggest, files)) else 0


def _suggest(path: Path) -> int:
    """Print what is read in the articles of a file or folder; how many were refused."""
    if path.suffix.lower() != ROWS or not path.is_file():
        return sum(_suggest_file(each) for each in read_folder_or_file(path))
    refused = 0
    try:
        for place, line in rows_in(path):
            refused += _suggest_row(line, place, path)
    except UnreadableArticle as error:
        say(str(error))
        return refused + 1
    return refused


def _suggest_file(path: Path) -> bool:
    """Print what is read in one article; whether it was refused."""
    try:
        draft = read_file(path)
    except UnreadableArticle as error:
        say(str(error))
        return True
    print_row({"id": path.name, **_read(draft.text, draft.language or _ENGLISH, ())})
    return False


def _suggest_row(line: str, place: int, path: Path) -> bool:
    """Print what is read in the text of a row; whether it was refused."""
    named = f"Line {place} of “{path.name}”"
    try:
        fields = fields_of(line, named)
        text, language = _text(fields, named)
        contents = _contents(fields.get("contents"), len(text), named)
    except UnreadableArticle as error:
        say(str(error))
        return True
    print_row({"id": fields.get("id", place), **_read(text, language, contents)})
    return False


def _text(fields: dict[str, Any], named: str) -> tuple[str, str]:
    text, language = fields.get("text"), fields.get("language") or _ENGLISH
    if not isinstance(text, str):
        raise UnreadableArticle(f"{named} has no text.", "It was left out.")
    if not isinstance(language, str):
        raise UnreadableArticle(f"{named} has a language that is not text.", "It was left out.")
    return text, language


def _contents(given: object, length: int, named: str) -> list[list[Range]]:
    """The claims that a row asks about, each with its parts. Raises UnreadableArticle for anything else."""
    if given is None:
        return []
    if not isinstance(given, list) or not all(_is_claim(claim, length) for claim in given):
        raise UnreadableArticle(
            f"{named} has contents that are not lists of [start, end] in its text.", "It was left out."
        )
    return [[(start, end) for start, end in claim] for claim in given]


def _is_claim(claim: object, length: int) -> bool:
    return isinstance(claim, list) and bool(claim) and all(_is_range(part, length) for part in claim)


def _is_range(part: object, length: int) -> bool:
    match part:
        case [int(start), int(end)]:
            return 0 <= start < end <= length
    return False


def _read(text: str, language: str, claims: Iterable[Sequence[Range]]) -> dict[str, object]:
    return {
        "claims": [_claim(text, contents, language) for contents in claims],
        "numbers": [_number(text, span, language) for span in numbers_in(text, 0, len(text), language)],
        "sentences": sentences(text, language),
    }


def _claim(text: str, contents: Sequence[Range], language: str) -> dict[str, object]:
    found = who_says(text, sorted(contents), language=language)
    return {
        "content": contents,
        "cue": found.cue if found else None,
        "source": found.source if found else (),
        "speaker": found.name if found else None,
        "mode": mode_of(text, contents),
    }


def _number(text: str, span: Range, language: str) -> dict[str, object]:
    quantity = read_quantity(text[slice(*span)], language)
    return {"span": span, **(asdict(quantity) if quantity else {})}
