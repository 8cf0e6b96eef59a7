"""The initials of a coder, taken from the login name until others are chosen."""

import getpass
import re

NOBODY = "A"
"""The coder on a machine that knows no login name: every record needs one."""


def default_coder() -> str:
    """Return the initials of the login name: "JD" for jane.doe, "AN" for anna."""
    try:
        login = getpass.getuser()
    except (KeyError, ImportError, OSError):
        # What it raises where there is neither a variable nor an account depends on the system and its version.
        return NOBODY
    return initials(login)


def initials(name: str) -> str:
    """Return at most three letters for a name: the first of each of its words, or the first two of a single word."""
    words = re.findall(r"[^\W\d_]+", name)
    short = words[0][:2] if len(words) == 1 else "".join(word[0] for word in words[:3])
    return short.upper() or NOBODY
