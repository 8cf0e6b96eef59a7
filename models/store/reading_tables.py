"""What version 5 brings: dates as they are printed, lines that a site repeats, samples of articles."""

from models.store.database_tools import Database
from models.store.schema import ID, SIGNED, statements

TABLES = f"""
CREATE TABLE siteline (
    -- A line that is boilerplate, or is text, in every article of a site.
    {SIGNED},
    site TEXT NOT NULL CHECK (site <> ''),                      -- the host of the addresses, or else the outlet
    line TEXT NOT NULL CHECK (line <> ''),
    is_boilerplate INTEGER NOT NULL CHECK (is_boilerplate IN (0, 1)),
    UNIQUE (site, line)
) STRICT;

CREATE TABLE sample (
    -- Articles that were drawn at random: how they were drawn, so that it can be reported and repeated.
    {SIGNED},
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    method TEXT NOT NULL CHECK (method IN ('random', 'by outlet', 'by month', 'constructed week')),
    seed INTEGER NOT NULL,
    population INTEGER NOT NULL CHECK (population > 0),         -- the articles that could be drawn
    definition TEXT NOT NULL CHECK (definition <> '')           -- JSON with a format number
) STRICT;

CREATE TABLE drawn (
    -- An article of a sample.
    {ID},
    sample TEXT NOT NULL REFERENCES sample (id),
    article TEXT NOT NULL REFERENCES article (id),
    position INTEGER NOT NULL DEFAULT 0,                        -- the order in which the articles were drawn
    UNIQUE (sample, article)
) STRICT;
CREATE INDEX drawn_by_article ON drawn (article);
"""


def bring_reading(database: Database) -> None:
    """Add the columns and tables of version 5 to a file of version 4."""
    database.execute(
        "ALTER TABLE article ADD COLUMN published_words TEXT"
        " /* the date as it is printed, if it was not read with certainty */ CHECK (published_words <> '')"
    )
    for statement in statements(TABLES):
        database.execute(statement)
