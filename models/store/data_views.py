"""What version 4 brings: exports with a name, and views by which other programs read the data.

The views have the rows and the columns of the exported tables, without the answers, which are a view of their own with
a row for each answer. No query of Onrecord reads them.
"""

from collections.abc import Callable

from models.entities import Claim, Number, Record, Role
from models.store.database_tools import Database
from models.store.rows import TABLES as TABLE_OF
from models.store.schema import SIGNED, statements
from models.text.excerpts import GAP

TABLE = f"""
CREATE TABLE export (
    -- What is exported, in which form and to where, under a name.
    {SIGNED},
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    definition TEXT NOT NULL CHECK (definition <> '')           -- JSON with a format number
) STRICT;
"""


Spans = Callable[[type[Record], Role], str]
"""Returns the FROM clause for the spans that play a role for the claim or number of a row."""


def _by_id(of: type[Record], role: Role) -> str:
    return f"FROM span WHERE span.{TABLE_OF[of]} = {TABLE_OF[of]}.id AND span.role = '{role}'"


def _by_row(of: type[Record], role: Role) -> str:
    return f"FROM kept_span AS span WHERE span.{TABLE_OF[of]} = {TABLE_OF[of]}.row AND span.role = '{role}'"


def _joined(part: str, separator: str, spans: str) -> str:
    """Return SQL that joins a text for each span, in the order of the parts."""
    parts = f'SELECT {part} AS part {spans} ORDER BY span.position, span.start, span."end"'
    return f"(SELECT group_concat(part, '{separator}') FROM ({parts}))"


def _words(spans: str) -> str:
    part = """substr((SELECT text FROM content WHERE sha256 = article.content),
                     span.start + 1, span."end" - span.start)"""
    return _joined(part, GAP, spans)


def _parts(spans: str) -> str:
    return _joined("""span.start || '-' || span."end\"""", ";", spans)


def _boundaries(name: str, spans: str) -> str:
    return f'(SELECT min(span.start) {spans}) AS {name}_start, (SELECT max(span."end") {spans}) AS {name}_end'


def _discussed(table: str) -> str:
    return f"CASE {table}.discuss WHEN 1 THEN 'yes' END AS {table}_to_discuss"


def _signed(table: str) -> str:
    return f"{table}.coder, {table}.made_at, {table}.changed_at"


ARTICLE = "article.id AS article_id, article.title, article.outlet, article.byline, article.published"
SPEAKER = "speaker.id AS speaker_id, speaker.name AS speaker_name"
SPEAKER_IS = "speaker.kind AS speaker_kind, speaker.role AS speaker_role, speaker.affiliation AS speaker_affiliation"


def of_records(of_claim: str = "", of_number: str = "", *, by_row: bool = False) -> str:
    """Return the views of statements, claims and numbers, with the columns that a later version adds to the notes.

    Spans are found by the row of their record, or in older versions by its id.
    """
    spans: Spans = _by_row if by_row else _by_id
    content, cue, source = (spans(Claim, role) for role in (Role.CONTENT, Role.CUE, Role.SOURCE))
    printed = spans(Number, Role.NUMBER)
    claim_words = f"claim.id AS claim_id, {_words(content)} AS claim_words"
    claim = f"""{claim_words},
    {_boundaries("claim", content)},
    {_parts(content)} AS claim_parts,
    claim.summary, claim.mode, {_discussed("claim")}, claim.note AS claim_note{of_claim}"""
    number = f"""number.id AS number_id, {_words(printed)} AS number_words,
    number.value, number.upper, number.qualifier, number.unit, number.counted, {_discussed("number")},
    number.note AS number_note{of_number},
    {_boundaries("number", printed)}"""
    return f"""
CREATE VIEW statements AS
-- A claim with its speaker and one of its numbers: a row for each number of a claim, for each claim without a number,
-- and for each number without a claim, in text order. Starts and ends count code points from 0; no end is included.
SELECT {ARTICLE},
    {SPEAKER}, {SPEAKER_IS},
    {claim},
    {number},
    coalesce(claim.coder, number.coder) AS coder, coalesce(number.made_at, claim.made_at) AS made_at,
    max(coalesce(claim.changed_at, ''), coalesce(number.changed_at, '')) AS changed_at
FROM statement CROSS JOIN article ON article.row = statement.article
LEFT JOIN claim ON claim.row = statement.claim
LEFT JOIN number ON number.row = statement.number
LEFT JOIN speaker ON speaker.id = claim.speaker
WHERE statement.article > 0;    -- always true: lets SQLite read the lines in the order of their key

CREATE VIEW claims AS
-- What a speaker is reported to have said, with the words that report it (cue) and that name the speaker (source).
SELECT {ARTICLE},
    {SPEAKER},
    {claim},
    {_words(cue)} AS cue_words,
    {_parts(cue)} AS cue_parts,
    {_words(source)} AS source_words,
    {_parts(source)} AS source_parts,
    (SELECT count(*) FROM number WHERE number.claim = claim.id) AS numbers,
    {_signed("claim")}
FROM claim JOIN article ON article.id = claim.article LEFT JOIN speaker ON speaker.id = claim.speaker;

CREATE VIEW numbers AS
-- A quantity as printed, with its value and, if it is in a claim, that claim.
SELECT {ARTICLE},
    {SPEAKER},
    {claim_words},
    {number},
    {_signed("number")}
FROM number JOIN article ON article.id = number.article LEFT JOIN claim ON claim.id = number.claim
LEFT JOIN speaker ON speaker.id = claim.speaker;
"""


VIEWS = f"""{of_records()}
CREATE VIEW speakers AS
-- Someone or something that makes claims; each has one row for the whole project.
SELECT {SPEAKER}, {SPEAKER_IS},
    speaker.outside_id AS speaker_outside_id, {_discussed("speaker")}, speaker.note AS speaker_note,
    (SELECT count(*) FROM claim WHERE claim.speaker = speaker.id) AS claims,
    (SELECT count(*) FROM claim JOIN number ON number.claim = claim.id WHERE claim.speaker = speaker.id) AS numbers,
    (SELECT count(DISTINCT claim.article) FROM claim WHERE claim.speaker = speaker.id) AS articles,
    {_signed("speaker")}
FROM speaker;

CREATE VIEW aliases AS
-- Another name under which a speaker appears in the articles.
SELECT alias.id AS alias_id, speaker.id AS speaker_id, speaker.name AS speaker_name, alias.name AS alias,
    {_signed("alias")}
FROM alias JOIN speaker ON speaker.id = alias.speaker;

CREATE VIEW articles AS
-- One article, with everything that is known about it and its text.
SELECT {ARTICLE}, article.address, article.language, article.status, {_discussed("article")},
    article.note AS article_note, article.file_name, article.encoding, article.content AS sha256,
    (SELECT count(*) FROM claim WHERE claim.article = article.id) AS claims,
    (SELECT count(*) FROM number WHERE number.article = article.id) AS numbers,
    length(content.text) AS characters,
    (SELECT group_concat(part, ';') FROM (
        SELECT boilerplate.start || '-' || boilerplate."end" AS part FROM boilerplate
        WHERE boilerplate.article = article.id ORDER BY boilerplate.start, boilerplate."end")) AS boilerplate,
    {_signed("article")},
    content.text
FROM article JOIN content ON content.sha256 = article.content;

CREATE VIEW answers AS
-- An answer to a variable of the codebook about one record: a claim, a number, a speaker, or, if all these are absent,
-- the article. Choice is the code of a choice; answer is its label, the name of a speaker, or the value.
SELECT answer.id AS answer_id, answer.variable AS variable_id, variable.name AS variable, variable.subject AS about,
    answer.article AS article_id, answer.claim AS claim_id, answer.number AS number_id, answer.speaker AS speaker_id,
    answer.choice AS choice_id, choice.value AS choice, answer.named AS named_speaker_id,
    coalesce(choice.label, named.name, answer.value) AS answer, {_signed("answer")}
FROM answer JOIN variable ON variable.id = answer.variable LEFT JOIN choice ON choice.id = answer.choice
LEFT JOIN speaker AS named ON named.id = answer.named;
"""


def bring_data_views(database: Database) -> None:
    """Add the table of exports and the views to a file of version 3."""
    for statement in statements(TABLE + VIEWS):
        database.execute(statement)
