"""Read JSON that a damaged or hostile file may hold."""

import json
from typing import Any


def read_json(text: str) -> Any:
    """Return what a JSON text says. Raises ValueError, also where it is nested too deeply."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
