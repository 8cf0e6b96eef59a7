"""A codebook as CSV: a row for each variable, then one for each of its choices and examples."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from models.codebook.files.drafts import ChoiceDraft, CodebookRefused, ExampleDraft, Problem, VariableDraft
from models.text.typed_text import typed_line, typed_text
from models.translation import _

COLUMNS = (
    *("variable", "choice", "example", "label", "about", "kind", "definition", "instruction", "required"),
    *("open_ended", "offered", "shown_if", "shown_for", "parent", "colour", "place"),
)
"""A row with an example is an example; else a row with a choice is a choice; else it is a variable."""

YES, NO = "yes", "no"


def write_csv(drafts: Iterable[VariableDraft]) -> str:
    """Return a codebook as CSV (RFC 4180), without a byte order mark."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, restval="")
    writer.writeheader()
    for draft in drafts:
        writer.writerows(_rows(draft))
    return file.getvalue()


def _rows(draft: VariableDraft) -> Iterator[dict[str, Any]]:
    same = ("label", "kind", "definition", "instruction", "offered", "shown_if", "shown_for")
    yield {
        "variable": draft.name,
        "about": draft.subject,
        **{name: getattr(draft, name) for name in same},
        "required": YES if draft.required else NO,
        "open_ended": YES if draft.open_ended else NO,
    }
    for each in draft.choices:
        yield {
            **{"variable": draft.name, "choice": each.value, "label": each.label, "definition": each.definition},
            **{"parent": each.parent, "colour": each.colour},
        }
    for example in draft.examples:
        yield {"variable": draft.name, "choice": example.choice, "example": example.words, "place": example.place}


def read_csv(text: str) -> list[VariableDraft]:
    """Read a codebook from CSV, separated by commas or semicolons. Raises CodebookRefused."""
    first = text.lstrip("\N{BYTE ORDER MARK}").split("\n", 1)[0]
    reader = csv.DictReader(
        io.StringIO(text.lstrip("\N{BYTE ORDER MARK}"), newline=""),
        delimiter=";" if first.count(";") > first.count(",") else ",",
        strict=True,
    )
    try:
        rows = [(reader.line_num, {key: cell or "" for key, cell in row.items() if key}) for row in reader]
    except csv.Error as error:
        raise CodebookRefused([Problem(reader.line_num, str(error).capitalize() + ".")]) from error
    if missing := [name for name in ("variable", "kind", "about") if name not in (reader.fieldnames or ())]:
        raise CodebookRefused([Problem(1, _("There is no column “{name}”.").format(name=missing[0]))])
    drafts: dict[str, VariableDraft] = {}
    found = []
    for line, row in rows:
        name = typed_line(row["variable"])
        if not name:
            continue
        if typed_line(row.get("choice", "")) or typed_text(row.get("example", "")):
            if name not in drafts:
                unknown = _("There is no variable “{name}” above this row.").format(name=name)
                raise CodebookRefused([Problem(line, unknown)])
            _add(drafts[name], row, line)
        else:
            drafts[name] = _variable(row, name, line)
            found.append(drafts[name])
    return found


def _add(draft: VariableDraft, row: dict[str, str], line: int) -> None:
    choice = typed_line(row.get("choice", ""))
    if words := typed_text(row.get("example", "")):
        place = typed_line(row.get("place", ""))
        draft.examples.append(ExampleDraft(words=words, place=place, choice=choice, line=line))
    elif choice:
        draft.choices.append(
            ChoiceDraft(
                value=choice,
                label=typed_line(row.get("label", "")) or choice,
                definition=typed_text(row.get("definition", "")),
                colour=(typed_line(row.get("colour", "")) or "").lower() or None,
                parent=typed_line(row.get("parent", "")),
                line=line,
            )
        )


def _variable(row: dict[str, str], name: str, line: int) -> VariableDraft:
    return VariableDraft(
        name=name,
        subject=typed_line(row["about"]) or "",
        kind=typed_line(row["kind"]) or "",
        label=typed_line(row.get("label", "")) or name,
        definition=typed_text(row.get("definition", "")),
        instruction=typed_text(row.get("instruction", "")),
        required=_is_yes(row, "required", line),
        open_ended=_is_yes(row, "open_ended", line),
        offered=typed_line(row.get("offered", "")),
        shown_if=typed_line(row.get("shown_if", "")),
        shown_for=typed_line(row.get("shown_for", "")),
        line=line,
    )


def _is_yes(row: dict[str, str], name: str, line: int) -> bool:
    said = (typed_line(row.get(name, "")) or NO).casefold()
    if said not in (YES, NO):
        neither = _("“{name}” is neither yes nor no: “{cell}”.").format(name=name, cell=said)
        raise CodebookRefused([Problem(line, neither)])
    return said == YES
