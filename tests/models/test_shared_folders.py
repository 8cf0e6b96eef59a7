"""Synchronised folders and their conflict copies are recognised by name, and nothing else is taken for one."""

from pathlib import Path

import pytest

from models.shared_folders import conflict_copies, service_of


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("Dropbox/Study", "Dropbox"),
        ("Dropbox (Harbour Institute)", "Dropbox"),
        ("OneDrive - Harbour Institute/Study", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Study", "iCloud"),
        ("Nextcloud2", "Nextcloud"),
        ("Dropboxes", None),
        ("My OneDrive notes", None),
        ("Study", None),
    ],
)
def test_a_folder_is_known_by_the_name_that_its_service_gives_it(
    tmp_path: Path, place: str, service: str | None
) -> None:
    folder = tmp_path / place
    folder.mkdir(parents=True)
    assert service_of(folder / "study.onrecord") == service


@pytest.mark.parametrize(("kept", "service"), [(".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud")])
def test_a_folder_with_another_name_is_known_by_what_its_service_keeps_there(
    tmp_path: Path, kept: str, service: str
) -> None:
    (tmp_path / kept).touch()
    (tmp_path / "deep" / "down").mkdir(parents=True)
    assert service_of(tmp_path / "deep" / "down" / "study.onrecord") == service


@pytest.mark.parametrize(
    "name",
    [
        "study (AB's conflicted copy 2026-03-01).onrecord",
        "study (conflicted copy 2026-03-01 101112).onrecord",
        "study (In Konflikt stehende Kopie von AB 2026-03-01).onrecord",
        "study.sync-conflict-20260301-101112-ABCDEF7.onrecord",
        "study_conflict-20260301-101112.onrecord",
        "study (SFConflict ab@example.org 2026-03-01-10-11-12).onrecord",
    ],
)
def test_a_conflict_copy_is_found_from_both_sides(tmp_path: Path, name: str) -> None:
    project = tmp_path / "study.onrecord"
    for each in (name, "study 2.onrecord", "study (1).onrecord", "study copy.onrecord", name.replace("study", "other")):
        (tmp_path / each).touch()
    assert conflict_copies(project) == [tmp_path / name]
    assert conflict_copies(tmp_path / name) == []
    assert conflict_copies(tmp_path / "gone" / "study.onrecord") == []
