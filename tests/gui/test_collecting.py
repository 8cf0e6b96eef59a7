"""Objects that only refer to each other are freed in the event loop, and nowhere else."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.system.collecting import MANY, OLDER, Collecting


class _Ring:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    """Return one that has looked once, and takes what was there to stay."""
    gc.collect()
    made, _kept = Collecting(qapp), _much_that_is_new()
    made.look()
    yield made
    made.deleteLater()
    gc.unfreeze()


def _much_that_is_new() -> list[list[int]]:
    return [[number] for number in range(2 * MANY)]


def test_a_ring_of_objects_stays_while_python_works_and_is_freed_by_the_event_loop(collecting: Collecting) -> None:
    ring = weakref.ref(_Ring())
    _kept = _much_that_is_new()
    assert ring() is not None
    collecting.look()
    assert ring() is None


def test_little_that_is_new_is_not_looked_through(collecting: Collecting) -> None:
    gc.collect(0)
    ring = weakref.ref(_Ring())
    collecting.look()
    assert ring() is not None


def test_everything_is_looked_through_some_time_after_the_coder_has_turned_to_another_program(
    collecting: Collecting, qapp: QApplication
) -> None:
    ring = _Ring()
    old = weakref.ref(ring)
    gc.collect()
    del ring
    gc.collect(1)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert old() is not None
    collecting.leisure.timeout.emit()
    assert old() is None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_a_window_that_only_takes_the_place_of_another_is_no_leisure(
    collecting: Collecting, qapp: QApplication
) -> None:
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert collecting.leisure.isActive()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not collecting.leisure.isActive()


def test_so_much_that_is_new_that_it_would_hold_the_event_loop_is_looked_through_at_leisure(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.system.collecting.TOO_MANY", MANY)
    ring = weakref.ref(_Ring())
    _kept = _much_that_is_new()
    collecting.look()
    assert ring() is not None
    collecting.leisure.timeout.emit()
    assert ring() is None


def test_as_much_that_was_new_at_several_looks_is_looked_through_at_leisure(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.system.collecting.TOO_MANY", 5 * MANY)
    ring = _Ring()
    old, kept = weakref.ref(ring), []
    for _ in range(OLDER - 2):  # the fixture has looked once
        kept.append(_much_that_is_new())
        collecting.look()
    del ring
    kept.append([*_much_that_is_new(), *_much_that_is_new()])
    collecting.look()
    assert old() is not None
    collecting.leisure.timeout.emit()
    assert old() is None
