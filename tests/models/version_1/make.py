"""`python -m tests.models.version_1.make FOLDER`: how `study.onrecord` was made, with the program of version 1.

It is here to be read: the file is not made again, since a file that a program of today makes would prove nothing.
"""

import sys
from dataclasses import replace
from pathlib import Path

from models.actions.articles import import_articles, toggle_boilerplate
from models.actions.attributing import attribute_claim
from models.actions.claims import mark_claim
from models.actions.numbers import mark_number
from models.articles.draft import Draft
from models.attribution.attribution import Attribution
from models.edits import Edit
from models.entities import SpeakerKind
from models.store import Store
from tests.example import CODER, make_example, place, typed

OTHER = "CD"
AT = "2026-04-01T09:00:00.000+00:00"
FERRY = "Ferry to run on Sundays\n\nThe ferry will run on Sundays too, the harbour master told us. 🌊"


def main(folder: Path) -> None:
    """Make the file, with rows in every table and every kind of edit in the history."""
    example = make_example(folder / "first.onrecord")
    with example.store as first:
        first.save_copy(folder / "study.onrecord")  # so that one origin does not go on
    with Store.open(folder / "study.onrecord") as store:
        _import(store)
        _record(store, example.article.id)
        _change(store, example.article.id)
        _take_back(store)
    (folder / "first.onrecord").unlink()


def _do(store: Store, edit: Edit, coder: str = CODER) -> Edit:
    signed = edit.stamped(coder, AT)
    store.apply(signed)
    return signed


def _import(store: Store) -> None:
    """Add an article with everything that is known of one, and the file that it came from."""
    draft = Draft(
        text=FERRY,
        title="Ferry to run on Sundays",
        outlet="The Tide",
        byline="Vilde Lien",
        published="2026-03-30",
        address="https://example.org/ferry",
        language="en",
        file_name="ferry.html",
        encoding="utf-8",
        original=f"<p>{FERRY}</p>".encode(),
        boilerplate=((0, 5),),
    )
    _do(store, import_articles([draft]), OTHER)


def _record(store: Store, article: str) -> None:
    """Record a claim and its speaker as one gesture, and numbers with and without a value."""
    records, registry = store.article_records(article), store.registry()
    claim = _do(store, mark_claim(records, *place("nobody would have to move")))
    records.take(claim)
    found = Attribution(
        place("promised"), (place("She"),), "Tom Arkwright", "chief engineer", SpeakerKind.PERSON, certain=True
    )
    (row,) = (each for each in records.claims.values() if each.id == claim.changes[0].row.id)
    _do(store, replace(attribute_claim(records, registry, row, "Tom Arkwright", found), continues=claim.id))
    _do(store, mark_number(records, *place("nearly 300 metres")), OTHER)
    _do(store, mark_number(records, *place("too small")), OTHER)
    _do(store, toggle_boilerplate(records, *place("Subscribe")), OTHER)


def _change(store: Store, article: str) -> None:
    """Change what was recorded, as two coders do in turn."""
    (lost,) = (claim for claim in store.article_records(article).claims.values() if claim.mode == "direct")
    _do(store, typed(lost, "summary", "300 metres were lost"), OTHER)
    (lost,) = (claim for claim in store.article_records(article).claims.values() if claim.mode == "direct")
    _do(store, typed(lost, "note", "ask again"))
    (berths,) = (each for each in store.article_records(article).numbers.values() if each.counted == "new berths")
    _do(store, typed(berths, "value", "10-15"), OTHER)
    (speaker,) = (each for each in store.registry().speakers.values() if each.name == "Ida Brekke")
    _do(store, typed(speaker, "affiliation", "Aldersund", store.registry()))


def _take_back(store: Store) -> None:
    """Undo two edits, and do one of them again."""
    for next_ in (store.undoable, store.undoable, store.redoable):
        line = next_(CODER)
        assert line
        _do(store, store.edit(line).inverse)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
