"""The first page of the history by its filters, beside bare SQL over a table made for nothing else."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import product
from statistics import median

from models.lines.edit_line import Concern, EditFilter
from models.store.view import StoreView
from tests.benchmarks.growing import CODERS
from tests.benchmarks.measuring import Pair, worked
from tests.benchmarks.places import Places

PAGE, TURNS = 100, 3

MAKE = """
    CREATE TABLE done (edit INTEGER, coder TEXT, kind TEXT);
    INSERT INTO done SELECT edit.row, origin.coder, its.kind FROM project.edit_of_kind AS its
        JOIN project.edit ON edit.row = its.edit JOIN project.origin ON origin.row = edit.origin;
    INSERT INTO done SELECT edit.row, origin.coder, NULL FROM project.edit
        JOIN project.origin ON origin.row = edit.origin;
    CREATE INDEX by_both ON done (kind, coder, edit DESC);
    CREATE INDEX by_kind ON done (kind, edit DESC);
"""


@contextmanager
def first_pages(places: Places, statements: int) -> Iterator[Pair]:
    """Every coder with every kind, and either alone: the slowest, in times of its floor; both make lines of them."""
    path = places.grown(statements)
    with closing(StoreView(path)) as view, closing(sqlite3.connect("")) as floor:
        floor.execute("ATTACH ? AS project", (str(path),))
        floor.executescript(MAKE)
        filters = [EditFilter(None, *each) for each in product((None, *CODERS), (None, *Concern)) if any(each)]
        for wanted in filters:
            assert [*view.edit_list(wanted, PAGE).rows] == _bare(floor, wanted)

        def ours(wanted: EditFilter) -> float:
            return worked(lambda: view.edit_lines(view.edit_list(wanted, PAGE).rows))

        def bare(wanted: EditFilter) -> float:
            return worked(lambda: view.edit_lines(_bare(floor, wanted)))

        def slowest() -> float:
            ratios = {
                each: median(ours(each) / bare(each) for _ in range(TURNS)) for each in filters if _bare(floor, each)
            }
            print(json.dumps({"filters": len(ratios), "median": round(median(ratios.values()), 2)}), flush=True)
            return max(ratios.values())

        yield Pair(slowest, lambda: 1.0)


def _bare(floor: sqlite3.Connection, wanted: EditFilter) -> list[int]:
    coder = "AND coder = :coder" if wanted.coder else ""
    query = f"SELECT edit FROM done WHERE kind IS :kind {coder} ORDER BY edit DESC LIMIT {PAGE}"
    return [edit for (edit,) in floor.execute(query, {"kind": wanted.concern, "coder": wanted.coder})]
