"""The form of the files: RFC 4180 in UTF-8, the same each time, counted and remarked on."""

from pathlib import Path

from models.actions.articles import finish_articles
from models.exports.delivery import export
from models.exports.options import Options
from tests.example import Example, put, signed, typed
from tests.models.exports.reading import read_table

BOM = b"\xef\xbb\xbf"
ROWS = {
    **{"statements": 3, "claims": 2, "numbers": 2, "speakers": 2, "articles": 2},
    **{"aliases": 1, "spans": 6, "answers": 0, "coders": 1, "codebook": 0, "edits": 1, "active_times": 0},
}
"""The tables in the order in which they are listed, with their rows."""
NAMES = tuple(ROWS)


def test_all_tables_are_written_and_counted(example: Example, tmp_path: Path) -> None:
    report = export(example.store, tmp_path / "out")
    assert [(file.path, file.rows) for file in report.files] == [
        (tmp_path / "out" / f"{name}.csv", rows) for name, rows in ROWS.items()
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"{name}.csv" for name in NAMES)


def test_a_byte_order_mark_stands_first_unless_it_is_not_wanted(example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path / "with")
    export(example.store, tmp_path / "without", options=Options(bom=False))
    for name in NAMES:
        with_mark = (tmp_path / "with" / f"{name}.csv").read_bytes()
        assert with_mark == BOM + (tmp_path / "without" / f"{name}.csv").read_bytes()
        assert with_mark.count(BOM) == 1


def test_every_line_ends_with_crlf(example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path)
    for name in NAMES:
        lines = (tmp_path / f"{name}.csv").read_bytes().split(b"\r\n")
        assert lines[-1] == b""
        assert len(lines) == len(read_table(tmp_path, name)) + 2


def test_absent_is_nothing_and_never_a_pair_of_quotes(example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path)
    assert b'""' not in (tmp_path / "statements.csv").read_bytes()


def test_an_empty_project_gives_headers_alone(tmp_path: Path) -> None:
    from models.store import Store

    with Store.create(tmp_path / "new.onrecord") as store:
        report = export(store, tmp_path / "out")
    assert ([file.rows for file in report.files], report.remarks) == ([0] * len(NAMES), ())
    assert (tmp_path / "out" / "speakers.csv").read_bytes().startswith(BOM + b"speaker_id,speaker_name,")


def test_a_second_export_is_the_same_to_the_byte(example: Example, tmp_path: Path) -> None:
    export(example.store, tmp_path / "first")
    export(example.store, tmp_path / "second")
    export(example.store, tmp_path / "second")
    for name in NAMES:
        first, second = (tmp_path / folder / f"{name}.csv" for folder in ("first", "second"))
        assert first.read_bytes() == second.read_bytes()


def test_what_is_missing_is_said(example: Example, tmp_path: Path) -> None:
    store = example.store
    store.apply(signed(put(example.berths, "value", None)))
    assert export(store, tmp_path).remarks == (
        "1 claim has no speaker.",
        "1 number has no value.",
        "1 article has records but is not done.",
    )


def test_of_what_is_complete_nothing_is_said(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(put(example.lost, "speaker", example.union, example.registry)))
    example.store.apply(signed(finish_articles(example.article)))
    assert export(example.store, tmp_path).remarks == ()


def test_cells_like_formulas_stay_as_they_are_and_are_counted(example: Example, tmp_path: Path) -> None:
    # In statements.csv and in claims.csv; and once in articles.csv.
    example.store.apply(signed(typed(example.cost, "summary", '=HYPERLINK("x")')))
    example.store.apply(signed(typed(example.article, "note", "-5 of 10")))
    report = export(example.store, tmp_path)
    assert report.remarks[-1] == (
        "3 cells begin like a formula (= + - @); a spreadsheet may run them. An export that is safe for spreadsheets "
        "prevents that."
    )
    assert read_table(tmp_path, "statements")[0]["summary"] == '=HYPERLINK("x")'


def test_a_formula_is_counted_on_every_line_on_which_it_stands(example: Example, tmp_path: Path) -> None:

    example.store.apply(signed(typed(example.article, "title", "+ 40 million")))
    # Three statements, two claims, two numbers and one article have this title.
    assert export(example.store, tmp_path).remarks[-1].startswith("8 cells begin")
