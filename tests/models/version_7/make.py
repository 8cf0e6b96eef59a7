"""`python -m tests.models.version_7.make FOLDER`: how `study.onrecord` was made, with the program of version 7.

It is the project of version 6, upgraded, with a claim, its speaker and a number that were recorded by hand, a claim
that was deleted and one that was deleted and came back. As there, it is here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.actions.attributing import attribute_claim
from models.actions.claims import delete_claim, mark_claim
from models.actions.numbers import mark_number
from models.attribution.attribution import Attribution
from models.edits import Edit
from models.entities import Claim
from models.ids import Id
from models.records import ArticleRecords
from models.store import Store
from models.text.ranges import Range
from tests.example import CODER

AT = "2026-11-26T21:00:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_6" / "study.onrecord"

SAID = "It wants at least 12 new berths"
NUMBER = "12 new berths"
GONE = "Skip to the article"


def main(folder: Path) -> None:
    """Make the file: one claim is recorded with its number, one deleted, and one deleted and restored."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        (article,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
        claim = _claim(store, article, SAID)
        _attribute(store, article, claim)
        _do(store, mark_number(store.article_records(article), *_place(store.article_records(article), NUMBER)))
        for _time in range(2):
            gone = _claim(store, article, GONE)
            _do(store, delete_claim(store.article_records(article), gone))
        line = store.undoable(CODER)
        assert line
        _do(store, store.edit(line).inverse)
    for other in folder.glob("*(version*"):
        other.unlink()


def _claim(store: Store, article: Id, words: str) -> Claim:
    records = store.article_records(article)
    (claim,) = _do(store, mark_claim(records, *_place(records, words))).made(Claim)
    return claim


def _attribute(store: Store, article: Id, claim: Claim) -> None:
    """Say that the fishermen's union said it, in other words of the article than those of the claim."""
    records = store.article_records(article)
    found = Attribution(_place(records, "called"), (_place(records, "The fishermen's union"),), "Fishermen's union")
    _do(store, attribute_claim(records, store.registry(), claim, "Fishermen's union", found))


def _place(records: ArticleRecords, words: str) -> Range:
    start = records.text.index(words)
    return start, start + len(words)


def _do(store: Store, edit: Edit) -> Edit:
    written = store.apply(edit.stamped(CODER, AT))
    assert written
    return written


if __name__ == "__main__":
    main(Path(sys.argv[1]))
