"""In no form is published what the project does not have: with a row lost or twice, or in a file that is cut short."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from models.errors import NotExported
from models.exports.delivery import export
from models.exports.formats import FORMATS, format_named
from models.exports.source import Source
from models.exports.target import Written
from models.records import ArticleRecords
from tests.example import Example
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.exports.test_any_fault import Spoiled

FORMS = [each.name for each in FORMATS]
FROM_RECORDS = ("qdpx", "jsonld", "html")
FROM_LINES = [name for name in FORMS if name not in (*FROM_RECORDS, "qdc", "graphml", "remarks")]
"""The forms made of lines; a network and a codebook are counted in no table of the project."""

Lose = Callable[[list[Any]], list[Any]]


def without_last(found: list[Any]) -> list[Any]:
    """Lose the last one."""
    return found[:-1]


def with_last_twice(found: list[Any]) -> list[Any]:
    """Have the last one twice."""
    return found + found[-1:]


@pytest.mark.parametrize("change", [without_last, with_last_twice])
@pytest.mark.parametrize("form", FROM_LINES)
def test_tables_with_a_row_lost_or_twice_are_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, change: Lose
) -> None:
    nine_kinds(example)
    lines = Source.lines

    def changed(source: Source) -> Iterator[Any]:
        for some in lines(source):
            yield {table: change(list(each)) for table, each in some.items()}

    monkeypatch.setattr(Source, "lines", changed)
    _expect_refused(example, tmp_path, form)


@pytest.mark.filterwarnings("ignore:Duplicate name")  # said by the archive
@pytest.mark.parametrize("change", [without_last, with_last_twice])
@pytest.mark.parametrize("form", FROM_RECORDS)
def test_records_of_an_article_lost_or_twice_are_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, change: Lose
) -> None:
    articles = Source.articles

    def changed(source: Source) -> Iterator[ArticleRecords]:
        yield from change(list(articles(source)))

    monkeypatch.setattr(Source, "articles", changed)
    _expect_refused(example, tmp_path, form)


@pytest.mark.parametrize("change", [without_last, with_last_twice])
def test_remarks_lost_or_twice_are_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Lose
) -> None:
    remarks = Source.remarks
    monkeypatch.setattr(Source, "remarks", lambda source: change(remarks(source)))
    _expect_refused(example, tmp_path, "remarks")


@pytest.mark.parametrize("form", FORMS)
def test_files_that_are_cut_short_are_not_published(example: Example, tmp_path: Path, form: str) -> None:
    nine_kinds(example)

    def cut(written: Written) -> None:
        for path in {file.path for file in written.files if file.table and file.rows}:
            path.write_bytes(path.read_bytes()[: -(path.stat().st_size // 3)])

    with pytest.raises(NotExported):
        export(example.store, tmp_path / "out", Spoiled(form, cut))
    assert not [*(tmp_path / "out").iterdir()]


def _expect_refused(example: Example, tmp_path: Path, form: str) -> None:
    with pytest.raises(NotExported):
        export(example.store, tmp_path / "out", format_named(form).make())
    assert not [*(tmp_path / "out").iterdir()]
