"""Databases of the Discourse Network Analyzer become articles, claims, speakers and a codebook."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.actions.importing_project import arriving, import_project
from models.articles.article_files import articles_in
from models.articles.dna.dates import dates_of
from models.articles.dna.offsets import places_of
from models.articles.draft import Draft
from models.cli import commands
from models.entities import Claim, Span, SpeakerKind, Subject
from models.errors import UnreadableArticle
from models.other_projects.other_project import OtherProject, Part
from models.store import Store
from models.store.other_files import is_project, other_project
from tests.example import signed

FOG = (
    "Fog stops the ferry 🌫 again\r\n\r\nThe ferry must be replaced, Ida Brekke said.\r\n"
    "“Nobody will pay,” the union said.\r\n"
)
QUAY = "The quay is open\n\nThe council says it is safe.\n"

COMMON = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Password TEXT NOT NULL DEFAULT '');
CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL, Coder INTEGER,
  Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '',
  Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL,
  FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE);
CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL);
CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL,
  StatementTypeId INTEGER, UNIQUE (Variable, StatementTypeId));
CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
  Start INTEGER NOT NULL CHECK(Start >= 0), Stop INTEGER NOT NULL CHECK(Stop >= 0), Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER NOT NULL);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER NOT NULL);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT DEFAULT '');
INSERT INTO CODERS (ID, Name) VALUES (1, 'Admin'), (2, 'Ona');
INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement'), (2, 'Annotation');
INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
  (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'weight', 'integer', 1),
  (6, 'note', 'long text', 2);
INSERT INTO DATABOOLEAN VALUES (1, 1, 4, 1), (2, 2, 4, 0);
INSERT INTO DATAINTEGER VALUES (1, 1, 5, 3);
INSERT INTO DATALONGTEXT VALUES (1, 3, 6, 'Ask again.');
"""

VALUES = """(1, 1, ''), (2, 1, 'Ida Brekke'), (3, 2, 'Fishermen''s union'), (4, 3, 'Replace the ferry'),
  (5, 3, 'Traffic'), (6, 2, 'Council')"""
SHORT = "(1, 1, 1, 2), (2, 1, 2, 6), (3, 1, 3, 4), (4, 2, 1, 1), (5, 2, 2, 3), (6, 2, 3, 4)"

VERSION_3 = f"""
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT NOT NULL DEFAULT '', Red INTEGER,
  ChildOf INTEGER CHECK(ChildOf > 0), UNIQUE (VariableId, Value));
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER NOT NULL);
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT NOT NULL);
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER,
  AttributeValue TEXT);
INSERT INTO ENTITIES (ID, VariableId, Value) VALUES {VALUES};
UPDATE ENTITIES SET ChildOf = 5 WHERE ID = 4;
INSERT INTO DATASHORTTEXT VALUES {SHORT};
INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 1, 'Type'), (2, 1, 'Alias'), (3, 1, 'Notes'), (4, 3, 'Notes');
INSERT INTO ATTRIBUTEVALUES VALUES (1, 2, 1, 'Politician'), (2, 2, 2, 'Ms Brekke'), (3, 2, 3, 'Since 2024'),
  (4, 4, 4, 'Any new ferry'), (5, 3, 1, '');
"""

VERSION_2 = f"""
CREATE TABLE ATTRIBUTES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT NOT NULL DEFAULT '', Red INTEGER,
  Type TEXT NOT NULL DEFAULT '', Alias TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '', ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER NOT NULL);
CREATE TABLE STATEMENTLINKS(ID INTEGER PRIMARY KEY, SourceId INTEGER, TargetId INTEGER);
INSERT INTO ATTRIBUTES (ID, VariableId, Value) VALUES {VALUES};
UPDATE ATTRIBUTES SET ChildOf = 5 WHERE ID = 4;
UPDATE ATTRIBUTES SET Type = 'Politician', Alias = 'Ms Brekke', Notes = 'Since 2024' WHERE ID = 2;
UPDATE ATTRIBUTES SET Notes = 'Any new ferry' WHERE ID = 4;
INSERT INTO DATASHORTTEXT VALUES {SHORT};
INSERT INTO STATEMENTLINKS VALUES (1, 1, 2);
"""

MIDNIGHT = 1_775_606_400
"""8 April 2026, 00:00 UTC."""


def shown(text: str, words: str) -> tuple[int, int]:
    """Return where some words are in the window of the other program, which counts UTF-16 units and shows \\n."""
    before, inside = (
        len(part.replace("\r\n", "\n").encode("utf-16-le")) // 2 for part in (text.split(words, maxsplit=1)[0], words)
    )
    return before, before + inside


def make(path: Path, version: int) -> Path:
    """Make a database with two documents and four statements, one of them outside of its text."""
    second = 1 if version == 3 else 1000
    offset = 0 if version == 3 else -2 * 3600  # midnight in a zone to the east
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(COMMON + (VERSION_3 if version == 3 else VERSION_2))
        date = (MIDNIGHT + offset) * second
        documents = [
            (1, "Fog stops the ferry again", FOG, 2, "N. Aas", "The Tide", "Local", "Seen twice", "Report", date),
            (2, "The quay is open", QUAY, 1, "", "", "", "", "", date),
        ]
        connection.executemany("INSERT INTO DOCUMENTS VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", documents)
        places = [
            (1, 1, 1, *shown(FOG, "The ferry must be replaced"), 2),
            (2, 1, 1, *shown(FOG, "“Nobody will pay,”"), 2),
            (3, 2, 2, *shown(QUAY, "it is safe"), 1),
            (4, 2, 2, 10, 5000, 1),
        ]
        connection.executemany("INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, ?)", places)
        connection.commit()
    return path


@pytest.fixture(params=[2, 3])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a database of either version, under a name that says nothing."""
    return make(tmp_path / "study.bin", request.param)


@pytest.fixture
def other(database: Path) -> Iterator[OtherProject]:
    """Return the database as another project."""
    with other_project(database) as found:
        yield found


def test_documents_are_articles_with_their_metadata(database: Path) -> None:
    found = list(articles_in(database))
    assert all(isinstance(each, Draft) for each in found)
    fog, quay = (each for each in found if isinstance(each, Draft))
    assert (fog.title, fog.outlet, fog.byline, fog.published) == (
        *("Fog stops the ferry again", "The Tide", "N. Aas", "2026-04-08"),
    )
    assert fog.text == FOG.replace("\r\n", "\n")
    assert (quay.title, quay.outlet, quay.byline) == ("The quay is open", None, None)


def test_statements_are_claims_with_exactly_their_words_whatever_the_text_has_before(other: OtherProject) -> None:
    words = [each.text[row.start : row.end] for each in other.articles for row in each.records if isinstance(row, Span)]
    assert words == ["The ferry must be replaced", "“Nobody will pay,”", "it is safe"]
    claims = [row for each in other.articles for row in each.records if isinstance(row, Claim)]
    speakers = other.registry.speakers
    assert [speakers[each.speaker].name if each.speaker else None for each in claims] == [
        *("Ida Brekke", "Fishermen's union", None),
    ]
    assert [each.coder for each in claims] == ["Ona", "Ona", "Admin"]
    assert other.articles[0].article.note == "Section: Local\nType: Report\nSeen twice"


def test_a_statement_without_a_place_is_named(other: OtherProject, database: Path) -> None:
    lost = "Statement 4 of “The quay is open” is outside of its text, and is left out."
    links = ("1 link between statements is left out.",) if b"STATEMENTLINKS" in database.read_bytes() else ()
    assert other.left_out == (lost, *links)


def test_people_and_organisations_are_speakers_with_what_is_noted_of_them(other: OtherProject) -> None:
    brekke = other.registry.find("Ms Brekke")
    assert brekke
    assert (brekke.name, brekke.kind, brekke.affiliation, brekke.note) == (
        *("Ida Brekke", SpeakerKind.PERSON, "Council", "Since 2024"),
    )
    assert {each.name for each in other.registry.speakers.values() if each.kind is SpeakerKind.ORGANISATION} == {
        *("Fishermen's union", "Council"),
    }
    (answer,) = other.registry.answers_of(brekke.id)
    assert answer.choice
    assert other.codebook.choices[answer.choice].label == "Politician"


def test_other_variables_are_a_codebook_with_answers(other: OtherProject) -> None:
    kinds = {each.label: each.kind for each in other.codebook.variables.values() if each.subject is Subject.CLAIM}
    assert kinds == {
        **{"Statement type": "choice", "organization": "choice", "concept": "choice"},
        **{"agreement": "yes_no", "weight": "whole_number", "note": "long_text"},
    }
    concept = other.codebook.named("concept")
    assert concept
    assert [(other.codebook.path_label(each), each.definition) for each in other.codebook.choices_of(concept.id)] == [
        ("Traffic", None),
        ("Traffic › Replace the ferry", "Notes: Any new ferry"),
    ]


def test_a_database_is_imported_once_and_its_records_are_sound(database: Path, tmp_path: Path) -> None:
    with Store.create(tmp_path / "here.onrecord") as store:
        for new in ("2 articles, 3 speakers, 7 variables, 7 choices, 3 claims, 12 answers", ""):
            with other_project(database, store.path) as other:
                found = arriving(other, store.present(other), Part.ALL)
                store.apply(signed(import_project(other, found)))
            assert found.new == new
        assert store.problems() == []
        first = store.articles()[0]
        records = store.article_records(first.id)
        assert [records.words(each) for each in records.claims] == ["The ferry must be replaced", "“Nobody will pay,”"]
        assert {each.coder for each in records.claims.values()} == {"Ona"}


def test_the_command_takes_documents_alone_or_everything(database: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "here.onrecord")
    cleaned = CliRunner().invoke(commands, ["clean", str(database)])
    assert cleaned.stdout.count("\n") == 2
    first = CliRunner().invoke(commands, ["import", target, str(database)])
    assert first.stdout.splitlines() == ["Fog stops the ferry again", "The quay is open"]
    second = CliRunner().invoke(commands, ["import", target, str(database), "--what", "all"])
    assert "3 claims" in second.stderr
    assert "Statement 4" in second.stderr
    with Store.open(Path(target)) as store:
        assert len(store.articles()) == 2


def test_a_damaged_database_and_one_of_another_program_are_refused(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'DOCUMENTS'").fetchall()
        ((size,),) = connection.execute("PRAGMA page_size").fetchall()
    data = database.read_bytes()
    database.write_bytes(data[: (page - 1) * size] + b"\xff" * size + data[page * size :])
    (refusal,) = articles_in(database)
    assert isinstance(refusal, UnreadableArticle)
    assert "is damaged" in refusal.what
    database.write_bytes(data.replace(b"CREATE TABLE DOCUMENTS", b"CREATE TABLE D\xffCUMENTS"))
    (refusal,) = articles_in(database)
    assert isinstance(refusal, UnreadableArticle)
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE documents (id)")
        connection.execute("CREATE VIEW statements AS SELECT 1")
    assert not is_project(other)
    assert isinstance(next(articles_in(other)), UnreadableArticle)


@pytest.mark.parametrize(
    ("numbers", "are_seconds", "dates"),
    [
        ([MIDNIGHT, MIDNIGHT + 3660, 0, None], True, ["2026-04-08", "2026-04-08T01:01", None, None]),
        ([(MIDNIGHT - 3600) * 1000, (MIDNIGHT + 86_400 * 100 - 7200) * 1000], False, ["2026-04-08", "2026-07-17"]),
        ([(MIDNIGHT + 5 * 3600) * 1000], False, ["2026-04-08"]),
        ([MIDNIGHT * 1000, (MIDNIGHT + 60_000) * 1000], False, [None, None]),
        ([10**30, -(10**30)], True, [None, None]),
    ],
)
def test_a_date_is_read_if_its_day_is_certain(
    numbers: list[object], are_seconds: bool, dates: list[str | None]
) -> None:
    assert [date for date, _words in dates_of(numbers, are_seconds=are_seconds)] == dates


def test_offsets_count_a_line_end_as_the_ranges_show() -> None:
    text = "One\r\nTwo 🌫 three\r\nfour"
    assert places_of(text, [(4, 7), (17, 21)]) == [(4, 7), (16, 20)]
    assert places_of(text, [(5, 8), (19, 23)]) == [(4, 7), (16, 20)]
    assert places_of(text, [(3, 4), (9, 90), (-1, 2)]) == [None, None, None]
