"""German words that describe people and organisations, from `resources/words/de`; compounds are known by their ends."""

from functools import cache

from models.text.word_lists import forms, word_list

HE, SHE = "er", "sie"


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(forms(f"de/{name}"))


def is_role(word: str) -> bool:
    """Return whether a noun names people by what they do: "Regierungssprecherin"."""
    return word.lower().endswith(_ends("roles"))


def is_inflected_role(word: str) -> bool:
    """Return whether a noun names people, also with an ending of its case or number: "des Priesters"."""
    return any(is_role(word.removesuffix(ending)) for ending in ("", "s", "n", "en"))


def is_organisation(word: str) -> bool:
    """Return whether a noun names an organisation: "Staatsanwaltschaft"."""
    return word.lower().endswith(_ends("organisations"))


def is_unnamed(word: str) -> bool:
    """Return whether a noun names those who stay without a name: "Augenzeugen"."""
    return word.lower().endswith(_ends("unnamed"))


def is_thing(word: str) -> bool:
    """Return whether a noun names something that nobody would register as a speaker: "Vorwurf"."""
    return word.lower().endswith(_ends("things"))


def is_message(word: str) -> bool:
    """Return whether a noun names what somebody says, so that it is somebody else who speaks: "Angaben der Stadt"."""
    return word.lower().endswith((*_ends("messages"), *_ends("speech_nouns")))


@cache
def titles() -> dict[str, str | None]:
    """Return the titles before names, each with the pronoun that fits, or None."""
    gender = {"man": HE, "woman": SHE}
    found: dict[str, str | None] = {}
    for (words,) in word_list("de/titles"):
        pronoun = next((gender[word] for word in words if word in gender), None)
        found.update({word: pronoun for word in words if word not in gender})
    return found


@cache
def first_names() -> dict[str, str]:
    """Return first names, each with the pronoun that fits."""
    men, women = (row[0] for row in word_list("de/first_names"))
    return dict.fromkeys(men, HE) | dict.fromkeys(women, SHE)


def role_pronoun(role: str) -> str | None:
    """Return the pronoun that fits a role, as far as its ending shows: "die Sprecherin"."""
    if role.endswith("in") and is_role(role):
        return SHE
    return None
