"""`python -m tests.benchmarks [NAME…]`: a line of JSON for each benchmark; exit code 1 if a limit is broken.

Each runs in a process of its own, so that none warms up or burdens the next. Figures are medians in seconds.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt: a display of its own is the same everywhere

from tests.benchmarks.all import BENCHMARKS
from tests.benchmarks.measuring import Measured, measure
from tests.benchmarks.places import Places, Sizes


def main() -> int:
    """Run what is named, or everything; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--runs", type=int, help="how often each is timed, instead of its own number")
    parser.add_argument("--in", dest="folder", type=Path, help="do it here, with the projects in this folder")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(BENCHMARKS):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    names = asked.names or list(BENCHMARKS)
    if asked.folder:
        return max([_run(name, asked.folder, asked.runs) for name in names])
    # Beside the checkout, not in a folder for scratch: that may lie in memory, where a commit costs nothing.
    with tempfile.TemporaryDirectory(prefix=".benchmarks-", dir=Path.cwd()) as folder:
        return max([_run_apart(name, folder, asked.runs) for name in names])


def _run_apart(name: str, folder: str, runs: int | None) -> int:
    command = [sys.executable, "-m", "tests.benchmarks", name, "--in", folder]
    return subprocess.run(command + (["--runs", str(runs)] if runs else []), check=False).returncode


def _run(name: str, folder: Path, runs: int | None) -> int:
    os.environ["XDG_DATA_HOME"] = str(folder / "data")  # backups are nothing for the folder of whoever measures
    measured = measure(BENCHMARKS[name], Places(folder, Sizes()), runs)
    print(_line(measured), flush=True)
    return 0 if measured.ok else 1


def _line(measured: Measured) -> str:
    said: dict[str, object] = {
        "name": measured.name,
        "what": measured.what,
        "ours": round(measured.ours, 6),
        "floor": round(measured.floor, 6),
        "ratio": round(measured.ratio, 2),
        "limit": measured.limit,
        "runs": measured.runs,
        "ok": measured.ok,
    }
    if measured.barest:
        said |= {"barest": round(measured.barest, 6), "ratio_to_barest": round(measured.ours / measured.barest, 2)}
    return json.dumps(said, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
