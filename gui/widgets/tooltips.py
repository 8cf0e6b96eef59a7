"""Tooltips that show words to the letter."""

from models.words import shortened

LONGEST_TIP = 1_500
"""Letters; more would hide the window."""


def plain_tooltip(text: str) -> str:
    """A tooltip that Qt shows to the letter and wraps, whatever the text looks like; nothing for nothing."""
    # Imported here for its table of all characters with names, which is long and read before the window is painted.
    from html import escape

    return f'<p style="white-space: pre-wrap">{escape(shortened(text, LONGEST_TIP))}</p>' if text else ""
