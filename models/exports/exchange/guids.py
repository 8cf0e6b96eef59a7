"""Ids for what has no id in the file, such as a role: the same in every export, so that exports can be compared."""

from uuid import UUID, uuid5

from models.ids import Id

_OURS = UUID("6f1c2a0e-5d0b-5c83-9c1e-3a4d5f9b7e21")


def derived(*parts: str) -> Id:
    """Return the id of something that is named by some words or ids; the same words always give the same id."""
    return str(uuid5(_OURS, "\n".join(parts)))


CODER = "coder"
"""Begins what names the id of a coder, before the initials."""
