"""How long coders were at work on an article is read from the times of their edits, with the pauses cut."""

from contextlib import closing
from pathlib import Path

import pytest

from models.actions.articles import delete_articles, finish_articles
from models.edits import Edit, made
from models.entities import Speaker
from models.ids import Id
from models.lines.active_time import ActiveTime, counted_before, in_hours
from models.lines.edit_line import Concern, EditFilter
from models.store import Store
from models.store.derived import rebuild
from models.store.opening import connect
from tests.example import CODER, Example, typed
from tests.models.kept_versions import KEPT, KeptVersion
from tests.snapshots import faults_of, query

OTHER = "CD"
FIRST = 60_000
"""What counts before the first edit after a pause."""


def at(minutes: int, seconds: int = 0) -> str:
    """Return a time so long after nine o'clock, a day after the example was made."""
    return f"2026-03-02T{9 + minutes // 60:02}:{minutes % 60:02}:{seconds:02}.000+00:00"


def note(example: Example, when: str, coder: str = CODER, *, other: bool = False) -> None:
    """Change the note of an article: the first of the example, or the other."""
    before = example.store.article_records(example.other.id if other else example.article.id).article
    example.store.apply(typed(before, "note", f"{coder} {when}").stamped(coder, when))


def times(store: Store) -> dict[Id, ActiveTime]:
    """Return the active times that the list of articles shows."""
    return {line.id: line.active for line in store.articles(measured=True) if line.active}


@pytest.mark.parametrize(
    ("previous", "now", "counts"),
    [
        (at(0), at(0, 7), 7_000),
        (at(0), at(10), 600_000),
        (at(0), at(10, 1), FIRST),
        (None, at(0), FIRST),
        (at(5), at(0), 0),
        ("2026-03-02T10:00:00.000+01:00", at(0, 30), 30_000),
        ("yesterday", at(0), FIRST),
        ("2026-03-02T09:00:00", at(0), FIRST),
    ],
    ids=["seconds", "ten minutes", "a pause", "the first", "set back", "another zone", "no time", "no zone"],
)
def test_the_time_since_the_coders_last_edit_counts_unless_it_is_a_pause(
    previous: str | None, now: str, counts: int
) -> None:
    assert counted_before(now, previous) == counts


def test_time_belongs_to_the_article_of_the_later_edit_and_to_its_coder(example: Example) -> None:
    note(example, at(0))
    note(example, at(3), other=True)
    note(example, at(4), OTHER, other=True)
    note(example, at(6), other=True)
    note(example, at(7))
    assert times(example.store) == {
        example.article.id: ActiveTime(((CODER, FIRST + 60_000),)),
        example.other.id: ActiveTime(((CODER, 6 * 60_000), (OTHER, FIRST))),
    }
    assert times(example.store)[example.other.id].minutes == 7


def test_an_edit_about_no_article_or_about_several_counts_for_none_and_is_no_pause(example: Example) -> None:
    note(example, at(0))
    example.store.apply(Edit("New speaker", (made(Speaker(name="Nils Aas")),)).stamped(CODER, at(8)))
    note(example, at(12))
    example.store.apply(finish_articles(*(line.article for line in example.store.articles())).stamped(CODER, at(20)))
    note(example, at(21), other=True)
    assert times(example.store) == {
        example.article.id: ActiveTime(((CODER, FIRST + 4 * 60_000),)),
        example.other.id: ActiveTime(((CODER, 60_000),)),
    }


def test_undoing_is_work_and_an_article_that_comes_back_keeps_its_time(example: Example) -> None:
    note(example, at(0))
    gone = delete_articles([example.records.article], example.records.rows())
    example.store.apply(gone.stamped(CODER, at(1)))
    assert times(example.store) == {}
    line = example.store.undoable(CODER)
    assert line
    example.store.apply(example.store.edit(line).inverse.stamped(CODER, at(3)))
    assert times(example.store)[example.article.id].total == FIRST + 3 * 60_000


def test_what_is_kept_is_what_follows_from_the_history(example: Example) -> None:
    for minute in (0, 2, 15, 16):
        note(example, at(minute))
        note(example, at(minute, 30), OTHER, other=True)
    kept = times(example.store)
    assert faults_of(example.store.path) == []
    with closing(connect(example.store.path)) as connection:
        connection.execute("UPDATE active_time SET time = 1")
        assert faults_of(example.store.path) != []
        rebuild(connection)
    assert times(example.store) == kept


@pytest.mark.parametrize("version", KEPT, ids=lambda version: f"version {version.number}")
def test_a_project_of_an_older_version_gets_the_times_of_its_history(version: KeptVersion, tmp_path: Path) -> None:
    path = version.copy(tmp_path)
    with version.opened(path):
        assert query(path, "SELECT count(*) > 0 FROM active_time") == [(1,)]


@pytest.mark.parametrize(
    ("time", "words"),
    [(11_520_000, "3 h 12 min"), (59_000, "1 min"), (29_000, "less than a minute"), (3_600_000, "1 h 0 min")],
)
def test_times_are_told_in_hours_and_minutes(time: int, words: str) -> None:
    assert in_hours(time) == words


def test_the_history_says_how_long_coders_were_at_work_on_how_many_articles(example: Example) -> None:
    for minute in (0, 5):
        note(example, at(minute))
        note(example, at(minute), OTHER, other=True)
    with closing(example.store.view()) as view:

        def total(**wanted: object) -> str:
            active = view.edit_list(EditFilter(**wanted)).active  # type: ignore[arg-type]
            return active.sentence if active else ""

        assert total() == "12 min on 2 articles"
        assert total(coder=OTHER) == "6 min on 1 article"
        assert total(article=example.article.id) == "6 min on 1 article"
        assert total(article=example.article.id, coder=OTHER) == "less than a minute on 0 articles"
        assert total(concern=Concern.ARTICLES) == ""
