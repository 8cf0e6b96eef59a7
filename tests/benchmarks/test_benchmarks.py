"""The benchmarks run, and measure what they say; tested on little data, whatever the times are."""

import os
import subprocess
import sys

import pytest

from gui.start import libraries
from tests.benchmarks import coding, desks, holding, listing
from tests.benchmarks.all import BENCHMARKS
from tests.benchmarks.measuring import measure
from tests.benchmarks.places import TINY, Places

pytestmark = pytest.mark.skipif(bool(libraries.missing(libraries.FOR_QT)), reason="this machine lacks libraries of Qt")


OF_ONE_SIZE = [
    name
    for name, each in BENCHMARKS.items()
    if not each.what.startswith("the same with") and not name.endswith(("-short", "-long"))
]
"""Benchmarks that differ in more than the size of the project or article; the others would be the same here."""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Return where the projects of all benchmarks are, each made when it is first asked for."""
    return Places(tmp_path_factory.mktemp("places"), TINY)


@pytest.mark.parametrize("name", OF_ONE_SIZE)
def test_a_benchmark_measures_both_sides(name: str, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (listing, coding):
        monkeypatch.setattr(module, "TURNS", 1)
    monkeypatch.setattr(holding, "PAUSE", 1)
    monkeypatch.setattr(desks, "share_interpreter", lambda: None)  # other tests are run in this process
    measured = measure(BENCHMARKS[name], places, runs=1, warm_up=False)
    assert measured.ours > 0 or name == "csv-memory"  # little data needs no more memory than the program has
    assert measured.floor > 0


def test_a_name_that_is_none_is_refused_with_those_that_are() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "begin"]
    answer = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)
    assert answer.returncode == 2 and "no benchmark is called begin" in answer.stderr


def test_what_the_empty_window_does_not_need_is_loaded_after_it_is_painted() -> None:
    heavy = "{'sqlite_utils', 'models.store.store', 'models.articles.web_pages', 'trafilatura', 'click', 'uuid6'}"
    question = f"import sys, PySide6.QtWidgets, gui.start.app; print(*sorted({heavy} & sys.modules.keys()))"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=False)
    assert (answer.stdout.strip(), answer.stderr) == ("", "")
