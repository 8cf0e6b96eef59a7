"""Fixtures for all tests: an example project, and the data beside the repository."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.example import Example, make_example, opened_copy
from tests.thorough import examples

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Windows are tested on a screen of their own, whether the machine has one or not; set before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).parent.parent.parent / "shared"
IN_MEMORY = Path("/dev/shm")
TESTS = 100
"""Tests after which everything is looked through for what can be freed: it takes a fifth of a second."""
DONE = pytest.StashKey[int]()
COMPILED = Path(sys.prefix) / "compiled"

# A run starts some hundred programs. Where compiled modules are not to be kept beside the sources, they are kept in
# the environment: otherwise each of these programs, and the next run, would compile all its modules again.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(COMPILED)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(COMPILED)

# The tests write thousands of projects, and each edit waits for the disk four times. In memory there is nothing to wait
# for, and the program does the same things.
if "TMPDIR" not in os.environ and os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > 2**30:
    os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)

# A shared machine may be slow at any moment: how long one example takes says nothing.
settings.register_profile(
    "house", deadline=None, max_examples=examples(50), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def nobodys_data(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the backups of tests out of the folders of whoever runs them."""
    os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = str(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """Return the example project, closed: made once, since to make it durably takes longer than a test."""
    made = make_example(tmp_path_factory.mktemp("pattern") / "study.onrecord")
    made.store.close()
    return made


@pytest.fixture
def example(pattern: Example, tmp_path: Path) -> Iterator[Example]:
    """Yield the example project, open; its file is `study.onrecord` in the folder of the test."""
    with opened_copy(pattern, tmp_path / "study.onrecord") as copy:
        yield copy


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Return what the application of the tests is started with: the same controls as the program has."""
    return ["onrecord", "-style", "Fusion"]


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "Iterator[QApplication]":
    """Yield the application of pytest-qt. As in the program, what refers to itself is freed in its thread alone, which
    otherwise happens in any thread, where Qt can wait for ever; and the clipboard is let go of in the end.
    """
    from gui.system.clipboard import let_go_of_clipboard
    from gui.system.sharing import let_loop_go_first

    let_loop_go_first(qapp)
    yield qapp
    let_go_of_clipboard()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Free what windows of earlier tests have left behind, if Python does not do so by itself."""
    done = item.session.stash.get(DONE, 0) + 1
    item.session.stash[DONE] = done
    if not gc.isenabled() and done % TESTS == 0:
        gc.collect()


@pytest.fixture
def shared() -> Path:
    """Return the folder of test data beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared is not beside this checkout")
    return SHARED
