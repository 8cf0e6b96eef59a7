"""A coder without a plan: edits, undos, redos and reopenings in any order, after each of which file, memory and
expectation agree.
"""

import tempfile
from contextlib import ExitStack, closing
from pathlib import Path
from typing import ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from models.actions import articles, claims, numbers, speakers
from models.articles.draft import Draft
from models.edits import Edit
from models.entities import Mode, Qualifier, Record
from models.errors import OnrecordError
from models.ids import Id
from models.quantities.parsing import Quantity
from tests.example import CODER, TEXT, Example, claims_of, opened_copy, put, typed
from tests.session import Session
from tests.snapshots import Memory, Rows, faults_of, history_of, is_derived

R = TypeVar("R", bound=Record)

RANGES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(lambda r: (r[0], min(len(TEXT), sum(r))))
WORDS = st.sampled_from(["Ida Brekke", "ms brekke", "Nils Aas", "the union", "🌊", " ", "“so”", "e\u0301", "a\u2028b"])
VALUES = st.none() | st.builds(
    Quantity,
    value=st.floats(allow_nan=False, allow_infinity=False),
    upper=st.none() | st.floats(0, 1e12),
    qualifier=st.sampled_from(Qualifier),
    unit=st.none() | st.just("m"),
    counted=st.none(),
)

State = tuple[dict[str, Rows], tuple[Memory, ...]]


class WithoutAPlan(RuleBasedStateMachine):
    """The states that undo must come back to are kept on a stack beside the project."""

    pattern: ClassVar[Example]

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        folder = self._open.enter_context(tempfile.TemporaryDirectory())
        self.example = self._open.enter_context(opened_copy(self.pattern, Path(folder) / "study.onrecord"))
        self.session = Session(self.example)
        self.history = history_of(self.session.path)
        self.undone: list[State] = []
        self.done: list[State] = [self._state()]

    def teardown(self) -> None:
        """Close the file and let it go."""
        assert faults_of(self.session.path) == []
        self.session.store.close()
        self._open.close()

    def _state(self) -> State:
        return self.session.rows(), self.session.memory()

    def _do(self, edit: Edit) -> None:
        """Do what can be done: in an article that redo has deleted again, a window lets nobody record anything."""
        if edit.changes and self.session.has_article():
            self.session.do(edit)
            self.done.append(self._state())
            self.undone.clear()

    @rule(stretch=RANGES)
    def mark_a_claim(self, stretch: tuple[int, int]) -> None:
        self._do(claims.mark_claim(self.session.records, *stretch))

    @rule(stretch=RANGES)
    def mark_a_number(self, stretch: tuple[int, int]) -> None:
        self._do(numbers.mark_number(self.session.records, *stretch))

    @rule(lines=RANGES)
    def toggle_boilerplate(self, lines: tuple[int, int]) -> None:
        self._do(articles.toggle_boilerplate(self.session.records, *lines))

    @precondition(lambda self: self.session.records.claims)
    @rule(data=st.data(), stretch=RANGES, words=WORDS, mode=st.none() | st.sampled_from(Mode))
    def work_on_a_claim(self, data: st.DataObject, stretch: tuple[int, int], words: str, mode: Mode | None) -> None:
        records, registry = self.session.records, self.session.registry
        claim = _any(data, records.claims)
        uses = {
            "stretch": lambda: claims.add_part(records, claim, *stretch),
            "cue": lambda: claims.mark_cue(records, claim, *stretch),
            "source": lambda: claims.mark_source(records, registry, claim, *stretch),
            "speaker": lambda: typed([*records.claims.values()], "speaker", words, registry),
            "mode": lambda: put(claim, "mode", mode),
            "note": lambda: typed(claim, "note", words),
            "delete": lambda: claims.delete_claim(records, claim),
        }
        self._do(uses[data.draw(st.sampled_from(sorted(uses)))]())

    @precondition(lambda self: self.session.records.numbers)
    @rule(data=st.data(), value=VALUES, words=WORDS)
    def work_on_a_number(self, data: st.DataObject, value: Quantity | None, words: str) -> None:
        records = self.session.records
        number = _any(data, records.numbers)
        uses = {
            "value": lambda: put(number, "value", value),
            "counted": lambda: typed(number, "counted", words),
            "delete": lambda: numbers.delete_number(records, number),
        }
        self._do(uses[data.draw(st.sampled_from(sorted(uses)))]())

    @precondition(lambda self: self.session.records.spans)
    @rule(data=st.data(), stretch=RANGES)
    def move_a_span(self, data: st.DataObject, stretch: tuple[int, int]) -> None:
        self._do(claims.set_boundaries(self.session.records, _any(data, self.session.records.spans), *stretch))

    @precondition(lambda self: self.session.registry.speakers)
    @rule(data=st.data(), words=WORDS, others=st.lists(WORDS))
    def work_on_a_speaker(self, data: st.DataObject, words: str, others: list[str]) -> None:
        registry, store = self.session.registry, self.session.store
        speaker = _any(data, registry.speakers)
        uses = {
            "add": lambda: speakers.add_speaker(registry, words),
            "rename": lambda: typed(speaker, "name", words, registry),
            "aliases": lambda: typed(speaker, "aliases", "; ".join(others), registry),
            "delete": lambda: speakers.delete_speakers(registry, [speaker], claims_of(store, speaker.id)),
        }
        try:
            edit = uses[data.draw(st.sampled_from(sorted(uses)))]()
        except OnrecordError:  # a name that is in use
            return
        self._do(edit)

    @rule(words=WORDS)
    def import_an_article(self, words: str) -> None:
        self._do(articles.import_articles([Draft(f"{words}\n\nNo boats.", "Fog")]))

    @rule()
    def delete_the_article_and_think_better_of_it(self) -> None:
        article = self.session.records.article
        with closing(self.session.store.view()) as view:
            self._do(articles.delete_articles([article], view.recorded_in([article.id])))
        self.undo()  # or, where the article was deleted already, its deletion

    @precondition(lambda self: len(self.done) > 1)
    @rule(times=st.integers(1, 4))
    def undo(self, times: int = 1) -> None:
        for _ in range(min(times, len(self.done) - 1)):
            self.session.undo()
            self.undone.append(self.done.pop())
            assert self._state() == self.done[-1]

    @precondition(lambda self: self.undone)
    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.undone))):
            self.session.redo()
            self.done.append(self.undone.pop())
            assert self._state() == self.done[-1]

    @rule()
    def close_and_open_again(self) -> None:
        self.session.reopen()

    @invariant()
    def file_and_memory_are_as_expected(self) -> None:
        assert self._state() == self.done[-1]
        self.session.expect_memory_as_in_file()

    @invariant()
    def what_comes_next_is_known(self) -> None:
        assert (self.session.store.redoable(CODER) is not None) == bool(self.undone)
        assert self.session.store.undoable(CODER) is not None  # the edit that made the example, if nothing else

    @invariant()
    def the_history_only_grows(self) -> None:
        now = history_of(self.session.path)
        assert now[: len(self.history)] == self.history
        self.history = now

    @invariant()
    def the_derived_tables_are_as_expected(self) -> None:
        assert is_derived(self.session.path)


def _any(data: st.DataObject, kept: dict[Id, R]) -> R:
    return kept[data.draw(st.sampled_from(sorted(kept)))]
