"""Tooltips that show words to the letter."""

LONGEST_TIP = 1_500
"""Letters; more would hide the window."""


def plain_tooltip(text: str) -> str:
    """A tooltip that Qt shows to the letter and wraps, whatever the text looks like; nothing for nothing."""
    # Imported here for its table of all characters with names, which is long and read before the window is painted.
    from html import escape

    if len(text) > LONGEST_TIP:
        text = f"{text[:LONGEST_TIP]} …"
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""
