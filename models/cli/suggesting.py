"""`onrecord suggest`: print what the program reads in an article, as lines of JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from models.articles.article_files import articles_in, files_in
from models.articles.formats.jsonl import JSONL, fields_of, refuse_row, rows
from models.articles.input_file import InputFile
from models.attribution.modes import mode_of
from models.attribution.who_says import who_says
from models.cli.output import print_row, say
from models.errors import UnreadableArticle
from models.registry import Registry
from models.suggestions.finding import find
from models.suggestions.found import FoundClaim, FoundNumber
from models.suggestions.reasons import reason
from models.text.ranges import Range
from models.text.sentences import sentences
from models.translation import _

_ENGLISH = "en"


def run(files: Iterable[Path]) -> int:
    """Print what is read in every article of the files. Return the exit code: 1 if any was refused."""
    return 1 if sum(map(_suggest, files)) else 0


def _suggest(path: Path) -> int:
    """Print what is read in the articles of a file or folder. Return how many were refused."""
    if path.suffix.lower() not in JSONL.suffixes or not path.is_file():
        return sum(_suggest_file(each) for each in files_in(path))
    refused = 0
    try:
        file = InputFile.open(path)
        for place, line in rows(file):
            refused += _suggest_row(file, place, line)
    except UnreadableArticle as error:
        say(str(error))
        return refused + 1
    return refused


def _suggest_file(path: Path) -> int:
    """Print what is read in the articles of a file. Return how many were refused."""
    refused = 0
    for found in articles_in(path):
        if isinstance(found, UnreadableArticle):
            say(str(found))
            refused += 1
        else:
            language = found.language or _ENGLISH
            print_row({"id": found.file_name, **_read(found.text, language, skipped=found.boilerplate)})
    return refused


def _suggest_row(file: InputFile, place: int, line: str) -> bool:
    """Print what is read in the text of a row. Return whether it was refused."""
    try:
        fields = fields_of(file, place, line)
        text, language = fields.get("text"), fields.get("language") or _ENGLISH
        if not isinstance(text, str):
            raise refuse_row(file, place, _("{row} has no text."))
        if not isinstance(language, str):
            raise refuse_row(file, place, _("{row} has a language that is not text."))
        given = fields.get("contents")
        contents = None if given is None else _contents(given, len(text))
        if given is not None and contents is None:
            raise refuse_row(file, place, _("{row} has contents that are not lists of [start, end] in its text."))
    except UnreadableArticle as error:
        say(str(error))
        return True
    print_row({"id": fields.get("id", place), **_read(text, language, contents)})
    return False


def _contents(given: object, length: int) -> list[list[Range]] | None:
    """Return the claims that a row asks about, each with its parts; None if they are malformed."""
    if not isinstance(given, list) or not all(_is_claim(claim, length) for claim in given):
        return None
    return [[(start, end) for start, end in claim] for claim in given]


def _is_claim(claim: object, length: int) -> bool:
    return isinstance(claim, list) and bool(claim) and all(_is_range(part, length) for part in claim)


def _is_range(part: object, length: int) -> bool:
    match part:
        case [int(start), int(end)]:
            return 0 <= start < end <= length
    return False


def _read(
    text: str, language: str, asked: Iterable[Sequence[Range]] | None = None, skipped: Sequence[Range] = ()
) -> dict[str, object]:
    """Return what is read in a text outside its boilerplate, which is `skipped`.

    The claims are those that are asked about, with their speakers, or all found.
    """
    found = find(text, language, skipped=skipped)
    return {
        "claims": [_found(text, claim) for claim in found.claims]
        if asked is None
        else [_asked(text, contents, language) for contents in asked],
        "numbers": [_number(number) for number in found.numbers],
        "sentences": sentences(text, language),
    }


def _found(text: str, claim: FoundClaim) -> dict[str, object]:
    return {
        "content": claim.contents,
        "cue": claim.cue,
        "source": claim.source,
        "speaker": claim.name,
        "mode": claim.mode,
        "rule": claim.rule,
        "why": reason(claim, text, Registry()),
        "numbers": [_number(number) for number in claim.numbers],
    }


def _asked(text: str, contents: Sequence[Range], language: str) -> dict[str, object]:
    said = who_says(text, sorted(contents), language=language)
    return {
        "content": contents,
        "cue": said.cue if said else None,
        "source": said.source if said else (),
        "speaker": said.name if said else None,
        "mode": mode_of(text, contents),
    }


def _number(number: FoundNumber) -> dict[str, object]:
    return {"span": number.span, **(asdict(number.quantity) if number.quantity else {})}
