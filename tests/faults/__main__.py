"""End the program by faults, and count what was lost: `python -m tests.faults kills|cuts [COUNT] [--seed N]`."""

import argparse
import os
import random
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.faults.cutting import cut_many
from tests.faults.killing import kill_many
from tests.faults.opening import at_a_window


def main() -> int:
    """Print a line for each fault, and what was wrong; 1 when anything was."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("fault", choices=("kills", "cuts"))
    parser.add_argument("count", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    chosen = parser.parse_args()
    if chosen.fault == "kills":
        report = kill_many(chosen.count, chosen.seed, say=True)
    else:
        with at_a_window() as opens:
            report = cut_many(chosen.count, chosen.seed, opens, say=True)
    print("\n".join(report.wrong))
    print(f"{chosen.fault}, seed {chosen.seed}: {report.words}")
    return int(bool(report.wrong))


if __name__ == "__main__":
    sys.exit(main())
