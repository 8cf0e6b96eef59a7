"""Convert what people type or paste into the form that is stored."""

from models.text.normalising import normalise


def typed_text(text: str) -> str | None:
    """Return a text in the form that is stored, without blanks around it; None if nothing is left."""
    return normalise(text).strip() or None


def typed_line(text: str) -> str | None:
    """Return a name or a term on one line with single blanks; None if nothing is left."""
    return " ".join(normalise(text).split()) or None
