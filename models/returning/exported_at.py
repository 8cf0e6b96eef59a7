"""When files were exported, as the description beside them says."""

import json
from dataclasses import dataclass
from pathlib import Path

DESCRIPTION = "datapackage.json"


@dataclass(frozen=True, slots=True)
class State:
    """The state of a project that was exported: how many edits it had, and the time of the last of them."""

    edits: int
    at: str


def exported_state(file: Path) -> State | None:
    """Return the state that a file was exported from; None if no description beside it says so."""
    try:
        description = json.loads((file.parent / DESCRIPTION).read_text("utf-8"))
        paths = {resource["path"] for resource in description["resources"]}
        state = State(int(description["onrecord"]["edits"]), str(description["created"]))
    except (OSError, ValueError, LookupError, TypeError):  # none, or another program's
        return None
    return state if file.name in paths else None
