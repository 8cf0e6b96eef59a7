"""What a preview shows of an export is what is written then, in each form."""

from pathlib import Path

import pytest

from models.entities import Choice, Claim
from models.exports.beginning import FirstLines, FirstText
from models.exports.delivery import export
from models.exports.formats import FORMATS, Format, format_named
from models.exports.options import DecimalMark, Options, Separator
from models.exports.preview import preview
from models.exports.source import Source
from models.store.snapshot import Snapshot
from tests.example import Example, signed, typed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with a codebook of all kinds, answers of each, and texts that spreadsheets would alter."""
    study = nine_kinds(example)
    for record, name, text in (
        (example.cost, "summary", "=1+1"),
        (example.lost, "note", "5-10; “so”,\nاليوم"),
        (example.millions, "value", "0.25"),
    ):
        example.store.apply(signed(typed(record, name, text)))
    return study


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_preview_names_every_file_and_has_the_counts_that_are_written(
    study: Study, tmp_path: Path, form: Format
) -> None:
    found = preview(study.example.store, form.make(), Options())
    report = export(study.example.store, tmp_path / "out", form.make())
    pages = {file.path.name for file in report.files if file.path.match("article-*.html")}
    assert {part.file for part in found.parts} >= {file.path.name for file in report.files} - pages
    counts = {(file.path.name, file.table): file.rows for file in report.files if file.table}
    shown = {(part.file, part.name): part.count for part in found.parts if (part.file, part.name) in counts}
    assert {key: counts[key] for key in shown} == shown


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(bom=False, separator=Separator.TAB, decimal=DecimalMark.COMMA, spreadsheet_safe=True),
        Options(codes=True, indicators=True, context=True),
    ],
    ids=["plain", "other signs, safe", "more columns"],
)
@pytest.mark.parametrize("form", ["csv", "events", "remarks"])
def test_the_preview_of_a_table_begins_byte_for_byte_as_its_file(
    study: Study, tmp_path: Path, form: str, options: Options
) -> None:
    target = next(each for each in FORMATS if each.name == form).make()
    export(study.example.store, tmp_path / "out", target, options)
    tables = [part for part in preview(study.example.store, target, options).parts if isinstance(part, FirstLines)]
    assert tables
    for part in tables:
        written = (tmp_path / "out" / part.file).read_bytes()
        assert part.begins
        assert written.startswith(part.begins.encode())
        assert len(part.rows) == min(part.count, 20)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_preview_without_conditions_copies_nothing_and_shows_the_same(
    study: Study, monkeypatch: pytest.MonkeyPatch, form: Format
) -> None:
    with study.example.store.snapshot() as copied:
        whole = form.make().first(Source(copied, Options()))
    monkeypatch.setattr(Snapshot, "_copy", lambda *_: pytest.fail("everything was copied"))
    assert preview(study.example.store, form.make(), Options()).parts == whole.parts


def test_others_can_write_while_a_preview_goes_through_the_whole_project(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.exports.preview.FEW", -1)
    written: list[int] = []

    def write(done: int, _of: int) -> None:
        if not written:
            study.example.store.apply(signed(typed(study.example.lost, "summary", "Written meanwhile")))
        written.append(done)

    preview(study.example.store, format_named("events").make(), Options(), write)
    assert written


def test_the_preview_shows_the_apostrophes_of_texts_that_are_made_safe(study: Study) -> None:
    target = FORMATS[0].make()
    for safe, shown in ((False, "=1+1"), (True, "'=1+1")):
        found = preview(study.example.store, target, Options(spreadsheet_safe=safe))
        cells = {cell for part in found.parts if isinstance(part, FirstLines) for row in part.rows for cell in row}
        assert shown in cells


@pytest.mark.parametrize("form", ["html", "jsonld", "graphml"])
def test_the_preview_of_a_text_is_the_beginning_of_its_file(study: Study, tmp_path: Path, form: str) -> None:
    target = next(each for each in FORMATS if each.name == form).make()
    export(study.example.store, tmp_path / "out", target)
    texts = [part for part in preview(study.example.store, target, Options()).parts if isinstance(part, FirstText)]
    assert texts
    for part in texts:
        written = (tmp_path / "out" / part.file).read_text("utf-8")
        assert part.file == "index.html" or written.startswith(part.text)


def test_the_preview_of_a_network_says_what_is_left_out_and_why(study: Study) -> None:
    target = next(each for each in FORMATS if each.name == "graphml").make()
    found = preview(study.example.store, target, Options(since="2030"))
    assert any("in no network" in said for said in found.left_out)
    ties = next(part for part in found.parts if part.name == "ties")
    assert ties.count == 0


def test_the_preview_of_a_codebook_shows_each_code_below_the_one_that_it_belongs_to(study: Study) -> None:
    target = next(each for each in FORMATS if each.name == "qdc").make()
    (part,) = preview(study.example.store, target, Options()).parts
    assert isinstance(part, FirstLines)
    names = [row[0] for row in part.rows]
    choices = [each for each in study.example.store.codebook().choices.values() if isinstance(each, Choice)]
    assert any(name.strip() == each.label and name != each.label for name in names for each in choices)
    assert len(names) == part.count
    assert Claim.__name__ in names
