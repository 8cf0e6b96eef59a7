"""The command line without a window: what it prints, what it makes, and how it ends."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models.articles.article_files import articles_in
from models.articles.draft import Draft
from models.articles.tables.columns import columns_in, remembered
from models.articles.tables.remembering import remember
from models.cli import commands
from models.coder import default_coder
from models.configuration import configuration_folder
from models.errors import NotAProject, NotExported, ReadOnly, UnreadableArticle
from models.exports.description.described_csv import DESCRIPTIONS
from models.store import Store
from tests.example import OTHER_TEXT, TEXT, Example, put, signed

Run = Callable[..., Result]

TITLE = "Harbour wall will take two winters"
OTHER_TITLE = "Ferry to run again"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder of its own, where two articles lie."""
    monkeypatch.chdir(tmp_path)
    Path("wall.txt").write_text(TEXT, "utf-8")
    Path("ferry.txt").write_text(OTHER_TEXT, "utf-8")
    return lambda *words: CliRunner().invoke(commands, [str(word) for word in words])


def titles(project: str = "study.onrecord") -> list[str]:
    """The titles of the articles in a project."""
    with Store.open(Path(project)) as store:
        return [line.title for line in store.articles()]


# Import


def test_a_project_that_is_not_there_is_made_and_said(run: Run) -> None:
    result = run("import", "study.onrecord", "wall.txt", "ferry.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [TITLE, OTHER_TITLE]
    assert result.stderr.splitlines() == ["Created the project “study.onrecord”.", "2 articles were added."]
    assert titles() == [TITLE, OTHER_TITLE]


def test_an_article_like_one_in_the_project_or_before_it_is_added_and_said(run: Run) -> None:
    run("import", "study.onrecord", "wall.txt")
    for name in ("copy", "second"):
        Path(f"{name}.txt").write_text(TEXT.replace("nearly 300 metres", f"some 300 metres, a {name} says"), "utf-8")
    result = run("import", "study.onrecord", "copy.txt", "second.txt")
    assert result.exit_code == 0
    for name in ("copy", "second"):
        assert f"{name}.txt: It is like “{TITLE}”" in result.stderr
    assert len(titles()) == 3


def test_articles_are_added_to_a_project_that_is_there(run: Run) -> None:
    run("import", "study.onrecord", "wall.txt")
    assert "Made" not in run("import", "study.onrecord", "ferry.txt").stderr
    assert titles() == [TITLE, OTHER_TITLE]


def test_a_project_name_that_no_disk_takes_is_a_mistake(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    result = run("import", "x" * 300 + ".onrecord", "wall.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert sorted(tmp_path.iterdir()) == before


def test_a_blank_coder_is_none(run: Run) -> None:
    assert run("import", "--coder", "  ", "study.onrecord", "wall.txt").exit_code == 0
    with Store.open(Path("study.onrecord")) as store:
        assert store.article_records(store.articles()[0].id).article.coder == default_coder()


def test_a_typing_error_in_a_file_creates_nothing(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    result = run("import", "study.onrecord", "wall.txt", "fery.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "There is no file “fery.txt”; nothing was created.\n"
    assert sorted(tmp_path.iterdir()) == before


def test_a_name_that_no_file_can_have_is_a_mistake_too(run: Run) -> None:
    assert run("import", "study.onrecord", "x" * 5000).exit_code == 2


@pytest.mark.parametrize("project", ["study", "study.onrecrd", "nowhere/study.onrecord"])
def test_a_typing_error_in_the_project_creates_nothing(run: Run, tmp_path: Path, project: str) -> None:
    before = sorted(tmp_path.iterdir())
    result = run("import", project, "wall.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no" in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_a_project_without_articles_is_a_mistake_of_usage(run: Run) -> None:
    assert run("import", "study.onrecord").exit_code == 2


def test_an_article_in_the_place_of_the_project_is_left_alone(run: Run) -> None:
    result = run("import", "wall.txt", "ferry.txt")
    assert isinstance(result.exception, NotAProject)
    assert Path("wall.txt").read_text("utf-8") == TEXT


def test_what_cannot_be_read_is_refused_and_the_rest_imported(run: Run) -> None:
    Path("scan.txt").write_bytes(b"%PDF-1.7 ...")
    Path("empty.txt").touch()
    result = run("import", "study.onrecord", "scan.txt", "wall.txt", "empty.txt")
    assert (result.exit_code, result.stdout) == (1, f"{TITLE}\n")
    assert "“scan.txt” is damaged" in result.stderr
    assert "“empty.txt” is empty" in result.stderr
    assert result.stderr.endswith("1 article was added. 2 were refused.\n")


def test_without_a_single_article_no_project_is_made(run: Run) -> None:
    Path("empty.txt").touch()
    result = run("import", "study.onrecord", "empty.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "“study.onrecord” was not created." in result.stderr
    assert not Path("study.onrecord").exists()


def test_a_text_that_is_there_already_is_said_and_left_out(run: Run) -> None:
    run("import", "study.onrecord", "wall.txt")
    Path("copy.txt").write_text(TEXT, "utf-8")
    result = run("import", "study.onrecord", "copy.txt", "ferry.txt")
    assert (result.exit_code, result.stdout) == (0, f"{OTHER_TITLE}\n")
    assert f"“copy.txt” is already in the project, as “{TITLE}”" in result.stderr
    assert result.stderr.endswith("1 article was added. 1 was already there.\n")


def test_two_copies_in_one_import_are_one_article(run: Run) -> None:
    Path("copy.txt").write_text(TEXT, "utf-8")
    assert run("import", "study.onrecord", "wall.txt", "copy.txt").stdout == f"{TITLE}\n"


def test_a_text_that_is_there_already_is_added_again_on_request(run: Run) -> None:
    run("import", "study.onrecord", "wall.txt")
    assert run("import", "--again", "study.onrecord", "wall.txt", "wall.txt").stdout == f"{TITLE}\n" * 2
    assert titles() == [TITLE] * 3


def test_folders_are_walked(run: Run) -> None:
    Path("press/tuesday").mkdir(parents=True)
    Path("wall.txt").rename("press/tuesday/wall.txt")
    Path("ferry.txt").rename("press/ferry.txt")
    Path("press/notes.csv").write_text("no article", "utf-8")
    assert run("import", "study.onrecord", "press").stdout.splitlines() == [OTHER_TITLE, TITLE]


def test_a_folder_without_articles_is_refused(run: Run) -> None:
    Path("press").mkdir()
    result = run("import", "study.onrecord", "press", "wall.txt")
    assert (result.exit_code, result.stdout) == (1, f"{TITLE}\n")
    assert "“press” holds no file that can be read as an article" in result.stderr


def test_the_coder_stands_in_every_record(run: Run) -> None:
    run("import", "study.onrecord", "--coder", "QZ", "wall.txt")
    with Store.open(Path("study.onrecord")) as store:
        assert store.article_records(store.articles()[0].id).article.coder == "QZ"


def test_without_a_name_the_coder_is_who_is_logged_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ida.brekke")
    run("import", "study.onrecord", "wall.txt")
    with Store.open(Path("study.onrecord")) as store:
        assert store.article_records(store.articles()[0].id).article.coder == "IB"


def test_many_articles_are_written_in_several_batches(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.intake.BATCH", 1)
    assert run("import", "study.onrecord", "wall.txt", "ferry.txt").exit_code == 0
    with Store.open(Path("study.onrecord")) as store:
        edit = store.undoable(default_coder())
    assert edit is not None
    assert edit.label == "Import 1 article"
    assert titles() == [TITLE, OTHER_TITLE]


def test_what_was_written_before_an_interruption_is_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.intake.BATCH", 1)

    def interrupted(path: Path, *_how: object) -> Iterator[Draft | UnreadableArticle]:
        if path.name == "ferry.txt":
            raise KeyboardInterrupt
        yield from articles_in(path)

    monkeypatch.setattr("models.intake.articles_in", interrupted)
    result = run("import", "study.onrecord", "wall.txt", "ferry.txt")
    assert (result.exit_code, result.stdout) == (1, f"{TITLE}\n")
    assert "Aborted!" in result.stderr
    assert titles() == [TITLE]


def test_a_project_that_is_read_only_is_left_as_it_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("import", "study.onrecord", "wall.txt")
    monkeypatch.setattr("os.access", lambda _, mode, **__: mode != os.W_OK)
    result = run("import", "study.onrecord", "ferry.txt")
    assert isinstance(result.exception, ReadOnly)


# Export


def test_an_export_names_its_files_and_counts_their_rows(example: Example, run: Run) -> None:
    example.store.close()
    result = run("export", "study.onrecord", "tables")
    assert result.exit_code == 0
    assert [line.split("  ") for line in result.stdout.splitlines()] == [
        [str(Path("tables", "statements.csv")), "3 rows"],
        [str(Path("tables", "claims.csv")), "2 rows"],
        [str(Path("tables", "numbers.csv")), "2 rows"],
        [str(Path("tables", "speakers.csv")), "2 rows"],
        [str(Path("tables", "articles.csv")), "2 rows"],
        [str(Path("tables", "aliases.csv")), "1 row"],
        [str(Path("tables", "spans.csv")), "6 rows"],
        [str(Path("tables", "answers.csv")), "0 rows"],
        [str(Path("tables", "coders.csv")), "1 row"],
        [str(Path("tables", "codebook.csv")), "0 rows"],
        [str(Path("tables", "edits.csv")), "1 row"],
        [str(Path("tables", "active_times.csv")), "0 rows"],
        *([str(Path("tables", name))] for name in DESCRIPTIONS),
    ]
    assert "1 claim has no speaker." in result.stderr.splitlines()


def test_the_byte_order_mark_can_be_left_out(run: Run) -> None:
    run("import", "study.onrecord", "wall.txt")
    run("export", "study.onrecord", "tables", "--no-bom")
    assert Path("tables/articles.csv").read_bytes().startswith(b"article_id,")


@pytest.mark.parametrize("command", [("export", "stduy.onrecord", "tables"), ("check", "stduy.onrecord")])
def test_a_project_that_is_not_there_is_a_mistake_and_nothing_is_made(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command)
    assert (result.exit_code, result.stderr) == (2, "There is no file “stduy.onrecord”; nothing was created.\n")
    assert not Path("stduy.onrecord").exists()
    assert not Path("tables").exists()


def test_what_cannot_be_written_is_an_error_with_words(run: Run) -> None:
    run("import", "study.onrecord", "wall.txt")
    result = run("export", "study.onrecord", "wall.txt/tables")
    assert isinstance(result.exception, NotExported)


# Check


def test_a_check_says_what_is_missing_and_ends_well(example: Example, run: Run) -> None:
    example.store.close()
    result = run("check", "study.onrecord")
    assert result.exit_code == 0
    assert all(line.startswith("missing: ") for line in result.stdout.splitlines())
    assert result.stderr.splitlines() == [
        "Wrong: 0. Missing or doubtful: 2.",
        "1 of these can be repaired: see --repairs.",
    ]


def test_repairs_are_listed_tried_and_made_by_name(example: Example, run: Run) -> None:
    example.store.apply(signed(put(example.berths, "value", None)))
    example.store.close()
    assert "no-value: Read the value from the words" in run("check", "study.onrecord", "--repairs").stdout
    assert run("check", "study.onrecord", "--repair", "no-speaker").exit_code == 2
    tried = run("check", "study.onrecord", "--repair", "no-value", "--dry-run")
    assert "Number: – → ≥ 12" in tried.stdout
    assert "has no value" in run("check", "study.onrecord").stdout
    made = run("check", "study.onrecord", "--repair", "no-value", "--coder", "CD")
    assert made.exit_code == 0
    assert "has no value" not in run("check", "study.onrecord", "--csv").stdout


def test_a_check_of_a_sound_project_prints_nothing_and_says_so(run: Run) -> None:
    run("import", "study.onrecord", "wall.txt")
    result = run("check", "study.onrecord")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing is wrong or missing.\n")


def test_a_check_that_finds_something_wrong_ends_with_1(example: Example, run: Run) -> None:
    example.store._connection.execute("""UPDATE span SET "end" = 9999 WHERE role = 'cue'""")
    example.store.close()
    result = run("check", "study.onrecord")
    assert result.exit_code == 1
    assert result.stdout.startswith("wrong: ")


# Clean


def test_an_article_is_printed_as_it_would_be_imported(run: Run) -> None:
    result = run("clean", "wall.txt")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert list(found) == ["id", "title", "outlet", "byline", "published", "text", "boilerplate", "body"]
    assert (found["id"], found["title"], found["text"]) == ("wall.txt", TITLE, TEXT)
    assert [TEXT[start:end] for start, end in found["boilerplate"]] == [
        line for line in TEXT.splitlines() if line and line != TITLE and line not in found["body"].splitlines()
    ]


def test_rows_of_a_jsonl_file_keep_their_ids(run: Run) -> None:
    rows = [
        {"id": "first", "page_text": TEXT, "text": "not this"},
        {"id": 2, "text": OTHER_TEXT},
        {"id": "third", "html": "pages/third.html.gz", "text": OTHER_TEXT},
        {"text": OTHER_TEXT},
    ]
    Path("rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    result = run("clean", "rows.jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["id"], each["title"]) for each in found] == [
        ("first", TITLE),
        (2, OTHER_TITLE),
        ("third", OTHER_TITLE),
        (4, OTHER_TITLE),
    ]


def test_rows_that_are_none_are_refused_by_their_line(run: Run) -> None:
    Path("rows.jsonl").write_text('{"id": 1, "text": "Some words."}\n{"id": 2}\nnonsense\n[]\n', "utf-8")
    result = run("clean", "rows.jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    said = result.stderr.splitlines()
    assert said[0].startswith("Line 2 of “rows.jsonl” has no text")
    assert said[1].startswith("Line 3 of “rows.jsonl” is not JSON.")
    assert said[2].startswith("Line 4 of “rows.jsonl” has no text")


def test_blank_lines_between_rows_are_counted_and_not_read(run: Run) -> None:
    Path("rows.jsonl").write_text('\n{"text": "Some words."}\n\nnonsense\n', "utf-8")
    result = run("clean", "rows.jsonl")
    assert json.loads(result.stdout)["id"] == 2
    assert result.stderr.startswith("Line 4 of “rows.jsonl” is not JSON.")


def test_rows_that_are_not_in_utf_8_are_refused_and_the_next_file_is_read(run: Run) -> None:
    Path("rows.jsonl").write_bytes("{}".encode("utf-16"))
    result = run("clean", "rows.jsonl", "wall.txt")
    assert (result.exit_code, json.loads(result.stdout)["title"]) == (1, TITLE)
    assert result.stderr.startswith("“rows.jsonl” is not written in UTF-8")
    assert "Save it in UTF-8." in result.stderr


def test_an_id_with_half_of_a_character_is_given_back_as_it_came(run: Run) -> None:
    row = '{"id": "\\ud83c", "text": "Some words."}'
    Path("rows.jsonl").write_text(row, "utf-8")
    assert json.loads(run("clean", "rows.jsonl").stdout)["id"] == json.loads(row)["id"]


def test_cleaning_what_is_not_there_is_a_mistake(run: Run) -> None:
    assert run("clean", "wall.txt", "nowhere.txt").exit_code == 2


# Suggest


def test_whoever_asks_by_contents_is_told_who_says_them(run: Run) -> None:
    text = "“It holds,” said Ines Calloway, the mayor. It cost 12 million euros."
    row = {"id": 7, "text": text, "contents": [[[0, 11]], [[43, len(text)]]]}
    Path("rows.jsonl").write_text(json.dumps(row), "utf-8")
    result = run("suggest", "rows.jsonl")
    found = json.loads(result.stdout)
    assert (result.exit_code, list(found)) == (0, ["id", "claims", "numbers", "sentences"])
    named, unnamed = found["claims"]
    assert named == {
        "content": [[0, 11]],
        "cue": [12, 16],
        "source": [[17, 41]],
        "speaker": "Ines Calloway",
        "mode": "direct",
    }
    assert unnamed == {"content": [[43, len(text)]], "cue": None, "source": [], "speaker": None, "mode": "indirect"}
    assert [(text[slice(*each["span"])], each["value"]) for each in found["numbers"]] == [("12 million euros", 12e6)]
    assert [text[start:end] for start, end in found["sentences"]][1] == "It cost 12 million euros."


def test_the_claims_of_articles_are_found_where_none_are_asked_about(run: Run) -> None:
    text = "“It cost 12 million euros,” said Ines Calloway, the mayor."
    Path("row.jsonl").write_text(json.dumps({"text": text}), "utf-8")
    (claim,) = json.loads(run("suggest", "row.jsonl").stdout)["claims"]
    assert (claim["content"], claim["cue"], claim["speaker"]) == ([[0, 27]], [28, 32], "Ines Calloway")
    assert (claim["rule"], claim["numbers"][0]["value"]) == ("quotation, verb after", 12e6)


def test_articles_that_are_files_have_their_sentences_printed(run: Run) -> None:
    found = json.loads(run("suggest", "wall.txt").stdout)
    assert found["id"] == "wall.txt"
    assert found["sentences"] and all(start < end for start, end in found["sentences"])


def test_nothing_is_suggested_in_the_boilerplate_of_a_file(run: Run) -> None:
    standfirst = "The harbour wall will cost 12 million euros, the mayor of Brekke said on Monday evening."
    Path("page.txt").write_text(f"Advertisement\n\nThe wall grows\n\n{standfirst}\n\n{standfirst} It grows.\n", "utf-8")
    found = json.loads(run("suggest", "page.txt").stdout)
    assert (len(found["claims"]), len(found["numbers"])) == (1, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": 3},
        {"text": "Words.", "contents": 1},
        {"text": "Words.", "contents": [[]]},
        {"text": "Words.", "contents": [[0, 3]]},
        {"text": "Words.", "contents": [[[0, 7]]]},
        {"text": "Words.", "contents": [[[3, 3]]]},
        {"text": "Words.", "contents": [[[-1, 3]]]},
        {"text": "Words.", "contents": [[[0, "3"]]]},
        {"text": "Words.", "language": 3},
    ],
)
def test_rows_that_cannot_be_asked_about_are_refused_and_the_next_is_read(run: Run, fields: dict[str, object]) -> None:
    Path("rows.jsonl").write_text(json.dumps(fields) + '\n{"id": "next", "text": "Words."}\n', "utf-8")
    result = run("suggest", "rows.jsonl")
    assert (result.exit_code, json.loads(result.stdout)["id"]) == (1, "next")
    assert result.stderr.startswith("Line 1 of “rows.jsonl”")


def test_suggesting_for_what_is_not_there_is_a_mistake(run: Run) -> None:
    assert run("suggest", "wall.txt", "nowhere.txt").exit_code == 2


def test_a_title_cannot_steer_the_terminal(run: Run) -> None:
    Path("odd.html").write_text(
        "<html><head><title>Odd \x1b[31m words</title></head><body><article><h1>Odd \x1b[31m words</h1>"
        + "<p>The harbour was closed on Monday, and nobody knew why it was closed.</p>" * 9
        + "</article></body></html>",
        "utf-8",
    )
    assert "\x1b" not in run("import", "study.onrecord", "odd.html").stdout


def test_the_columns_of_a_table_are_said_with_an_option(run: Run) -> None:
    Path("study.csv").write_text(f'a,b\n"{TEXT}","Post"\n', "utf-8")
    result = run("import", "study.onrecord", "study.csv", "--columns", "text=a,title=b")
    assert (result.exit_code, result.stdout) == (0, "Post\n")
    mistaken = run("clean", "study.csv", "--columns", "nonsense")
    assert mistaken.exit_code == 2 and "nonsense" in mistaken.stderr


def test_names_of_files_and_exports_are_read_as_the_options_say(run: Run) -> None:
    Path("Post - 2015-01-23.txt").write_text(TEXT, "utf-8")
    (row,) = run("clean", "Post - 2015-01-23.txt", "--file-names", "Outlet - Date").stdout.splitlines()
    told = json.loads(row)
    assert (told["outlet"], told["published"]) == ("Post", "2015-01-23")
    Path("ours.toml").write_text('separator = "== # =="', "utf-8")
    Path("export.txt").write_text(f"== 1 ==\n{TEXT}\n== 2 ==\n{OTHER_TEXT}", "utf-8")
    assert len(run("clean", "export.txt", "--profile", "ours.toml").stdout.splitlines()) == 2
    assert run("clean", "export.txt", "--profile", "wall.txt").exit_code == 2


def test_the_columns_of_a_table_are_remembered_by_the_window_for_commands(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    Path("study.csv").write_text(f'a,b\n"{TEXT}","Post"\n', "utf-8")
    remember(configuration_folder(), remembered(("a", "b"), columns_in("text=a,title=b")))
    (row,) = run("clean", "study.csv").stdout.splitlines()
    assert json.loads(row)["title"] == "Post"
