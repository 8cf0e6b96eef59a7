"""Make random gestures and say what went wrong: `python -m tests.gestures [COUNT] [--seed N]`."""

import argparse
import faulthandler
import os
import random
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

WARM = 10_000
"""Gestures after which a process has loaded what it ever loads: every dialog, and the letters in every size."""

MOST_GROWTH = {"memory": 1.5, "used": 0.25, "things": 50, "handles": 0.1, "threads": 0.1}
"""MB, or how many, for each 1,000 gestures. The process holds more than it uses, and that part grows for longer: the
allocator keeps separate pages for each thread, and gives none back that is still used in part."""
UNITS = {
    "memory": "MB held",
    "used": "MB used",
    "things": "objects of Python",
    "handles": "handles",
    "threads": "threads",
}


def main() -> int:
    """Walk, and print the report; 1 when anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.gestures", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=WARM + 20_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    chosen = parser.parse_args()
    faulthandler.enable()
    from tests.gestures.machine import walk

    print(f"seed {chosen.seed}", flush=True)
    report = walk(chosen.count, chosen.seed)
    for failure in report.failures.values():
        print(f"\n--- {failure.times} times, first at gesture {failure.at}:\n{failure.words.strip()}\nafter")
        print("\n".join(f"  {line}" for line in failure.gestures))
    for at, size in report.sizes:
        print(f"{at} gestures: {size.words}")
    growths = {measure: growth for measure in MOST_GROWTH if (growth := report.growth(WARM, measure)) is not None}
    words = "".join(f", {growth:+.2f} {UNITS[measure]}" for measure, growth in growths.items())
    since = f" for each 1,000 after the first {WARM}" if growths else ""
    print(f"{report.gestures} gestures with seed {report.seed} in {report.seconds:.0f} s: "
          f"{len(report.failures)} failures{words}{since}")  # fmt: skip
    return int(bool(report.failures) or any(growth > MOST_GROWTH[each] for each, growth in growths.items()))


if __name__ == "__main__":
    sys.exit(main())
