"""The copies that are kept beside a project before it is upgraded, each with the version of the project then."""

import re
from glob import escape
from pathlib import Path


def copy_of(project: Path, version: int) -> Path:
    """Return the usual path of the copy of a project as it was in a version."""
    return project.with_name(f"{project.stem} (version {version}){project.suffix}")


def copies_of(project: Path) -> list[tuple[Path, int]]:
    """Return the copies that are beside a project, each with its version. Raises OSError."""
    named = re.compile(re.escape(project.stem) + r" \(version (\d+)\)( \d+)?" + re.escape(project.suffix))
    found = project.parent.glob(f"{escape(project.stem)} (version *{escape(project.suffix)}")
    return [(path, int(match[1])) for path in sorted(found) if (match := named.fullmatch(path.name))]
