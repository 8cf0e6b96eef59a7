"""What version 9 brings: lines that lack what nearly every line has are found at once, and titles in a natural order.

* Hardly any number is without a qualifier, or claim without a mode: looking at every line for those few takes long, and
  an index of them takes next to no space. One of the lines without a unit or a summary, which most lines are, would
  take much space, and the first of them are found at once anyway.
* Titles are sorted by a column of their own, with the figures in them by what they count (`natural_order`).

The edits of the history are written in fewer bytes from this version on (`edit_body.py`).
"""

from models.store.database_tools import Database
from models.store.schema import statements
from models.text.folding import folded
from models.text.natural_order import naturally

LACKING = """
CREATE INDEX statement_without_qualifier ON statement (qualifier) WHERE qualifier IS NULL AND number <> 0;
CREATE INDEX statement_without_mode ON statement (mode) WHERE mode IS NULL AND claim <> 0;
"""

TITLES = """
DROP TABLE title_sort;
CREATE TABLE title_sort (
    -- Derived: the titles that lists are sorted and filtered by, as `models.text.folding` folds them.
    article INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    in_order TEXT NOT NULL,                                     -- the title as it is sorted: 2 comes before 10
    id TEXT NOT NULL                                            -- of the article: articles of one title by their import
) STRICT;
CREATE INDEX title_sort_in_order ON title_sort (in_order, id);
"""


def bring_absence_indexes(database: Database) -> None:
    """Add these indexes to a file of version 8, and the column by which titles are sorted."""
    for statement in statements(LACKING + TITLES):
        database.execute(statement)
    titles = database.execute("SELECT row, title, id FROM article ORDER BY row").fetchall()
    rows = ((row, each := folded(title), naturally(each), id_) for row, title, id_ in titles)
    database.conn.executemany("INSERT INTO title_sort (article, title, in_order, id) VALUES (?, ?, ?, ?)", rows)
