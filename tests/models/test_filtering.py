"""The lists of the whole project are filtered by anything that can be read in a line."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from models.edits import Edit, made
from models.entities import Claim, Mode, Number, Qualifier, Role, Span, Speaker
from models.lines.order import Order
from models.lines.statement import Statement
from models.store import statement_lists
from models.store.statement_lists import FEW
from models.text.folding import folded
from tests.example import Example, every_statement, listed, signed, typed

MODES = (*Mode, None)
VALUES: dict[str, Callable[[Statement], Any]] = {
    "article": lambda line: folded(line.article.title),
    "published": lambda line: line.article.published,
    "speaker": lambda line: line.speaker and folded(line.speaker.name),
    "mode": lambda line: line.claim and line.claim.mode,
    "summary": lambda line: line.claim and line.claim.summary and folded(line.claim.summary),
    "value": lambda line: line.number and line.number.value,
    "qualifier": lambda line: line.number and line.number.qualifier,
    "unit": lambda line: line.number and line.number.unit and folded(line.number.unit),
    "counted": lambda line: line.number and line.number.counted and folded(line.number.counted),
}


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("million crowns", {"cost"}),
        ("METRES", {"lost"}),
        ("brekke", {"cost"}),
        ("brekke crowns", {"cost"}),
        ("100%", set()),
        ('"', {"cost", "lost"}),  # quotation marks are alike, as in the find bar
        ("nothing of the kind", set()),
    ],
)
def test_a_line_is_found_by_its_words_its_speaker_or_both(example: Example, words: str, claims: set[str]) -> None:
    lines = listed(example.store, Order(text=words))
    names = {example.cost.id: "cost", example.lost.id: "lost"}
    assert {names[line.claim.id] for line in lines if line.claim} == claims


def test_a_number_without_a_claim_is_found_by_its_words(example: Example) -> None:
    (line,) = listed(example.store, Order(text="berths", numbers_only=True))
    assert line.number == example.berths


@pytest.mark.parametrize("words", ["øystein", "ØYSTEIN", "Øyst", "oystein", "stein ås", "tein"])
def test_case_accents_and_the_part_of_a_word_do_not_matter(example: Example, words: str) -> None:
    example.store.apply(signed(typed(example.mayor, "name", "Øystein Ås", example.registry)))
    assert [line.claim for line in listed(example.store, Order(text=words))] == [example.cost]


@pytest.mark.parametrize("words", ["cafe", "café", "CAFE\u0301", "harbourside", "bourside", "ide ca"])
def test_words_are_found_alike_in_every_column(example: Example, words: str) -> None:
    name = "Harbourside cafe\u0301"
    example.store.apply(signed(typed(example.other, "title", name)))
    example.store.apply(signed(typed(example.mayor, "name", name, example.registry)))
    example.store.apply(signed(typed(example.lost, "note", name)))
    example.store.apply(signed(typed(example.berths, "counted", name)))
    found = {line.claim or line.number for line in listed(example.store, Order(text=words))}
    assert {record.id for record in found if record} == {example.cost.id, example.lost.id, example.berths.id}


def test_every_order_is_that_of_the_values_then_of_the_text(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    named = [Speaker(name=name) for name in ("José", "JOSE", "Ola", "Øla")]
    example.store.apply(signed(Edit("Two names, folded", tuple(map(made, named)))))
    speakers = [*(speaker.id for speaker in named), None]
    for number in range(40):
        claim = Claim(article=(example.other if number % 3 else example.article).id, mode=MODES[number % 4])
        claim = replace(
            claim, summary=f"{'Ss'[number % 2]}umm{'aáå'[number % 3]}ry {number % 5}", speaker=speakers[number % 5]
        )
        start = number * 7 % 30
        span = Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=start, end=start + 5)
        value = Number(article=claim.article, claim=claim.id, value=number % 6 or None, unit="aÀbB"[number % 4])
        value = replace(value, qualifier=Qualifier.EXACT if value.value else None)
        example.store.apply(signed(Edit("Many", tuple(made(row) for row in (claim, span, value)))))
    everything = every_statement(example.store)
    for name, value_of in VALUES.items():
        valued = [line for line in everything if value_of(line) is not None]
        absent = [line for line in everything if value_of(line) is None]
        for descending in (False, True):
            # lines of one value are in text order in both directions, and those of one speaker are together
            together = sorted(valued, key=lambda line: line.speaker.id if name == "speaker" and line.speaker else "")
            expected = [*sorted(together, key=value_of, reverse=descending), *absent]
            for most_of_a_rare_word in (FEW, 0):
                monkeypatch.setattr(statement_lists, "FEW", most_of_a_rare_word)
                for text in ("", "summary 3", "a"):
                    order = Order(name, descending, text)
                    found = listed(example.store, order)
                    among = found if not text else {line.number or line.claim for line in found}
                    assert found == [line for line in expected if not text or (line.number or line.claim) in among]
    assert len(everything) == 43
