"""Remember what the columns of tables say, in a small file that can be given to a colleague."""

import tomllib
from pathlib import Path
from typing import Any

import tomli_w

from models.articles.tables.columns import Columns, RememberedColumns, Role, as_compared
from models.errors import OnrecordError
from models.files import complete, free_path
from models.translation import _

NAME = "columns of tables.toml"

MOST = 500
"""Tables that are remembered; those said longest ago are forgotten."""


class NotRemembered(OnrecordError):
    """A file of columns cannot be read."""


def remembered_in(folder: Path) -> tuple[RememberedColumns, ...]:
    """Return what is remembered in a folder, the last first; nothing if its file is missing or damaged."""
    try:
        return _read((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError, NotRemembered):
        return ()


def remember(folder: Path, said: RememberedColumns) -> None:
    """Remember what the columns of a table say. A damaged file is kept under another name. Raises OnrecordError."""
    path = folder / NAME
    known = remembered_in(folder)
    others = [each for each in known if each.names != said.names]
    folder.mkdir(parents=True, exist_ok=True)
    with complete(path, _("The articles can be imported anyway.")) as part:
        part.write_text(_written((said, *others[: MOST - 1])), "utf-8")
        if path.exists() and not known:
            path.rename(free_path(path.with_stem(f"{path.stem} (damaged)")))
        part.replace(path)


def _written(every: tuple[RememberedColumns, ...]) -> str:
    tables = [
        {"columns": sorted(each.names), **{role: list(each.columns.of(role)) for role in Role if each.columns.of(role)}}
        for each in every
    ]
    return tomli_w.dumps({"table": tables})


def _read(text: str) -> tuple[RememberedColumns, ...]:
    """Return what a file says. Raises ValueError and NotRemembered."""
    found = tomllib.loads(text).get("table")
    return tuple(map(_table, found if isinstance(found, list) else ()))


def _table(found: Any) -> RememberedColumns:
    names = found.get("columns") if isinstance(found, dict) else None
    pairs = tuple((role, name) for role in Role for name in _texts(found.get(role, []))) if names else ()
    if not names or not pairs:
        raise NotRemembered(_("The file with the columns of tables is damaged."))
    return RememberedColumns(frozenset(map(as_compared, _texts(names))), Columns(pairs))


def _texts(found: object) -> list[str]:
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise NotRemembered(_("The file with the columns of tables is damaged."))
    return found
