"""Show text in a tooltip exactly as it is."""

from html import escape

from models.text.excerpts import shortened

LONGEST_TIP = 1_500
"""Letters; more would hide the window."""


def plain_tooltip(text: str) -> str:
    """A tooltip that Qt shows to the letter and wraps, whatever the text looks like; nothing for nothing."""
    return f'<p style="white-space: pre-wrap">{escape(shortened(text, LONGEST_TIP))}</p>' if text else ""
