"""`python -m tests.models.version_9.make FOLDER`: how `study.onrecord` was made, with the program of version 9.

It is the project of version 8, upgraded, with two articles of a series. In the first, a suggestion is recorded whole: a
claim with its speaker and a number, and in one edit with them a number that is in no claim. As there, it is here to be
read.
"""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

from models.actions.articles import delete_articles, import_articles
from models.articles.draft import Draft
from models.edits import Edit, made
from models.entities import Article, Claim, Mode, Number, Qualifier, Record, Role, Span, Speaker
from models.store import Store
from tests.example import CODER

AT = "2026-11-27T03:00:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_8" / "study.onrecord"

TITLES = "Ferry diary, part 10", "Ferry diary, part 9"
TEXT = f"{TITLES[0]}\n\nMarit Sele said that 12 ferries would stay. The queue was 300 cars long.\n"
SOURCE, CUE, SAID, INSIDE, ALONE = "Marit Sele", "said", "12 ferries would stay", "12 ferries", "300 cars"


def main(folder: Path) -> None:
    """Make the file: all is recorded in one edit, the articles are deleted, and restored."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        drafts = [Draft(TEXT, TITLES[0]), Draft(f"{TITLES[1]}\n\nIt rained.\n", TITLES[1])]
        articles = _do(store, import_articles(drafts)).made(Article)
        _do(store, Edit("Record the diary", tuple(map(made, _records(articles[0])))))
        rows = [row for article in articles for row in store.article_records(article.id).rows()]
        _do(store, delete_articles(articles, rows))
        line = store.undoable(CODER)
        assert line
        _do(store, store.edit(line).inverse)
    for copy in folder.glob("*(version*"):
        copy.unlink()


def _records(article: Article) -> list[Record]:
    marit = Speaker(name=SOURCE)
    claim = Claim(article=article.id, speaker=marit.id, mode=Mode.INDIRECT)
    inside = Number(article=article.id, claim=claim.id, value=12.0, qualifier=Qualifier.EXACT)
    alone = Number(article=article.id)
    of_claim = ((Role.CONTENT, SAID), (Role.CUE, CUE), (Role.SOURCE, SOURCE))
    spans = [replace(_span(article, role, words), claim=claim.id) for role, words in of_claim]
    of_numbers = ((inside, INSIDE), (alone, ALONE))
    numbers = [replace(_span(article, Role.NUMBER, words), number=number.id) for number, words in of_numbers]
    return [marit, claim, *spans, inside, numbers[0], alone, numbers[1]]


def _span(article: Article, role: Role, words: str) -> Span:
    start = TEXT.index(words)
    return Span(article=article.id, role=role, start=start, end=start + len(words))


def _do(store: Store, edit: Edit) -> Edit:
    written = store.apply(edit.stamped(CODER, AT))
    assert written
    return written


if __name__ == "__main__":
    main(Path(sys.argv[1]))
