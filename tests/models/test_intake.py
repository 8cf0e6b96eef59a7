"""Files become batches of articles; duplicate texts are recognised, and a refused file does not stop the others."""

from pathlib import Path

import pytest

from models.errors import UnreadableArticle
from models.intake import Batch, Duplicate, files_below, summary, take_in

TEXTS = {"a.txt": "The quay is open.", "b.txt": "The quay is shut.", "c.txt": "The quay is open."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "d.txt").write_bytes(b"%PDF-1.7")
    return tmp_path


def nothing_is_there(_sha256: str) -> str | None:
    return None


def test_a_second_copy_is_named_with_the_first_and_a_refusal_keeps_its_place(folder: Path) -> None:
    files, empty = files_below([folder])
    (batch,) = take_in(files, nothing_is_there)
    assert [type(each).__name__ for each in batch.found] == ["Draft", "Draft", "Duplicate", "UnreadableArticle"]
    assert [draft.file_name for draft in batch.drafts()] == ["a.txt", "b.txt"]
    assert [draft.file_name for draft in batch.drafts(again=True)] == ["a.txt", "b.txt", "c.txt"]
    assert batch.duplicates[0].earlier == "a.txt"
    assert len(batch.refusals) == 1 and empty == []


def test_a_text_that_the_project_has_is_a_duplicate_with_its_title(folder: Path) -> None:
    (batch,) = take_in([folder / "a.txt"], lambda _sha256: "An old title")
    (found,) = batch.found
    assert isinstance(found, Duplicate) and (found.title, found.earlier) == ("An old title", None)


def test_batches_are_bounded_and_copies_are_known_across_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.intake.BATCH", 1)
    batches = list(take_in(files_below([folder])[0], nothing_is_there))
    assert [len(batch.found) for batch in batches] == [1, 1, 1, 1]
    assert batches[2].drafts() == [] and batches[2].duplicates[0].earlier == "a.txt"


def test_nothing_is_read_before_it_is_asked_for(folder: Path) -> None:
    taken = take_in([folder / "a.txt", folder / "gone.txt"], nothing_is_there)
    (folder / "gone.txt").write_text("Here after all.", "utf-8")
    assert next(taken).drafts()[1].text == "Here after all."


def test_a_file_given_twice_is_read_twice_and_an_empty_folder_is_refused(folder: Path) -> None:
    (folder / "empty").mkdir()
    files, empty = files_below([folder / "a.txt", folder / "a.txt", folder / "empty"])
    assert files == [folder / "a.txt"] * 2
    assert len(empty) == 1 and isinstance(empty[0], UnreadableArticle) and "empty" in empty[0].what


def test_the_summary_leaves_out_what_did_not_happen() -> None:
    assert summary(1, 0, 0) == "1 article was added."
    assert summary(1200, 1, 2) == "1,200 articles were added. 1 was already there. 2 were refused."


def test_an_empty_batch_adds_nothing() -> None:
    assert Batch(()).drafts(again=True) == []
