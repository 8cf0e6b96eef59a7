"""The folder in which a person's own settings are kept; the window keeps its settings there too."""

import os
from pathlib import Path


def configuration_folder() -> Path:
    """Return the folder of the program for the person who is logged in; it may not exist yet."""
    if os.name == "nt":
        above = os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming"
    else:
        above = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(above) / "onrecord"
