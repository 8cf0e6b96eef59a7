"""German words name speakers with role and kind; short names, roles and pronouns are resolved in the text."""

import pytest

from models.attribution.attribution import Attribution
from models.attribution.german.naming import named
from models.attribution.german.speakers import meaning
from models.attribution.known_names import KnownNames
from models.attribution.who_says import who_says
from models.entities import SpeakerKind

PERSON, ORGANISATION = SpeakerKind.PERSON, SpeakerKind.ORGANISATION
GROUP, UNNAMED = SpeakerKind.GROUP, SpeakerKind.UNNAMED


@pytest.mark.parametrize(
    ("words", "name", "role", "kind"),
    [
        ("der frühere Hafenmeister Ola Nord", "Ola Nord", "frühere Hafenmeister", PERSON),
        ("Regierungssprecherin Ida Brekke (SPD)", "Ida Brekke", "Regierungssprecherin", PERSON),
        ("der Sprecher der Reederei, Ola Nord", "Ola Nord", "Sprecher der Reederei", PERSON),
        ("Ida Brekke, Sprecherin der Reederei", "Ida Brekke", "Sprecherin der Reederei", PERSON),
        ("der Vorsitzende der Verwaltung Ola Nord", "Ola Nord", "Vorsitzende der Verwaltung", PERSON),
        ("der Imker Hein Vik", "Hein Vik", "Imker", PERSON),
        ("Frau Brekke", "Brekke", None, PERSON),
        ("Ministerin Ursula von der Linde", "Ursula von der Linde", "Ministerin", PERSON),
        ("der norwegischen Regierung", "norwegische Regierung", None, ORGANISATION),
        ("die Zeitung „Hafenblatt“", "Hafenblatt", None, ORGANISATION),
        ("eine Sprecherin der Stadt", "Sprecherin der Stadt", None, UNNAMED),
        ("Augenzeugen", "Augenzeugen", None, UNNAMED),
        ("des Priesters Ola Nord", "Ola Nord", "Priester", PERSON),
        ("die Angaben der Reederei", "Reederei", None, ORGANISATION),
        ("einer am Montag gezeigten Studie", "Studie", None, None),
        ("der Innenminister Frankreichs", "Innenminister Frankreichs", None, PERSON),
        ("Forscher", "Forscher", None, GROUP),
        ("Otto König", "Otto König", None, PERSON),
        ("Minister Otto König", "Otto König", "Minister", PERSON),
        ("der Vorsitzende Richter", "Vorsitzende Richter", None, PERSON),
        ("die taz", "taz", None, None),
        ("der Vorwurf", None, None, None),
        ("er", None, None, None),
    ],
)
def test_words_say_name_role_and_kind(words: str, name: str | None, role: str | None, kind: SpeakerKind | None) -> None:
    found = named(words)
    assert (found.name, found.role, found.kind) == (name, role, kind)


def mean(text: str, words: str) -> tuple[str | None, bool, str | None]:
    """Return whom the last of some words mean, whether that is certain, and the earlier words that say so."""
    at = text.rindex(words)
    meant = meaning(text, (at, at + len(words)), KnownNames(()))
    return meant.name, meant.certain, text[slice(*meant.mention)] if meant.mention else None


def test_a_surname_is_the_only_person_with_that_name_in_the_text() -> None:
    assert mean("Hafenmeister Ola Nord kam. Das sagte Nord.", "Nord") == ("Ola Nord", True, "Ola Nord")
    assert mean("Ola Nord kam mit Ida Nord. Das sagte Nord.", "Nord")[0] == "Nord"


def test_a_role_may_be_the_person_who_was_named_with_it() -> None:
    assert mean("Hafenmeister Ola Nord kam. Das sagte der Hafenmeister.", "der Hafenmeister")[:2] == ("Ola Nord", False)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ida Brekke kam mit dem Hafenmeister Ola Nord. Sie sagte", "Sie", "Ida Brekke"),
        ("Hafenmeister Ola Nord kam. Am Abend sagte er", "er", "Ola Nord"),
        ("Hafenmeister Ola Nord kam. Am Abend sagte sie", "sie", None),
        ("Die Regierung kam. Am Abend sagte er", "er", None),
        ("So sieht es Ida Brekke, die sagte", "die", "Ida Brekke"),
    ],
)
def test_a_pronoun_means_whoever_fits_nearest_and_otherwise_nobody(text: str, pronoun: str, name: str | None) -> None:
    assert mean(text, pronoun)[:2] == (name, False)


def asked(marked: str) -> tuple[Attribution | None, str]:
    """Return who says the words in square brackets, and the text."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return who_says(text, [(start, end)], [("nord", "Ola Nord")], None, "de"), text


def test_who_says_given_words_is_read_from_the_report_around_them() -> None:
    found, text = asked("Hafenmeister Ola Nord kündigte am Montag an, [dass die Fähre ausfalle].")
    assert found is not None and found.cue is not None
    assert (found.name, found.role, found.speaker, found.certain) == ("Ola Nord", "Hafenmeister", "nord", True)
    assert [text[slice(*found.cue)], *(text[slice(*part)] for part in found.source)] == [
        "kündigte",
        "Hafenmeister Ola Nord",
    ]
    assert asked("[Die Sprecherin Ida Brekke sagte, es regne.] Ola Nord kam.")[0] is not None


def test_nobody_is_named_where_no_report_covers_the_words() -> None:
    assert asked("[Es regnete.] Ola Nord sagte, dass es schneie.")[0] is None
