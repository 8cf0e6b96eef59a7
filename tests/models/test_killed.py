"""A process that is killed while it edits loses none of the edits that it has acknowledged."""

import multiprocessing
import signal
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from models.store import Store
from tests.example import Example
from tests.models import killed
from tests.session import last_edit
from tests.snapshots import faults_of, history_of
from tests.thorough import examples

if sys.platform == "win32":
    pytest.skip("needs SIGKILL and a server that forks", allow_module_level=True)
from multiprocessing.context import ForkServerContext


@pytest.fixture
def nursery() -> ForkServerContext:
    """Return what starts processes that have imported everything already: many starts take no longer than a few."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([killed.__name__])
    return context


def _kill_after(nursery: ForkServerContext, path: Path, first: int, acknowledged: int) -> int:
    """Let a process write edits, kill it in the midst of them, and return the last edit it has acknowledged."""
    hear, say = nursery.Pipe(duplex=False)
    process = nursery.Process(target=killed.write_until_killed, args=(path, first, say))
    process.start()
    say.close()
    heard = [hear.recv() for _ in range(acknowledged)]
    process.kill()
    with suppress(EOFError):
        while True:
            heard.append(hear.recv())
    process.join()
    hear.close()
    assert process.exitcode == -signal.SIGKILL
    return int(heard[-1])


def test_every_acknowledged_edit_outlives_being_killed(example: Example, nursery: ForkServerContext) -> None:
    path = example.store.path
    example.store.close()
    last = -1
    for round_ in range(examples(15)):
        acknowledged = _kill_after(nursery, path, last + 1, 1 + round_ % 4)
        with Store.open(path) as store:
            names = [speaker.name for speaker in store.registry().speakers.values() if "/" in speaker.name]
            newest = last_edit(store)
        counts = Counter(int(name.partition("/")[0]) for name in names)
        last = max(counts)
        assert last >= acknowledged
        assert counts == dict.fromkeys(range(last + 1), killed.ROWS)
        assert len(newest.changes) == killed.ROWS
        assert faults_of(path) == []
    assert len(history_of(path)) == last + 2
