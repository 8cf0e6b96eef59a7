"""Spans that nest and overlap become runs that do not."""

from hypothesis import given
from hypothesis import strategies as st

from gui.article.line_index import LineIndex
from gui.article.marks import Ground, Mark, MarkIndex, Run, Style, runs
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
    if Role.CONTENT in own or Role.NUMBER in own:
        ground = Ground.CHOSEN
    elif contents:
        ground = Ground.OVERLAP if len(contents) > 1 else Ground.CLAIM
    else:
        ground = Ground.LINKED if own else Ground.BARE
    roles = {mark.role for mark in here}
    return Style(ground, Role.NUMBER in roles, Role.SOURCE in roles, Role.CUE in roles)


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
    assert runs([Mark("c", "s", Role.CUE, 2, 30)], 10, 20) == [Run(10, 20, Style(cue=True))]


def test_boilerplate_is_dim_also_where_nothing_is_marked() -> None:
    assert runs([], 3, 9, dim=True) == [Run(3, 9, Style(dim=True))]


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
