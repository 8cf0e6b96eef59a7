"""A claim is found to be direct, indirect or mixed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.attribution.modes import mode_of
from models.entities import Mode
from models.text.quotations import quotations


def mode(text: str, *claims: str) -> Mode:
    return mode_of(text, [(text.index(claim), text.index(claim) + len(claim)) for claim in claims])


@pytest.mark.parametrize(
    "quoted",
    [
        "“The bridge is safe,”",
        '"The bridge is safe,"',
        "‘The bridge is safe,’",
        "'The bridge is safe,'",
        "„The bridge is safe“",
        "„The bridge is safe”",
        "«The bridge is safe»",
        "« The bridge is safe »",
        "»The bridge is safe«",
        "''The bridge is safe,''",
        "``The bridge is safe,''",
    ],
)
def test_a_claim_in_quotation_marks_is_direct(quoted: str) -> None:
    assert mode(f"{quoted} Ms Lund said.", quoted) is Mode.DIRECT


def test_a_claim_without_quotation_marks_is_indirect() -> None:
    assert mode("Ms Lund said the bridge is safe.", "the bridge is safe") is Mode.INDIRECT


def test_a_claim_that_is_partly_quoted_is_mixed() -> None:
    assert mode("Ms Lund said the bridge is “safe for now”.", "the bridge is “safe for now”") is Mode.MIXED


def test_a_span_inside_a_quotation_is_direct_although_the_marks_are_outside() -> None:
    assert mode("“The bridge is safe and it is ours,” Ms Lund said.", "it is ours") is Mode.DIRECT


def test_a_stray_word_before_the_marks_makes_no_mixed_claim() -> None:
    claim = "that “the bridge over the river is safe for every lorry of the town”"
    assert mode(f"Ms Lund said {claim}.", claim) is Mode.DIRECT


def test_all_stretches_of_a_claim_count() -> None:
    text = "“The bridge is safe,” Ms Lund said, “and it is ours,” but the ferry is not."
    assert mode(text, "“The bridge is safe,”", "“and it is ours,”") is Mode.DIRECT
    assert mode(text, "“The bridge is safe,”", "the ferry is not") is Mode.MIXED


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ council said the town’s bridge wasn’t safe, and the sailors’ union agreed.",
        "The workers' council said the town's bridge wasn't safe, and the sailors' union agreed.",
        "Get ’em off the bridge, the council said in the ’90s.",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert mode_of(text, [(0, len(text))]) is Mode.INDIRECT


def test_apostrophes_inside_single_marks_do_not_end_the_quotation() -> None:
    quoted = "‘The sailors’ union isn’t ready, and we are not either,’"
    assert mode(f"{quoted} she said.", quoted) is Mode.DIRECT


def test_inches_are_no_quotation_marks() -> None:
    text = 'He bought a 9" plate, she said, and a 7" bowl.'
    assert mode(text, 'a 7" bowl') is Mode.INDIRECT


def test_a_quotation_of_several_paragraphs_is_direct_in_each() -> None:
    text = "“We built it.\n\n“We will keep it,” she said.\n\nThe town agrees."
    assert mode(text, "We built it") is Mode.DIRECT
    assert mode(text, "We will keep it") is Mode.DIRECT
    assert mode(text, "The town agrees") is Mode.INDIRECT


def test_a_mark_that_is_never_closed_does_not_quote_the_next_paragraph() -> None:
    text = 'She said "the bridge is safe.\nThe town agrees, she said.'
    assert mode(text, "The town agrees") is Mode.INDIRECT


def test_a_quotation_goes_on_over_a_wrapped_line() -> None:
    text = "Title\n\n“The bridge\nis safe,” she said."
    assert mode(text, "is safe") is Mode.DIRECT


def test_offsets_are_code_points() -> None:
    text = "🚢🚢 Ms Lund: “All aboard,” she said, and left."
    assert mode(text, "All aboard") is Mode.DIRECT
    assert mode(text, "and left") is Mode.INDIRECT


def test_a_claim_without_words_is_indirect() -> None:
    assert mode_of("“” …", [(0, 2)]) is Mode.INDIRECT
    assert mode_of("", []) is Mode.INDIRECT


def test_every_mode_of_the_coalition_article_is_told(shared: Path) -> None:
    text = (shared / "articles" / "coalition.txt").read_text(encoding="utf-8")
    gold = json.loads((shared / "gold" / "coalition.json").read_text(encoding="utf-8"))
    for claim in gold["claims"]:
        assert mode_of(text, [(one["start"], one["end"]) for one in claim["content"]]) == claim["mode"]


@given(st.text(alphabet="a s\n“”„«»\"‘’'`—.9", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_no_text_makes_it_fail(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert mode_of(text, [(start, end)]) in Mode


@given(st.text(alphabet="a s\n“”„«»\"‘’'`—.9", max_size=80))
def test_stretches_are_in_order_and_do_not_overlap(text: str) -> None:
    bounds = [offset for quoted in quotations(text) for offset in quoted]
    assert bounds == sorted(bounds)
    assert all(0 <= offset <= len(text) for offset in bounds)


@pytest.mark.parametrize("piece", ["'a", "“", "’s ", '"a', " 'as' a"])
def test_a_long_paragraph_is_scanned_in_one_go(piece: str) -> None:
    quotations(piece * 50_000)
