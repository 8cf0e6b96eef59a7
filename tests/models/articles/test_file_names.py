"""Metadata is read from the names of files by a pattern that is written as the names are."""

from dataclasses import replace
from pathlib import Path, PurePath
from zipfile import ZipFile

import pytest

from models.articles.article_files import articles_in
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND
from models.articles.name_pattern import NameParts, UnknownPattern, pattern_of

TEXT = "Bridge closed for repairs\n\nThe bridge at Hexley will be closed until May, the council said on Monday.\n"


def read(pattern: str, name: str) -> NameParts | None:
    return pattern_of(pattern).read(PurePath(name))


@pytest.mark.parametrize(
    ("pattern", "name", "outlet", "day", "title"),
    [
        ("Outlet - Date - Title", "Post - 2015-01-23 - Bridge closed.txt", "Post", "2015-01-23", "Bridge closed"),
        ("Outlet - Date - Title", "Post – 23.1.2015 – A - B - C.pdf", "Post", "2015-01-23", "A - B - C"),
        ("outlet - date - title", "Post_-_20150123_-_Bridge_closed.html", "Post", "2015-01-23", "Bridge closed"),
        ("Outlet_Date_Title", "Der-Bote_2015_01_23_Bridge_closed.txt", "Der-Bote", "2015-01-23", "Bridge closed"),
        ("Date Title", "23 January 2015 Bridge closed.docx", None, "2015-01-23", "Bridge closed"),
        ("Date Title", "2015-01-23 12 dead v1.5.txt", None, "2015-01-23", "12 dead v1.5"),
        ("Title - Outlet", "A - B - Post.txt", "Post", None, "A - B"),
        ("Title (Outlet, Date)", "Bridge (Post, Jan 23, 2015).txt", "Post", "2015-01-23", "Bridge"),
        ("Outlet/Date Title", "all/Post/2015-01-23 Bridge.txt", "Post", "2015-01-23", "Bridge"),
        ("Other_Date_Outlet", "0017_20150123_Post.txt", "Post", "2015-01-23", None),
        ("Date - Outlet", "2015年1月23日 - 朝日新聞.txt", "朝日新聞", "2015-01-23", None),
    ],
)
def test_a_name_is_read_by_a_pattern(
    pattern: str, name: str, outlet: str | None, day: str | None, title: str | None
) -> None:
    parts = read(pattern, name)
    assert parts is not None
    assert (parts.outlet, parts.day(), parts.title) == (outlet, day, title)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("Outlet - Date - Title", "Bridge closed.txt"),
        ("Outlet - Date - Title", "Post-2015-01-23-Bridge.txt"),
        ("Outlet - Date - Title", "Post - soon - Bridge.txt"),
        ("Outlet/Title", "Bridge.txt"),
    ],
)
def test_a_name_that_does_not_fit_says_nothing(pattern: str, name: str) -> None:
    assert read(pattern, name) is None


def test_an_ambiguous_date_in_a_name_is_none_until_the_order_is_known() -> None:
    parts = read("Date Title", "03-04-2015 Bridge.txt")
    assert parts is not None
    assert (parts.day(), parts.day(True), parts.day(False)) == (None, "2015-04-03", "2015-03-04")


@pytest.mark.parametrize("words", ["", "%o - %d", "Title - Title", "Title " + "Other " * 9])
def test_a_pattern_without_fields_or_with_one_twice_is_refused(words: str) -> None:
    with pytest.raises(UnknownPattern):
        pattern_of(words)


def drafts(path: Path, pattern: str) -> list[Draft]:
    how = replace(AS_FOUND, file_names=pattern_of(pattern))
    return [each for each in articles_in(path, how=how) if isinstance(each, Draft)]


def test_what_a_name_says_goes_before_what_was_read_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "Post - 2015-01-23.txt"
    path.write_text(TEXT, "utf-8")
    (draft,) = drafts(path, "Outlet - Date")
    assert (draft.outlet, draft.published, draft.title) == ("Post", "2015-01-23", "Bridge closed for repairs")
    (draft,) = drafts(path, "Title - Date")
    assert (draft.title, draft.outlet, draft.text) == ("Post", None, TEXT)


def test_a_name_that_does_not_fit_is_told_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, "utf-8")
    (plain,) = (each for each in articles_in(path) if isinstance(each, Draft))
    (draft,) = drafts(path, "Outlet - Date")
    assert len(draft.warnings) == len(plain.warnings) + 1 and replace(draft, warnings=plain.warnings) == plain


def test_the_name_of_a_file_with_several_articles_says_only_what_they_share(tmp_path: Path) -> None:
    path = tmp_path / "Post - All of them.csv"
    path.write_text(f'title,text\nOne,"{TEXT}"\nTwo,"{TEXT}"\n', "utf-8")
    assert [(each.outlet, each.title) for each in drafts(path, "Outlet - Title")] == [("Post", "One"), ("Post", "Two")]


def test_the_folders_of_an_archive_are_names_too(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("Post/2015-01-23 Bridge.txt", TEXT)
        archive.writestr("Bote/2015-01-24 Ferry.txt", TEXT)
    found = [(each.outlet, each.published, each.title) for each in drafts(path, "Outlet/Date Title")]
    assert found == [("Bote", "2015-01-24", "Ferry"), ("Post", "2015-01-23", "Bridge")]
