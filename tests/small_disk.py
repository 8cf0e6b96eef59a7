"""A disk that is almost full: a small file system that a process mounts for itself, where that is allowed."""

import shutil
import subprocess
import sys
import textwrap
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
MOUNT = 'mount -t tmpfs -o size="$1"k none "$2" && shift 2 && exec "$@"'
APART = ("unshare", "--mount", "--map-root-user", "sh", "-c", MOUNT, "sh")


@cache
def can_mount(folder: Path) -> bool:
    """Return whether a process of ours may mount a file system that only it sees."""
    if not shutil.which("unshare"):
        return False
    tried = subprocess.run([*APART, "64", str(folder), "true"], capture_output=True, check=False)
    return tried.returncode == 0


def on_small_disk(folder: Path, kilobytes: int, script: str, *arguments: object) -> str:
    """Run a script for which an empty folder is a disk of so many kB; return what it prints. Skips if it may not be."""
    folder.mkdir(exist_ok=True)
    if not can_mount(folder):
        pytest.skip("this system lets no program mount a file system of its own")
    python = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    command = [*APART, str(kilobytes), str(folder), *python]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
