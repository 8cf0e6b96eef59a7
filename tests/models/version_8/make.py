"""`python -m tests.models.version_8.make FOLDER`: how `study.onrecord` was made, with the program of version 8.

It is the project of version 7, upgraded, with a claim and a number that were recorded by hand, the claim moved to other
boundaries, and their article, which was deleted with another and came back. As there, it is here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.actions.articles import delete_articles, import_articles
from models.actions.claims import mark_claim, set_boundaries
from models.actions.numbers import mark_number
from models.articles.draft import Draft
from models.edits import Edit
from models.entities import Article, Claim
from models.records import ArticleRecords
from models.store import Store
from models.text.ranges import Range
from tests.example import CODER

AT = "2026-11-27T00:00:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_7" / "study.onrecord"

TEXT = "Pier to close\n\nThe pier will close, the harbour office said. About 40 boats must leave by 3 May.\n"
SAID, MOVED, NUMBER = "The pier will close", "pier will close", "40 boats"
OTHER = "Pier to open\n\nIt will open again, the office said.\n"


def main(folder: Path) -> None:
    """Make the file: a claim and a number are recorded, the claim is moved, its article deleted and restored."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        drafts = [Draft(text, text.partition("\n")[0]) for text in (TEXT, OTHER)]
        pier, other = _do(store, import_articles(drafts)).made(Article)
        (claim,) = _do(store, mark_claim(_records(store, pier), *_place(SAID))).made(Claim)
        _do(store, mark_number(_records(store, pier), *_place(NUMBER)))
        (span,) = _records(store, pier).spans_of(claim.id)
        _do(store, set_boundaries(_records(store, pier), span, *_place(MOVED)))
        rows = [row for article in (pier, other) for row in _records(store, article).rows()]
        _do(store, delete_articles([pier, other], rows))
        line = store.undoable(CODER)
        assert line
        _do(store, store.edit(line).inverse)
    for copy in folder.glob("*(version*"):
        copy.unlink()


def _records(store: Store, article: Article) -> ArticleRecords:
    return store.article_records(article.id)


def _place(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


def _do(store: Store, edit: Edit) -> Edit:
    written = store.apply(edit.stamped(CODER, AT))
    assert written
    return written


if __name__ == "__main__":
    main(Path(sys.argv[1]))
