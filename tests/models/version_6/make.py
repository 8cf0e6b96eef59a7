"""`python -m tests.models.version_6.make FOLDER`: how `study.onrecord` was made, with the program of version 6.

It is the project of version 5, upgraded, with suggestions that were accepted, changed and dismissed, a project without
suggestions of numbers, a word of its own, and counts of open places. As there, it is here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.actions.claims import set_boundaries
from models.actions.own_words import add_word
from models.actions.properties import set_assistance
from models.actions.suggestions import dismiss, nothing_here, record_suggestions
from models.counting_places import count_every_place
from models.edits import Edit
from models.entities import Claim, Mode, SpeakerKind
from models.ids import Id
from models.properties import Assistance
from models.quantities.parsing import read_quantity
from models.records import ArticleRecords
from models.store import Store
from models.suggestions.found import Evidence, FoundClaim, FoundNumber
from models.text.ranges import Range
from tests.example import CODER

AT = "2026-11-26T18:00:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_5" / "study.onrecord"

RULE, NUMBER_RULE = "verb before", "number"
DISMISSED = "two winters"
WORD = "reckoned, reckons"


def main(folder: Path) -> None:
    """Make the file: two suggestions are recorded, one is changed, others are dismissed, and one edit is undone."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        (first,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
        records = store.article_records(first)
        both = [_claim(records, "nobody would have to move", "Nils Aas"), _claim(records, "the plan too small", None)]
        written = _do(store, record_suggestions(records, store.registry(), [*both, _number(records, DISMISSED)]))
        _change(store, first, written.made(Claim)[1])
        records = store.article_records(first)
        _do(store, dismiss(records, _claim(records, "called the plan", None)))
        _do(store, dismiss(records, _number(records, "one night")))
        _do(store, nothing_here(records, *_place(records, "The fishermen's union")))
        _do(store, add_word(store.own_words(), "en", "reporting_verbs", WORD))
        _do(store, set_assistance(store.properties(), {Assistance.CLAIMS, Assistance.PLACES}))
        _do(store, set_assistance(store.properties(), ()))
        line = store.undoable(CODER)
        assert line
        _do(store, store.edit(line).inverse)
        for counted in count_every_place(path, lambda _done, _of: True):
            store.keep_open_places(counted)
    for other in folder.glob("*(version*"):
        other.unlink()


def _change(store: Store, article: Id, claim: Claim) -> None:
    """Give the claim other words, by which it becomes changed."""
    records = store.article_records(article)
    (content,) = records.contents(claim.id)
    _do(store, set_boundaries(records, content, content.start, content.end - len(" small")))


def _place(records: ArticleRecords, words: str) -> Range:
    start = records.text.index(words)
    return start, start + len(words)


def _claim(records: ArticleRecords, words: str, name: str | None) -> FoundClaim:
    return FoundClaim(
        contents=(_place(records, words),),
        cue=_place(records, "promised"),
        source=(_place(records, "She"),),
        name=name,
        role=None,
        kind=SpeakerKind.PERSON,
        speaker=None,
        mode=Mode.INDIRECT,
        rule=RULE,
        certain=True,
        evidence=Evidence(RULE),
    )


def _number(records: ArticleRecords, words: str) -> FoundNumber:
    return FoundNumber(_place(records, words), read_quantity(words, "en"), NUMBER_RULE)


def _do(store: Store, edit: Edit) -> Edit:
    written = store.apply(edit.stamped(CODER, AT))
    assert written
    return written


if __name__ == "__main__":
    main(Path(sys.argv[1]))
