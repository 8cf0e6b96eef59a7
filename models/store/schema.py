"""The tables of a project file, as commented DDL: the schema is its own documentation.

Version 1 is frozen: its tables, columns, constraints, indexes and triggers are never changed here, and a test compares
them with `tests/models/version_1/structure.txt`. What a feature needs comes with an upgrade (`versions.py`). Comments
may change; SQLite keeps those inside a table, so that the file explains itself in any other tool.
Rules that every table follows:

* ids are UUIDv7 text, so that the files of two coders can be merged;
* absent is NULL, never an empty string: "not coded" is not a value;
* offsets are Unicode code points into the article's text, half-open;
* times are ISO 8601 in UTC; `coder` made the row.
"""

import sqlite3

APPLICATION_ID = 0x4F6E5263
"""`PRAGMA application_id`: "OnRc" in ASCII. A file without it is not ours and is not touched."""

ID = "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36)"

SIGNED = """row INTEGER PRIMARY KEY,                                    -- what the derived tables refer to
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    coder TEXT NOT NULL CHECK (coder <> ''),
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL"""


def edit_table(unique: str = "") -> str:
    """Return the table of the history; in version 1, ids were `unique` by an index."""
    return f"""CREATE TABLE edit (
    -- The history: what was done, undone and done again. Nothing is ever taken out of it.
    row INTEGER PRIMARY KEY,                                    -- the order in which edits came into this file
    id TEXT NOT NULL {unique}CHECK (length(id) = 36),
    origin INTEGER NOT NULL REFERENCES origin (row),
    seq INTEGER NOT NULL CHECK (seq >= 1),                      -- counts the edits of one origin, without a gap
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    label TEXT NOT NULL CHECK (label <> ''),                    -- the words in the Undo menu
    undoes INTEGER,                                             -- seq of the edit this one takes back
    gesture INTEGER NOT NULL,                                   -- seq of the first edit of its gesture, often itself
    then_undo INTEGER,                                          -- seq of what Undo takes back after this edit
    then_redo INTEGER,                                          -- seq of what Redo takes back after this edit
    changes INTEGER NOT NULL CHECK (changes > 0),               -- how many rows it makes, changes or deletes
    body TEXT NOT NULL,                                         -- JSON: format, contents, originals, changes
    UNIQUE (origin, seq),
    FOREIGN KEY (origin, undoes) REFERENCES edit (origin, seq),
    FOREIGN KEY (origin, gesture) REFERENCES edit (origin, seq),
    FOREIGN KEY (origin, then_undo) REFERENCES edit (origin, seq),
    FOREIGN KEY (origin, then_redo) REFERENCES edit (origin, seq),
    CHECK ((kind = 'do') = (undoes IS NULL)),
    CHECK (gesture <= seq)
) STRICT;"""


EDIT_RULES = """
CREATE UNIQUE INDEX edit_is_taken_back_once ON edit (origin, undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER edit_follows_the_one_before BEFORE INSERT ON edit
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM edit WHERE origin = new.origin)
BEGIN SELECT RAISE(ABORT, 'the history has no gaps'); END;
CREATE TRIGGER edit_is_never_changed BEFORE UPDATE ON edit
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
"""
"""The index and the triggers of the history, in every version."""

SPAN = f"""CREATE TABLE span (
    -- A part of an article that plays one role for one claim or one number, which names the coder.
    {ID},
    article TEXT NOT NULL REFERENCES article (id),
    role TEXT NOT NULL CHECK (role IN ('content', 'cue', 'source', 'number')),
    claim TEXT REFERENCES claim (id),
    number TEXT REFERENCES number (id),
    position INTEGER NOT NULL DEFAULT 0,                        -- the order of a claim's parts
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    CHECK ("end" > start),
    CHECK ((role = 'number') = (number IS NOT NULL)),
    CHECK ((claim IS NULL) <> (number IS NULL))
) STRICT;
"""
"""The table of spans, up to version 6."""

VERSION_1 = f"""
CREATE TABLE content (
    -- The text of an article: kept once, never changed under its spans.
    row INTEGER PRIMARY KEY,                                    -- the order in which texts came into this file
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),    -- of the text, in UTF-8
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TRIGGER content_is_never_changed BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'the text of an article is never changed'); END;

CREATE TABLE original (
    -- The file that an article came from, as it was read: kept once, never changed.
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),    -- of the bytes
    data BLOB NOT NULL
) STRICT;

CREATE TRIGGER original_is_never_changed BEFORE UPDATE ON original
BEGIN SELECT RAISE(ABORT, 'the file of an article is never changed'); END;

CREATE TABLE article (
    -- One text with what is known about it.
    {SIGNED},
    content TEXT NOT NULL REFERENCES content (sha256),
    original TEXT REFERENCES original (sha256),                 -- NULL: a text that was pasted
    title TEXT NOT NULL CHECK (title <> ''),
    outlet TEXT CHECK (outlet <> ''),
    byline TEXT CHECK (byline <> ''),
    published TEXT CHECK (published <> ''),                     -- ISO 8601 date, or date and time
    address TEXT CHECK (address <> ''),                         -- where it was found: a URL
    language TEXT CHECK (language <> ''),                       -- ISO 639-1
    file_name TEXT CHECK (file_name <> ''),
    encoding TEXT CHECK (encoding <> ''),                       -- how the bytes of the file were understood
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done')),
    note TEXT CHECK (note <> '')
) STRICT;
CREATE INDEX article_by_content ON article (content);
CREATE INDEX article_by_original ON article (original);
CREATE INDEX article_by_date ON article (published, id);
CREATE INDEX article_by_date_in_reverse ON article (published DESC, id);

CREATE TABLE speaker (
    -- Someone or something that claims: one entry for the whole project.
    {SIGNED},
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT CHECK (kind IN ('person', 'organisation', 'group', 'unnamed')),
    role TEXT CHECK (role <> ''),
    affiliation TEXT CHECK (affiliation <> ''),
    note TEXT CHECK (note <> '')
) STRICT;

CREATE TABLE alias (
    -- Another name under which a speaker appears.
    {SIGNED},
    speaker TEXT NOT NULL REFERENCES speaker (id),
    name TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (speaker, name)
) STRICT;

CREATE TABLE claim (
    -- What a speaker is reported to have said. Its words are its spans of role content.
    {SIGNED},
    article TEXT NOT NULL REFERENCES article (id),
    speaker TEXT REFERENCES speaker (id),
    mode TEXT CHECK (mode IN ('direct', 'indirect', 'mixed')),
    summary TEXT CHECK (summary <> ''),                       -- in the coder's words
    note TEXT CHECK (note <> '')
) STRICT;
CREATE INDEX claim_by_article ON claim (article);
CREATE INDEX claim_by_speaker ON claim (speaker);

CREATE TABLE number (
    -- A quantity as printed, with its value; a range has an upper value too.
    {SIGNED},
    article TEXT NOT NULL REFERENCES article (id),
    claim TEXT REFERENCES claim (id),                           -- NULL: a number outside of claims
    value REAL,                                                 -- scaled: "2.3 million" is 2300000
    upper REAL CHECK (upper IS NULL OR value IS NOT NULL),
    qualifier TEXT CHECK (qualifier IN
        ('exact', 'about', 'almost', 'more than', 'at least', 'less than', 'at most')),
    unit TEXT CHECK (unit <> ''),                               -- a symbol; for money its ISO 4217 code
    counted TEXT CHECK (counted <> ''),                         -- what is counted or measured
    note TEXT CHECK (note <> ''),
    CHECK ((value IS NULL) = (qualifier IS NULL))
) STRICT;
CREATE INDEX number_by_article ON number (article);
CREATE INDEX number_by_claim ON number (claim);

{SPAN}
CREATE INDEX span_by_article ON span (article, start);
CREATE INDEX span_by_claim ON span (claim);
CREATE INDEX span_by_number ON span (number);

CREATE TABLE boilerplate (
    -- A line of an article that belongs to the page: a menu, an advertisement, a newsletter box.
    {ID},
    article TEXT NOT NULL REFERENCES article (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL,
    CHECK ("end" > start)
) STRICT;
CREATE INDEX boilerplate_by_article ON boilerplate (article, start);

CREATE TABLE origin (
    -- Where edits come from: one coder in one copy of the project. Two files are merged by the origins they lack.
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    coder TEXT NOT NULL CHECK (coder <> ''),
    began_at TEXT NOT NULL,
    here INTEGER NOT NULL CHECK (here IN (0, 1))                -- 1: goes on in this file; 0: came with a copy
) STRICT;
CREATE UNIQUE INDEX origin_goes_on_here ON origin (coder) WHERE here = 1;

{edit_table("UNIQUE ")}
{EDIT_RULES}

-- Every word of every article, for searching; a text is entered when it is kept. No trigger does it:
-- with trusted_schema off, as every connection of ours has it, SQLite lets none write to a virtual table.
CREATE VIRTUAL TABLE content_search USING fts5
    (text, content = 'content', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2');

-- Derived: made of the records that an edit touches, in its transaction, so that lists of the whole project are sorted
-- and filtered in no time. Their rows are those of article, speaker, claim and number.
CREATE TABLE statement (
    -- Derived: the lines of the statements in text order, with what they are sorted by; 0 where a line has no record.
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,                                     -- of the claim, or of a number without a claim
    claim INTEGER NOT NULL,
    number_start INTEGER NOT NULL,
    number INTEGER NOT NULL,
    speaker INTEGER,
    summary TEXT,                                               -- texts are folded
    mode TEXT,
    value REAL,
    qualifier TEXT,
    unit TEXT,
    counted TEXT,
    PRIMARY KEY (article, start, claim, number_start, number)   -- and so the end of every index
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_by_claim ON statement (claim);
CREATE INDEX statement_by_number ON statement (number);
CREATE INDEX statement_by_speaker ON statement (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX statement_by_summary ON statement (summary) WHERE summary IS NOT NULL;
CREATE INDEX statement_by_summary_in_reverse ON statement (summary DESC) WHERE summary IS NOT NULL;
CREATE INDEX statement_by_mode ON statement (mode) WHERE mode IS NOT NULL;
CREATE INDEX statement_by_mode_in_reverse ON statement (mode DESC) WHERE mode IS NOT NULL;
CREATE INDEX statement_by_value ON statement (value) WHERE value IS NOT NULL;
CREATE INDEX statement_by_value_in_reverse ON statement (value DESC) WHERE value IS NOT NULL;
CREATE INDEX statement_by_qualifier ON statement (qualifier) WHERE qualifier IS NOT NULL;
CREATE INDEX statement_by_qualifier_in_reverse ON statement (qualifier DESC) WHERE qualifier IS NOT NULL;
CREATE INDEX statement_by_unit ON statement (unit) WHERE unit IS NOT NULL;
CREATE INDEX statement_by_unit_in_reverse ON statement (unit DESC) WHERE unit IS NOT NULL;
CREATE INDEX statement_by_counted ON statement (counted) WHERE counted IS NOT NULL;
CREATE INDEX statement_by_counted_in_reverse ON statement (counted DESC) WHERE counted IS NOT NULL;

CREATE TABLE title_sort (
    -- Derived: the titles that lists are sorted by, as `models.text.folding` folds them.
    article INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    id TEXT NOT NULL                                            -- of the article: articles of one title by their import
) STRICT;
CREATE INDEX title_sort_in_order ON title_sort (title, id);
CREATE INDEX title_sort_in_reverse ON title_sort (title DESC, id);

CREATE TABLE name_sort (
    -- Derived: the same for the names of speakers.
    speaker INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    id TEXT NOT NULL
) STRICT;
CREATE INDEX name_sort_in_order ON name_sort (name, id);
CREATE INDEX name_sort_in_reverse ON name_sort (name DESC, id);

CREATE TABLE filter_text (
    -- Derived: the words by which a filter finds a record, as `models.text.folding` folds them.
    row INTEGER PRIMARY KEY,                                    -- 4 x its row, + 1 speaker, 2 claim, 3 number
    text TEXT NOT NULL
) STRICT;

-- Which of them hold three characters in a row.
CREATE VIRTUAL TABLE filter_index USING fts5
    (text, content = 'filter_text', content_rowid = 'row', tokenize = 'trigram', detail = 'none', columnsize = 0);
"""


def statements(script: str) -> list[str]:
    """Split DDL into statements, to run them in one transaction; `executescript` would end it."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found
