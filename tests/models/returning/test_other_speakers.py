"""A changed name of a speaker beside a claim renames the speaker, or says that somebody else makes the claim."""

from pathlib import Path

from models.edits import Edit, made
from models.entities import Claim, Speaker
from models.returning.differences import write
from tests.example import Example, signed
from tests.models.returning.edited import Edited, changes


def test_a_name_that_somebody_has_is_who_says_it(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "claims")
    edited.row(example.cost.id).update(speaker_name="Fishermen's union")
    edited.row(example.lost.id).update(speaker_name="Ms Brekke")
    found = edited.compared()
    assert changes(found) == [
        ("speaker_name", "Ida Brekke", "Fishermen's union"),
        ("speaker_name", "", "Ida Brekke"),
    ]
    example.store.apply(signed(write(found.certain, found.known).edit))
    claims = example.records.claims
    assert (claims[example.cost.id].speaker, claims[example.lost.id].speaker) == (example.union.id, example.mayor.id)


def test_a_new_name_in_all_rows_of_a_speaker_renames_the_speaker(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "claims")
    edited.row(example.cost.id).update(speaker_name="Ida Brekke-Aas")
    found = edited.compared()
    assert changes(found) == [("speaker_name", "Ida Brekke", "Ida Brekke-Aas")]
    (change,) = write(found.certain, found.known).edit.changes
    assert isinstance(change.after, Speaker)
    assert change.after.id == example.mayor.id


def test_a_new_name_in_some_rows_of_a_speaker_is_refused(example: Example, tmp_path: Path) -> None:
    other = Claim(article=example.article.id, speaker=example.mayor.id)
    example.store.apply(signed(Edit("Make", (made(other),))))
    edited = Edited(example.store, tmp_path, "claims")
    edited.row(example.cost.id).update(speaker_name="Somebody New")
    found = edited.compared()
    assert changes(found) == []
    assert [each.text for each in found.refused] == ["Somebody New"]
    edited.row(example.cost.id).update(speaker_id="")
    found = edited.compared()
    assert changes(found) == [("speaker_name", "Ida Brekke", "Somebody New")]
    (speaker,) = write(found.certain, found.known).edit.made(Speaker)
    assert speaker.name == "Somebody New"


def test_a_name_and_an_id_that_contradict_each_other_are_refused(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "claims")
    edited.row(example.lost.id).update(speaker_name="Ida Brekke", speaker_id=example.union.id)
    found = edited.compared()
    assert changes(found) == []
    assert [each.text for each in found.refused] == ["Ida Brekke"]


def test_nobody_says_a_number_without_a_claim(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "numbers")
    edited.row(example.berths.id).update(speaker_name="Ida Brekke")
    found = edited.compared()
    assert changes(found) == []
    assert len(found.refused) == 1


def test_the_table_of_speakers_renames_them_and_gives_them_aliases(example: Example, tmp_path: Path) -> None:
    edited = Edited(example.store, tmp_path, "speakers")
    edited.row(example.union.id).update(speaker_name="Fishers' union", aliases="the union; fishermen")
    assert changes(edited.compared()) == [
        ("speaker_name", "Fishermen's union", "Fishers' union"),
        ("aliases", "", "the union; fishermen"),
    ]
