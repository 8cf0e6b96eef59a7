"""`python -m tests.models.version_5.make FOLDER`: how `study.onrecord` was made, with the program of version 5.

It is the project of version 4, upgraded, with samples, a line of a site, a date as printed, and a text that was
corrected. As there, it is here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.actions.correcting import correct_text
from models.actions.samples import delete_sample, keep_sample, rename_sample
from models.correcting.correction import correct
from models.edits import Edit, changed, made
from models.entities import Sample, SampleMethod, SiteLine
from models.sampling.definition import definition_of
from models.sampling.drawing import draw
from models.sampling.plan import Plan
from models.store import Store
from tests.example import CODER

AT = "2026-11-26T15:30:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_4" / "study.onrecord"

PRINTED = "03/04/2026"
LINE = "Sign up for the harbour letter"


def main(folder: Path) -> None:
    """Make the file: samples are drawn, renamed and deleted, a text is corrected, and one edit is undone."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        (first,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
        records = store.article_records(first)
        _do(store, Edit("Edit date as printed", (changed(records.article, published_words=PRINTED),)))
        site = SiteLine(site="harbour.example", line=LINE, is_boilerplate=True)
        _do(store, Edit("Always on this site", (made(site),)))
        _draw(store, "A pilot", SampleMethod.RANDOM)
        _draw(store, "Main", SampleMethod.BY_OUTLET)
        _draw(store, "A draft", SampleMethod.RANDOM)
        _do(store, rename_sample(store.samples(), _named(store, "A pilot"), "Pilot"))
        _do(store, delete_sample(store.samples(), _named(store, "A draft")))
        records = store.article_records(first)
        _do(store, correct_text(correct(records, f"Corrected\n\n{records.text}")))
        _do(store, correct_text(correct(store.article_records(first), f"Twice corrected\n\n{records.text}")))
        line = store.undoable(CODER)
        assert line
        _do(store, store.edit(line).inverse)
    for other in folder.glob("*(version*"):
        other.unlink()


def _draw(store: Store, name: str, method: SampleMethod) -> None:
    articles = [store.article_records(line.id).article for line in store.articles()]
    outcome = draw(articles, Plan(method, size=2, seed=len(name)))
    _do(store, keep_sample(store.samples(), name, outcome, definition_of(outcome, "1.0.0")))


def _named(store: Store, name: str) -> Sample:
    sample = store.samples().named(name)
    assert sample
    return sample


def _do(store: Store, edit: Edit) -> None:
    store.apply(edit.stamped(CODER, AT))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
