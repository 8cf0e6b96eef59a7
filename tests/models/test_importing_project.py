"""Articles, the codebook or everything of another project come into this one, once, with who recorded it."""

import shutil
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from click.testing import CliRunner

from models.actions.articles import import_articles
from models.actions.importing_project import arriving, import_project
from models.actions.own_words import add_word
from models.actions.suggestions import dismiss, record_suggestions
from models.articles.draft import Draft
from models.cli import commands
from models.codebook.codebook import Codebook
from models.edits import Edit, changed, made
from models.entities import (
    Alias,
    Answer,
    Article,
    Boilerplate,
    Choice,
    Claim,
    Number,
    Origin,
    Original,
    Record,
    Role,
    Span,
    Speaker,
    Status,
    Variable,
)
from models.errors import NewerProject, NotAProject, OnrecordError
from models.other_projects.arriving import Arriving
from models.other_projects.other_project import Part
from models.store import Store
from models.store.other_files import is_project, other_project
from models.store.rows import select
from tests.example import AT, CODER, Example, content, make_example, place, signed
from tests.models.codebook.study import Study, coded
from tests.models.suggestions.found_in_example import found_claim, found_number

OTHER_CODER, LATER = "CD", "2026-04-01T08:00:00.000+00:00"
VERSION_1 = Path(__file__).parent / "version_1"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Example]:
    """Return the example project, open."""
    example = make_example(tmp_path / "here.onrecord")
    with example.store:
        yield example


def take(store: Store, path: Path, part: Part = Part.ALL) -> tuple[Arriving, Edit]:
    """Import a part of another project into this one, as the window does; return what arrived and the edit."""
    with other_project(path, store.path) as other:
        found = arriving(other, store.present(other), part)
        edit = signed(import_project(other, found), LATER)
        store.apply(edit)
    return found, edit


R = TypeVar("R", bound=Record)


def rows(store: Store, kind: type[R]) -> list[R]:
    """Return every row of a kind."""
    return select(store._connection, kind, "ORDER BY id")


def copy_of(example: Example, name: str = "there.onrecord") -> Path:
    """Return a copy of the project that goes to another coder."""
    path = example.store.path.with_name(name)
    example.store.save_copy(path)
    return path


def do(path: Path, edit: Edit, coder: str = OTHER_CODER) -> None:
    """Do something in another project."""
    with Store.open(path) as store:
        store.apply(edit.stamped(coder, LATER))


def empty(tmp_path: Path) -> Store:
    """Return a project with nothing in it."""
    return Store.create(tmp_path / "empty.onrecord")


def test_everything_of_another_project_comes_with_its_ids_coders_and_times(here: Example, tmp_path: Path) -> None:
    coded(here)
    with empty(tmp_path) as store:
        found, edit = take(store, here.store.path)
        assert found.new == "2 articles, 2 speakers, 2 variables, 3 choices, 2 claims, 2 numbers, 4 answers"
        for kind in (Article, Speaker, Alias, Claim, Number, Span, Boilerplate, Variable, Choice, Answer):
            assert rows(store, kind) == rows(here.store, kind)
        assert {claim.coder for claim in rows(store, Claim)} == {CODER}
        assert {claim.made_at for claim in rows(store, Claim)} == {AT}
        assert edit.at == LATER
        assert store.problems() == []


def test_what_is_imported_twice_adds_nothing_the_second_time(here: Example, tmp_path: Path) -> None:
    coded(here)
    with empty(tmp_path) as store:
        take(store, here.store.path)
        found, edit = take(store, here.store.path)
    assert (found.changes, edit.changes) == ((), ())
    assert found.here == "2 articles, 2 speakers, 2 variables, 2 claims, 2 numbers, 4 answers"


def test_an_import_is_undone_and_done_again_as_one(here: Example, tmp_path: Path) -> None:
    coded(here)
    with empty(tmp_path) as store:
        take(store, here.store.path)
        line = store.undoable(CODER)
        assert line
        assert line.label == "Import from “here.onrecord”"
        store.apply(signed(store.edit(line).inverse))
        assert (rows(store, Article), rows(store, Claim), rows(store, Variable)) == ([], [], [])
        again = store.redoable(CODER)
        assert again
        store.apply(signed(store.edit(again).inverse))
        assert rows(store, Claim) == rows(here.store, Claim)


def test_the_records_of_another_coder_are_added_to_the_article_that_is_here(here: Example) -> None:
    there = copy_of(here)
    claim = Claim(article=here.article.id, speaker=here.union.id, note="from the second coder")
    span = Span(article=here.article.id, role=Role.CONTENT, claim=claim.id, start=30, end=40)
    do(there, Edit("Mark claim", (made(claim), made(span))))
    found, _edit = take(here.store, there)
    assert found.new == "1 claim"
    kept = next(each for each in rows(here.store, Claim) if each.id == claim.id)
    assert (kept.coder, kept.made_at, kept.note) == (OTHER_CODER, LATER, "from the second coder")
    assert here.store.article_records(here.article.id).contents(claim.id) == [span]


def test_records_come_to_an_article_with_the_same_text_that_was_imported_here_on_its_own(
    here: Example, tmp_path: Path
) -> None:
    text = here.records.text
    with empty(tmp_path) as store:
        store.apply(signed(import_articles([Draft(text, "The same text")])))
        take(store, here.store.path)
        first = rows(store, Article)
        assert [each.title for each in first if each.content == content(text).sha256] == ["The same text"]
        (article,) = (each.id for each in first if each.title == "The same text")
        assert {claim.article for claim in rows(store, Claim)} == {article}
        assert store.article_records(article).words(here.lost.id) == here.records.words(here.lost.id)
        assert store.problems() == []
        assert take(store, here.store.path)[1].changes == ()


def test_articles_alone_come_with_boilerplate_and_files_and_without_records(here: Example, tmp_path: Path) -> None:
    page = Draft("Fog\n\nNo boats today.\n", "Fog", boilerplate=((0, 3),), original=b"<p>Fog", outlet="The Tide")
    here.store.apply(signed(import_articles([page])))
    here.store.apply(signed(Edit("Done", (changed(here.article, status=Status.DONE),))))
    with empty(tmp_path) as store:
        found, _edit = take(store, here.store.path, Part.ARTICLES)
        assert found.new == "3 articles"
        assert (rows(store, Claim), rows(store, Speaker)) == ([], [])
        fog = next(each for each in rows(store, Article) if each.title == "Fog")
        assert fog.original
        assert store.original(fog.original) == Original(fog.original, b"<p>Fog")
        assert len(rows(store, Boilerplate)) == 2
        assert {each.status for each in rows(store, Article)} == {Status.OPEN}
        assert take(store, here.store.path, Part.ARTICLES)[1].changes == ()


def test_the_codebook_alone_comes_without_articles_and_answers(here: Example, tmp_path: Path) -> None:
    coded(here)
    with empty(tmp_path) as store:
        take(store, here.store.path, Part.CODEBOOK)
        assert [each.name for each in rows(store, Variable)] == ["topic", "depth"]
        assert (rows(store, Article), rows(store, Answer)) == ([], [])


def test_speakers_are_matched_by_name_and_alias_and_lacking_facts_are_filled_in(here: Example, tmp_path: Path) -> None:
    there = tmp_path / "there.onrecord"
    with Store.create(there) as store:
        brekke = Speaker(name="ms brekke", affiliation="Aldersund", role="Head of the council")
        twins = Alias(speaker=brekke.id, name="The mayor")
        new = Speaker(name="Nils Aas")
        store.apply(signed(Edit("Speakers", tuple(map(made, (brekke, twins, new))))))
    found, _edit = take(here.store, there)
    assert found.new == "1 speaker"
    mayor = here.registry.speakers[here.mayor.id]
    assert (mayor.role, mayor.affiliation) == ("Mayor", "Aldersund")
    assert [alias.name for alias in here.registry.aliases_of(mayor.id)] == ["Ms Brekke", "The mayor"]
    assert take(here.store, there)[1].changes == ()


def test_two_people_of_one_name_stay_two_where_their_outside_ids_differ(here: Example, tmp_path: Path) -> None:
    here.store.apply(signed(Edit("Id", (changed(here.mayor, outside_id="Q1"),))))
    there = tmp_path / "there.onrecord"
    with Store.create(there) as store:
        store.apply(signed(Edit("Speaker", (made(Speaker(name="Ida Brekke", outside_id="Q2")),))))
    found, _edit = take(here.store, there)
    assert found.new == "1 speaker"
    assert len(found.left_out) == 1


def test_an_answer_that_is_here_stays_and_one_that_differs_is_counted(here: Example) -> None:
    study = coded(here)
    there = copy_of(here)
    depth = study.variable("depth")
    (answer,) = (each for each in rows(here.store, Answer) if each.variable == depth.id and each.claim == here.lost.id)
    do(there, Edit("Answer", (changed(answer, value="another"),)))
    second = Answer(variable=depth.id, article=here.article.id, claim=here.cost.id, value="shallow")
    first = next(each for each in rows(here.store, Answer) if each.claim == here.cost.id and each.variable == depth.id)
    do(there, Edit("Answer", (made(second), replace(made(first), before=first, after=None))))
    found, edit = take(here.store, there)
    assert found.left_out == ("1 answer differs from the one here, which stays.",)
    assert edit.changes == ()


def test_choices_of_another_coder_are_added_and_what_is_here_keeps_its_words(here: Example) -> None:
    study = coded(here)
    there = copy_of(here)
    topic = study.variable("topic")
    do(there, Edit("Choice", (made(Choice(variable=topic.id, value="fish", label="Fish", position=3)),)))
    study.do(Edit("Label", (changed(topic, label="What it is about"),)))
    found, _edit = take(here.store, there)
    assert found.new == "1 choice"
    codebook = here.store.codebook()
    assert codebook.variables[topic.id].label == "What it is about"
    assert [each.value for each in codebook.choices_of(topic.id)] == ["sea", "storm", "wall", "fish"]


def test_a_variable_of_another_kind_stops_the_import(here: Example, tmp_path: Path) -> None:
    coded(here)
    there = make_example(tmp_path / "there.onrecord")
    Study(there, Codebook()).ask("topic", "text")
    there.store.close()
    before = rows(here.store, Variable)
    with pytest.raises(OnrecordError, match="another kind"):
        take(here.store, there.store.path)
    assert rows(here.store, Variable) == before


def test_what_is_recorded_in_a_text_that_was_corrected_here_finds_its_place_in_the_new_text(here: Example) -> None:
    there = copy_of(here)
    old = here.store.article_records(here.other.id).text
    text = content(f"News\n\n{old.replace('in May', 'in June').replace('Ferry to run again', 'Boats')}")
    here.store.apply(signed(Edit("Correct", (changed(here.other, content=text.sha256),), (text,))))
    changes = []
    for words in ("its owners said", "run again in May", "Ferry to run again"):
        claim, (start, end) = Claim(article=here.other.id, note=words), place(words, old)
        span = Span(article=here.other.id, role=Role.CONTENT, claim=claim.id, start=start, end=end)
        changes += [made(claim), made(span)]
    do(there, Edit("Claims", tuple(changes)))
    found, _edit = take(here.store, there)
    records = here.store.article_records(here.other.id)
    came = {claim.note: (records.words(claim.id), claim.discuss) for claim in records.claims.values()}
    assert came["its owners said"] == ("its owners said", False)
    assert came["run again in May"] == ("run again in June", True)
    assert len(found.left_out) == 1
    assert "“Ferry to run again” has another text here" in found.left_out[0]
    assert here.store.problems() == []
    assert take(here.store, there)[1].changes == ()


def test_the_other_project_is_not_changed_and_an_older_one_is_upgraded_as_a_copy(tmp_path: Path) -> None:
    path = Path(shutil.copy(next(VERSION_1.glob("*.onrecord")), tmp_path / "old.onrecord"))
    before = path.read_bytes()
    with empty(tmp_path) as store:
        found, _edit = take(store, path)
        assert found.new == "3 articles, 3 speakers, 3 claims, 4 numbers"
        assert store.problems() == []
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.glob("*.onrecord")) == ["empty.onrecord", "old.onrecord"]


def test_the_project_itself_and_files_that_are_none_are_refused(here: Example, tmp_path: Path) -> None:
    with pytest.raises(OnrecordError, match="is open"):
        take(here.store, here.store.path)
    there = copy_of(here)
    data = there.read_bytes()
    there.write_bytes(data[: len(data) // 2])
    with pytest.raises(NotAProject):
        take(here.store, there)
    there.write_bytes(data[:60] + struct.pack(">I", 99) + data[64:])
    with pytest.raises(NewerProject):
        take(here.store, there)
    there.write_bytes(data[:68] + b"\0\0\0\0" + data[72:])
    assert not is_project(there)
    with pytest.raises(NotAProject):
        take(here.store, there)


def test_a_project_whose_text_was_altered_is_refused(here: Example) -> None:
    there = copy_of(here)
    data = there.read_bytes()
    there.write_bytes(data.replace(b"two winters", b"six winters"))
    with pytest.raises(NotAProject, match="damaged"):
        take(here.store, there)


def test_the_command_imports_articles_unless_told_otherwise(here: Example, tmp_path: Path) -> None:
    coded(here)
    target, there = str(tmp_path / "target.onrecord"), str(here.store.path)
    first = CliRunner().invoke(commands, ["import", target, there, "--coder", "EF"])
    assert first.exit_code == 0
    assert first.stdout.splitlines() == [here.article.title, here.other.title]
    assert "--what all" in first.stderr
    second = CliRunner().invoke(commands, ["import", target, there, "--what", "all", "--coder", "EF"])
    assert "2 claims" in second.stderr
    with closing(Store.open(Path(target))) as store:
        assert rows(store, Claim) == rows(here.store, Claim)
        assert store.problems() == []


def test_a_refused_project_makes_the_command_fail_and_creates_nothing(tmp_path: Path, here: Example) -> None:
    there = copy_of(here)
    there.write_bytes(there.read_bytes()[:300])
    found = CliRunner().invoke(commands, ["import", str(tmp_path / "target.onrecord"), str(there)])
    assert found.exit_code == 1
    assert "damaged" in found.stderr
    assert not (tmp_path / "target.onrecord").exists()


def test_what_was_dismissed_and_words_of_the_project_come_along_once(here: Example) -> None:
    there = copy_of(here)
    with Store.open(there) as other:
        records = other.article_records(here.article.id)
        other.apply(dismiss(records, found_number("two winters")).stamped(OTHER_CODER, AT))
        other.apply(add_word(other.own_words(), "en", "reporting_verbs", "reckoned").stamped(OTHER_CODER, AT))
    here.store.apply(signed(add_word(here.store.own_words(), "en", "titles", "Skipper")))
    brought, _edit = take(here.store, there)
    assert brought.new == "1 dismissal, 1 word of the project"
    assert [(each.words, each.coder) for each in here.records.dismissed.values()] == [("two winters", OTHER_CODER)]
    assert [each.words for each in here.store.own_words().in_order()] == ["reckoned", "Skipper"]
    assert here.store.learned().dismissed == {"two winters": 1}
    found, _edit = take(here.store, there)
    assert found.changes == ()


def test_records_say_how_they_began_in_the_project_that_they_came_from(here: Example) -> None:
    there = copy_of(here)
    with Store.open(there) as other:
        records = other.article_records(here.article.id)
        edit = record_suggestions(records, other.registry(), [found_claim(numbers=(found_number("two winters"),))])
        other.apply(edit.stamped(OTHER_CODER, AT))
    take(here.store, there)
    claims = [(each.origin, each.rule) for each in rows(here.store, Claim) if each.rule]
    numbers = [(each.origin, each.rule) for each in rows(here.store, Number) if each.rule]
    assert [*claims, *numbers] == [(Origin.ACCEPTED, "verb before"), (Origin.ACCEPTED, "number")]
