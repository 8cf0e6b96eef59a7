"""Starting the program: wrong paths, missing libraries and displays are reported without loading Qt."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import PySide6
import pytest
from click.testing import CliRunner, Result

from gui.start import libraries, machine
from gui.start.command_line import program

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings all it needs")
Run = Callable[..., Result]
SOURCES = (Path(__file__).parent.parent / "gui").rglob("*.py")
MODULE_OF_QT = re.compile(r"from PySide6\.Qt(\w+) import")
OF_EVERY_SYSTEM = ("libc.so", "libm.so", "libresolv.so", "libgcc_s.so", "libstdc++.so", "ld-linux")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, without any display unless a test names one."""
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    return lambda *args: CliRunner().invoke(program, [*args])


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the loader find none of the named libraries, and every other one."""

    def lack(*files: str) -> None:
        monkeypatch.setattr(libraries, "_loads", lambda file: file not in files)
        monkeypatch.setattr(libraries, "_package_manager", lambda: "apt")

    return lack


def test_a_path_that_does_not_exist_is_named_and_nothing_is_created(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "stduy.onrecord"
    result = run(os.fspath(wrong))
    assert result.exit_code == 2
    assert result.stderr == f"There is no file “{wrong}”; nothing was created.\n"
    assert list(tmp_path.iterdir()) == []


def test_one_wrong_path_among_right_ones_opens_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("An article.", "utf-8")
    result = run(os.fspath(tmp_path / "a.txt"), os.fspath(tmp_path / "b.txt"))
    assert (result.exit_code, "b.txt" in result.stderr) == (2, True)


def test_an_unknown_option_is_a_mistake_of_usage(run: Run) -> None:
    assert run("--wrong").exit_code == 2


@ON_LINUX
def test_without_a_display_the_remedy_is_said(run: Run, lacking: Callable[..., None]) -> None:
    lacking()
    result = run()
    assert isinstance(result.exception, machine.NoWindow)
    assert "no display" in str(result.exception)
    assert "onrecord --help" in str(result.exception)


@ON_LINUX
@pytest.mark.parametrize(
    ("environment", "seen"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False)],
)
def test_a_window_is_seen_where_a_display_is_named_and_not_refused(
    run: Run, environment: dict[str, str], seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert machine.has_display() is seen


@ON_LINUX
def test_every_library_that_our_modules_of_qt_link_to_is_looked_for() -> None:
    if not shutil.which("objdump"):
        pytest.skip("objdump, which lists what a library links to, is not installed")
    folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    named = {each.file for each in libraries.FOR_QT}
    ours = {module for each in SOURCES for module in MODULE_OF_QT.findall(each.read_text("utf-8"))}
    for module in {*ours, "DBus"}:
        listed = subprocess.check_output(["objdump", "-p", folder / f"libQt6{module}.so.6"], text=True)
        needed = {line.split()[1] for line in listed.splitlines() if line.split()[:1] == ["NEEDED"]}
        brought = {each for each in needed if (folder / each).exists() or each.startswith(OF_EVERY_SYSTEM)}
        assert needed - brought <= named, module


@ON_LINUX
def test_missing_libraries_are_named_as_packages(run: Run, lacking: Callable[..., None]) -> None:
    lacking("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0")
    assert "run “sudo apt-get install libegl1 libglib2.0-0”" in str(run().exception)


@ON_LINUX
def test_a_window_that_needs_no_display_names_what_qt_itself_lacks(
    run: Run, lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking("libEGL.so.1")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "gui.start.app", None)  # as if Qt could not be loaded
    assert "run “sudo apt-get install libegl1”" in str(run().exception)


@ON_LINUX
def test_what_only_x11_needs_is_missed_only_there(
    run: Run, lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking("libxcb-cursor.so.0")
    machine.require_qt()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    machine.require_window()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with pytest.raises(machine.NoWindow, match="apt-get install libxcb-cursor0”"):
        machine.require_window()


@ON_LINUX
def test_all_that_is_missing_is_named_at_once(
    run: Run, lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking("libEGL.so.1", "libxcb-cursor.so.0")
    monkeypatch.setenv("DISPLAY", ":0")
    assert "apt-get install libegl1 libxcb-cursor0”" in str(run().exception)


@ON_LINUX
def test_a_second_display_makes_up_for_one_that_cannot_be_used(
    run: Run, lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking("libxcb-cursor.so.0")
    monkeypatch.setattr(machine, "_wayland_answers", lambda: True)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    machine.require_window()


@ON_LINUX
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_does_not_answer_is_named(run: Run, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if libraries.missing((*libraries.FOR_QT, *libraries.FOR_X11)):
        pytest.skip("this machine lacks the libraries of X11")
    monkeypatch.setenv(variable, "/nowhere/to/be/found:77")
    assert "“/nowhere/to/be/found:77” does not answer" in str(run().exception)


@ON_LINUX
def test_a_platform_that_qt_does_not_have_is_named(
    run: Run, lacking: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking()
    monkeypatch.setenv("QT_QPA_PLATFORM", "paper")
    assert "set to “paper”" in str(run().exception)


@ON_LINUX
def test_the_command_itself_ends_with_one_sentence_and_code_1() -> None:
    question = [sys.executable, "-c", "from gui.start.program import main; main()"]
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment.pop("QT_QPA_PLATFORM", None)
    answer = subprocess.run(question, env=environment, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
    assert "Traceback" not in answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to here")
@pytest.mark.parametrize(
    "words", [("clean", "a.txt"), ("suggest", "a.txt"), ("import", "p.onrecord", "a.txt"), ("--help",)]
)
def test_a_full_disk_behind_the_output_is_said_in_a_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bridge closed\n\n" + "The bridge is closed, the council said. " * 9, "utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        begin = [sys.executable, "-c", "from gui.start.program import main; main()", *words]
        result = subprocess.run(begin, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 1
    assert "could not be written" in result.stderr and "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr
