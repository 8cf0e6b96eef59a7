"""Spans that nest and overlap become runs that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.article.line_index import LineIndex
from gui.article.look import Look
from gui.article.mark_looks import LOOKS, MarkKind, MarkLook, Style, Underline
from gui.article.mark_runs import Run, runs
from gui.article.marks import Layer, Mark, MarkIndex
from models.entities import Role

LENGTH = 40


@st.composite
def some_marks(draw: st.DrawFn) -> list[Mark]:
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start, end = sorted(draw(st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH))))
        if start < end:
            marks.append(Mark(draw(st.sampled_from("abc")), f"s{number}", draw(st.sampled_from(Role)), start, end))
    return marks


def style_at(marks: list[Mark], offset: int, chosen: str) -> Style:
    """The style of one character, found in the plainest way there is."""
    here = [mark for mark in marks if mark.start <= offset < mark.end]
    own = [mark.role for mark in here if mark.id == chosen]
    contents = [mark for mark in here if mark.role is Role.CONTENT]
    roles = {mark.role for mark in here}
    ground: str | None
    if Role.CONTENT in own or Role.NUMBER in own:
        ground = "claim_selected"
    elif contents:
        ground = "claim_overlap" if len(contents) > 1 else "claim"
    else:
        ground = "claim" if own else None
    if Role.NUMBER in roles:
        return Style(ground, "number", Underline.DashUnderline)
    if Role.SOURCE in roles:
        return Style(ground, "speaker", Underline.SingleUnderline)
    return Style(ground, "cue", Underline.DotLine) if Role.CUE in roles else Style(ground)


@given(some_marks())
def test_each_character_wears_what_lies_on_it(marks: list[Mark]) -> None:
    styles = [Style()] * LENGTH
    before = 0
    for run in runs(marks, 0, LENGTH, "a"):
        assert before <= run.start < run.end
        before = run.end
        styles[run.start : run.end] = [run.style] * (run.end - run.start)
    assert styles == [style_at(marks, offset, "a") for offset in range(LENGTH)]


def test_a_mark_is_cut_at_the_ends_of_the_line() -> None:
    assert runs([Mark("c", "s", Role.CUE, 2, 30)], 10, 20) == [Run(10, 20, Style(None, "cue", Underline.DotLine))]


def test_boilerplate_is_dim_also_where_nothing_is_marked() -> None:
    assert runs([], 3, 9, boilerplate=True) == [Run(3, 9, Style(ink="faint"))]


def test_another_layer_of_marks_is_one_row_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    layer = Layer("proposals")
    monkeypatch.setitem(LOOKS, MarkKind(layer, Role.CONTENT), MarkLook(underline=Underline.WaveUnderline, ink="muted"))
    proposed = Mark("p", "s1", Role.CONTENT, 4, 12, layer)
    recorded = Mark("c", "s2", Role.CONTENT, 8, 20)
    found = runs([proposed, recorded], 0, 40)
    assert found == [
        Run(4, 8, Style(None, "muted", Underline.WaveUnderline)),
        Run(8, 12, Style("claim", "muted", Underline.WaveUnderline)),
        Run(12, 20, Style("claim")),
    ]
    look = Look()
    assert look.format(found[0].style).foreground().color().name() == look.scheme.muted
    assert MarkIndex(LineIndex("x" * 40), [proposed, recorded]).innermost(10) == recorded


def test_a_change_touches_only_the_lines_of_its_mark() -> None:
    table = MarkIndex(LineIndex("one\ntwo\nthree\nfour"))
    assert list(table.add(Mark("c", "s", Role.CONTENT, 5, 10))) == [1, 2]
    assert list(table.add(Mark("c", "s", Role.CONTENT, 0, 3))) == [0]
    assert table.of_line(1) == []
    assert list(table.remove("s")) == [0]
    assert list(table.remove("never there")) == []


def test_the_innermost_mark_is_the_number_then_the_source_then_the_shortest_claim() -> None:
    marks = [
        Mark("outer", "s1", Role.CONTENT, 0, 30),
        Mark("inner", "s2", Role.CONTENT, 5, 20),
        Mark("inner", "s3", Role.SOURCE, 5, 8),
        Mark("n", "s4", Role.NUMBER, 10, 12),
    ]
    table = MarkIndex(LineIndex("x" * 40), marks)
    found = {offset: mark.span if (mark := table.innermost(offset)) else "" for offset in (0, 6, 9, 11, 25, 30, 31)}
    assert found == {0: "s1", 6: "s3", 9: "s2", 11: "s4", 25: "s1", 30: "s1", 31: ""}


def test_a_record_shows_its_words_before_its_source() -> None:
    source, words = Mark("c", "s1", Role.SOURCE, 0, 3), Mark("c", "s2", Role.CONTENT, 10, 20)
    assert MarkIndex(LineIndex("x" * 40), [source, words]).of_record("c") == [words, source]


class Compared(str):
    """An id that counts how often it is compared with others."""

    times = 0
    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return str.__eq__(self, other)


def test_thousands_of_marks_in_one_long_line_are_removed_without_looking_through_the_others() -> None:
    marks = [Mark(Compared(f"c{at}"), Compared(f"s{at}"), Role.NUMBER, at, at + 1) for at in range(2000)]
    index = MarkIndex(LineIndex("x" * 2000), marks)
    Compared.times = 0
    for mark in reversed(marks[1:]):
        index.remove(mark.span)
    assert Compared.times < 2 * len(marks)
    assert index.of_line(0) == marks[:1]


def test_marks_further_down_are_taken_in_when_something_asks_for_them() -> None:
    lines = LineIndex("\n".join(["x" * 9] * 100))
    coming = iter(marks := [Mark("c", f"s{line}", Role.CONTENT, 10 * line, 10 * line + 9) for line in range(100)])
    index = MarkIndex(lines, coming)
    assert index.of_line(2) == [marks[2]]
    assert index.innermost(45) == marks[4]
    assert not index.is_complete
    assert next(coming) == marks[6]
    assert index.of_record("c") == [*marks[:6], *marks[7:]]
    assert index.is_complete


def test_a_mark_that_is_removed_before_it_was_taken_in_stays_away() -> None:
    index = MarkIndex(LineIndex("x" * 40), iter([Mark("c", "s", Role.CONTENT, 0, 3)]))
    assert list(index.remove("s")) == [0]
    assert index.of_line(0) == []
