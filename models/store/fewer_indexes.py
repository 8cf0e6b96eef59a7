"""What version 8 brings: the same records in a smaller file again, with less to write for each edit.

* An index is read backwards for a descending order, so that a second one in reverse is not needed.
* A span is found through its record, which whoever asks for it knows (`as_now.py`), so that its id needs no index.
* Nothing reads the index of all words of all articles: searches read the texts.
"""

from models.store.data_views import of_records
from models.store.database_tools import Database
from models.store.schema import statements
from models.store.smaller_tables import FILL, INDEXES_OF_SPANS, NEW_SPAN, SPAN_VIEW, kept_span_table
from models.store.suggestion_tables import BEGAN

IN_REVERSE = (
    *(f"statement_by_{name}" for name in ("summary", "mode", "value", "qualifier", "unit", "counted")),
    *("article_by_date", "title_sort", "name_sort", "answer_sort"),
)

FORGET_SPAN = """
    DELETE FROM kept_span WHERE claim = (SELECT row FROM claim WHERE id = old.claim) AND id = old.id;
    DELETE FROM kept_span WHERE number = (SELECT row FROM number WHERE id = old.number) AND id = old.id;"""

SPAN_RULES = f"""
CREATE TRIGGER span_is_made INSTEAD OF INSERT ON span
BEGIN {NEW_SPAN} END;
CREATE TRIGGER span_is_changed INSTEAD OF UPDATE ON span
BEGIN {FORGET_SPAN}
    {NEW_SPAN} END;
CREATE TRIGGER span_is_deleted INSTEAD OF DELETE ON span
BEGIN {FORGET_SPAN} END;
"""

FOLD = FILL + SPAN_VIEW + SPAN_RULES
"""Put the rows of a table of spans into `kept_span`, and a view in its place, as it is from version 8 on."""

SPANS = f"""
DROP VIEW span;
ALTER TABLE kept_span RENAME TO kept_span_before;
DROP INDEX kept_span_by_claim;
DROP INDEX kept_span_by_number;
{kept_span_table("id TEXT NOT NULL CHECK (length(id) = 36)")}
INSERT INTO kept_span SELECT * FROM kept_span_before ORDER BY rowid;
DROP TABLE kept_span_before;
{INDEXES_OF_SPANS}
{SPAN_VIEW}
{SPAN_RULES}
"""


def bring_fewer_indexes(database: Database) -> None:
    """Keep a file of version 7 without these indexes."""
    for view in ("statements", "claims", "numbers"):
        database.execute(f"DROP VIEW {view}")
    for index in IN_REVERSE:
        database.execute(f"DROP INDEX {index}_in_reverse")
    database.execute("DROP TABLE content_search")
    for statement in statements(SPANS + of_records(*BEGAN, by_row=True)):
        database.execute(statement)
