"""Exports of a database that is not known are read by a profile, which is a file that can be exchanged."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.articles.article_files import articles_in
from models.articles.database_profile import (
    Profile,
    UnreadableProfile,
    keep_profile,
    profile_in,
    profiles_in,
    read_profile,
    written,
)
from models.articles.databases import articles_of_export
from models.articles.databases.counting import MissingArticles
from models.articles.databases.profile_preview import found_by
from models.articles.databases.unknown import UnknownDatabase
from models.articles.decoding import Decoded
from models.articles.documents.txt import document_of
from models.articles.draft import Draft
from models.articles.how_to_read import AS_FOUND
from models.errors import UnreadableArticle
from tests.models.articles.databases.exports import STORIES
from tests.models.articles.documents.making import docx, p
from tests.thorough import examples

PROFILE = Profile(
    name="Kirjasto",
    separator="Asiakirja # / #",
    title="Otsikko",
    outlet="Lehti",
    date="Päivä",
    byline="Kirjoittaja",
    text="Teksti",
    end="Tekijänoikeus",
    others="Sivu, Pituus",
)


def export(numbers: range, of: int) -> str:
    """Return an export in the language of an interface that no reader knows."""
    parts = ["Tulokset\nHaku: silta\n"]
    for number, story in zip(numbers, STORIES, strict=False):
        body = "\n\n".join(story.paragraphs)
        parts.append(
            f"Asiakirja {number} / {of}\n\nOtsikko: {story.title}\nLehti: {story.outlet}\nPäivä: {story.published}\n"
            f"Sivu: 3\nKirjoittaja: Ann Rowe\n\nTeksti:\n{body}\n\nTekijänoikeus: Lehti Oy\nKaikki oikeudet\n"
        )
    return "\n".join(parts)


def read(path: Path, *profiles: Profile) -> tuple[list[Draft], list[UnreadableArticle]]:
    found = list(articles_in(path, how=replace(AS_FOUND, profiles=profiles)))
    refused = [each for each in found if isinstance(each, UnreadableArticle)]
    return [each for each in found if isinstance(each, Draft)], refused


def test_an_export_of_an_unknown_database_is_refused_with_what_can_be_described(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(export(range(1, 6), 5).replace("Asiakirja", "Document").replace(" / ", " of "), "utf-8")
    drafts, (refused,) = read(path)
    assert drafts == [] and isinstance(refused, UnknownDatabase) and "--profile" in refused.do
    assert any("Document 1 of 5" in each.text for each in refused.document.paragraphs)


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_an_export_is_split_by_a_profile(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"export.{form}"
    if form == "txt":
        path.write_text(export(range(1, 6), 5), "utf-8")
    else:
        docx(path, "".join(p(line) for line in export(range(1, 6), 5).split("\n") if line))
    drafts, refused = read(path, PROFILE)
    assert refused == []
    for draft, story in zip(drafts, STORIES[:5], strict=True):
        assert (draft.title, draft.outlet, draft.published) == (story.title, story.outlet, story.published)
        assert draft.body == "\n\n".join((story.title, *story.paragraphs))
        assert "Kaikki oikeudet" in draft.text


def test_a_line_with_a_label_that_the_profile_does_not_know_belongs_to_nothing_above(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(export(range(1, 6), 5), "utf-8")
    drafts, refused = read(path, replace(PROFILE, date="", byline="", others=""))
    assert refused == [] and all("Sivu" not in draft.body for draft in drafts)
    assert [(each.outlet, each.published) for each in drafts] == [(story.outlet, None) for story in STORIES[:5]]


def test_what_an_export_announces_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(export(range(1, 6), 7), "utf-8")
    drafts, (missing,) = read(path, PROFILE)
    assert len(drafts) == 5 and isinstance(missing, MissingArticles)
    assert (missing.announced, missing.found) == (7, 5)


def test_a_line_between_articles_is_enough_for_a_profile(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text("One\n\nFirst text.\n\n*****\nTwo\n\nSecond text.\n\n*****\nThree\n\nThird text.\n", "utf-8")
    drafts, refused = read(path, Profile(separator="*****"))
    assert [draft.title for draft in drafts] == ["One", "Two", "Three"] and refused == []
    assert [draft.body for draft in drafts][1] == "Two\n\nSecond text."


def test_a_line_after_each_article_is_a_separator_too(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text("Otsikko: One\n\nFirst text.\nLoppu 1\nOtsikko: Two\n\nSecond text.\nLoppu 2\n", "utf-8")
    drafts, _refused = read(path, Profile(separator="Loppu #", title="Otsikko"))
    assert [draft.body for draft in drafts] == ["One\n\nFirst text.", "Two\n\nSecond text."]


def test_a_part_without_any_label_is_said_and_not_made_an_article(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    text = export(range(1, 6), 5).replace("Asiakirja 3 / 5\n", "Asiakirja 3 / 5\n\nNothing here.\n\nAsiakirja 3 / 5\n")
    path.write_text(text, "utf-8")
    drafts, (refused,) = read(path, PROFILE)
    assert len(drafts) == 5 and "Nothing here." in refused.what


def test_a_document_that_does_not_fit_a_profile_is_read_as_without_it(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Bridge closed\n\nThe bridge at Hexley will be closed until May, the council said.\n", "utf-8")
    assert read(path, PROFILE) == read(path)


def test_a_profile_is_the_same_after_it_was_written_and_read(tmp_path: Path) -> None:
    assert profile_in(written(PROFILE), "a.toml") == PROFILE
    path = keep_profile(tmp_path / "databases", replace(PROFILE, name="Kir/jasto: 2"))
    assert path.parent == tmp_path / "databases"
    (kept,) = profiles_in(tmp_path / "databases")
    assert kept == read_profile(path) and replace(kept, name="Kirjasto") == PROFILE


@settings(max_examples=examples(30), deadline=None)
@given(
    separator=st.text(max_size=12),
    labels=st.lists(st.text(max_size=8), min_size=7, max_size=7),
    text=st.text(alphabet="ab#1 9,:.\n\tß", max_size=300),
)
def test_any_profile_splits_any_text_or_refuses(separator: str, labels: list[str], text: str) -> None:
    profile = Profile("x", separator, *labels)
    document = document_of(Decoded(text + "\n" + separator.replace("#", "99999999999999") + "\n" + text, "utf-8"))
    assert found_by(profile, document, "x").summary
    for found in articles_of_export(document, "x", [profile]) or ():
        assert isinstance(found, Draft | UnreadableArticle)


@pytest.mark.parametrize("text", ["", "separator = 3", "nonsense", 'separator = "#"', 'separator = "a"\nother = "b"'])
def test_a_file_that_is_no_profile_is_refused_or_left_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.toml").write_text(text, "utf-8")
    with pytest.raises(UnreadableProfile):
        read_profile(tmp_path / "a.toml")
    assert profiles_in(tmp_path) == ()
