"""A crash leaves a trace in the log, and the next start reports it once; a second window is not a crash."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gui.system.log import LARGEST, REPORTED
from tests.journeys.program import NAME, Program, log_of

ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="a process is sent no such signal there")
FATAL = "Fatal Python error"


@ON_UNIX
@pytest.mark.parametrize("kind", ["SIGSEGV", "SIGABRT"])
def test_after_a_fault_the_next_start_says_so_once_and_where_the_log_is(study: Path, tmp_path: Path, kind: str) -> None:
    with Program(tmp_path, study) as program:
        assert program.die(getattr(signal, kind)) == -getattr(signal, kind)
    assert FATAL in log_of(tmp_path)
    assert "gui/start/app.py" in log_of(tmp_path)
    with Program(tmp_path, study) as program:
        assert NAME in program.tell("notice")
        assert program.leave() == 0
    with Program(tmp_path, study) as program:
        assert program.tell("notice") == ""
        assert program.leave() == 0


@ON_UNIX
def test_a_program_that_was_killed_did_not_crash(study: Path, tmp_path: Path) -> None:
    with Program(tmp_path, study) as program:
        program.die(signal.SIGKILL)
    with Program(tmp_path, study) as program:
        assert program.tell("notice") == ""
    assert FATAL not in log_of(tmp_path)
    assert REPORTED not in log_of(tmp_path)


@ON_UNIX
def test_a_window_beside_another_takes_it_for_no_crash_and_is_told_of_a_real_one(study: Path, tmp_path: Path) -> None:
    with Program(tmp_path, study) as first, Program(tmp_path, study) as second:
        assert NAME not in first.tell("notice") + second.tell("notice")
        second.die(signal.SIGSEGV)
        assert first.tell("notice") == ""
        with Program(tmp_path, study) as third:
            assert NAME in third.tell("notice")
        first.die(signal.SIGABRT)
    with Program(tmp_path, study) as fourth:
        assert NAME in fourth.tell("notice")
    assert log_of(tmp_path).count(REPORTED) == 2


def test_the_program_ends_well_after_words_of_the_text_were_copied(study: Path, tmp_path: Path) -> None:
    with Program(tmp_path, study) as program:
        assert int(program.tell("copy")) > 100
        assert program.leave() == 0


WRITING = """
import sys
from pathlib import Path
from gui.system.log import BoundedHandler, log
log.addHandler(BoundedHandler(Path(sys.argv[1])))
for number in range(int(sys.argv[2])):
    log.error("%s %06d %s", sys.argv[3], number, "x" * 80)
"""


def write(path: Path, lines: int, name: str) -> "subprocess.Popen[bytes]":
    """Start a process that writes lines into a log."""
    return subprocess.Popen([sys.executable, "-c", WRITING, str(path), str(lines), name])


def test_two_processes_write_whole_lines_into_one_log(tmp_path: Path) -> None:
    path = tmp_path / NAME
    for process in [write(path, 2000, "a"), write(path, 2000, "b")]:
        assert process.wait(timeout=60) == 0
    lines = path.read_text("utf-8").splitlines()
    assert sorted(lines) == sorted(f"{name} {number:06d} {'x' * 80}" for name in "ab" for number in range(2000))


def test_the_log_stays_small_and_keeps_what_is_new_however_much_is_written(tmp_path: Path) -> None:
    path = tmp_path / NAME
    for process in [write(path, 30_000, "a"), write(path, 30_000, "b")]:
        assert process.wait(timeout=60) == 0
    assert path.stat().st_size <= LARGEST + 1000
    assert write(path, 1, "c").wait(timeout=60) == 0
    lines = path.read_text("utf-8").splitlines()
    assert lines[-1].startswith("c 000000")
    assert all(len(line) == len(lines[-1]) for line in lines[1:])


def test_the_log_that_is_too_large_at_the_start_is_cut(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("old\n" * LARGEST, "utf-8")
    assert write(path, 1, "c").wait(timeout=60) == 0
    assert path.stat().st_size < LARGEST
