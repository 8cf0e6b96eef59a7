"""Turn what people type or paste into the form that is kept."""

from models.text.normalising import normalise


def typed_text(text: str) -> str | None:
    """Return a text without blanks around it, in the one form in which texts are kept; None when nothing is left."""
    return normalise(text).strip() or None


def typed_line(text: str) -> str | None:
    """Return a name or a term on one line with single blanks; None when nothing is left."""
    return " ".join(normalise(text).split()) or None
