"""Tables are read row by row, with what their columns certainly say; what is not certain is asked for by name."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from models.articles.article_files import articles_in
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND, HowToRead
from models.articles.tables.choosing import UnmappedTable
from models.articles.tables.columns import Columns, Role, UnknownColumns, columns_in, remembered
from models.articles.tables.dated_cells import Dating
from models.errors import UnreadableArticle
from tests.models.articles.tables.making import workbook

BODY = (
    "The bridge at Hexley will be closed until May, the council said on Monday.\n\n"
    "“Nobody is surprised”, said Ann Rowe; she leads the works, and 40,000 people cross it every day. "
    "The county pays for it. There will be a ferry."
)
NAMES = ("Titel", "Zeitung", "Datum", "Autor", "Volltext", "URL", "ID")
ROW = ("Brücke gesperrt", "Der Bote", "23.1.2015", "von Ann Rowe", BODY, "https://bote.example/1", "b-1")


def made(path: Path, rows: Iterable[Sequence[str]], separator: str = ",", encoding: str = "utf-8", **form: Any) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, **form).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def drafts(path: Path, how: HowToRead = AS_FOUND) -> list[Draft]:
    found = list(articles_in(path, how=how))
    assert [each for each in found if isinstance(each, UnreadableArticle)] == []
    return [each for each in found if isinstance(each, Draft)]


def said(words: str) -> HowToRead:
    return replace(AS_FOUND, columns=columns_in(words))


def told(draft: Draft) -> tuple[object, ...]:
    return draft.title, draft.outlet, draft.published, draft.byline, draft.address, draft.key


EXPECTED = ("Brücke gesperrt", "Der Bote", "2015-01-23", "Ann Rowe", "https://bote.example/1", "b-1")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_of_text_is_read_whatever_its_separator_and_encoding(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    (draft,) = drafts(made(tmp_path / "export.csv", (NAMES, ROW), separator, encoding))
    assert told(draft) == EXPECTED
    assert draft.text == f"Brücke gesperrt\n\n{BODY}"
    assert json.loads(draft.original or b"") == dict(zip(NAMES, ROW, strict=True))
    assert bool(draft.warnings) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "form",
    [
        {"quoting": csv.QUOTE_ALL},
        {"doublequote": False, "escapechar": "\\"},
        {"lineterminator": "\r"},
        {"lineterminator": "\n"},
    ],
    ids=str,
)
def test_a_table_of_text_is_read_however_it_quotes_and_ends_its_lines(tmp_path: Path, form: dict[str, Any]) -> None:
    row = (*ROW[:4], BODY.replace("“", '"').replace("”", '"'), *ROW[5:])
    (draft,) = drafts(made(tmp_path / "export.csv", (NAMES, row), ";", **form))
    assert told(draft) == EXPECTED and '"Nobody is surprised", said' in draft.text


def test_a_separator_named_in_the_first_line_is_used(tmp_path: Path) -> None:
    path = made(tmp_path / "export.csv", (NAMES, ROW), ":")
    path.write_bytes(b"sep=:\r\n" + path.read_bytes())
    assert told(drafts(path)[0]) == EXPECTED


def test_marks_without_meaning_in_a_table_that_quotes_nothing_stay(tmp_path: Path) -> None:
    rows = [
        ("title", "text", "date"),
        *(('"Bridge', f'"No", {number} ' + "word " * 60, "2015-01-23") for number in "12"),
    ]
    path = tmp_path / "export.tsv"
    path.write_text("\n".join("\t".join(row) for row in rows), "utf-8")
    assert [draft.title for draft in drafts(path)] == ['"Bridge', '"Bridge']


def test_lines_before_the_names_of_columns_and_repeated_names_are_left_out(tmp_path: Path) -> None:
    rows = [("Export of 3 May 2015",), (), NAMES, ROW, NAMES, ROW]
    assert [told(draft) for draft in drafts(made(tmp_path / "export.csv", rows))] == [EXPECTED, EXPECTED]


def test_an_encoding_is_known_from_what_comes_late_in_a_large_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.articles.tables.streamed_text.SAMPLE", 4096)
    plain = ("A", "Post", "2015-01-23", "Ann", "word " * 400, "https://a.example", "1")
    path = made(tmp_path / "export.csv", (NAMES, *[plain] * 6, ROW), ";", "cp1252")
    assert path.read_bytes()[:8192].isascii()  # nothing at the beginning shows the encoding
    assert drafts(path)[-1].title == "Brücke gesperrt"


def test_a_row_with_too_many_cells_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    path = made(tmp_path / "export.csv", (NAMES, ROW, (*ROW, "more"), ("only a title",), ROW))
    first, long, short, last = articles_in(path)
    assert isinstance(first, Draft) and isinstance(last, Draft)
    assert isinstance(long, UnreadableArticle) and "8" in long.what and "7" in long.what
    assert isinstance(short, UnreadableArticle) and "no text" in short.what


def test_a_missing_quotation_mark_ends_a_table_with_a_refusal(tmp_path: Path) -> None:
    path = made(tmp_path / "export.csv", (NAMES, *[ROW] * 30), quoting=csv.QUOTE_ALL)
    path.write_text(path.read_text("utf-8") + '"cut, "in\n' * 3, "utf-8")
    *read, refusal = articles_in(path)
    assert len(read) == 30 and isinstance(refusal, UnreadableArticle)


def test_a_workbook_is_read_with_its_dates_numbers_and_sheets(tmp_path: Path) -> None:
    names = ("Headline", "Text", "Published on", "Newspaper")
    rows = [
        names,
        ("Bridge closed", BODY, datetime(2015, 1, 23), "Post"),
        ("Bridge open", f"Again. {BODY}", 42027, "Post"),
        ("Ferry", f"Ferry. {BODY}", "23/01/2015", "Post"),
    ]
    notes = [("who", "what"), ("Ann", "read")]
    path = workbook(tmp_path / "study.xlsx", {"2015": rows, "More": rows[:2], "Notes": notes})
    *read, refusal = articles_in(path)
    assert [each.published for each in read if isinstance(each, Draft)] == ["2015-01-23"] * 4
    assert isinstance(refusal, UnmappedTable) and refusal.sheet == "Notes" and refusal.names == ("who", "what")


def test_a_year_is_not_taken_for_the_number_of_a_day() -> None:
    of_workbook = Dating(None, datetime(1899, 12, 30))
    assert (of_workbook.day("42027"), of_workbook.day("2015"), of_workbook.day("20150123")) == (
        *("2015-01-23", None, "2015-01-23"),
    )


def test_a_text_that_excel_has_cut_is_doubted(tmp_path: Path) -> None:
    path = workbook(tmp_path / "study.xlsx", {"a": [("title", "text"), ("One", "word " * 6553 + "xx"), ("Two", BODY)]})
    cut, whole = drafts(path)
    assert "32,767" in cut.warnings[0] and whole.warnings == ()


@pytest.mark.parametrize("form", ["lines", "array"])
def test_objects_of_json_are_read_whatever_their_fields_are_called(tmp_path: Path, form: str) -> None:
    objects = [
        {
            "headline": "Bridge",
            "body": BODY,
            "source": {"name": "Post"},
            "publishedAt": "2015-01-23T10:00",
            "tags": ["a"],
        },
        {"headline": "Ferry", "body": "Ferry. " + BODY, "source": {"name": "Post"}, "author": ["Ann Rowe", "Bo Aas"]},
    ]
    path = tmp_path / ("rows.jsonl" if form == "lines" else "rows.json")
    path.write_text("\n".join(map(json.dumps, objects)) if form == "lines" else json.dumps(objects, indent=2), "utf-8")
    first, second = drafts(path)
    assert told(first) == ("Bridge", "Post", "2015-01-23T10:00", None, None, 1)
    assert (second.title, second.byline) == ("Ferry", "Ann Rowe, Bo Aas")


def test_json_that_breaks_off_gives_the_objects_before_it(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text(json.dumps([{"title": "Bridge", "text": BODY}] * 2)[:-40], "utf-8")
    read, refusal = articles_in(path)
    assert isinstance(read, Draft) and isinstance(refusal, UnreadableArticle)


@pytest.mark.parametrize(
    ("title", "text", "outlet", "date"),
    [
        ("headline", "full_text", "newspaper", "Publication Date"),
        ("Überschrift", "Volltext", "Zeitung", "Erscheinungsdatum"),
        ("Titre", "Texte intégral", "Journal", "Date de publication"),
        ("Título", "Cuerpo del texto", "Periódico", "Fecha"),
        ("Titolo", "Testo", "Testata", "Data di pubblicazione"),
        ("Manchete", "Conteúdo", "Veículo", "Data"),
        ("Kop", "Volledige tekst", "Krant", "Publicatiedatum"),
        ("Tytuł", "Treść", "Gazeta", "Data publikacji"),
        ("見出し", "本文", "新聞名", "掲載日"),
        ("标题", "正文", "报纸", "日期"),
    ],
)
def test_columns_are_known_in_ten_languages(tmp_path: Path, title: str, text: str, outlet: str, date: str) -> None:
    path = made(tmp_path / "a.csv", ((date, outlet, title, text), ("2015-01-23", "Post", "Bridge", BODY)))
    (draft,) = drafts(path)
    assert (draft.title, draft.outlet, draft.published) == ("Bridge", "Post", "2015-01-23")
    assert draft.text.startswith("Bridge\n\nThe bridge at Hexley")


def test_the_longest_texts_are_the_text_and_nothing_else_is_guessed(tmp_path: Path) -> None:
    (draft,) = drafts(made(tmp_path / "a.csv", (("v1", "v2", "v3"), ("Post", BODY, "2015-01-23"))))
    assert draft.text == BODY and draft.outlet is None and draft.published is None


def test_a_table_whose_text_is_not_certain_is_refused_by_the_names_of_its_columns(tmp_path: Path) -> None:
    rows = (("summary", "comment", "date"), (BODY, BODY + " Yes.", "2015-01-23"))
    (refusal,) = articles_in(made(tmp_path / "a.csv", rows))
    assert isinstance(refusal, UnmappedTable)
    assert refusal.names == ("summary", "comment", "date")
    assert refusal.proposed == Columns(((Role.PUBLISHED, "date"),))
    assert all(name in refusal.what for name in refusal.names) and "--columns" in refusal.do


def test_what_the_coder_says_of_columns_goes_before_what_they_seem_to_be(tmp_path: Path) -> None:
    rows = (("Lead", "text", "Comment, short", "title"), ("So it begins.", BODY, "A very long day", "Bridge"))
    path = made(tmp_path / "a.csv", rows)
    (draft,) = drafts(path, said("text=lead+TEXT,title=comment, short"))
    assert draft.title == "A very long day"
    assert draft.text == f"A very long day\n\nSo it begins.\n\n{BODY}"
    (refusal,) = articles_in(path, how=said("text=Volltext"))
    assert isinstance(refusal, UnmappedTable)


def test_what_was_said_of_a_table_is_known_again_by_the_names_of_its_columns(tmp_path: Path) -> None:
    how = replace(AS_FOUND, remembered=(remembered(("V2", "v1"), columns_in("text=v1,title=v2")),))
    (draft,) = drafts(made(tmp_path / "a.csv", (("v1", "v2"), (BODY, "Bridge"))), how)
    assert draft.title == "Bridge"
    (other,) = drafts(made(tmp_path / "b.csv", (("v1", "v2", "v3"), (BODY, "Bridge", ""))), how)
    assert other.title != "Bridge"


def test_columns_without_names_are_said_by_their_numbers(tmp_path: Path) -> None:
    path = made(tmp_path / "a.csv", (("2015-01-23", "Bridge", BODY), ("2015-01-24", "Ferry", BODY)))
    found = drafts(path, said("text=3,title=2,date=1"))
    assert [(each.title, each.published) for each in found] == [("Bridge", "2015-01-23"), ("Ferry", "2015-01-24")]


@pytest.mark.parametrize("words", ["", "text", "title=a", "text=", "nonsense=a,text=b"])
def test_columns_that_are_not_said_in_full_are_refused(words: str) -> None:
    with pytest.raises(UnknownColumns):
        columns_in(words)


def dated(path: Path, days: Iterable[str], how: HowToRead = AS_FOUND) -> list[tuple[str | None, str | None]]:
    rows = (("text", "date"), *((f"{day}. {BODY}", day) for day in days))
    return [(each.published, each.published_words) for each in drafts(made(path, rows), how)]


def test_an_ambiguous_date_is_kept_in_words_until_the_order_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert dated(path, ["03/04/2015"]) == [(None, "03/04/2015")]
    assert dated(path, ["03/04/2015"], replace(AS_FOUND, day_first=True)) == [("2015-04-03", "03/04/2015")]
    assert dated(path, ["03/04/2015", "13/04/2015"])[0] == (None, "03/04/2015")
    shown = ["03/04/2015", "13/04/2015", "14/04/2015", "15/04/2015"]
    assert dated(path, shown)[0] == ("2015-04-03", "03/04/2015")
    assert dated(path, [*shown, "04/16/2015"])[0] == (None, "03/04/2015")


def test_the_markup_of_a_body_is_left_out(tmp_path: Path) -> None:
    body = "<p>" + BODY.replace("\n\n", "</p><p>") + "</p><ul><li>One</li><li>Two</li></ul>"
    (draft,) = drafts(made(tmp_path / "a.csv", (("title", "content"), ("Bridge", body))))
    assert draft.text.startswith(f"Bridge\n\n{BODY}\n\n") and "<" not in draft.text


def test_a_table_that_the_program_exported_is_no_table_of_articles(tmp_path: Path) -> None:
    (refusal,) = articles_in(made(tmp_path / "a.csv", (("claim_id", "text"), ("1", BODY))))
    assert isinstance(refusal, UnreadableArticle) and not isinstance(refusal, UnmappedTable)


def test_a_lead_that_the_text_repeats_is_not_given_twice(tmp_path: Path) -> None:
    names = ("title", "lead", "text")
    (twice,) = drafts(made(tmp_path / "a.csv", (names, ("Bridge", BODY[:60], BODY))))
    (once,) = drafts(made(tmp_path / "b.csv", (names, ("Bridge", "It is over.", BODY))))
    assert twice.text == f"Bridge\n\n{BODY}" and once.text == f"Bridge\n\nIt is over.\n\n{BODY}"


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_table_that_is_to_be_described_gives_its_columns_as_they_are_known(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(f'title,text\nBridge,"{BODY}"\n' if name == "a.csv" else json.dumps({"title": "B", "text": BODY}))
    (found,) = articles_in(path, how=replace(AS_FOUND, to_describe=True))
    assert isinstance(found, UnmappedTable)
    assert set(found.proposed.pairs) == {(Role.TEXT, "text"), (Role.TITLE, "title")}


def test_the_values_of_formulas_and_numbers_in_texts_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "title", "text", "date"])
        sheet.write_row(1, 0, ["0017", "", BODY, 42027.5])
        sheet.write_formula(1, 1, '="Bridge "&A2', None, "Bridge 0017")
    (draft,) = drafts(path)
    assert (draft.key, draft.title, draft.published) == ("0017", "Bridge 0017", "2015-01-23")


def test_a_workbook_that_unpacks_to_far_more_than_it_is_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.articles.documents.zipped_parts.LARGEST_UNPACKED", 1000)
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b" " * (1 << 20))
        bomb.writestr("xl/workbook.xml", "<workbook/>")
    (refusal,) = articles_in(path)
    assert isinstance(refusal, UnreadableArticle) and "attack" in refusal.what
