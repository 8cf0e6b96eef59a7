"""Lists of a coded project, with ten variables and 200 choices, beside the same lists of the project without them."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median

from gui.tables.picked import PAGE
from gui.tables.project_model import FIRST
from models.edits import Edit, made
from models.entities import Choice, Subject, Variable
from models.lines.order import VARIABLE, Order, Sort
from models.store import Store
from models.store.derived import SORTED_BY, rebuild
from models.store.opening import connect
from models.store.view import StoreView
from tests.benchmarks.measuring import Pair, worked
from tests.benchmarks.places import Places
from tests.benchmarks.writing import AT, CODER

ANSWERS = {
    "choice": "NULL",
    "choices": "NULL",
    "yes_no": "CASE record.row % 3 WHEN 0 THEN 'yes' WHEN 1 THEN 'no' ELSE 'unclear' END",
    "text": "'words of kind ' || (record.row * 7919 % 1000)",
    "whole_number": "record.row * 31 % 100",
    "decimal": "record.row * 7919 % 100003 / 1000.0",
    "date": "date('2020-01-01', '+' || (record.row * 37 % 2000) || ' days')",
}
"""The kinds of the variables, each with what is answered, in SQL; NULL for one of its choices."""
ASKED = (
    *(("claim", kind) for kind in ("choice", "choice", "choice", "choices", "yes_no", "text", "whole_number")),
    *(("claim", "decimal"), ("number", "date"), ("number", "yes_no")),
)
"""The subject and kind of each variable."""
CHOICES = 50
"""Those of each variable that has choices."""
FILTERS = ("", "wall", "berths", "brekke")
TURNS = 5
"""How often both sides are asked for a list in each run."""


def _codebook() -> Edit:
    variables = [
        Variable(subject=Subject(subject), name=f"asked_{at}", label=f"Question {at}", kind=kind, position=at)
        for at, (subject, kind) in enumerate(ASKED, 1)
    ]
    choices = [
        Choice(variable=each.id, value=f"choice_{at}", label=f"Choice {at}", position=at)
        for each in variables
        for at in range(CHOICES)
        if each.kind.startswith("choice")
    ]
    return Edit("Write codebook", tuple(made(each) for each in (*variables, *choices)))


def coded(places: Places, statements: int) -> Path:
    """Return a project of so many statements in which four of five records have an answer under each variable."""
    path = places.folder / f"coded-{statements}.onrecord"
    if not path.exists():
        part = path.with_suffix(".part")
        shutil.copyfile(places.multiplied(statements), part)
        with Store.open(part) as store:
            store.apply(_codebook().stamped(CODER, AT))
        _answer(part)
        part.rename(path)
    return path


def _answer(path: Path) -> None:
    """Write the answers by SQL, and derive again what lists are sorted and filtered by."""
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for at, (subject, kind) in enumerate(ASKED, 1):
            connection.execute(
                f"""INSERT INTO answer (id, coder, made_at, changed_at, variable, article, {subject}, choice, value)
                    SELECT substr(record.id, 1, 33) || printf('%03x', variable.row), record.coder, record.made_at,
                           record.changed_at, variable.id, record.article, record.id, choice.id, {ANSWERS[kind]}
                    FROM variable CROSS JOIN {subject} AS record LEFT JOIN choice ON choice.variable = variable.id
                         AND choice.value = 'choice_' || (record.row * 7919 % {CHOICES})
                    WHERE variable.position = ? AND record.row % 5 <> variable.position % 5""",
                (at,),
            )
        rebuild(connection)
        connection.execute("COMMIT")


@contextmanager
def lists(places: Places, statements: int) -> Iterator[Pair]:
    """All that the window asks for to show a list: its first lines, all its keys, and a page; by every sort and filter.

    The sum of all lists is compared. A line of JSON tells the least, the median and the most of single lists.
    """
    columns = ("place", "article", "published", "speaker", *SORTED_BY)
    orders = [Order((Sort(column),), text=text) for column, text in product(columns, FILTERS)]
    plain = places.multiplied(statements)
    with closing(StoreView(plain)) as without, closing(StoreView(coded(places, statements))) as view:

        def compare() -> float:
            turns = [(_median(view, order), _median(without, order)) for order in orders]
            ratios = sorted(ours / floor for ours, floor in turns)
            told = [round(each, 2) for each in (ratios[0], median(ratios), ratios[-1])]
            print(json.dumps({"lists": len(orders), "ratios": told}), flush=True)
            return sum(ours for ours, _ in turns) / sum(floor for _, floor in turns)

        yield Pair(compare, lambda: 1.0)


@contextmanager
def sorted_by_answers(places: Places, statements: int) -> Iterator[Pair]:
    """The list sorted by each variable, beside the same list sorted by each attribute that has an index."""
    with closing(StoreView(coded(places, statements))) as view, closing(connect(coded(places, statements))) as asked:
        variables = [f"{VARIABLE}{found}" for (found,) in asked.execute("SELECT id FROM variable ORDER BY position")]

        def mean(columns: list[str]) -> float:
            return sum(_median(view, Order((Sort(column),))) for column in columns) / len(columns)

        yield Pair(lambda: mean(variables), lambda: mean([*SORTED_BY]))


def _median(view: StoreView, order: Order) -> float:
    return median(worked(partial(_show, view, order)) for _ in range(TURNS))


def _show(view: StoreView, order: Order) -> None:
    view.first_lines(order, FIRST)
    view.lines(view.make_list(None, order), 0, PAGE)
