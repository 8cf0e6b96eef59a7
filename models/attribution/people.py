"""Words that describe people: titles, roles, organisations, first names; the lists are in `resources/words`."""

from functools import cache

from models.text.word_lists import word_list

HE, SHE = "he", "she"


@cache
def titles() -> dict[str, str | None]:
    """Return the titles of address, each with the matching pronoun, or None if the title does not show it."""
    gender = {"man": HE, "woman": SHE}
    return {
        form: next((gender[form] for form in forms if form in gender), None)
        for (forms,) in word_list("titles")
        for form in forms
        if form not in gender
    }


@cache
def first_names() -> dict[str, str]:
    """Return first names, in lower case, each with the matching pronoun."""
    men, women = (row[0] for row in word_list("en/first_names"))
    return dict.fromkeys(men, HE) | dict.fromkeys(women, SHE)


@cache
def roles() -> frozenset[str]:
    """Return the words for roles ("minister", "engineer"), in the singular and the plural."""
    return _both_numbers("en/roles")


@cache
def unnamed() -> frozenset[str]:
    """Return the words for people without a name ("official", "spokesman"), in the singular and the plural."""
    return _both_numbers("en/unnamed")


@cache
def organisations() -> frozenset[str]:
    """Return the nouns for organisations, in the singular and the plural."""
    return _both_numbers("en/organisations")


@cache
def offices() -> tuple[tuple[str, ...], ...]:
    """Return what follows "of" in the names of offices, split into words, longest first."""
    rows = (tuple(row[0][0].split()) for row in word_list("en/offices"))
    return tuple(sorted(rows, key=len, reverse=True))


def _both_numbers(name: str) -> frozenset[str]:
    forms = [form for (column,) in word_list(name) for form in column]
    return frozenset(forms) | {plural for form in forms for plural in (f"{form}s", f"{form[:-1]}ies", f"{form}es")}


def is_plural(noun: str) -> bool:
    """Return whether a noun looks like a plural."""
    lower = noun.lower()
    return lower in ("people", "men", "women", "police", "policemen", "spokesmen") or (
        lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ews", "'s"))
    )
