"""Run a short program under `strace`, which records or refuses what it asks of the system."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent


def run_straced(options: tuple[str, ...], program: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run a Python program with a path as its argument; the test is skipped where strace cannot be used."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    ran = subprocess.run(
        ["strace", "-f", *options, sys.executable, "-c", textwrap.dedent(program), str(path)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if "ptrace" in ran.stderr:
        pytest.skip("strace may not be used here")
    return ran
