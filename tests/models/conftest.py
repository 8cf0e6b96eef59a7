"""A project with many lines of few values, and one with variables of all kinds, for tests of lists."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.actions.articles import delete_articles
from models.codebook.codebook import Codebook
from models.codebook.kinds import KINDS
from models.edits import Edit, made
from models.entities import SUBJECTS, Claim, Mode, Number, Qualifier, Role, Span, Speaker, Subject
from models.known import Known
from models.store import Store
from tests.example import CODER, Example, every_statement, opened_copy, signed, typed
from tests.models.codebook.study import Study
from tests.snapshots import query

ANSWERS = {
    "choice": ("Wall", "sea", "Årö", "wall"),
    "choices": ("Wall; Årö", "Sea", "Årö", "Wall"),
    "yes_no": ("yes", "unclear", "no"),
    "text": ("Öl", "oil", "Zebra crossing", "Ål"),
    "long_text": ("one\ntwo", "One", "Øl"),
    "whole_number": ("10", "9", "-3", "1200"),
    "decimal": ("0.5", "-2", "12.25", "3"),
    "date": ("2015-01-23", "3 May 2009", "2015-01-22"),
    "speaker": ("Øla", "José", "Nobody Yet"),
}
"""What is typed for each kind of variable."""


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "no such folder")


@pytest.fixture(scope="session")
def crowded(pattern: Example, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield a project with many lines of few values, whose first article was deleted and made again.

    Tests only read it.
    """
    with opened_copy(pattern, tmp_path_factory.mktemp("crowded") / "study.onrecord") as example:
        yield crowd(example)


def crowd(example: Example) -> Store:
    store, modes = example.store, (*Mode, None)
    store.apply(signed(typed(example.other, "title", "HARBOUR ferry to run again")))
    store.apply(signed(typed(example.article, "published", "2026-01-02")))
    named = [Speaker(name=name) for name in ("José", "JOSE", "Ola", "Øla")]
    store.apply(signed(Edit("Two names, folded", tuple(map(made, named)))))
    speakers = [*(speaker.id for speaker in named), None]
    for number in range(40):
        claim = Claim(article=(example.other if number % 3 else example.article).id, mode=modes[number % 4])
        summary = f"{'Ss'[number % 2]}umm{'aáå'[number % 3]}ry {number % 5}" if number % 7 else None
        claim = replace(claim, summary=summary, speaker=speakers[number % 5])
        start = number * 7 % 30
        span = Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=start, end=start + 5)
        value = Number(article=claim.article, claim=claim.id, value=number % 6 or None, unit="aÀbB"[number % 4])
        value = replace(value, qualifier=[*Qualifier][number % 5] if value.value else None)
        store.apply(signed(Edit("Many", tuple(made(row) for row in (claim, span, value)))))
    store.apply(signed(delete_articles([example.records.article], example.records.rows())))
    last = store.undoable(CODER)
    assert last
    store.apply(signed(store.edit(last).inverse))
    assert [row for (row,) in query(store.path, "SELECT row FROM article ORDER BY id")] == [3, 2]
    return store


@pytest.fixture(scope="session")
def coded(crowded: Store, pattern: Example, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Yield a copy of the crowded project with variables of all kinds and subjects, of which many lines have answers.

    Tests only read it.
    """
    path = tmp_path_factory.mktemp("coded") / "study.onrecord"
    with opened_copy(replace(pattern, store=crowded), path) as example:
        study = Study(example, Codebook())
        for kind in KINDS:
            for subject in Subject:
                answer(study, kind, subject)
        yield study


def answer(study: Study, kind: str, subject: Subject) -> None:
    """Ask a variable of a kind about records of all articles, and answer it for two of three of them."""
    name = f"{kind}_of_{subject}"
    variable = study.ask(name, kind, subject)
    if KINDS[kind].has_choices:
        sea = study.offer(variable, "Sea", code=f"{name}_z")
        for label in ("Årö", "Wall"):
            study.offer(variable, label, sea if label == "Wall" else None, code=f"{name}_{label}")
    statements, words = every_statement(study.example.store), ANSWERS[kind]
    records = [*dict.fromkeys(record for line in statements if (record := line.record(SUBJECTS[subject])))]
    attribute, known = study.attribute(name), Known(study.example.registry, lambda _record: ())
    for word, answered in enumerate(words):  # as one who fills many cells with one word: an edit for each word
        asked = [each for number, each in enumerate(records) if number % 3 and number % len(words) == word]
        if asked:
            study.do(attribute.write(asked, answered, known))
