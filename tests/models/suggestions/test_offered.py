"""A suggestion can be changed before it is recorded, and the records say so."""

from models.actions.offered import record_offered
from models.entities import Claim, Dismissed, Number, Origin
from models.suggestions.as_statements import as_statements
from models.suggestions.offered import offered
from models.suggestions.open import extent
from models.suggestions.reasons import reason
from tests.example import TEXT, Example, place
from tests.models.suggestions.found_in_example import PROMISE, found_claim, found_number

METRES = found_number("nearly 300 metres")


def test_it_is_recorded_as_accepted_when_nothing_was_changed(example: Example) -> None:
    edit = record_offered(example.records, example.registry, [offered(found_claim())])
    assert [claim.origin for claim in edit.made(Claim)] == [Origin.ACCEPTED]


def test_with_other_boundaries_it_is_recorded_as_changed(example: Example) -> None:
    moved = offered(found_claim()).bounded(place("nobody"), ())
    edit = record_offered(example.records, example.registry, [moved, offered(METRES)])
    assert [claim.origin for claim in edit.made(Claim)] == [Origin.CHANGED]
    assert [number.origin for number in edit.made(Number)] == [Origin.ACCEPTED]


def test_the_numbers_within_its_new_boundaries_belong_to_it() -> None:
    claim = offered(found_claim()).bounded(place("“We lost nearly 300 metres in one night,”"), (METRES,))
    assert claim.numbers == (METRES,)
    assert claim.bounded(place("one night"), (METRES,)).numbers == ()


def test_a_number_that_is_left_out_is_dismissed_and_can_be_taken_in_again(example: Example) -> None:
    claim = offered(found_claim(numbers=(METRES,)))
    without = claim.ticked(METRES.span, wanted=False)
    edit = record_offered(example.records, example.registry, [without])
    assert not edit.made(Number)
    assert [(row.start, row.end) for row in edit.made(Dismissed)] == [METRES.span]
    assert without.ticked(METRES.span, wanted=True) == claim


def test_it_has_a_line_for_each_number_also_for_those_left_out(example: Example) -> None:
    claim = offered(found_claim(numbers=(METRES,))).ticked(METRES.span, wanted=False)
    (line,) = as_statements(claim, example.article, TEXT, example.registry)
    assert (line.claim_words, line.number_words) == (PROMISE, "nearly 300 metres")
    assert line.speaker and line.speaker.name == "Ms Brekke"
    assert line.number and line.number.value == 300


def test_it_reaches_from_its_source_to_its_last_word() -> None:
    claim = found_claim()
    assert offered(claim).reach == (claim.source[0][0], extent(claim)[1])


def test_the_reason_names_the_cue_and_whom_other_words_mean(example: Example) -> None:
    words = reason(found_claim(name="Ida Brekke", speaker=example.mayor.id), TEXT, example.registry)
    assert words == "Claim of Ida Brekke. Found by “promised”. “She” is Ida Brekke."
    assert reason(found_claim(name="Nils Aas"), TEXT, example.registry).startswith("Claim of a new speaker: Nils Aas.")
    assert reason(METRES, TEXT, example.registry) == "Number: ≈< 300 m. Found by its words."
