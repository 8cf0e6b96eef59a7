"""What version 10 brings: indexes that have what lists and groups ask for, so that lines need not be read for it.

* Groups by unit, and by who recorded the claims, are added up from an index alone.
* The few lines without a qualifier or a mode have in their index whatever lines are sorted by.
* The titles of articles have beside them what filters ask of articles, so that those of other outlets are passed over
  in the order of titles.
"""

from models.store.database_tools import Database
from models.store.schema import statements

WIDER = """
DROP INDEX statement_by_claim;
CREATE INDEX statement_by_claim ON statement (claim, article, start, number_start, number, unit, value);
DROP INDEX statement_by_unit;
CREATE INDEX statement_by_unit ON statement (unit, article, start, claim, number_start, number, value)
    WHERE unit IS NOT NULL;
DROP INDEX statement_without_qualifier;
CREATE INDEX statement_without_qualifier ON statement
    (qualifier, article, start, claim, number_start, number, speaker, summary, mode, value, unit, counted)
    WHERE qualifier IS NULL AND number <> 0;
DROP INDEX statement_without_mode;
CREATE INDEX statement_without_mode ON statement
    (mode, article, start, claim, number_start, number, speaker, summary, value, qualifier, unit, counted)
    WHERE mode IS NULL AND claim <> 0;
"""

TITLES = """
ALTER TABLE title_sort RENAME TO title_sort_before;
DROP INDEX title_sort_in_order;
CREATE TABLE title_sort (
    -- Derived: the titles that lists are sorted and filtered by, as `models.text.folding` folds them.
    article INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    in_order TEXT NOT NULL,                                     -- the title as it is sorted: 2 comes before 10
    id TEXT NOT NULL,                                           -- of the article: articles of one title by their import
    outlet TEXT,                                                -- this and the rest as the article has it
    status TEXT NOT NULL,
    published TEXT
) STRICT;
INSERT INTO title_sort SELECT title_sort_before.*, article.outlet, article.status, article.published
    FROM title_sort_before JOIN article ON article.row = title_sort_before.article ORDER BY title_sort_before.article;
DROP TABLE title_sort_before;
CREATE INDEX title_sort_in_order ON title_sort (in_order, id, article, outlet, status, published);
"""


def bring_covering_indexes(database: Database) -> None:
    """Give a file of version 9 these indexes."""
    for statement in statements(WIDER + TITLES):
        database.execute(statement)
