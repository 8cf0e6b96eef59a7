"""Exports as Word documents, workbooks, tables and XML, and what only some exports have."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from models.articles.article_files import articles_in
from models.articles.databases import articles_of_export
from models.articles.databases.counting import MissingArticles
from models.articles.documents.document import Document, Paragraph
from models.articles.draft import Draft
from models.articles.tables.choosing import UnmappedTable
from models.errors import UnreadableArticle
from tests.models.articles.databases import exports
from tests.models.articles.databases.exports import STORIES, without_one
from tests.models.articles.databases.test_exports import assert_is, read
from tests.models.articles.documents.making import docx


def test_an_export_of_nexis_uni_in_a_word_document_is_split_and_counted(tmp_path: Path) -> None:
    found = list(articles_in(docx(tmp_path / "export.docx", exports.nexis_word(without_one()))))
    drafts = [each for each in found if isinstance(each, Draft)]
    for draft, story in zip(drafts, without_one(), strict=True):
        assert_is(draft, story)
    assert [type(each) for each in found if not isinstance(each, Draft)] == [MissingArticles]


def test_factiva_without_labels_is_read_from_a_document_where_titles_are_bold() -> None:
    titles = {story.title for story in STORIES}
    paragraphs = tuple(Paragraph(line, bold=line in titles) for line in exports.factiva_lines(STORIES))
    drafts = [each for each in articles_of_export(Document(paragraphs), "the file") or () if isinstance(each, Draft)]
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)


def test_the_number_and_the_title_on_each_page_are_not_part_of_a_body(tmp_path: Path) -> None:
    text = exports.nexis_text(STORIES[:1])
    first, second = STORIES[0].paragraphs
    paged = text.replace(second, f"Page 2 of 3\n\n{STORIES[0].title}\n\n{second}")
    drafts, _refused = read(tmp_path, "export.txt", paged)
    assert drafts[0].body.split("\n\n") == [STORIES[0].title, first, second]


def test_a_title_in_two_lines_of_bold_is_one_title() -> None:
    story = STORIES[0]
    paragraphs = (
        Paragraph(f'"{story.outlet}" gefunden am 01.01.2015 10:36 Uhr'),
        Paragraph("Ressort: Chronik"),
        Paragraph("Harbour wall", bold=True),
        Paragraph("to be rebuilt", bold=True),
        *map(Paragraph, story.paragraphs),
    )
    draft = next(articles_of_export(Document(paragraphs), "the file") or iter(()))
    assert isinstance(draft, Draft)
    assert (draft.title, draft.published) == ("Harbour wall to be rebuilt", "2015-01-01T10:36")
    assert "Ressort" not in draft.body and "Ressort: Chronik" in draft.text


def test_records_of_proquest_without_their_numbers_are_split_at_the_lines_between(tmp_path: Path) -> None:
    text = exports.proquest_text(STORIES)
    for story in STORIES:
        text = text.replace(f"Document {story.number} of 25\n", "\n")
    drafts, refused = read(tmp_path, "export.txt", text)
    assert len(drafts) == len(STORIES) and refused == []
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)


def test_a_label_inside_a_paragraph_of_proquest_is_not_the_end_of_the_body(tmp_path: Path) -> None:
    first, second = STORIES[0].paragraphs
    text = exports.proquest_text(STORIES[:1], of=1).replace(second, f"Subject: the wall, she wrote.\n{second}")
    drafts, _refused = read(tmp_path, "export.txt", text)
    assert drafts[0].body.split("\n\n") == [STORIES[0].title, first, "Subject: the wall, she wrote.", second]


def test_cuttings_below_drawn_lines_need_no_table_of_contents(tmp_path: Path) -> None:
    page = exports.cuttings_page(STORIES)
    without_contents = page[: page.index("<ul>")] + page[page.index("</ul>") + 5 :]
    drafts, refused = read(tmp_path, "cuttings.html", without_contents)
    assert len(drafts) == len(STORIES) and refused == []
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)


def test_an_ambiguous_date_of_a_cutting_is_that_near_the_day_of_the_cuttings(tmp_path: Path) -> None:
    page = exports.cuttings_page(STORIES[:4]).replace("<h1>Knipselkrant</h1>", "<h1>Knipselkrant - 5 januari 2015</h1>")
    drafts, _refused = read(tmp_path, "cuttings.html", page.replace(" januari 2015</i>", "-1-2015</i>"))
    assert [draft.published for draft in drafts] == [story.published for story in STORIES[:4]]


def test_numbered_articles_of_a_database_that_is_not_known_are_refused_not_made_one(tmp_path: Path) -> None:
    text = "\n\n".join(f"Record {story.number} of 3\n\n{story.title}\n\n{story.paragraphs[0]}" for story in STORIES[:3])
    drafts, refused = read(tmp_path, "export.txt", text)
    assert drafts == [] and "3 numbered articles" in str(refused[0])


def test_a_workbook_of_integrum_is_read_row_by_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Источник", "Дата", "Время", "Заголовок", "Анонс", "Оригинал", "Автор"])
    for story in STORIES:
        text = "\n\n".join((story.title, *story.paragraphs))
        sheet.append([story.outlet, f"{story.day:02}.01.15", "00:00", story.title, text, "", "Ann Rowe"])
    book.save(tmp_path / "export.xlsx")
    (tmp_path / "export.xlsx").rename(tmp_path / "export")
    drafts = [each for each in articles_in(tmp_path / "export") if isinstance(each, Draft)]
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)
        assert draft.byline == "Ann Rowe"


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "sums.xlsx")
    (refused,) = articles_in(tmp_path / "sums.xlsx")
    assert isinstance(refused, UnreadableArticle)


def test_a_list_of_proquest_without_texts_warns_of_each_article(tmp_path: Path) -> None:
    rows = (
        f'{story.number},"{story.title}","Rowe, Ann",{story.outlet},"Jan {story.day}, 2015",2015' for story in STORIES
    )
    drafts, refused = read(tmp_path, "list.csv", "\r\n".join(("PQID,Title,Author,Publication,Date,Year", *rows)))
    assert len(drafts) == len(STORIES) and refused == []
    for draft, story in zip(drafts, STORIES, strict=True):
        assert (draft.title, draft.outlet, draft.byline) == (story.title, story.outlet, "Rowe, Ann")
        assert (draft.published, draft.warnings) == (story.published, ("The export has no text of this article.",))


def test_another_table_is_no_list_of_proquest(tmp_path: Path) -> None:
    drafts, refused = read(tmp_path, "list.csv", "id,Title,Date\n1,Harbour wall,Jan 2 2015\n")
    assert drafts == [] and isinstance(refused[0], UnmappedTable)


def test_xml_that_is_cut_is_refused(tmp_path: Path) -> None:
    drafts, refused = read(tmp_path, "export.xml", exports.factiva_xml(STORIES)[:3000])
    assert drafts == [] and "not well-formed" in str(refused[0])


@pytest.mark.parametrize("entity", ['"words"', 'SYSTEM "file:///etc/hostname"'])
def test_entities_in_xml_are_not_put_in(tmp_path: Path, entity: str) -> None:
    text = exports.factiva_xml(STORIES[:1], count=1)
    declared = text.replace("?>", f"?><!DOCTYPE PPSResponse [<!ENTITY told {entity}>]>", 1)
    drafts, _refused = read(tmp_path, "export.xml", declared.replace("Story 1 begins", "&told;Story 1 begins"))
    assert all("words" not in draft.text and "localhost" not in draft.text for draft in drafts)


def test_an_article_of_mediargus_without_a_title_is_named_by_its_first_words(tmp_path: Path) -> None:
    text = exports.mediargus_text(STORIES[:2], STORIES[:2])
    untitled = text.replace(f"1. {STORIES[0].title}", "1. Artikel zonder titel").replace(
        f"p.5\n\n{STORIES[0].title}", "p.5\n\nDM Magazine"
    )
    drafts, _refused = read(tmp_path, "export.txt", untitled)
    assert drafts[0].title.startswith("Story 1 begins") and drafts[0].body.startswith("Story 1 begins")
    assert_is(drafts[1], STORIES[1])
