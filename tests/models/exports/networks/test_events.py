"""The list of events has each answer about a claim with its time and speaker, and the list of remarks each note."""

from pathlib import Path

import pytest

from models.edits import Edit, changed, made
from models.entities import Claim
from models.exports.delivery import export
from models.exports.lines import Lines
from models.exports.networks.events import Events
from models.exports.options import Options, Separator
from models.exports.remark_list import RemarkList
from models.lines.order import Order
from tests.example import Example, put, signed, typed
from tests.models.codebook.nine_kinds import nine_kinds
from tests.models.codebook.study import Study
from tests.models.exports.reading import chosen, read_table

SHOWN = ("time", "speaker", "variable", "value")


@pytest.fixture
def study(example: Example) -> Study:
    """Return the example with all kinds of answers, the first article dated after the second, and a claim there."""
    study = nine_kinds(example)
    dates = (changed(example.article, published="2015-01-23"), changed(example.other, published="2015-01-22T18:00"))
    study.do(Edit("dates", dates))
    ferry = Claim(article=example.other.id, speaker=example.union.id)
    study.do(Edit("ferry", (made(ferry),)))
    study.answer("topic", ferry, "Sea")
    return study


def test_events_are_in_the_order_of_time_with_several_choices_as_several(study: Study, tmp_path: Path) -> None:
    report = export(study.example.store, tmp_path, Events())
    events = chosen(read_table(tmp_path, "events"), *SHOWN)
    assert events[:3] == [
        ("2015-01-22T18:00", "Fishermen's union", "topic", "Sea"),
        ("2015-01-23", "Ida Brekke", "topic", "Wall"),
        ("2015-01-23", "Ida Brekke", "score", "12"),
    ]
    assert {event[2:] for event in events[3:]} == {
        *(("topic", "Storm"), ("feelings", "Hope"), ("feelings", "Fear"), ("sure", "yes")),
        *(("reason", "Nobody\nasked"), ("term", "sea wall"), ("score", "1200"), ("weight", "0.5")),
        *(("due", "2015-01-23"), ("addressee", "Nils Aas")),
    }
    assert {event[:2] for event in events[3:]} == {("2015-01-23", None)}
    assert [(file.table, file.rows) for file in report.files] == [("events", 13)]


def test_events_without_a_date_come_last(study: Study, tmp_path: Path) -> None:
    study.do(
        Edit("date", (changed(study.example.store.article_records(study.example.other.id).article, published=None),))
    )
    export(study.example.store, tmp_path, Events())
    assert chosen(read_table(tmp_path, "events"), *SHOWN)[-1] == (None, "Fishermen's union", "topic", "Sea")


def test_events_are_written_as_the_options_say(study: Study, tmp_path: Path) -> None:
    export(study.example.store, tmp_path, Events(), Options(codes=True, bom=False, separator=Separator.SEMICOLON))
    lines = (tmp_path / "events.csv").read_bytes().split(b"\r\n")
    assert lines[0].startswith(b"time;speaker;variable;value;event_id")
    assert b";topic;sea;" in lines[1]


def test_only_the_events_of_a_view_are_written(study: Study, tmp_path: Path) -> None:
    orders = {Lines.STATEMENTS: Order(text="union"), Lines.ARTICLES: Order()}
    report = export(study.example.store, tmp_path, Events(), Options(orders=orders))
    assert [file.rows for file in report.files] == [1]


def test_a_project_without_answers_gives_a_header_alone(example: Example, tmp_path: Path) -> None:
    report = export(example.store, tmp_path, Events())
    assert [file.rows for file in report.files] == [0]
    assert read_table(tmp_path, "events") == []


def test_every_note_and_flag_is_a_remark(example: Example, tmp_path: Path) -> None:
    example.store.apply(signed(typed(example.article, "note", "Read\nagain")))
    example.store.apply(signed(typed(example.union, "note", "=Which?", example.registry)))
    example.store.apply(signed(put(example.lost, "discuss", True)))
    report = export(example.store, tmp_path, RemarkList())
    assert chosen(read_table(tmp_path, "remarks"), "about", "words", "to_discuss", "note", "title") == [
        ("article", example.article.title, None, "Read\nagain", example.article.title),
        ("number", "about 40 million crowns", None, "of 2026", example.article.title),
        ("claim", "“We lost nearly 300 metres in one night,”", "yes", None, example.article.title),
        ("speaker", "Fishermen's union", None, "=Which?", None),
    ]
    assert [(file.table, file.rows) for file in report.files] == [("remarks", 4)]
    assert any("begins like a formula" in remark for remark in report.remarks)
