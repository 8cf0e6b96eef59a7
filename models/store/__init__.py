"""The project file: the only room that speaks SQL.

The store itself is loaded with the first project: the empty window is painted before.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.store.store import Store

__all__ = ["Store"]


def __getattr__(name: str) -> Any:
    if name == "Store":
        from models.store.store import Store

        return Store
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
