"""The project file: the only room that speaks SQL."""

from models.store.store import Store

__all__ = ["Store"]
