"""A codebook as TOML: a table for each variable, with its choices and examples."""

import re
import tomllib
from collections.abc import Iterable
from typing import Any

import tomli_w

from models.codebook.files.drafts import ChoiceDraft, CodebookRefused, ExampleDraft, Problem, VariableDraft
from models.translation import _

TEXTS = ("definition", "instruction", "offered", "shown_if", "shown_for")


def write_toml(drafts: Iterable[VariableDraft]) -> str:
    """Return a codebook as TOML."""
    return tomli_w.dumps({"variable": [_table(draft) for draft in drafts]}, multiline_strings=True)


def _table(draft: VariableDraft) -> dict[str, Any]:
    table = {"name": draft.name, "about": str(draft.subject), "kind": draft.kind, "label": draft.label}
    table |= {name: text for name in TEXTS if (text := getattr(draft, name))}
    flags = {name: True for name in ("required", "open_ended") if getattr(draft, name)}
    choices = [
        _without_none(**{name: getattr(each, name) for name in ("value", "label", "parent", "definition", "colour")})
        for each in draft.choices
    ]
    examples = [_without_none(words=each.words, place=each.place, choice=each.choice) for each in draft.examples]
    lists = {name: rows for name, rows in (("choice", choices), ("example", examples)) if rows}
    return {**table, **flags, **lists}


def _without_none(**fields: str | None) -> dict[str, str]:
    return {name: text for name, text in fields.items() if text is not None}


def read_toml(text: str) -> list[VariableDraft]:
    """Read a codebook from TOML. Raises CodebookRefused."""
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise CodebookRefused([Problem(int(line[1]) if line else 0, f"{error}.")]) from error
    lines = {name: _lines(text, name) for name in ("variable", "variable.choice", "variable.example")}
    try:
        return [_variable(table, lines) for table in read["variable"]]
    except (LookupError, TypeError, AttributeError) as error:
        missing = _("Something that every codebook has is missing: {what}.").format(what=error)
        raise CodebookRefused([Problem(0, missing)]) from error


def _lines(text: str, name: str) -> list[int]:
    """Return the lines of the headers of an array of tables, last first, so that `pop` gives one after the other."""
    header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]")
    return [number for number, line in enumerate(text.splitlines(), 1) if header.match(line)][::-1]


def _variable(table: dict[str, Any], lines: dict[str, list[int]]) -> VariableDraft:
    line = _next(lines["variable"])
    return VariableDraft(
        name=_text(table, "name", line) or "",
        subject=_text(table, "about", line) or "",
        kind=_text(table, "kind", line) or "",
        label=_text(table, "label", line) or _text(table, "name", line) or "",
        **{name: _text(table, name, line) for name in TEXTS},
        required=table.get("required", False) is True,
        open_ended=table.get("open_ended", False) is True,
        choices=[_choice(each, _next(lines["variable.choice"])) for each in table.get("choice", [])],
        examples=[_example(each, _next(lines["variable.example"])) for each in table.get("example", [])],
        line=line,
    )


def _choice(table: dict[str, Any], line: int) -> ChoiceDraft:
    value = _text(table, "value", line) or ""
    rest = {name: _text(table, name, line) for name in ("definition", "colour", "parent")}
    return ChoiceDraft(value=value, label=_text(table, "label", line) or value, **rest, line=line)


def _example(table: dict[str, Any], line: int) -> ExampleDraft:
    rest = {name: _text(table, name, line) for name in ("place", "choice")}
    return ExampleDraft(words=_text(table, "words", line) or "", **rest, line=line)


def _next(lines: list[int]) -> int:
    return lines.pop() if lines else 0


def _text(table: dict[str, Any], name: str, line: int) -> str | None:
    found = table.get(name)
    if found is not None and not isinstance(found, str):
        raise CodebookRefused([Problem(line, _("“{name}” must be a text in quotation marks.").format(name=name))])
    return found.strip() or None if found else None
