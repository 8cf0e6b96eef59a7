"""`onrecord clean`: print each article as it would be imported, as lines of JSON."""

from collections.abc import Iterable
from pathlib import Path

from models.articles.article_files import articles_in, files_in
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.cli.output import print_row, say
from models.errors import UnreadableArticle


def run(files: Iterable[Path], how: HowToRead = AS_FOUND) -> int:
    """Print every article in the files and folders. Return the exit code: 1 if any was refused."""
    refused = 0
    for path in (file for each in files for file in files_in(each)):
        for found in articles_in(path, how=how):
            if isinstance(found, UnreadableArticle):
                say(str(found))
                refused += 1
            else:
                _print(path, found)
    return 1 if refused else 0


def _print(path: Path, draft: Draft) -> None:
    for warning in draft.warnings:
        say(f"{path.name}: {warning}")
    print_row(
        {
            "id": draft.file_name if draft.key is None else draft.key,
            "title": draft.title,
            "outlet": draft.outlet,
            "byline": draft.byline,
            "published": draft.published,
            "text": draft.text,
            "boilerplate": draft.boilerplate,
            "body": draft.body.removeprefix(draft.title).lstrip("\n"),  # below the headline, which is the title
        }
    )
