"""Every sentence that people read goes through the catalogue, and the catalogue holds every sentence."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import resources

HOUSE = Path(__file__).parent.parent
WRAPPERS = {"_", "ngettext", "counted"}
RULES_OF_LANGUAGE = ("models/text/", "models/quantities/", "models/attribution/", "models/articles/")
"""Rooms whose strings are words of articles, read and not shown; their errors are found all the same."""

SENTENCE = re.compile(
    r"[A-ZÄÖÜ“][\w’'“”{}:,]*(?: [\w“”’'{}:,.()/%-]+)+[.?!…:]?$|[\w’'“”{}]+(?: [\w“”’',{}-]+){2,}[.?!…]$"
)
"""Two words that begin with a capital, or three that end like a sentence."""

FOR_PEOPLE = {
    *(
        "setText",
        "setWindowTitle",
        "setToolTip",
        "setStatusTip",
        "setPlaceholderText",
        "setAccessibleName",
        "addAction",
    ),
    *("setAccessibleDescription", "setInformativeText", "addButton", "setLabelText", "setTitle", "addTab", "addItem"),
    *(
        "echo",
        "say",
        "emit",
        "QLabel",
        "QPushButton",
        "QAction",
        "QDockWidget",
        "OnrecordError",
        "ClickException",
        "UsageError",
    ),
    *("Command", "Edit", "Attribute", "Column", "Table"),
}
"""What is called with words for people, whatever these look like."""

NAMED_FOR_PEOPLE = {"label", "title", "tip", "hint", "description", "prompt", "help"}
"""Arguments that are words for people."""

NOT_FOR_PEOPLE = re.compile(
    r"^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|WITH|ALTER|BEGIN|FROM|JOIN|LEFT|UNION|ORDER|WHERE|ATTACH|VACUUM|CASE|DROP)\b"
    r"|^(?:DATASET|VARIABLE|RENAME|FORMATS|INTO)\b"
    r"|^[#.\[]|[{};]\s*$|\\|\(\?|^[a-z_.0-9{}]+$|\bEXISTS\b|\bJOIN\b|%s|\bIS NULL\b|_id$|^Source Serif|^Ctrl\+|^Q[A-Z]"
)


def strings(tree: ast.Module) -> Iterator[tuple[int, str, bool]]:
    """Yield the line and words of each string that does not go through the catalogue, and whether a call shows it."""
    known = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    shown: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            inside = [each for argument in node.args for each in ast.walk(argument)]
            if name in WRAPPERS:
                known |= {id(each) for each in inside}
            elif name in FOR_PEOPLE:
                shown |= {id(argument) for argument in node.args}
            shown |= {id(each.value) for each in node.keywords if each.arg in NAMED_FOR_PEOPLE}
    for node in ast.walk(tree):
        if id(node) in known:
            continue
        if isinstance(node, ast.JoinedStr):
            known |= {id(part) for part in node.values}
            yield node.lineno, "".join(_part(part) for part in node.values), id(node) in shown
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value, id(node) in shown


def _part(part: ast.expr) -> str:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "{}"


def unwrapped(source: str) -> list[tuple[int, str]]:
    """Return the line and the words of each string that people read and that cannot be translated."""
    return [
        (line, words)
        for line, words, is_shown in strings(ast.parse(source))
        if (re.search(r"[A-Za-z]{2}", words) if is_shown else SENTENCE.match(words.strip()))
        and not NOT_FOR_PEOPLE.search(words.strip())
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('label.setText("Claims")', ["Claims"]),
        ('error = OnrecordError(f"“{name}” is not there.")', ["“{}” is not there."]),
        ('label.setText(_("Claims"))', []),
        ('counted("{count:,} claim", "{count:,} claims", 3)', []),
        ('"""A docstring of a module. It is long."""', []),
        ('TITLE = "Check the project"', ["Check the project"]),
        ('connection.execute("SELECT name FROM speaker")', []),
    ],
)
def test_the_finder_sees_a_sentence_that_is_not_wrapped(source: str, found: list[str]) -> None:
    assert [words for _, words in unwrapped(source)] == found


def _files() -> list[Path]:
    """Return the modules of the program; the sample quotes its article."""
    files = (file for room in ("gui", "models") for file in (HOUSE / room).rglob("*.py"))
    return sorted(file for file in files if file.name != "sample.py")


@pytest.mark.parametrize("file", _files(), ids=lambda file: str(file.relative_to(HOUSE)))
def test_every_sentence_for_people_can_be_translated(file: Path) -> None:
    found = unwrapped(file.read_text(encoding="utf-8"))
    if str(file.relative_to(HOUSE)).startswith(RULES_OF_LANGUAGE):
        found = [each for each in found if SENTENCE.match(each[1]) and each[1].endswith(".")]
    assert found == []


def test_the_catalogue_holds_every_sentence() -> None:
    keywords = {"_": None, "ngettext": (1, 2), "counted": (1, 2)}
    found = {
        message[2]
        for room in ("gui", "models")
        for message in extract_from_dir(HOUSE / room, [("**.py", "python")], keywords=keywords)
    }
    with (resources.translations() / "onrecord.pot").open(encoding="utf-8") as file:
        kept = {message.id for message in read_po(file) if message.id}
    assert found == kept, "bring it up to date with the command in CONTRIBUTING.md"
