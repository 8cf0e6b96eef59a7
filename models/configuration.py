"""The folders of a person: of their own settings, which the window keeps there too, and of what the program keeps."""

import os
from pathlib import Path


def configuration_folder() -> Path:
    """Return the folder of the program for the person who is logged in; it may not exist yet."""
    if os.name == "nt":
        above = os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming"
    else:
        above = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(above) / "onrecord"


def data_folder() -> Path:
    """Return the folder for what the program keeps for the person who is logged in; it may not exist yet."""
    if os.name == "nt":
        above = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    else:
        above = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(above) / "onrecord"
