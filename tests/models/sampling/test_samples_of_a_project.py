"""A sample in a project: drawn and enlarged by the command, and described in what is exported."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.actions.articles import delete_articles, import_articles
from models.actions.samples import keep_sample, rename_sample
from models.actions.views import make_view
from models.articles.draft import Draft
from models.attributes.comparing import Operator
from models.cli import commands
from models.entities import SampleMethod
from models.errors import OnrecordError
from models.lines.order import Condition, Order
from models.sampling.definition import definition_of, read_definition
from models.sampling.drawing import draw
from models.sampling.plan import Plan
from models.store import Store
from models.views.definition import Definition, write_view
from models.views.named_views import NamedViews
from tests.example import Example, listed, signed
from tests.models.exports.reading import read_table

Run = Callable[..., Result]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Make a project of 30 articles of three outlets."""
    path = tmp_path / "study.onrecord"
    with Store.create(path) as store:
        drafts = [
            Draft(f"Text {n}\n", f"No. {n:02}", outlet=("Tide", "Coast", None)[n % 3], published=f"2015-01-{n + 1:02}")
            for n in range(30)
        ]
        store.apply(signed(import_articles(drafts)))
    return path


@pytest.fixture
def run(study: Path) -> Run:
    return lambda *words: CliRunner().invoke(commands, ["sample", str(study), *map(str, words)])


def drawn(study: Path, name: str) -> set[str]:
    """Return the articles of a sample."""
    with Store.open(study) as store:
        samples = store.samples()
        found = samples.named(name)
        assert found
        return {each.article for each in samples.drawn_in(found.id)}


def test_a_second_draw_with_the_same_seed_gives_the_same_articles(run: Run, study: Path) -> None:
    first = run("--name", "One", "--size", 12, "--method", "by-outlet", "--seed", 48213)
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("“One”: A stratified random sample of 12 of 30 articles by outlet, in proportion")
    assert len(first.stdout.splitlines()) == 13
    run("--name", "Two", "--size", 12, "--method", "by-outlet", "--seed", 48213)
    assert drawn(study, "One") == drawn(study, "Two")


def test_an_enlarged_sample_is_what_a_larger_draw_would_have_been(run: Run, study: Path) -> None:
    run("--name", "One", "--size", 5, "--seed", 7)
    before = drawn(study, "One")
    enlarged = run("--name", "One", "--size", 6, "--enlarge")
    assert "of 11 of 30 articles (seed 7). It was enlarged from 5 articles, with the same seed." in " ".join(
        enlarged.stdout.split()
    ).replace("random sample ", "")
    run("--name", "Two", "--size", 11, "--seed", 7)
    assert before < drawn(study, "One") == drawn(study, "Two")


def test_articles_that_come_later_are_not_drawn_when_a_sample_is_enlarged(run: Run, study: Path) -> None:
    run("--name", "One", "--size", 5, "--seed", 7)
    with Store.open(study) as store:
        later = import_articles([Draft("Late\n", "Late")])
        store.apply(later.stamped("AB", "2100-01-01T00:00:00.000+00:00"))
    run("--name", "One", "--size", 100, "--enlarge")
    assert len(drawn(study, "One")) == 30


def test_a_sample_of_articles_that_were_deleted_since_cannot_be_enlarged(run: Run, study: Path) -> None:
    run("--name", "One", "--size", 5, "--seed", 7)
    with Store.open(study) as store:
        gone = next(line.article for line in store.articles() if line.id not in drawn(study, "One"))
        store.apply(signed(delete_articles([gone], [])))
    refused = run("--name", "One", "--size", 1, "--enlarge")
    assert isinstance(refused.exception, OnrecordError)
    assert "from 30 articles" in refused.exception.what
    assert len(drawn(study, "One")) == 5


def test_a_view_chooses_the_population_and_is_told(run: Run, study: Path) -> None:
    shown = write_view(Definition(conditions=(Condition("outlet", Operator.IS, ("Coast",)),)))
    with Store.open(study) as store:
        store.apply(signed(make_view(NamedViews(), "articles", "Coast", shown)))
    said = run("--name", "One", "--size", 4, "--view", "Coast").stdout
    assert "of 4 of 10 articles" in said
    assert "that meet these conditions: Outlet is Coast." in said
    run("--name", "One", "--size", 50, "--enlarge")
    assert len(drawn(study, "One")) == 10


@pytest.mark.parametrize(
    "words", [("--name", "One"), ("--size", "3"), ("--name", "One", "--size", "0"), ("--name", "One", "--size", "x")]
)
def test_what_is_missing_is_a_mistake(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_names_are_unique_and_an_unknown_one_is_refused(run: Run, study: Path) -> None:
    run("--name", "One", "--size", 3)
    assert isinstance(run("--name", "ONE", "--size", 3).exception, OnrecordError)
    assert isinstance(run("--name", "Three", "--size", 3, "--enlarge").exception, OnrecordError)
    with Store.open(study) as store:
        samples = store.samples()
        (one,) = samples.in_order()
        store.apply(signed(rename_sample(samples, one, "First")))
    assert run().stdout.startswith("“First”: A simple random sample of 3 of 30 articles")


def export(study: Path, folder: Path, *words: str) -> None:
    result = CliRunner().invoke(commands, ["export", str(study), str(folder), *words])
    assert result.exit_code == 0, (result.output, result.exception)


def test_an_export_names_the_samples_of_each_article_and_says_how_they_were_drawn(
    run: Run, study: Path, tmp_path: Path
) -> None:
    run("--name", "One", "--size", 12, "--seed", 5)
    run("--name", "And two", "--size", 30, "--seed", 6)
    export(study, tmp_path / "out")
    names = {row["article_id"]: row["samples"] for row in read_table(tmp_path / "out", "articles")}
    assert {each for each, samples in names.items() if samples == "And two; One"} == drawn(study, "One")
    assert {samples for each, samples in names.items() if each not in drawn(study, "One")} == {"And two"}
    said = "“One”: A simple random sample of 12 of 30 articles (seed 5)."
    for name in ("README.txt", "codebook.md", "codebook.html"):
        assert said in (tmp_path / "out" / name).read_text("utf-8")
    described = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))["onrecord"]["samples"]
    assert [(each["name"], each["seed"], each["population"], each["drawn"]) for each in described] == [
        ("And two", 6, 30, 30),
        ("One", 5, 30, 12),
    ]
    with Store.open(study) as store:
        definition = read_definition(store.samples().in_order()[1])
    assert definition
    assert described[1]["sha256"] == definition.sha256


def test_only_the_articles_of_a_sample_can_be_exported(example: Example, tmp_path: Path) -> None:
    path = example.store.path
    outcome = CliRunner().invoke(commands, ["sample", str(path), "--name", "One", "--size", "1", "--seed", "3"])
    (article,) = drawn(path, "One")
    assert outcome.exit_code == 0
    export(path, tmp_path / "out", "--sample", "one")
    assert [row["article_id"] for row in read_table(tmp_path / "out", "articles")] == [article]
    sample = example.store.samples().in_order()[0]
    only = Order(conditions=(Condition("sample", Operator.IS, (sample.id,)),))
    expected = [line.claim.id for line in listed(example.store, only) if line.claim]
    assert [row["claim_id"] for row in read_table(tmp_path / "out", "statements") if row["claim_id"]] == expected
    assert "Sample is One" in (tmp_path / "out" / "README.txt").read_text("utf-8")
    others = Order(conditions=(Condition("sample", Operator.EMPTY),))
    everything = len(listed(example.store, Order()))
    assert len(listed(example.store, only)) + len(listed(example.store, others)) == everything
    refused = CliRunner().invoke(commands, ["export", str(path), str(tmp_path / "no"), "--sample", "Other"])
    assert isinstance(refused.exception, OnrecordError)
    assert not (tmp_path / "no").exists()


def test_nothing_can_be_kept_of_an_empty_draw(example: Example) -> None:
    outcome = draw([], Plan(SampleMethod.RANDOM, 3, 1))
    with pytest.raises(OnrecordError):
        keep_sample(example.store.samples(), "One", outcome, definition_of(outcome, "1.0"))
