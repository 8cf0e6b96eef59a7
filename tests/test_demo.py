"""The demo records its sample by keys where there is no display, and leaves a project, tables and a picture."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.start import libraries

Played = tuple[subprocess.CompletedProcess[str], Path, Path]
pytestmark = pytest.mark.skipif(bool(libraries.missing(libraries.FOR_QT)), reason="this machine lacks libraries of Qt")


def _demo(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    outside = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    outside |= {"QT_QPA_PLATFORM": "offscreen", "HOME": os.fspath(home), "XDG_CONFIG_HOME": os.fspath(home / "config")}
    command = [sys.executable, "-c", "from gui.start.program import main; main()", "demo", os.fspath(folder)]
    return subprocess.run(command, env=outside, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The demo after it ran: what it said, its folder, and the home of whoever ran it."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("parent") / "demo"
    return _demo(folder, home), folder, home


def test_the_demo_says_where_project_tables_and_picture_are(played: Played) -> None:
    answer, folder, _ = played
    assert (answer.returncode, answer.stderr) == (0, "1 article has records but is not done.\n")
    named = [Path(line.partition("  ")[0]) for line in answer.stdout.splitlines() if os.fspath(folder) in line]
    assert {path.name for path in named} == {path.name for path in folder.iterdir()}
    assert {"harbour.onrecord", "statements.csv", "window.png"} <= {path.name for path in named}


def test_the_tables_of_the_demo_hold_what_was_recorded_by_keys(played: Played) -> None:
    with (played[1] / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    costs = next(row for row in rows if "£18.4 million" in row.values())
    assert "18400000" in costs.values()
    assert "Ines Calloway" in costs.values()
    waves = next(row for row in rows if "9.5 metres" in row.values())
    assert "GBP" not in waves.values()


def test_the_picture_of_the_demo_shows_a_window_with_letters(played: Played) -> None:
    from PySide6.QtGui import QImage

    picture = QImage(os.fspath(played[1] / "window.png"))
    assert (picture.width(), picture.height()) == (1280, 800)
    grid = {picture.pixel(x, y) for x in range(picture.width()) for y in range(100, 700)}
    assert len(grid) > 100  # letters have soft edges; a window of boxes or of nothing has few colours


def test_the_demo_leaves_the_settings_of_its_user_alone(played: Played) -> None:
    assert [path for path in played[2].rglob("*onrecord*") if path.is_file()] == []


def test_a_second_demo_in_the_same_folder_is_refused(played: Played, tmp_path: Path) -> None:
    before = (played[1] / "harbour.onrecord").read_bytes()
    answer = _demo(played[1], tmp_path)
    assert (answer.returncode, "harbour.onrecord" in answer.stderr) == (1, True)
    assert (played[1] / "harbour.onrecord").read_bytes() == before
