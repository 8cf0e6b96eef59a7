"""`python -m tests.models.version_10.make FOLDER`: how `study.onrecord` was made, with the program of version 10.

It is the project of version 9, upgraded, with two articles of two outlets, the later title first. In the second a claim
has two numbers of one unit, and another claim has none. As there, it is here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.actions.articles import import_articles
from models.articles.draft import Draft
from models.edits import Edit, made
from models.entities import Article, Claim, Mode, Number, Qualifier, Record, Role, Span
from models.store import Store
from tests.example import CODER

AT = "2026-11-27T06:00:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_9" / "study.onrecord"

OUTLETS = "Harbour Gazette", "Sound Weekly"
TITLES = "Pilots ask for lamps", "Lamps on the mole"
SAID, NUMBERS, ALSO = "40 lamps and 12 lamps more would burn", ("40 lamps", "12 lamps"), "nobody would need an oil lamp"
TEXT = f"{TITLES[1]}\n\nIngrid Moe said that {SAID}. She said that {ALSO}.\n"
UNIT = "lamps"


def main(folder: Path) -> None:
    """Make the file."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        texts = (f"{TITLES[0]}\n\nIt was dark.\n", TEXT)
        drafts = [Draft(*each) for each in zip(texts, TITLES, OUTLETS, strict=True)]
        articles = _do(store, import_articles(drafts)).made(Article)
        _do(store, Edit("Record the lamps", tuple(map(made, _records(articles[1])))))
    for copy in folder.glob("*(version*"):
        copy.unlink()


def _records(article: Article) -> list[Record]:
    first, second = (Claim(article=article.id, mode=Mode.INDIRECT) for _ in range(2))
    spans = [_span(article, Role.CONTENT, words, claim=each.id) for each, words in ((first, SAID), (second, ALSO))]
    numbers = [
        Number(article=article.id, claim=first.id, value=float(words.split()[0]), qualifier=Qualifier.EXACT, unit=UNIT)
        for words in NUMBERS
    ]
    of_numbers = [
        _span(article, Role.NUMBER, words, number=each.id) for each, words in zip(numbers, NUMBERS, strict=True)
    ]
    return [first, second, *spans, *numbers, *of_numbers]


def _span(article: Article, role: Role, words: str, claim: str | None = None, number: str | None = None) -> Span:
    start = TEXT.index(words)
    return Span(article=article.id, role=role, claim=claim, number=number, start=start, end=start + len(words))


def _do(store: Store, edit: Edit) -> Edit:
    written = store.apply(edit.stamped(CODER, AT))
    assert written
    return written


if __name__ == "__main__":
    main(Path(sys.argv[1]))
