"""All actions, undos, redos, reopenings and kills in any order: file, memory and expectation agree after each step."""

import multiprocessing
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from traceback import extract_tb
from typing import Any, cast

import pytest
from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from models.edits import Edit
from models.errors import OnrecordError
from models.store import Store
from tests.example import TEXT, Example, put, signed
from tests.models import killed
from tests.models.test_every_action import USES, Use
from tests.models.without_a_plan import RANGES, WithoutAPlan
from tests.session import LATER, Session
from tests.thorough import examples

HOUSE = Path(__file__).parent.parent
KILLS = sys.platform != "win32"
UNFIT = (LookupError, ValueError, StopIteration, AssertionError)
"""What an example of an action raises if it does not fit the project as it is now, such as one with two samples."""


class Following:
    """The store of a session, whose memory follows what the examples of actions write before they can be used."""

    def __init__(self, session: Session, apply: Callable[[Edit], None]) -> None:
        self._session, self.apply = session, apply

    def __getattr__(self, name: str) -> Any:
        """Read as the store does."""
        return getattr(self._session.store, name)


class AnyOrder(WithoutAPlan):
    """Uses the examples of every action too, as long as the records that they are of are there."""

    def _now(self) -> Example | None:
        """Return the example with its records as they are now; None when one of them is gone, or the text another."""
        records, registry, store = self.session.records, self.session.registry, self.session.store
        there = {each.article.id: each.article for each in store.articles()}
        kept = {**there, **registry.speakers, **registry.aliases, **records.claims, **records.numbers}
        names = ("article", "other", "mayor", "alias", "union", "cost", "lost", "millions", "berths")
        now = {name: kept.get(getattr(self.example, name).id) for name in names}
        if records.text != TEXT or not all(now.values()):
            return None
        return replace(self.example, store=cast(Store, Following(self.session, self._apply)), **now)  # type: ignore[arg-type]

    @precondition(lambda self: self._now())
    @rule(which=st.integers(0, len(USES) - 1))
    def do_any_action(self, which: int) -> None:
        use, example = cast(Use, USES[which].values[0]), self._now()
        assert example
        try:
            edit = use(example)
        except OnrecordError:  # such as a name that is in use
            return
        except UNFIT as error:
            if not extract_tb(error.__traceback__)[-1].filename.startswith(str(HOUSE)):
                raise
            return
        event(str(USES[which].id))
        self._do(edit)

    @precondition(lambda self: KILLS and self.session.has_article())
    @rule(stretch=RANGES, limit=st.integers(0, 800_000))
    def be_killed_amid_an_edit(self, stretch: tuple[int, int], limit: int) -> None:
        edit = signed(put(self.session.records.article, "note", f"{stretch} {limit} " * 400), LATER)
        nursery = multiprocessing.get_context("forkserver")
        hear, say = nursery.Pipe(duplex=False)
        process = nursery.Process(target=killed.write_or_die, args=(self.session.path, edit, limit, say))
        process.start()
        say.close()
        written: Edit | None = None
        with suppress(EOFError):
            written = hear.recv()
        process.join()
        self.session.reopen()
        assert process.exitcode == (0 if written else -signal.SIGXFSZ)
        event(f"killed: {not written}")
        if written:
            self._follow(written)

    def _apply(self, edit: Edit) -> None:
        self._follow(self.session.store.apply(edit) or edit)

    def _follow(self, written: Edit) -> None:
        self.session.take(written)
        self.done.append(self._state())
        self.undone.clear()


def test_all_actions_undo_redo_reopening_and_kills_in_any_order(
    pattern: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    if KILLS:
        multiprocessing.set_forkserver_preload([killed.__name__])
    monkeypatch.setattr(AnyOrder, "pattern", pattern, raising=False)
    run_state_machine_as_test(
        AnyOrder, settings=settings(max_examples=examples(5), stateful_step_count=25, deadline=None)
    )
