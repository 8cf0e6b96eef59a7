"""Names for rows that stay unique when two coders' files are merged."""

Id = str


def new_id() -> Id:
    """Return a fresh UUIDv7 as 36 characters of text; later ids sort after earlier ones (RFC 9562)."""
    from uuid6 import uuid7

    return str(uuid7())
