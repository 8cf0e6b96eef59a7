"""Words that describe people: titles, roles, organisations, first names; the lists are in `resources/words`."""

from functools import cache

from models.text.word_lists import word_list

HE, SHE = "he", "she"


@cache
def titles() -> dict[str, str | None]:
    """Return the titles of address, each with the pronoun that fits, if the title shows it."""
    gender = {"man": HE, "woman": SHE}
    return {
        form: next((gender[form] for form in forms if form in gender), None)
        for (forms,) in word_list("titles")
        for form in forms
        if form not in gender
    }


@cache
def first_names() -> dict[str, str]:
    """Return first names, in lower case, each with the pronoun that fits."""
    men, women = (row[0] for row in word_list("first_names"))
    return dict.fromkeys(men, HE) | dict.fromkeys(women, SHE)


@cache
def roles() -> frozenset[str]:
    """Return what people are ("minister", "engineer"), in the singular and the plural."""
    return _both_numbers("roles")


@cache
def unnamed() -> frozenset[str]:
    """Return the words for people whom a text does not name ("official", "spokesman"), in both numbers."""
    return _both_numbers("unnamed")


@cache
def organisations() -> frozenset[str]:
    """Return the nouns of organisations, in both numbers."""
    return _both_numbers("organisations")


@cache
def offices() -> tuple[tuple[str, ...], ...]:
    """Return what follows "of" in an office, as words, longest first."""
    rows = (tuple(row[0][0].split()) for row in word_list("offices"))
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
