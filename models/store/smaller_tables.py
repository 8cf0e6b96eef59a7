"""What version 7 brings: the same records in a smaller file.

Spans, of which a claim has three or more, are kept in `kept_span`, which names their records by row. A row takes 3
bytes where an id takes 36, and so does each entry of an index; and a span is found through its record, in whose article
it is, so that an index by article is not needed. With their own ids, spans took a fourth of a file. The view `span`
shows them as before, with the ids of their records, and is read and written like a table.

An edit is found by its number, or from the newest on, so that its id needs no index.
"""

from models.store.data_views import of_records
from models.store.database_tools import Database
from models.store.schema import EDIT_RULES, ID, edit_table, statements
from models.store.suggestion_tables import BEGAN

ROLES = "'content', 'cue', 'source', 'number'"

NEW_SPAN = """INSERT INTO kept_span (id, role, claim, number, position, start, "end") VALUES (new.id, new.role,
    iif(new.claim IS NULL, NULL, coalesce((SELECT row FROM claim WHERE id = new.claim), 0)),
    iif(new.number IS NULL, NULL, coalesce((SELECT row FROM number WHERE id = new.number), 0)),
    new.position, new.start, new."end");"""
"""A row 0 is that of no record, and so refused."""

INDEXES_OF_SPANS = """
CREATE INDEX kept_span_by_claim ON kept_span (claim) WHERE claim IS NOT NULL;
CREATE INDEX kept_span_by_number ON kept_span (number) WHERE number IS NOT NULL;
"""


def kept_span_table(id_: str) -> str:
    """Return the table that the spans are kept in, with this column of their ids."""
    return f"""
CREATE TABLE kept_span (
    -- How spans are kept: by the row of their claim or number. Read and write the view span instead.
    {id_},
    role TEXT NOT NULL CHECK (role IN ({ROLES})),
    claim INTEGER REFERENCES claim (row),
    number INTEGER REFERENCES number (row),
    position INTEGER NOT NULL DEFAULT 0,                        -- the order of a claim's parts
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    CHECK ("end" > start),
    CHECK ((role = 'number') = (number IS NOT NULL)),
    CHECK ((claim IS NULL) <> (number IS NULL))
) STRICT;
"""


FILL = """
INSERT INTO kept_span (id, role, claim, number, position, start, "end")
SELECT span.id, span.role, iif(span.claim IS NULL, NULL, coalesce(claim.row, 0)),
       iif(span.number IS NULL, NULL, coalesce(number.row, 0)), span.position, span.start, span."end"
FROM span LEFT JOIN claim ON claim.id = span.claim LEFT JOIN number ON number.id = span.number ORDER BY span.id;

DROP TABLE span;
"""
"""Put the rows of a table of spans, as versions up to 6 have it, into `kept_span`."""

SPAN_VIEW = """
CREATE VIEW span AS
-- A part of an article that plays one role for one claim or one number, which names the coder.
SELECT kept_span.id, claim.article, role, claim.id AS claim, CAST(NULL AS TEXT) AS number, position, start, "end"
FROM kept_span JOIN claim ON claim.row = kept_span.claim
UNION ALL
SELECT kept_span.id, number.article, role, CAST(NULL AS TEXT), number.id, position, start, "end"
FROM kept_span JOIN number ON number.row = kept_span.number;
"""

SPAN_RULES = f"""
CREATE TRIGGER span_is_made INSTEAD OF INSERT ON span
BEGIN {NEW_SPAN} END;
CREATE TRIGGER span_is_changed INSTEAD OF UPDATE ON span
BEGIN DELETE FROM kept_span WHERE id = old.id; {NEW_SPAN} END;
CREATE TRIGGER span_is_deleted INSTEAD OF DELETE ON span
BEGIN DELETE FROM kept_span WHERE id = old.id; END;
"""
"""How the view is written, in version 7."""

EDITS = f"""
ALTER TABLE edit RENAME TO edit_before;
{edit_table()}
INSERT INTO edit SELECT * FROM edit_before ORDER BY row;
DROP TABLE edit_before;
{EDIT_RULES}
"""


INDEXES = """
CREATE INDEX article_by_outlet ON article (outlet, id);
CREATE INDEX article_by_status ON article (status, id);
CREATE INDEX claim_by_coder ON claim (coder);
CREATE INDEX number_by_coder ON number (coder);
CREATE INDEX claim_by_rule ON claim (origin, rule) WHERE rule IS NOT NULL;
CREATE INDEX number_by_rule ON number (origin, rule) WHERE rule IS NOT NULL;
"""
"""What lists of statements are sorted and filtered by besides their own columns (`row_lookups`): 22 bytes a statement
for its coder, and 110 bytes an article.
"""


def bring_smaller_tables(database: Database) -> None:
    """Keep the spans and the history of a file of version 6 in less space, and find lines by more indexes."""
    for view in ("statements", "claims", "numbers"):
        database.execute(f"DROP VIEW {view}")
    spans = kept_span_table(ID) + INDEXES_OF_SPANS + FILL + SPAN_VIEW + SPAN_RULES
    for statement in statements(EDITS + spans + INDEXES + of_records(*BEGAN, by_row=True)):
        database.execute(statement)
