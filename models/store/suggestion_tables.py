"""What version 6 brings: how a record began, what was dismissed, facts about the project, words of its own, and what
edits are about.

The views for other programs are made again with how a record began.
"""

from models.store.data_views import of_records
from models.store.database_tools import Database
from models.store.edit_subjects import rebuild
from models.store.schema import SIGNED, statements

ORIGIN = "origin TEXT NOT NULL DEFAULT 'by hand' CHECK (origin IN ('by hand', 'accepted', 'changed'))"
RULE = """rule TEXT /* by which a suggestion was found */ CHECK (rule <> '')
    CHECK ((rule IS NULL) = (origin = 'by hand'))"""

TABLES = f"""
CREATE TABLE dismissed (
    -- A suggestion that was dismissed for good, or a place of which the coder said that there is nothing to record.
    {SIGNED},
    article TEXT NOT NULL REFERENCES article (id),
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'number', 'place')),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    words TEXT CHECK (words <> ''),                             -- of a number, as they are printed
    CHECK ("end" > start),
    CHECK ((kind = 'number') = (words IS NOT NULL))
) STRICT;
CREATE INDEX dismissed_by_article ON dismissed (article, start);

CREATE TABLE property (
    -- A fact about the whole project that belongs to its data.
    {SIGNED},
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    value TEXT NOT NULL CHECK (value <> '')
) STRICT;

CREATE TABLE word (
    -- Words that the project adds to a list of the program.
    {SIGNED},
    language TEXT NOT NULL CHECK (language <> ''),              -- ISO 639-1
    list TEXT NOT NULL CHECK (list <> ''),                      -- such as reporting_verbs
    words TEXT NOT NULL CHECK (words <> ''),
    UNIQUE (language, list, words)
) STRICT;

CREATE TABLE coverage (
    -- Derived: how many places of an article have no record; no row until they are counted, and after each change.
    article INTEGER PRIMARY KEY,                                -- its row
    quotations INTEGER NOT NULL CHECK (quotations >= 0),
    verbs INTEGER NOT NULL CHECK (verbs >= 0),                  -- sentences with a reporting verb
    numbers INTEGER NOT NULL CHECK (numbers >= 0),
    rules INTEGER NOT NULL                                      -- the number of the rules that found the places
) STRICT;

CREATE TABLE history_article (
    -- Derived: every article that the history is about, also those that are gone.
    row INTEGER PRIMARY KEY,                                    -- what edit_in_article refers to
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36)
) STRICT;

CREATE TABLE edit_in_article (
    -- Derived: the edits of each article and of what is recorded in it, so that the history is filtered in no time.
    article INTEGER NOT NULL,                                   -- a row of history_article
    edit INTEGER NOT NULL,
    PRIMARY KEY (article, edit)
) STRICT, WITHOUT ROWID;

CREATE TABLE edit_of_kind (
    -- Derived: the edits that concern claims, those that concern numbers, and so on; an edit can concern several.
    kind TEXT NOT NULL CHECK (kind <> ''),
    edit INTEGER NOT NULL,
    PRIMARY KEY (kind, edit)
) STRICT, WITHOUT ROWID;
"""

BEGAN = tuple(f",\n    {table}.origin AS {table}_origin, {table}.rule AS {table}_rule" for table in ("claim", "number"))
"""How a claim or number began, as columns of the views."""


def bring_suggestions(database: Database) -> None:
    """Add the columns, tables and views of version 6 to a file of version 5."""
    for table in ("claim", "number"):
        database.execute(f"ALTER TABLE {table} ADD COLUMN {ORIGIN}")
        database.execute(f"ALTER TABLE {table} ADD COLUMN {RULE}")
    for statement in statements(TABLES):
        database.execute(statement)
    rebuild(database.conn)
    for view in ("statements", "claims", "numbers"):
        database.execute(f"DROP VIEW {view}")
    for statement in statements(of_records(*BEGAN)):
        database.execute(statement)
