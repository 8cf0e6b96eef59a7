"""Claims of German articles are found with their speakers and numbers, by the same door as others."""

from models.entities import Word
from models.own_words import REPORTING_VERBS, OwnWords
from models.registry import Registry
from models.suggestions.finding import find
from models.suggestions.reasons import reason


def test_a_german_claim_has_its_speaker_its_numbers_and_the_words_that_say_who_is_meant() -> None:
    text = "Hafenmeister Ola Nord kam. Die Brücke koste 12 Millionen Euro, sagte Nord."
    (claim,) = find(text, "de", [("nord", "Ola Nord")]).claims
    assert (claim.name, claim.speaker, claim.kind, claim.mode) == ("Ola Nord", "nord", "person", "indirect")
    assert [text[slice(*number.span)] for number in claim.numbers] == ["12 Millionen Euro"]
    assert claim.evidence.mention is not None and text[slice(*claim.evidence.mention)] == "Ola Nord"


def test_german_rules_say_in_words_what_a_claim_was_found_by() -> None:
    text = "Es regnete. Das bestätigte Nord. Er sei nass geworden."
    next_sentence, mood = (reason(claim, text, Registry()) for claim in find(text, "de").claims)
    assert "Found by “bestätigte” in the next sentence." in next_sentence
    assert "Found by the mood of its verb" in mood


def test_a_verb_that_the_project_adds_reports_in_german_too() -> None:
    text = "Nord nuschelte, dass es regne."
    own = OwnWords([Word(language="de", list=REPORTING_VERBS, words="nuschelt, nuschelte")])
    assert find(text, "de").claims == ()
    assert [claim.name for claim in find(text, "de", own=own).claims] == ["Nord"]


def test_boilerplate_in_german_is_passed_over() -> None:
    text = "Nord sagte, es regne.\nBrekke sagte, es schneie."
    found = find(text, "de-AT", skipped=[(0, text.index("\n"))])
    assert [claim.name for claim in found.claims] == ["Brekke"]
