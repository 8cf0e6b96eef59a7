"""Lines of JSON: rows that a command reads, and what it prints."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from models.articles.refusals import refuse
from models.errors import UnreadableArticle

ROWS = ".jsonl"


def rows_in(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, each with its number, from 1. Raises UnreadableArticle for the file."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            yield from ((place, line) for place, line in enumerate(lines, 1) if line.strip())
    except UnicodeDecodeError as error:
        raise refuse(path, "is not written in UTF-8, as JSON lines are", "Save it in UTF-8.") from error
    except OSError as error:
        raise refuse(path, f"cannot be read ({error.strerror})", "Copy it to another place.") from error


def fields_of(line: str, named: str) -> dict[str, Any]:
    """The fields of a row; none for what is no object. Raises UnreadableArticle for what is not JSON."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableArticle(f"{named} is not JSON.", "It was left out.") from error
    return row if isinstance(row, dict) else {}


def print_row(found: Mapping[str, object]) -> None:
    """Print one line of JSON."""
    # Half of a character, as an id or a file name can hold it, is written as JSON escapes it.
    click.echo(json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace").decode())
