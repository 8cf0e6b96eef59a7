"""Very many objects are freed in several turns of the event loop."""

import weakref

import pytest
from pytestqt.qtbot import QtBot

from gui.changing.counting import CELLS
from gui.changing.preview import Preview
from gui.system import turns
from gui.system.turns import free_in_turns
from models.actions.cells import Cell, Refusal, Written
from models.edits import Edit


class _Thing:
    """Can be referred to weakly."""


def test_some_objects_are_freed_at_once_and_the_others_in_later_turns(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "SOME", 2)
    things: list[object] = [_Thing() for _ in range(5)]
    known = [weakref.ref(each) for each in things]
    free_in_turns(things)
    assert [each() is None for each in known] == [False] * 3 + [True] * 2
    qtbot.waitUntil(lambda: not things)
    assert [each() for each in known] == [None] * 5


def test_a_preview_frees_what_it_showed_in_turns(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go: list[list[object]] = []
    monkeypatch.setattr("gui.changing.preview.free_in_turns", let_go.append)
    preview = Preview(CELLS)
    qtbot.addWidget(preview)
    refused = tuple(Refusal(Cell(row, "Value", "3"), "x", "This is no number.") for row in range(3))
    preview.show_written(Written.of(Edit("Change 3 cells", ()), (), refused), "Nothing changes.")
    assert let_go == []
    preview.clear()
    preview.clear()
    assert let_go == [[*refused]]
