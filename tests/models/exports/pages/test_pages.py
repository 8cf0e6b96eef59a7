"""Articles are exported as pages: the exact text, all marks and records, nothing loaded, nothing taken for markup."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.codebook.codebook import Codebook
from models.edits import Edit, changed, made
from models.entities import Article, Claim, Role, Span
from models.errors import NotExported
from models.exports.delivery import export, tables_in
from models.exports.lines import Lines
from models.exports.options import Options
from models.exports.pages.html_pages import HtmlPages
from models.exports.pages.pieces import paragraphs
from models.exports.report import File
from models.lines.order import Order, Sort
from models.records import ArticleRecords
from tests.example import OTHER_TEXT, TEXT, Example, content, place, put, signed, typed
from tests.models.codebook.study import Study, coded

EVIL = "<script>alert('1')</script> & \"quoted\" 🌊"


class Page(HTMLParser):
    """A page as a browser reads it: its tags, its text by class, and where its links lead."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.paragraphs: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.text = ""
        self.feed(path.read_text("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.links += [known["href"] or ""] if "href" in known else []
        self.ids += [known["id"] or ""] if "id" in known else []
        if tag not in ("meta",):
            self._open.append((tag, known.get("class") or ""))
        if tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        opened, _class = self._open.pop()
        assert opened == tag, "every element is closed in its order"

    def handle_data(self, data: str) -> None:
        tag, name = self._open[-1] if self._open else ("", "")
        if tag == "mark":
            self.marks.append((name, data))
        if ("div", "text") in self._open and ("p", "") in self._open and name != "ref":
            self.paragraphs[-1] += data
        self.text += data


def page_of(example: Example, folder: Path) -> Page:
    """Export the pages, and read that of the first article."""
    export(example.store, folder, HtmlPages())
    return Page(folder / "article-0001-harbour-wall-will-take-two-winters.html")


def lines_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def test_the_page_has_every_line_of_the_text_as_it_is(example: Example, tmp_path: Path) -> None:
    page = page_of(example, tmp_path)
    assert [line for line in page.paragraphs if line in lines_of(TEXT)] == lines_of(TEXT)


def test_marks_cover_exactly_the_words_of_their_records(example: Example, tmp_path: Path) -> None:
    marks = page_of(example, tmp_path).marks[4:]
    assert marks == [
        ("source", "Ida Brekke"),
        ("cue", "said"),
        ("content", "the wall 🌊 would cost “"),
        ("content number", "about 40 million crowns"),
        ("content", "” and take two winters"),
        ("content", "“We lost nearly 300 metres in one night,”"),
        ("number", "at least 12 new berths"),
    ]


def test_each_record_is_listed_with_speaker_words_and_value(example: Example, tmp_path: Path) -> None:
    text = page_of(example, tmp_path).text
    for words in (
        "Ida Brekke",
        "· Mayor",
        "≈ 40,000,000 crowns",
        "No speaker",
        "≥ 12 new berths",
        "2 claims",
    ):
        assert words in text


def test_marks_and_records_lead_to_each_other(example: Example, tmp_path: Path) -> None:
    page = page_of(example, tmp_path)
    inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inner == {f"a1-{side}{number}" for side in "mr" for number in (1, 2, 3)}
    assert inner <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_claims_that_overlap_are_seen_as_two(example: Example, tmp_path: Path) -> None:
    claim = Claim(article=example.article.id, speaker=example.union.id)
    start, end = place("two winters.\n\n“We lost nearly")
    span = Span(article=example.article.id, role=Role.CONTENT, claim=claim.id, start=start, end=end)
    example.store.apply(signed(Edit("overlap", (made(claim), made(span)))))
    marks = page_of(example, tmp_path).marks
    assert ("content two", "two winters") in marks
    assert ("content", ".") in marks
    assert ("content two", "“We lost nearly") in marks


def test_answers_notes_and_flags_are_beside_their_record(example: Example, tmp_path: Path) -> None:
    study = coded(example)
    example.store.apply(signed(typed(example.cost, "note", "Ask her.\nTwice.")))
    example.store.apply(signed(put(example.lost, "discuss", True)))
    text = page_of(study.example, tmp_path).text
    for words in ("Topic", "Wall", "Storm", "Ask her.\nTwice.", "To discuss"):
        assert words in text


def test_nothing_that_a_project_holds_is_markup(example: Example, tmp_path: Path) -> None:
    study = Study(example, Codebook())
    study.ask("term", "text")
    study.answer("term", example.cost, EVIL)
    for record, name in ((example.cost, "summary"), (example.cost, "note"), (example.article, "outlet")):
        example.store.apply(signed(typed(record, name, EVIL)))
    example.store.apply(signed(typed(example.mayor, "name", EVIL, example.registry)))
    address = changed(example.article, address=f"javascript:{EVIL}", language='x">')
    example.store.apply(signed(Edit("address", (address,))))
    example.store.apply(signed(typed(example.article, "title", EVIL)))
    export(example.store, tmp_path, HtmlPages())
    for path in tmp_path.glob("*.html"):
        page = Page(path)
        assert "script" not in page.tags
        assert (EVIL in page.text) == ("0002" not in path.name)
        assert not any("javascript" in link for link in page.links)


def test_a_page_needs_no_other_file_and_runs_nothing(example: Example, tmp_path: Path) -> None:
    page_of(example, tmp_path)
    for path in tmp_path.glob("*.html"):
        html = path.read_text("utf-8")
        assert "default-src 'none'" in html
        assert not re.search(r"<(script|link|img|iframe|object)|\bsrc=|@import|url\(", html)


def test_the_list_leads_to_every_article(example: Example, tmp_path: Path) -> None:
    report = export(example.store, tmp_path, HtmlPages())
    page = Page(tmp_path / "index.html")
    assert {file.path.name for file in report.files} == {"index.html", *page.links}
    assert sorted(path.name for path in tmp_path.glob("*.html")) == sorted(file.path.name for file in report.files)
    assert [(file.table, file.rows) for file in report.files] == [("records", 3), ("records", 0), ("articles", 2)]
    assert "Ferry to run again" in page.text


def test_one_page_has_all_articles_in_the_order_of_the_view(example: Example, tmp_path: Path) -> None:
    order = {Lines.ARTICLES: Order((Sort("title"),))}
    report = export(example.store, tmp_path, HtmlPages(), Options(single=True, orders=order))
    file, records = report.files
    assert (records.path, records.table) == (file.path, "records")
    assert (file.path.name, file.table, file.rows) == ("articles.html", "articles", 2)
    page = Page(file.path)
    assert page.tags.count("article") == 2
    assert page.text.index(lines_of(OTHER_TEXT)[1]) < page.text.index("Ms Brekke added")
    assert len(page.ids) == len(set(page.ids))


def test_only_articles_and_claims_of_a_view_are_shown(example: Example, tmp_path: Path) -> None:
    orders = {Lines.ARTICLES: Order(text="harbour"), Lines.STATEMENTS: Order(text="brekke")}
    report = export(example.store, tmp_path, HtmlPages(), Options(orders=orders))
    assert [(file.table, file.rows) for file in report.files] == [("records", 1), ("articles", 1)]
    page = Page(report.files[0].path)
    assert not any("at least 12" in words for _name, words in page.marks)


def test_a_page_that_was_cut_off_is_not_published(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = HtmlPages.count

    def cut(target: HtmlPages, file: File) -> int:
        file.path.write_text(file.path.read_text("utf-8")[:-20], "utf-8")
        return count(target, file)

    monkeypatch.setattr(HtmlPages, "count", cut)
    with pytest.raises(NotExported):
        export(example.store, tmp_path / "out", HtmlPages())
    assert tables_in(tmp_path / "out", HtmlPages()) == []


@given(st.text("ab \n🌊é", max_size=40), st.data())
def test_pieces_join_to_the_lines_of_any_text(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [
        Span(article="1", role=role, claim=claim, start=min(pair), end=max(pair))
        for role in (Role.CONTENT, Role.NUMBER)
        for claim in ("1", "2")
        if (pair := data.draw(st.tuples(ends, ends)))[0] != pair[1]
    ]
    records = ArticleRecords(Article(content=content(text).sha256, title="t"), text)
    found = list(paragraphs(records, spans))
    assert ["".join(piece.text for piece in line.pieces) for line in found] == lines_of(text)
    marked = sum(len(piece.text) for line in found for piece in line.pieces if piece.roles)
    covered = {at for span in spans for at in range(span.start, span.end)}
    blank = {at for at in covered if text[at] == "\n"} | {
        at for at in covered if not text[text.rfind("\n", 0, at) + 1 :].split("\n", maxsplit=1)[0].strip()
    }
    assert marked == len(covered - blank)
