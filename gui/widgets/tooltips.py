"""Show text in a tooltip exactly as it is."""

from html import escape

from models.text.excerpts import shortened

LONGEST_TIP = 1_500
"""Characters; more would hide the window."""


def plain_tooltip(text: str) -> str:
    """Return a tooltip that Qt wraps and never treats as markup; empty for an empty text."""
    return f'<p style="white-space: pre-wrap">{escape(shortened(text, LONGEST_TIP))}</p>' if text else ""
