"""A line that a coder marked for its site is marked in every article of the site, and in those that come."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.articles import import_articles, toggle_boilerplate
from models.actions.claims import mark_claim
from models.actions.site_lines import forget_lines, remember_lines
from models.articles.draft import Draft
from models.articles.site_lines import NO_LINES, Marking, SiteLines, marking, site_of
from models.cli import commands
from models.edits import Edit
from models.entities import Boilerplate, SiteLine
from models.errors import OnrecordError
from models.ids import Id
from models.records import ArticleRecords
from models.store import Store
from tests.example import signed
from tests.session import last_edit

TEXT = "Harbour news\n\nMore from  the Tide\n\nThe wall will be built, the mayor said.\n"
LINE = "More from the Tide"


@pytest.mark.parametrize(
    ("address", "outlet", "site"),
    [
        ("https://www.tide.example/news/1?a=b", "The Tide", "tide.example"),
        ("http://News.Tide.example:8080/", None, "news.tide.example"),
        ("tide.example/news", None, "tide.example"),
        ("", "The  Tide ", "The Tide"),
        ("page 12", "The Tide", "The Tide"),
        ("http://[broken", None, None),
        (None, None, None),
    ],
)
def test_the_site_is_the_host_or_else_the_outlet(address: str | None, outlet: str | None, site: str | None) -> None:
    assert site_of(address, outlet) == site


def test_of_several_marked_lines_only_the_one_that_is_text_is_unmarked() -> None:
    text = "One\nTwo\nThree\n"
    assert marking(text, [(0, 13)], {"two": False}) == Marking(gone=((0, 13),), made=((0, 3), (8, 13)))


def test_a_line_that_is_marked_stays_so_and_another_is_added() -> None:
    assert marking("One\nTwo\none\n", [(0, 3)], {"one": True}) == Marking(made=((8, 11),))


def test_only_whole_lines_count() -> None:
    assert marking("More from the Tide today\n", [], {"more from the tide": True}) == Marking()


class Desk:
    """A project with articles of two sites."""

    def __init__(self, path: Path) -> None:
        self.store = Store.create(path)
        drafts = [
            Draft(TEXT, "First", address="https://tide.example/1"),
            Draft(TEXT.replace("wall", "quay"), "Second", address="http://www.tide.example/2"),
            Draft(TEXT.replace("wall", "pier"), "Elsewhere", address="https://coast.example/3"),
            Draft(TEXT.replace("  ", " ").upper(), "Loud", address="https://tide.example/4"),
        ]
        self.store.apply(signed(import_articles(drafts)))
        self.ids = {line.title: line.id for line in self.store.articles()}

    def records(self, title: str) -> ArticleRecords:
        return self.store.article_records(self.ids[title])

    def of_site(self) -> list[ArticleRecords]:
        return [self.records(each) for each in ("First", "Second", "Loud")]

    def toggle(self, title: str) -> None:
        records = self.records(title)
        at = records.text.upper().index("MORE FROM")
        self.store.apply(signed(toggle_boilerplate(records, at, at + 4)))

    def remember(self, title: str = "First", *, boilerplate: bool = True) -> Edit:
        records = self.records(title)
        at = records.text.upper().index("MORE FROM")
        lines = self.store.site_lines()
        edit = remember_lines(lines, records, (at, at + 4), self.of_site(), boilerplate=boilerplate)
        self.store.apply(signed(edit))
        return edit

    def marked(self) -> dict[str, list[str]]:
        """Return the lines that are marked, by the titles of their articles."""
        return {each: self.words(each) for each in self.ids}

    def words(self, title: str) -> list[str]:
        records = self.records(title)
        return [records.text[row.start : row.end] for row in records.boilerplate.values()]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "study.onrecord")


def test_a_marked_line_is_marked_in_every_article_of_the_site(desk: Desk) -> None:
    desk.toggle("First")
    edit = desk.remember()
    assert desk.marked() == {
        "First": ["More from  the Tide"],
        "Second": ["More from  the Tide"],
        "Elsewhere": [],
        "Loud": ["MORE FROM THE TIDE"],
    }
    assert edit.label == "Always boilerplate on tide.example"
    assert len(edit.made(Boilerplate)) == 2
    assert desk.remember("Second").changes == ()
    desk.store.apply(signed(last_edit(desk.store).inverse))
    assert [each for each, words in desk.marked().items() if words] == ["First"]
    assert desk.store.site_lines().in_order() == []


def test_a_line_that_is_not_marked_yet_is_marked_where_it_is_remembered(desk: Desk) -> None:
    desk.remember("Second")
    assert [each for each, words in desk.marked().items() if words] == ["First", "Second", "Loud"]


def test_a_line_that_is_text_is_unmarked_in_every_article_of_the_site(desk: Desk) -> None:
    desk.toggle("First")
    desk.remember()
    desk.toggle("First")
    assert desk.remember(boilerplate=False).label == "Always text on tide.example"
    assert not any(desk.marked().values())
    assert [each.is_boilerplate for each in desk.store.site_lines().in_order()] == [False]


def test_a_line_with_a_claim_on_it_is_left_alone(desk: Desk) -> None:
    second = desk.records("Second")
    at = second.text.index("More from")
    desk.store.apply(signed(mark_claim(second, at, at + len("More from  the Tide"))))
    desk.toggle("First")
    desk.remember()
    assert desk.words("Second") == []
    assert desk.words("Loud") == ["MORE FROM THE TIDE"]


def test_an_article_without_address_and_outlet_has_no_site(desk: Desk) -> None:
    desk.store.apply(signed(import_articles([Draft("A line\n", "Bare")])))
    bare: Id = desk.store.articles()[-1].id
    with pytest.raises(OnrecordError):
        remember_lines(NO_LINES, desk.store.article_records(bare), (0, 3), [], boilerplate=True)


def test_what_is_forgotten_stays_marked(desk: Desk) -> None:
    desk.toggle("First")
    desk.remember()
    before = desk.marked()
    desk.store.apply(signed(forget_lines(desk.store.site_lines().in_order())))
    assert desk.marked() == before
    assert desk.store.site_lines().in_order() == []


def test_new_articles_of_the_site_come_with_the_line_marked(desk: Desk, tmp_path: Path) -> None:
    desk.toggle("First")
    desk.remember()
    desk.store.close()
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><link rel="canonical" href="https://www.tide.example/9"></head><body><article><h1>Dredging</h1>'
        f"<p>{LINE}</p><p>{'The channel is dredged again this spring, the port said on Monday. ' * 6}</p>"
        "</article></body></html>",
        "utf-8",
    )
    result = CliRunner().invoke(commands, ["import", str(desk.store.path), str(page)])
    assert result.exit_code == 0, result.output
    with Store.open(desk.store.path) as store:
        records = store.article_records(store.articles()[-1].id)
    assert records.article.address == "https://www.tide.example/9"
    assert LINE in [records.text[row.start : row.end] for row in records.boilerplate.values()]


def test_a_draft_of_the_site_has_lines_that_are_text_unmarked() -> None:
    lines = SiteLines([SiteLine(site="The Tide", line="Live", is_boilerplate=False)])
    draft = Draft("Live\n\nText\n", "T", outlet="the tide", boilerplate=((0, 4), (6, 10)))
    assert lines.marked(draft).boilerplate == ((6, 10),)
