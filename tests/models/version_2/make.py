"""`python -m tests.models.version_2.make FOLDER`: how `study.onrecord` was made, with the program of version 2.

It is the project of version 1, upgraded, with a codebook and answers. As there, it is here to be read.
"""

import shutil
import sys
from pathlib import Path

from models.actions.choices import add_choice
from models.actions.codebook import add_variable, change_variable, pin_example
from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.codebook.variables import attribute_of
from models.edits import Edit
from models.entities import Choice, Record, Subject, Variable
from models.known import Known
from models.store import Store
from tests.example import CODER

AT = "2026-05-01T09:00:00.000+00:00"
OLDER = Path(__file__).parent.parent / "version_1" / "study.onrecord"

ANSWERS = {
    "choice": "Storm",
    "choices": "Sea; Wall",
    "yes_no": "unclear",
    "text": "the wall",
    "long_text": "two\nlines",
    "whole_number": "-3",
    "decimal": "0.25",
    "date": "2026-02-28",
    "speaker": "Nils Aas",
}
"""What is answered under a variable of each kind, which is named after it."""


def main(folder: Path) -> None:
    """Make the file: a variable of each kind about claims, and one about each other kind of record."""
    path = Path(shutil.copyfile(OLDER, folder / "study.onrecord"))
    with Store.open(path, upgraded=lambda _upgraded: None) as store:
        codebook = store.codebook()
        for kind in KINDS:
            _ask(store, codebook, kind, f"a_{kind}", Subject.CLAIM)
        for subject in (Subject.NUMBER, Subject.SPEAKER, Subject.ARTICLE):
            _ask(store, codebook, "text", f"of_{subject}", subject)
        _answer(store, codebook)
        _condition(store, codebook)
    for other in folder.glob("*(version*"):
        other.unlink()


def _do(store: Store, codebook: Codebook, edit: Edit) -> None:
    signed = edit.stamped(CODER, AT)
    store.apply(signed)
    codebook.take(signed)


def _ask(store: Store, codebook: Codebook, kind: str, name: str, subject: Subject) -> None:
    variable = Variable(subject=subject, name=name, label=name.title(), kind=kind, definition="What it means.")
    _do(store, codebook, add_variable(codebook, variable))
    if KINDS[kind].has_choices:
        _offer(store, codebook, variable, "Sea", None)
        (sea,) = codebook.choices_of(variable.id)
        _offer(store, codebook, variable, "Storm", sea)
        _offer(store, codebook, variable, "Wall", None)


def _offer(store: Store, codebook: Codebook, variable: Variable, label: str, parent: Choice | None) -> None:
    choice = Choice(
        variable=variable.id,
        value=label.lower(),
        label=label,
        colour="#3366cc",
        parent=parent.id if parent else None,
    )
    _do(store, codebook, add_choice(codebook, choice))


def _answer(store: Store, codebook: Codebook) -> None:
    """Answer every variable about one record, and change one answer."""
    (first,) = (line.id for line in store.articles() if line.title.startswith("Harbour"))
    records = store.article_records(first)
    about: dict[Subject, Record] = {
        Subject.CLAIM: next(each for each in records.claims.values() if each.mode == "direct"),
        Subject.NUMBER: next(iter(records.numbers.values())),
        Subject.SPEAKER: next(each for each in store.registry().speakers.values() if each.name == "Ida Brekke"),
        Subject.ARTICLE: records.article,
    }
    for typed in (ANSWERS, {"text": "the new wall"}):
        for variable in [*codebook.variables.values()]:
            if variable.kind in typed:
                known = Known(store.registry(), store.article_records(first).answers_of)
                attribute = attribute_of(variable, codebook)
                _do(store, codebook, attribute.write([about[variable.subject]], typed[variable.kind], known))
    claim = about[Subject.CLAIM]
    (topic,) = (each for each in codebook.variables.values() if each.name == "a_choice")
    words = records.words(claim.id)
    _do(store, codebook, pin_example(topic, codebook.choices_of(topic.id)[0], claim, words, "The Tide"))  # type: ignore[arg-type]  # a claim


def _condition(store: Store, codebook: Codebook) -> None:
    by_name = {each.name: each for each in codebook.variables.values()}
    edit = change_variable(codebook, by_name["a_text"], shown_if=by_name["a_choice"].id, shown_for="sea")
    _do(store, codebook, edit)
    line = store.undoable(CODER)
    assert line
    _do(store, codebook, store.edit(line).inverse)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
