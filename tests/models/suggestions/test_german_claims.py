"""Claims of German articles are found with their speakers and numbers, by the same door as others."""

from models.suggestions.finding import find


def test_a_german_claim_has_its_speaker_its_numbers_and_the_words_that_say_who_is_meant() -> None:
    text = "Hafenmeister Ola Nord kam. Die Brücke koste 12 Millionen Euro, sagte Nord."
    (claim,) = find(text, "de", [("nord", "Ola Nord")]).claims
    assert (claim.name, claim.speaker, claim.kind, claim.mode) == ("Ola Nord", "nord", "person", "indirect")
    assert [text[slice(*number.span)] for number in claim.numbers] == ["12 Millionen Euro"]
    assert claim.evidence.mention is not None and text[slice(*claim.evidence.mention)] == "Ola Nord"


def test_boilerplate_in_german_is_passed_over() -> None:
    text = "Nord sagte, es regne.\nBrekke sagte, es schneie."
    found = find(text, "de-AT", skipped=[(0, text.index("\n"))])
    assert [claim.name for claim in found.claims] == ["Brekke"]
