"""The initials of a coder, taken from the login name until others are chosen."""

import getpass
import re

NOBODY = "A"
"""The coder if the machine has no login name, since every record needs a coder."""


def default_coder() -> str:
    """Return the initials of the login name: "JD" for jane.doe, "AN" for anna."""
    try:
        login = getpass.getuser()
    except (KeyError, ImportError, OSError):
        # Without a variable or an account, the exception depends on the system and the version of Python.
        return NOBODY
    return initials(login)


def initials(name: str) -> str:
    """Return at most three letters for a name: the first of each word, or the first two of a single word."""
    words = re.findall(r"[^\W\d_]+", name)
    short = words[0][:2] if len(words) == 1 else "".join(word[0] for word in words[:3])
    return short.upper() or NOBODY
