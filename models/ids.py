"""Ids of rows, which stay unique when the files of two coders are merged."""

Id = str


def new_id() -> Id:
    """Return a new UUIDv7 as 36 characters of text; later ids sort after earlier ones (RFC 9562)."""
    from uuid6 import uuid7

    return str(uuid7())
