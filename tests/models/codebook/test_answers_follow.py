"""Answers stay right when the records that they are about are repeated, merged and deleted."""

from models.actions.claims import delete_claim, repeat_claim
from models.actions.duplicating import duplicate_record
from models.actions.speakers import Taken, add_speaker, delete_speakers, merge_speakers
from models.entities import Claim, Number, Span, Subject
from models.speaker_lists.differing import conflicts
from tests.example import Example, place, put
from tests.models.codebook.study import Study, addressed, coded, referring


def follow(example: Example) -> Study:
    """Return the study of an example whose codebook is in its file."""
    return Study(example, example.store.codebook())


def test_a_claim_by_the_last_speaker_has_the_answers_of_that_claim_too(example: Example) -> None:
    study = coded(example)
    edit = study.do(repeat_claim(example.records, example.cost, *place("nobody would have to move")))
    (claim,) = edit.made(Claim)
    assert claim.speaker == example.mayor.id
    assert [study.shown(name, claim) for name in ("topic", "depth")] == ["Wall", "deep"]
    study.do(delete_claim(example.records, claim))
    assert study.known.answers_of(claim.id) == ()
    assert [study.shown(name, example.cost) for name in ("topic", "depth")] == ["Wall", "deep"]


def test_a_duplicate_has_the_words_the_attributes_and_the_answers_of_the_record(example: Example) -> None:
    study = coded(example)
    study.do(put(example.cost, "note", "two topics"))
    edit = study.do(duplicate_record(example.records, example.records.claims[example.cost.id]))
    (claim,) = edit.made(Claim)
    records = example.records
    assert records.words(claim.id) == records.words(example.cost.id)
    assert (claim.note, claim.speaker, len(edit.made(Span))) == ("two topics", example.mayor.id, 3)
    assert [study.shown(name, claim) for name in ("topic", "depth")] == ["Wall", "deep"]
    assert records.numbers_of(claim.id) == []
    study.answer("topic", claim, "Storm")
    assert study.shown("topic", example.cost) == "Wall"
    assert edit.changes[0].row.id == claim.id


def test_a_duplicated_number_stays_in_its_claim(example: Example) -> None:
    edit = duplicate_record(example.records, example.millions)
    (number,) = edit.made(Number)
    assert (number.claim, number.value, number.id != example.millions.id) == (example.cost.id, 40e6, True)


def test_merged_speakers_keep_the_answers_of_both_and_the_kept_ones_win(example: Example) -> None:
    study = follow(addressed(example))
    study.ask("seat", "text", Subject.SPEAKER)
    study.answer("seat", example.union, "Harbour")
    study.answer("size", example.mayor, "1")
    rows = referring(example.store, example.union.id)
    study.do(merge_speakers(example.registry, [example.union], example.mayor, rows))
    assert study.shown("seat", example.mayor) == "Harbour"
    assert study.shown("size", example.mayor) == "1"
    assert [study.shown("addressee", claim) for claim in (example.lost, example.cost)] == ["Ida Brekke"] * 2
    assert study.shown("ally", example.mayor) == "", "nobody is an ally of themselves"
    assert len(example.registry.answers_of(example.mayor.id)) == 2
    assert example.registry.answers_of(example.union.id) == ()
    assert list(example.store.problems()) == []


def test_of_several_merged_speakers_each_value_is_that_of_whom_it_is_taken_from(example: Example) -> None:
    study = follow(addressed(example))
    study.do(add_speaker(example.registry, "Nils Aas"))
    nils = example.registry.find("Nils Aas")
    assert nils
    for name, value in (("role", "Mate"), ("note", "seen in May"), ("outside_id", "Q7")):
        study.do(put(nils, name, value))
    study.do(put(example.mayor, "note", "seen in June"))
    for speaker, size in ((nils, "3"), (example.mayor, "1")):
        study.answer("size", speaker, size)
    registry = example.registry
    people = [registry.speakers[each.id] for each in (example.mayor, example.union, nils)]
    size = study.variable("size").id
    differing = conflicts(people, study.known, study.codebook)
    assert [(each.label, [text for _who, text in each.options]) for each in differing] == [
        ("Kind", ["person", "organisation"]),
        ("Role", ["Mayor", "Mate"]),
        ("Size", ["1", "40", "3"]),
    ]
    rows = referring(example.store, example.union.id, nils.id)
    taken = (Taken("role", nils.id), Taken(size, example.union.id))
    study.do(merge_speakers(registry, people[1:], people[0], rows, taken))
    (kept,) = example.registry.speakers.values()
    assert (kept.name, kept.role, kept.note, kept.outside_id) == (
        "Ida Brekke",
        "Mate",
        "seen in June\nseen in May",
        "Q7",
    )
    assert study.shown("size", kept) == "40"
    names = {alias.name for alias in example.registry.aliases_of(kept.id)}
    assert names == {"Ms Brekke", "Fishermen's union", "Nils Aas"}
    assert [study.shown("addressee", claim) for claim in (example.lost, example.cost)] == ["Ida Brekke"] * 2
    assert list(example.store.problems()) == []


def test_a_deleted_speaker_takes_along_the_answers_about_it_and_those_that_name_it(example: Example) -> None:
    study = follow(addressed(example))
    before = {claim.id: study.shown("addressee", claim) for claim in (example.lost, example.cost)}
    edit = study.do(delete_speakers(example.registry, [example.union], referring(example.store, example.union.id)))
    assert [study.shown("addressee", claim) for claim in (example.lost, example.cost)] == ["", ""]
    assert example.registry.answers_of(example.mayor.id) == ()
    study.do(edit.inverse)
    assert {claim.id: study.shown("addressee", claim) for claim in (example.lost, example.cost)} == before
    assert study.shown("ally", example.mayor) == "Fishermen's union"
    assert list(example.store.problems()) == []


def test_two_speakers_that_name_each_other_are_deleted_together(example: Example) -> None:
    study = follow(addressed(example))
    both = [example.mayor, example.union]
    rows = referring(example.store, *(each.id for each in both))
    edit = study.do(delete_speakers(example.registry, both, rows))
    assert edit.label == "Delete 2 speakers of 1 claim"
    assert list(example.store.problems()) == []
    study.do(edit.inverse)
    assert study.shown("ally", example.union) == "Ida Brekke"
