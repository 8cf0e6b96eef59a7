"""Damage projects and say what became of them, a line of JSON for each way: `python -m tests.damaging [COUNT]`."""

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.damaging.rounds import BATCH, WRONG, batch, in_a_process
from tests.damaging.study import make_study
from tests.damaging.ways import WAYS


def main() -> int:
    """Damage so many files in each way; print a line of JSON for each way. 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.damaging", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=50)
    parser.add_argument("--way", help="one batch of this way, in this process")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--study", type=Path)
    chosen = parser.parse_args()
    if chosen.way:
        print(json.dumps(batch(chosen.way, range(chosen.first, chosen.first + chosen.count), chosen.study)))
        return 0
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder) / "study.onrecord"
        make_study(study, articles=10, claims=10)
        for way in WAYS:
            found = Counter[str]()
            for first in range(0, chosen.count, BATCH):
                found.update(in_a_process(way.__name__, first, min(BATCH, chosen.count - first), study))
            share = found.pop("records back where refused") / max(1, found["records where refused"])
            print(json.dumps({"way": way.__name__, **found, "share back where refused": round(share, 4)}), flush=True)
            wrong += sum(found[each] for each in WRONG)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
