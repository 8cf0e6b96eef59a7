"""The code keeps its architecture: imports go resources <- models <- gui, only the store has SQL, models have no Qt."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
PACKAGES = ("resources", "models", "gui")
ENTRANCES: set[str] = {
    "gui.start.program",
    "gui.start.libraries",
    *PACKAGES,
}  # the command, and what the set-up script runs
OUTERMOST_HANDLER = (
    "gui.system.crash"  # the one place that may catch everything, since there is nowhere further to let it go
)
TOP_LEVEL = {
    *(".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "README.md"),
    *("pyproject.toml", "uv.lock", "gui", "models", "resources", "tests"),
}


@dataclass(frozen=True, slots=True)
class Module:
    """What the rules ask of a module of the house: its dotted name, its imports, and the lines that catch every error
    and keep it.
    """

    name: str
    is_described: bool
    imports: frozenset[str]
    catches_everything: tuple[int, ...]


@cache
def modules() -> tuple[Module, ...]:
    """Return all modules of the packages, and of the tests."""
    files = sorted(file for package in (*PACKAGES, "tests") for file in (HOUSE / package).rglob("*.py"))
    return tuple(map(_read, files))


def _read(file: Path) -> Module:
    """Read a module, in one walk through its syntax tree, which is not kept."""
    parts = file.relative_to(HOUSE).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name, tree = ".".join(parts[:-1] if is_package else parts), ast.parse(file.read_text("utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom | ast.ExceptHandler)]
    keeping = (node.lineno for node in nodes if isinstance(node, ast.ExceptHandler) and _keeps_everything(node))
    return Module(name, bool(ast.get_docstring(tree)), imports_of(name, is_package, nodes), tuple(keeping))


def imports_of(name: str, is_package: bool, nodes: Iterable[ast.AST]) -> frozenset[str]:
    """Return the dotted names that a module imports; of `from a import b` both a and a.b, since b may be a module."""
    found = set[str]()
    for node in nodes:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _start_of(node, name, is_package)
            found.update((start, *(f"{start}.{alias.name}" for alias in node.names)))
    return frozenset(found)


def _start_of(node: ast.ImportFrom, name: str, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    up = node.level - is_package
    return ".".join(filter(None, [*name.split(".")[: -up or None], node.module]))


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _trespasses(inside: str, *forbidden: str) -> list[str]:
    return [
        f"{module.name} imports {name}"
        for module in modules()
        if _within(module.name, inside)
        for name in sorted(module.imports)
        if any(_within(name, each) for each in forbidden)
    ]


@pytest.mark.parametrize(
    ("inside", "forbidden"),
    [
        ("resources", ("models", "gui", "tests", "PySide6", "sqlite3", "sqlite_utils")),
        ("models", ("gui", "tests", "PySide6", "shiboken6")),
        ("gui", ("tests", "sqlite3", "sqlite_utils")),
        ("gui.window", ("models.actions",)),  # no edit is made in the window itself
        ("tests.models", ("gui", "PySide6")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_imports_go_one_way(inside: str, forbidden: tuple[str, ...]) -> None:
    assert _trespasses(inside, *forbidden) == []


def test_only_the_store_and_what_reads_other_databases_speak_to_sqlite() -> None:
    speaking = ("models.store", "models.articles.dna.reading ")
    offenders = [each for each in _trespasses("models", "sqlite3", "sqlite_utils") if not each.startswith(speaking)]
    assert offenders == []


FLOORS = {
    "models": (
        "errors ids times translation coder configuration damaged",
        "text shared_folders earlier_versions files disk_room watching",
        "entities",
        "edits counts completion answers",
        "repeating",
        "quantities attribution articles",
        "records references registry places properties own_words",
        "attributes known correcting",
        "codebook sampling",
        "lines speaker_lists",
        "views named_exports other_projects suggestions",
        "actions",
        "store",
        "intake exports checks sample alike counting_places backups",
        "returning incoming rescue",
        "cli",
    ),
    "gui": (
        "theme",
        "system commands",
        "project",
        "widgets",
        "article editors dialogs",
        "tables",
        "panels describing",
        "codebook changing correcting exporting history incoming returning sampling searching",
        "comparing",
        "work",
        "window",
        "start",
    ),
}
"""The rooms of each house from the ground up: a room imports only rooms of the floors below its own."""


@pytest.mark.parametrize("house", FLOORS)
def test_a_room_imports_only_rooms_of_the_floors_below(house: str) -> None:
    floor_of = {room: floor for floor, rooms in enumerate(FLOORS[house]) for room in rooms.split()}
    rooms = {module.name.split(".")[1] for module in modules() if module.name.startswith(f"{house}.")}
    assert sorted(rooms ^ floor_of.keys()) == [], "each room has its floor"
    arrows = {
        (module.name, name)
        for module in modules()
        if module.name.startswith(f"{house}.")
        for name in module.imports
        if name.startswith(f"{house}.") and name.split(".")[1] in rooms - {module.name.split(".")[1]}
    }
    upwards = [
        f"{module} imports {name}"
        for module, name in sorted(arrows)
        if floor_of[name.split(".")[1]] >= floor_of[module.split(".")[1]]
    ]
    assert upwards == []


def test_the_check_of_imports_sees_each_way_of_writing_one() -> None:
    source = "import a.b\nfrom c import d\ndef f():\n    from . import g\n    from ..h import i\n"
    seen = {"a.b", "c", "c.d", "models.store", "models.store.g", "models.h", "models.h.i"}
    assert imports_of("models.store.rows", False, ast.walk(ast.parse(source))) == seen
    assert imports_of("models.store", True, ast.walk(ast.parse(source))) == seen


def test_every_module_says_what_it_is() -> None:
    assert [module.name for module in modules() if not module.is_described] == []


def test_nothing_lies_about_unused() -> None:
    known = {module.name: module for module in modules() if not _within(module.name, "tests")}
    reached, waiting = set[str](), [each for each in ENTRANCES if each in known]
    while waiting:
        name = waiting.pop()
        if name in known and name not in reached:
            reached.add(name)
            waiting += [*known[name].imports, *_parents(name)]
    assert sorted(known.keys() - reached) == []


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts))]


def test_only_the_outermost_handler_catches_everything() -> None:
    broad = [
        f"{module.name}:{line}"
        for module in modules()
        for line in module.catches_everything
        if module.name != OUTERMOST_HANDLER
    ]
    assert broad == []


def _keeps_everything(handler: ast.ExceptHandler) -> bool:
    """Whether a handler catches every error and does not let it go on after tidying up."""
    last = handler.body[-1]
    return _catches_everything(handler.type) and not (isinstance(last, ast.Raise) and last.exc is None)


def _catches_everything(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(map(_catches_everything, caught.elts))
    return caught is None or (isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"})


@pytest.mark.parametrize(
    ("imported", "kept_out"),
    [
        ("models.cli", {"PySide6", "trafilatura", "sqlite_utils"}),
        ("gui.start.program", {"PySide6", "trafilatura", "sqlite_utils"}),
        ("gui.start.libraries", {"PySide6", "click", "uuid6"}),
    ],
)
def test_importing_brings_no_more_than_it_must(imported: str, kept_out: set[str]) -> None:
    question = f"import sys, {imported}; print(*sorted({kept_out} & sys.modules.keys()))"
    answer = subprocess.run([sys.executable, "-c", question], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout.strip(), answer.stderr) == (0, "", "")


def test_the_top_level_holds_what_any_project_has() -> None:
    git = shutil.which("git")
    if not git or not (HOUSE / ".git").exists():
        pytest.skip("not a git checkout, or no git on this machine")
    listing = subprocess.run([git, "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    assert {path.partition("/")[0] for path in listing.split("\0") if path} <= TOP_LEVEL


def test_the_picture_of_the_house_shows_every_room_and_none_that_is_not_there() -> None:
    picture = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```")[1]
    shown = set(re.findall(r"(?<![.\w])[a-z_]+(?:\.py|/)", picture))
    rooms = {
        path.name + ("/" if path.is_dir() else "")
        for house in ("gui", "models")
        for path in (HOUSE / house).iterdir()
        if not path.name.startswith("__")
    }
    there = {path.name + ("/" if path.is_dir() else "") for path in HOUSE.rglob("*") if ".venv" not in path.parts}
    assert rooms <= shown, f"CONTRIBUTING.md does not show {sorted(rooms - shown)}"
    assert shown <= there, f"CONTRIBUTING.md shows {sorted(shown - there)}, which is not there"
