"""The name of this program, which other programs ask for."""

from importlib.metadata import version


def program() -> str:
    """Return the name with the version."""
    return f"Onrecord {version('onrecord')}"
