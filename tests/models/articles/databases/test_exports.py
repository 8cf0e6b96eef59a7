"""Exports of each database, whole, without one of their articles, and damaged."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from models.articles.article_files import articles_in
from models.articles.databases.counting import MissingArticles
from models.articles.draft import Draft
from models.articles.plain_text import from_text
from models.errors import UnreadableArticle
from tests.models.articles.databases import exports
from tests.models.articles.databases.exports import MISSING, STORIES, Story, without_one

TEXTS: dict[str, Callable[[list[Story]], str]] = {
    "lexisnexis.txt": exports.lexisnexis_text,
    "lexisnexis.html": exports.lexisnexis_page,
    "nexis.txt": exports.nexis_text,
    "nexis.html": exports.nexis_page,
    "nexis.rtf": lambda stories: exports.rich_text(exports.nexis_lines(stories)),
    "factiva.txt": exports.factiva_text,
    "factiva.rtf": lambda stories: exports.rich_text(exports.factiva_lines(stories)),
    "factiva.html": exports.factiva_page,
    "factiva_labels.html": exports.factiva_labelled_page,
    "factiva_labels.txt": exports.factiva_labelled_text,
    "factiva.xml": exports.factiva_xml,
    "proquest.txt": exports.proquest_text,
    "europresse.html": exports.europresse_page,
    "apa.txt": exports.apa_text,
    "mediargus.txt": exports.mediargus_text,
    "index.txt": exports.indexed_cuttings,
    "labels.txt": exports.labelled_text,
    "clippings.html": exports.clippings_page,
    "cuttings.html": exports.cuttings_page,
}
ANNOUNCED = (
    *("lexisnexis.txt", "lexisnexis.html", "nexis.txt", "nexis.html", "nexis.rtf", "factiva.xml", "proquest.txt"),
    *("mediargus.txt", "index.txt"),
)
UNSIGNED = {"clippings.html", "apa.txt", "index.txt", "mediargus.txt", "cuttings.html"}


def read(tmp_path: Path, name: str, text: str) -> tuple[list[Draft], list[UnreadableArticle]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = list(articles_in(path))
    refused = [each for each in found if isinstance(each, UnreadableArticle)]
    return [each for each in found if isinstance(each, Draft)], refused


def assert_is(draft: Draft, story: Story) -> None:
    assert (draft.title, draft.outlet) == (story.title, story.outlet)
    assert (draft.published or "")[:10] == story.published
    assert draft.body.split("\n\n") == [story.title, *story.paragraphs]


@pytest.mark.parametrize("name", TEXTS)
def test_an_export_is_split_into_its_articles(tmp_path: Path, name: str) -> None:
    drafts, refused = read(tmp_path, name, TEXTS[name](list(STORIES)))
    assert len(drafts) == len(STORIES) and refused == []
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)
        assert name in UNSIGNED or draft.byline in ("Ann Rowe", "Rowe, Ann")
        assert draft.language == "en"


@pytest.mark.parametrize("name", TEXTS)
def test_without_one_of_its_articles_the_others_are_read(tmp_path: Path, name: str) -> None:
    drafts, refused = read(tmp_path, name, TEXTS[name](without_one()))
    for draft, story in zip(drafts, without_one(), strict=True):
        assert_is(draft, story)
    assert [type(each) for each in refused] == ([MissingArticles] if name in ANNOUNCED else [])


@pytest.mark.parametrize("name", sorted({*ANNOUNCED} - {"factiva.xml"}))
def test_what_an_export_announces_and_does_not_hold_is_named(tmp_path: Path, name: str) -> None:
    _drafts, (missing,) = read(tmp_path, name, TEXTS[name](without_one()))
    assert isinstance(missing, MissingArticles)
    assert (missing.announced, missing.found) == (25, 24)
    assert name in missing.what and (f"number {MISSING}" in missing.what or STORIES[MISSING - 1].title in missing.what)


@pytest.mark.parametrize("language", exports.LABELS)
def test_older_exports_are_read_in_each_language_of_their_labels(tmp_path: Path, language: str) -> None:
    drafts, refused = read(tmp_path, "export.txt", exports.lexisnexis_text(STORIES, language))
    assert len(drafts) == len(STORIES) and refused == []
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)
        assert draft.byline == "Ann Rowe"


@pytest.mark.parametrize("language", exports.PROQUEST)
def test_proquest_is_read_in_each_language_of_its_labels(tmp_path: Path, language: str) -> None:
    drafts, refused = read(tmp_path, "export.txt", exports.proquest_text(STORIES, language))
    assert len(drafts) == len(STORIES) and refused == []
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)


@pytest.mark.parametrize(
    ("length", "date"),
    [
        ("Wörter", "{} Januar 2015"),
        ("mots", "{} janvier 2015"),
        ("palabras", "{} enero 2015"),
        ("woorden", "{} januari 2015"),
        ("字", "2015 年 1 月 {} 日"),
    ],
)
def test_factiva_is_read_whatever_the_language_of_its_interface(tmp_path: Path, length: str, date: str) -> None:
    drafts, refused = read(tmp_path, "export.html", exports.factiva_page(STORIES, length, date))
    assert len(drafts) == len(STORIES) and refused == []
    for draft, story in zip(drafts, STORIES, strict=True):
        assert_is(draft, story)


def test_what_a_database_says_of_an_article_stays_in_its_text_as_boilerplate(tmp_path: Path) -> None:
    drafts, _refused = read(tmp_path, "export.txt", exports.lexisnexis_text(STORIES))
    lines = [drafts[0].text[start:end] for start, end in drafts[0].boilerplate]
    assert {"SECTION: NEWS; Pg. 5", "LENGTH: 120 words", "LANGUAGE: ENGLISH"} <= set(lines)


def test_each_article_keeps_its_part_of_the_file_not_the_whole(tmp_path: Path) -> None:
    text = exports.lexisnexis_text(STORIES)
    drafts, _refused = read(tmp_path, "export.txt", text)
    kept = [draft.original.decode(draft.encoding or "") for draft in drafts if draft.original is not None]
    assert len(kept) == len(STORIES) and sum(map(len, kept)) < len(text)
    assert all(f"Story {story.number} begins" in part for story, part in zip(STORIES, kept, strict=True))


def test_a_pasted_export_of_one_article_is_that_article() -> None:
    for text in (exports.lexisnexis_text(STORIES[:1], of=1), exports.factiva_labelled_text(STORIES[:1])):
        assert_is(from_text(text), STORIES[0])


def test_a_pasted_export_of_several_articles_is_refused_with_their_number() -> None:
    with pytest.raises(UnreadableArticle, match="25 articles"):
        from_text(exports.proquest_text(STORIES))


def test_a_notice_that_an_article_could_not_be_shown_is_no_article(tmp_path: Path) -> None:
    notice = "We are sorry but there is an error in this document and it is not possible to display it."
    text = exports.lexisnexis_text(STORIES[:1], of=2) + f"\n\n{notice}\n\n"
    drafts, refused = read(tmp_path, "export.txt", text)
    assert [draft.title for draft in drafts] == [STORIES[0].title]
    assert "could not show" in str(refused[0]) and notice not in drafts[0].text


def test_a_record_without_words_is_an_article_with_a_warning(tmp_path: Path) -> None:
    text = (
        exports.lexisnexis_text(STORIES[:2], of=3) + "\n\n" + "3 of 3 DOCUMENTS".center(80) + "\n\n  Copyright 2015 A\n"
    )
    drafts, refused = read(tmp_path, "export.txt", text)
    assert len(drafts) == 3 and refused == []
    assert drafts[2].warnings == ("The export has no text of this article.",)


def test_a_page_with_a_table_of_contents_but_no_dates_is_one_page(tmp_path: Path) -> None:
    page = exports.cuttings_page(STORIES).replace(" januari 2015", "")
    drafts, _refused = read(tmp_path, "page.html", page)
    assert len(drafts) <= 1


def test_an_ordinary_text_is_no_export() -> None:
    text = f"{STORIES[0].title}\n\nBy Ann Rowe\n\n" + "\n\n".join(STORIES[0].paragraphs)
    assert from_text(text).text == text


@pytest.mark.parametrize("name", TEXTS)
def test_a_damaged_export_is_read_or_refused(tmp_path: Path, name: str) -> None:
    random = Random(name)
    lines = TEXTS[name](list(STORIES[:4])).split("\n")
    for _round in range(15):
        kept = [line for line in lines if random.random() < 0.7]
        random.shuffle(kept)
        read(tmp_path, name, "\n".join(kept))
        start = random.randrange(len(lines))
        read(tmp_path, name, "\n".join(lines[start : start + random.randrange(1, 40)]))
