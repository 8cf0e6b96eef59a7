"""What was found, before it is added: what stops it from being added without a look, and what is only told."""

from dataclasses import replace
from pathlib import Path

from models.articles.draft import Draft
from models.incoming.entry import Entry, entry_of
from models.incoming.in_words import found_in_words
from models.incoming.incoming import Incoming
from models.incoming.report import report_of

BARE = Draft("The quay is open\n\nIt stays open all winter.\n", "The quay is open")
DATED = replace(BARE, title="Dated", published="2015-01-23")
AMBIGUOUS = replace(BARE, title="Ambiguous", published_words="03/04/2015")
UNREAD = replace(BARE, title="Unread", published_words="31/02/2015")


def found() -> tuple[Entry, ...]:
    return tuple(map(entry_of, (BARE, DATED, AMBIGUOUS, UNREAD)))


def test_an_article_without_any_date_is_added_without_a_look_but_the_absence_is_told() -> None:
    bare, dated, *printed = found()
    assert (bare.is_plain, bare.warnings, bare.remarks) == (True, (), ("No date was found.",))
    assert (dated.is_plain, dated.remarks) == (True, ())
    assert [each.is_plain for each in printed] == [False, False]
    assert Incoming(found()).plain == [BARE, DATED]


def test_the_summary_counts_what_has_no_date_apart_from_what_has_a_warning() -> None:
    assert found_in_words(found()) == "4 articles were found. 2 have warnings. 1 has no date."


def test_the_report_says_which_articles_have_no_date_and_counts_those_that_were_added() -> None:
    report = report_of(found())
    assert [line.cells[2:] for line in report.lines[:2]] == [("added", "No date was found."), ("added", "")]
    assert report.summary == "4 articles were added. 2 of them have warnings. 1 of them has no date."
    assert report_of(found()[:1]).summary == "1 article was added. It has no date."
    assert "no date" not in report_of(replace(each, taken=False) for each in found()).summary


def test_what_is_taken_is_undone_and_kept_when_a_file_is_read_again() -> None:
    files = [Path(name) for name in ("a", "b", "c")]
    incoming = Incoming(entry_of(DATED, path) for path in files)
    assert incoming.take([0, 2], taken=False)
    assert not incoming.take([0], taken=False)
    assert incoming.read_again(Path("b"), [entry_of(BARE, Path("b")), entry_of(UNREAD, Path("b"))])
    assert [each.taken for each in incoming.chosen] == [False, True, True, False]
    assert incoming.drafts == [BARE, UNREAD]
    assert incoming.undo()
    assert incoming.undo()
    assert [each.taken for each in incoming.chosen] == [True, True, True]
