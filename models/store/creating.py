"""Create a project file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from models.errors import NotSaved
from models.files import complete, give_name
from models.store.problems import explained
from models.store.versions import VERSIONS
from models.translation import _


def create_file(path: Path) -> None:
    """Create an empty project, complete before it gets its name. It never replaces another file: raises NotSaved."""
    nothing = _("Nothing was created.")
    with complete(path, nothing) as made:
        if path.exists():
            there = _("There is a file “{name}” already.").format(name=path.name)
            raise NotSaved(there, _("It was not changed."), _("Choose another name."))
        if not path.parent.is_dir():
            no_folder = _("There is no folder “{parent}”.").format(parent=path.parent)
            raise NotSaved(no_folder, nothing, _("Check the spelling."))
        with explained(path, NotSaved, nothing), closing(sqlite3.connect(made, isolation_level=None)) as connection:
            VERSIONS.make(connection)
        give_name(made, path)
