"""A bare machine is set up by one script, and a sentence says what is missing."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from gui.start import libraries

HOUSE = Path(__file__).parent.parent
SCRIPT = HOUSE / "resources" / "setup.sh"
NEEDS_SH = pytest.mark.skipif(sys.platform == "win32", reason="the script is for machines with a POSIX shell")
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings all it needs")
TOOLS = ("sh", "dirname", "env", "cat", "touch", "mkdir", "chmod")  # what every machine has


class Bench:
    """A copy of the script in a checkout with nothing else, on a machine whose commands are written by the test."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.programs, self.log = folder / "a checkout", folder / "bin", folder / "log"
        for path in (self.checkout / "resources", self.programs):
            path.mkdir(parents=True)
        shutil.copy(SCRIPT, self.checkout / "resources")
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or pytest.skip(f"no {tool} here"))
        self.log.touch()

    def has(self, name: str, script: str = "") -> None:
        """Give the machine a command that notes how it was called and then does what `script` says."""
        program = self.programs / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.log}"\n{script}\n', "utf-8")
        program.chmod(0o755)

    def has_python(self, *, version_is_right: bool = True, pip: bool = True) -> None:
        """Give it a Python that lacks the libraries in the file `lacks` and installs uv where it is told to."""
        self.has(
            "python3",
            f"""case "$*" in
            --version) echo Python 3.9.2;;
            *version_info*) exit {0 if version_is_right else 1};;
            *gui.start.libraries*) cat "{self.programs}/../lacks" 2>/dev/null; exit 0;;
            "-m pip --version") exit {0 if pip else 1};;
            *"pip install"*) mkdir -p .uv/bin; touch .uv/bin/uv; chmod +x .uv/bin/uv;;
            esac""",
        )

    def lacks(self, packages: str) -> None:
        """Let Qt's libraries be missing until apt-get installs something."""
        (self.programs.parent / "lacks").write_text(packages, "utf-8")

    def has_apt(self, *, network: bool = True) -> None:
        """Give it an apt-get; without a network only installing fails, as with the real one."""
        install = f': > "{self.programs.parent}/lacks"' if network else "exit 100"
        self.has("apt-get", f'case "$*" in *install*) {install};; esac')

    def is_used_by(self, number: int) -> None:
        """Say whose machine it is: 0 is root."""
        self.has("id", f"echo {number}")

    def set_up(self, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run the script and forget the earlier calls."""
        self.log.write_text("", "utf-8")
        return subprocess.run(
            [self.programs / "sh", self.checkout / "resources" / "setup.sh"],
            cwd=cwd or self.checkout,
            env={"PATH": os.fspath(self.programs)},
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self, program: str) -> list[str]:
        """Return the arguments with which the script called a program."""
        calls = self.log.read_text("utf-8").splitlines()
        return [call.removeprefix(f"{program} ") for call in calls if call.startswith(f"{program} ")]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A machine with Python, pip and apt-get, used by root, that lacks nothing."""
    made = Bench(tmp_path)
    made.has_python()
    made.has_apt()
    made.is_used_by(0)
    return made


@NEEDS_SH
def test_uv_goes_into_the_checkout_wherever_the_script_is_run_from(bench: Bench, tmp_path: Path) -> None:
    answer = bench.set_up(cwd=tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert (bench.checkout / ".uv" / "bin" / "uv").exists()


@NEEDS_SH
def test_a_second_run_installs_nothing_and_is_silent(bench: Bench) -> None:
    bench.set_up()
    again = bench.set_up()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert bench.called("apt-get") == []
    assert not any("install" in call for call in bench.called("python3"))


@NEEDS_SH
def test_only_the_missing_packages_are_installed(bench: Bench) -> None:
    bench.lacks("libegl1 libgl1")
    answer = bench.set_up()
    assert answer.returncode == 0, answer.stderr
    assert [call.split("--no-install-recommends ")[-1] for call in bench.called("apt-get") if "install" in call] == [
        "libegl1 libgl1"
    ]


@NEEDS_SH
def test_a_machine_without_python_or_pip_gets_both_from_apt(bench: Bench) -> None:
    bench.has_python(pip=False)
    bench.set_up()
    assert bench.called("apt-get")[-1].endswith(" python3-pip")
    (bench.programs / "python3").unlink()
    bench.set_up()
    assert bench.called("apt-get")[-1].endswith(" python3 python3-pip")


@NEEDS_SH
def test_who_is_not_root_goes_through_sudo(bench: Bench) -> None:
    bench.lacks("libegl1")
    bench.is_used_by(1000)
    bench.has("sudo", 'exec "$@"')
    assert bench.set_up().returncode == 0
    assert len(bench.called("sudo")) == len(bench.called("apt-get")) == 2


@NEEDS_SH
def test_who_is_not_root_and_has_no_sudo_is_told_what_to_run(bench: Bench) -> None:
    bench.lacks("libegl1 libgl1")
    bench.is_used_by(1000)
    answer = bench.set_up()
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1].endswith("run: apt-get install libegl1 libgl1")
    assert bench.called("apt-get") == []


@NEEDS_SH
def test_a_missing_network_is_said(bench: Bench) -> None:
    bench.lacks("libegl1")
    bench.has_apt(network=False)
    answer = bench.set_up()
    assert answer.returncode == 1
    assert "is there a network" in answer.stderr.splitlines()[-1]


@NEEDS_SH
def test_on_other_systems_the_packages_are_named_and_nothing_is_tried(bench: Bench) -> None:
    (bench.programs / "apt-get").unlink()
    bench.lacks("libglvnd-egl")
    answer = bench.set_up()
    assert answer.returncode == 1
    assert answer.stderr.strip().endswith("try again: libglvnd-egl")
    (bench.programs / "python3").unlink()
    assert "Python 3.11 or newer is missing" in bench.set_up().stderr


@NEEDS_SH
def test_an_old_python_is_refused_by_its_version(bench: Bench) -> None:
    bench.has_python(version_is_right=False)
    answer = bench.set_up()
    assert answer.returncode == 1
    assert answer.stderr.strip().endswith("needs Python 3.11 or newer, and this is Python 3.9.2.")


def test_the_readme_and_ci_run_the_same_test_command() -> None:
    last = (HOUSE / ".ci" / "run").read_text("utf-8").rstrip().splitlines()[-1]
    assert " pytest" in last
    assert last in (HOUSE / "README.md").read_text("utf-8").splitlines()


def test_the_desktop_entry_starts_the_program() -> None:
    entry = (HOUSE / "resources" / "onrecord.desktop").read_text("utf-8")
    assert re.search(r"^Exec=onrecord %F$", entry, re.MULTILINE)


@ON_LINUX
def test_every_library_of_the_list_names_its_packages_and_none_stands_there_twice() -> None:
    every = (*libraries.FOR_QT, *libraries.FOR_X11, *libraries.FOR_WAYLAND)
    assert len({each.file for each in every}) == len(every)
    assert all(re.fullmatch(r"lib[\w.-]+\.so\.\d+", each.file) for each in every)
    assert libraries.missing([libraries.Library("libnosuch.so.9", "a", "b", "c")])


def test_the_citation_is_of_this_version() -> None:
    cited = dict(
        line.split(": ", 1) for line in (HOUSE / "CITATION.cff").read_text("utf-8").splitlines() if ": " in line
    )
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    assert (cited["version"], cited["license"]) == (project["version"], project["license"])
