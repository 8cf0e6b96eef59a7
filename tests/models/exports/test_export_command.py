"""`onrecord export` replaces nothing unasked, says in words what was counted, and has a flag for every option."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.actions.views import make_view
from models.cli import commands
from models.errors import OnrecordError
from models.exports.formats import FORMATS
from models.exports.options import Options
from models.views.definition import Definition, write_view
from tests.example import Example, signed, typed

FORMS = [each.name for each in FORMATS]
Run = Callable[..., Result]

NO_FLAGS = {"only", "orders"}
"""What conditions and views choose: --view and --named do."""


@pytest.fixture
def run(example: Example, tmp_path: Path) -> Run:
    """Return what exports the example into the folder "out"."""

    def exporting(*flags: str) -> Result:
        given = ["export", str(example.store.path), str(tmp_path / "out"), *flags]
        return CliRunner().invoke(commands, given)

    return exporting


def keep(example: Example, table: str, name: str, definition: Definition) -> None:
    """Keep a view."""
    example.store.apply(signed(make_view(example.store.views(), table, name, write_view(definition))))


@pytest.mark.parametrize("form", FORMS)
def test_files_that_are_there_are_replaced_only_if_asked(example: Example, tmp_path: Path, run: Run, form: str) -> None:
    assert run("--format", form).exit_code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    example.store.apply(signed(typed(example.article, "title", "Harbour wall delayed")))
    refused = run("--format", form)
    assert refused.exit_code == 1
    assert isinstance(refused.exception, OnrecordError)
    assert all(path.name in refused.exception.what for path in before)
    assert "--replace" in refused.exception.do
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert run("--format", form, "--replace").exit_code == 0


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("qdpx", ["project.qdpx (spans)  6 selections", "project.qdpx (articles)  2 articles"]),
        ("jsonld", ["annotations.jsonld  6 selections", "articles.jsonld  2 articles"]),
        ("graphml", ["network.graphml  1 tie", "network.txt"]),
        ("remarks", ["remarks.csv  1 row"]),
    ],
)
def test_what_is_counted_is_said(run: Run, form: str, words: list[str]) -> None:
    said = run("--format", form).stdout.splitlines()
    assert [Path(line).name for line in said] == words


def test_pages_count_what_they_list(run: Run) -> None:
    said = run("--format", "html").stdout
    assert "2 articles" in said
    assert "claims and numbers" in said


def test_a_view_of_the_statements_chooses_their_remarks(example: Example, tmp_path: Path, run: Run) -> None:
    for record in (example.cost, example.berths, example.mayor):
        example.store.apply(signed(typed(record, "note", "to be asked")))
    keep(example, "statements", "Berths", Definition(text="berths"))
    assert run("--format", "remarks", "--view", "Berths").exit_code == 0
    rows = (tmp_path / "out" / "remarks.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ["number", "speaker"]


@pytest.mark.parametrize("form", ["qdpx", "jsonld"])
def test_a_view_of_the_statements_chooses_records_where_a_form_has_no_tables(
    example: Example, run: Run, form: str
) -> None:
    keep(example, "statements", "Berths", Definition(text="berths"))
    result = run("--format", form, "--view", "Berths")
    assert result.exit_code == 0
    assert "  1 selection" in result.stdout


@pytest.mark.parametrize("form", ["qdpx", "qdc", "jsonld", "graphml", "events", "html"])
def test_a_view_that_chooses_nothing_in_a_form_is_refused(
    example: Example, tmp_path: Path, run: Run, form: str
) -> None:
    keep(example, "speakers", "Mayors", Definition(text="mayor"))
    refused = run("--format", form, "--view", "Mayors")
    assert isinstance(refused.exception, OnrecordError)
    assert "view of the speakers" in refused.exception.what
    assert not (tmp_path / "out").exists()


def test_names_that_there_are_not_are_answered_with_those_that_there_are(example: Example, run: Run) -> None:
    for flag in ("--view", "--named"):
        refused = run(flag, "Nothing")
        assert isinstance(refused.exception, OnrecordError)
        assert "It has none." in refused.exception.do
    keep(example, "speakers", "Mayors", Definition(text="mayor"))
    refused = run("--view", "Nothing")
    assert isinstance(refused.exception, OnrecordError)
    assert "“Mayors” (speakers)" in refused.exception.do


def test_every_option_has_a_flag() -> None:
    options = {field.name for field in fields(Options)}
    flags = {parameter.name for parameter in commands.commands["export"].params}
    assert options - NO_FLAGS == flags - {"project", "folder", "named", "form", "view", "sample", "over"}


def test_the_help_lists_every_form() -> None:
    said = CliRunner().invoke(commands, ["export", "--help"]).output
    assert all(f"{form} (" in " ".join(said.split()) for form in FORMS)
