"""Ids that the same row of a database always gets, so that importing it again adds nothing."""

import hashlib
from uuid import UUID

from models.ids import Id


def stable_id(number: int, *what: object) -> Id:
    """Return an id in the form of a UUIDv7; ids sort as the numbers do, and what is the same has the same id."""
    digest = int.from_bytes(hashlib.sha256(repr(what).encode()).digest()[:10])
    return str(UUID(int=(number % 2**48) << 80 | 7 << 76 | (digest >> 62 & 0xFFF) << 64 | 2 << 62 | digest % 2**62))
