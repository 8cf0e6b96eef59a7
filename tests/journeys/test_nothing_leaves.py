"""Nothing leaves the computer: no socket is asked for, and what could be sent by hand, the log, quotes no article."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.privately import SECRET

GUARD = ("strace", "-f", "-qq", "-e", "trace=%network", "-e", "inject=socket:error=EACCES", "-o")
"""The system refuses every socket, whoever asks for it: Python, Qt or a library."""


@dataclass(frozen=True)
class Ended:
    """What is left of a journey that ended by a fault: its folder, its log, and the calls that concern a network."""

    folder: Path
    log: str
    calls: str


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """Work at the window in another process, with every socket refused where `strace` is there."""
    folder = tmp_path_factory.mktemp("private").resolve()
    calls = tmp_path_factory.mktemp("calls") / "calls"
    guard = (*GUARD, str(calls)) if shutil.which("strace") else ()
    homes = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config")}
    done = subprocess.run(
        [*guard, sys.executable, "-m", "tests.journeys.privately", str(folder)],
        env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == -signal.SIGABRT, done.stderr
    log = Path(done.stdout.strip())
    assert log.is_relative_to(folder)
    return Ended(folder, log.read_text("utf-8"), calls.read_text("utf-8") if calls.exists() else "")


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is sent no such signal there")


def test_no_network_is_asked_for_in_a_whole_journey(ended: Ended) -> None:
    assert (ended.folder / "tables" / "statements.csv").exists()
    asked = [line for line in ended.calls.splitlines() if "AF_INET" in line]
    assert len(asked) <= 1  # urllib3 asks once whether there is IPv6; see `refuse` in privately.py
    assert all("socket(AF_INET6, SOCK_STREAM" in line for line in asked)
    assert not any(sent in ended.calls for sent in ("connect(", "sendto(", "sendmsg("))


def test_the_log_says_where_errors_came_from_and_quotes_no_article(ended: Ended) -> None:
    assert ended.log.count("ValueError") >= 2  # in a slot and in a thread
    assert "KeyError\nled to" in ended.log
    assert "RuntimeError" in ended.log
    assert "privately.py" in ended.log
    assert "a warning of Qt" in ended.log
    assert "Fatal Python error" in ended.log
    for word in (SECRET, "Mads Holm", "berths", "crowns"):
        assert word not in ended.log


def test_after_a_crash_only_the_project_its_backups_and_its_export_quote_an_article(ended: Ended) -> None:
    files = [each for each in ended.folder.rglob("*") if each.is_file() and SECRET.encode() in each.read_bytes()]
    kept = {each.relative_to(ended.folder).parts[0] for each in files if "backups" not in each.parts}
    assert kept <= {"page.html", "page.onrecord", "tables"}
