"""The tables of the codebook, which version 2 brings: variables, their choices, answers, and examples."""

from models.store.database_tools import Database
from models.store.schema import SIGNED, statements

TABLES = f"""
CREATE TABLE variable (
    -- An attribute that the study asks about claims, numbers, speakers or articles.
    {SIGNED},
    subject TEXT NOT NULL CHECK (subject IN ('claim', 'number', 'speaker', 'article')),
    name TEXT NOT NULL UNIQUE CHECK (name GLOB '[a-z]*' AND name NOT GLOB '*[^a-z0-9_]*'),    -- in exports
    label TEXT NOT NULL CHECK (label <> ''),                    -- in the window
    kind TEXT NOT NULL CHECK (kind <> ''),                      -- such as text, choice, date
    definition TEXT CHECK (definition <> ''),                   -- what it means
    instruction TEXT CHECK (instruction <> ''),                 -- how to code it
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    open_ended INTEGER NOT NULL CHECK (open_ended IN (0, 1)),   -- 1: a choice can be added while coding
    offered TEXT CHECK (offered <> ''),                         -- the answer that is offered, and never written alone
    shown_if TEXT REFERENCES variable (id),                     -- asked only if this variable has an answer …
    shown_for TEXT CHECK (shown_for <> ''),                     -- … that is this one; NULL: any
    position INTEGER NOT NULL,
    CHECK (shown_for IS NULL OR shown_if IS NOT NULL)
) STRICT;
CREATE INDEX variable_by_condition ON variable (shown_if);

CREATE TABLE choice (
    -- One of the values of a variable, and its place in the tree of levels.
    {SIGNED},
    variable TEXT NOT NULL REFERENCES variable (id),
    parent TEXT REFERENCES choice (id),                         -- NULL: at the first level
    value TEXT NOT NULL CHECK (value <> ''),                    -- the code in exports
    label TEXT NOT NULL CHECK (label <> ''),
    definition TEXT CHECK (definition <> ''),
    colour TEXT CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    position INTEGER NOT NULL,                                  -- among the choices of one parent
    UNIQUE (variable, value)
) STRICT;
CREATE INDEX choice_by_parent ON choice (parent);

CREATE TABLE answer (
    -- What a coder said of one record under one variable; several choices are several rows.
    {SIGNED},
    variable TEXT NOT NULL REFERENCES variable (id),
    article TEXT REFERENCES article (id),                       -- also where the claim or number is
    claim TEXT REFERENCES claim (id),
    number TEXT REFERENCES number (id),
    speaker TEXT REFERENCES speaker (id),
    choice TEXT REFERENCES choice (id),
    named TEXT REFERENCES speaker (id),                         -- a speaker as an answer, such as the addressee
    value TEXT CHECK (value <> ''),                             -- text, date, number, yes, no or unclear
    CHECK ((claim IS NOT NULL) + (number IS NOT NULL) + (speaker IS NOT NULL) <= 1),
    CHECK ((article IS NULL) = (speaker IS NOT NULL)),
    CHECK ((choice IS NOT NULL) + (named IS NOT NULL) + (value IS NOT NULL) = 1)
) STRICT;
CREATE INDEX answer_by_variable ON answer (variable);
CREATE INDEX answer_by_article ON answer (article) WHERE article IS NOT NULL;
CREATE INDEX answer_about_article ON answer (article) WHERE claim IS NULL AND number IS NULL AND article IS NOT NULL;
CREATE INDEX answer_by_claim ON answer (claim) WHERE claim IS NOT NULL;
CREATE INDEX answer_by_number ON answer (number) WHERE number IS NOT NULL;
CREATE INDEX answer_by_speaker ON answer (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX answer_by_choice ON answer (choice) WHERE choice IS NOT NULL;
CREATE INDEX answer_by_named ON answer (named) WHERE named IS NOT NULL;

CREATE TABLE anchor (
    -- An example of what a variable or a choice means: the words of a claim or number.
    {SIGNED},
    variable TEXT NOT NULL REFERENCES variable (id),
    choice TEXT REFERENCES choice (id),
    words TEXT NOT NULL CHECK (words <> ''),
    place TEXT CHECK (place <> ''),                             -- the article in words: outlet, date, title
    article TEXT REFERENCES article (id),                       -- NULL: came with a codebook, or is gone
    claim TEXT REFERENCES claim (id),
    number TEXT REFERENCES number (id),
    CHECK (claim IS NULL OR number IS NULL)
) STRICT;
CREATE INDEX anchor_by_variable ON anchor (variable);
CREATE INDEX anchor_by_choice ON anchor (choice) WHERE choice IS NOT NULL;
CREATE INDEX anchor_by_article ON anchor (article) WHERE article IS NOT NULL;
CREATE INDEX anchor_by_claim ON anchor (claim) WHERE claim IS NOT NULL;
CREATE INDEX anchor_by_number ON anchor (number) WHERE number IS NOT NULL;

CREATE TABLE answer_sort (
    -- Derived: what lists are sorted by under a variable. Variable, record and article are rows of these tables.
    variable INTEGER NOT NULL,
    record INTEGER NOT NULL,
    article INTEGER NOT NULL,                                   -- of a claim or number; 0 for speakers and articles
    key ANY NOT NULL,                                           -- a number, or a folded text
    PRIMARY KEY (variable, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_sort_in_order ON answer_sort (variable, key, article, record);
CREATE INDEX answer_sort_in_reverse ON answer_sort (variable, key DESC, article, record);
"""


def bring_codebook(database: Database) -> None:
    """Create the tables of the codebook, in a file of version 1."""
    for statement in statements(TABLES):
        database.execute(statement)
