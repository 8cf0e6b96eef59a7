"""Write the codebook of a folder as Markdown, which people read as it is and which becomes a page everywhere."""

import re
from collections.abc import Iterable, Iterator

from models.codebook.files.drafts import ChoiceDraft, ExampleDraft, VariableDraft
from models.codebook.files.page import asked_only_if, facts_on
from models.exports.description.assistance import sentences
from models.exports.description.contents import Contents, DescribedColumn, DescribedTable
from models.exports.description.words import (
    advice,
    filled,
    form_of,
    kind_of,
    legend,
    notes_on,
    rows_of,
    samples_in,
    state,
    values_in,
)
from models.translation import _

SPECIAL = re.compile(r"[\\`*_\[\]<>|#]")


def codebook_as_markdown(contents: Contents) -> str:
    """Return the codebook: the tables, how to read them, each column of each, and the variables of the study."""
    return "\n".join(_lines(contents)) + "\n"


def _lines(contents: Contents) -> Iterator[str]:
    yield from _heading(1, _("Codebook of {title}").format(title=_text(contents.title)))
    yield from (_text(each) for each in state(contents))
    yield from _heading(2, _("Tables"))
    yield from _table(
        (_("File"), _("Rows"), _("A row is")),
        ((f"`{each.file}`", f"{each.rows:,}", _text(each.table.description)) for each in contents.tables),
    )
    yield from _heading(2, _("How to read them"))
    yield from (f"- {_text(each)}" for each in (*form_of(contents), *advice(contents), legend()))
    yield from _heading(2, _("Suggestions"))
    yield from (f"- {_text(each)}" for each in sentences(contents.assisted))
    if contents.samples:
        yield from _heading(2, _("Samples"))
        yield from (f"- {_text(each)}" for each in samples_in(contents))
    if contents.remarks:
        yield from _heading(2, _("What readers should know"))
        yield from (f"- {_text(each)}" for each in contents.remarks)
    for table in contents.tables:
        yield from _columns(table, contents)
    if contents.variables:
        yield from _heading(2, _("Variables of the study"))
        for draft in contents.variables:
            yield from _variable(draft)


def _columns(table: DescribedTable, contents: Contents) -> Iterator[str]:
    yield from _heading(2, table.file)
    key = ", ".join(f"`{name}`" for name in table.table.key)
    yield f"{rows_of(table)}. {_text(table.table.description)} " + _("Key: {columns}.").format(columns=key)
    yield ""
    rows = (
        (f"`{each.name}`", kind_of(each), _meaning(each, table, contents), filled(each, table))
        for each in table.columns
    )
    yield from _table((_("Column"), _("Cells"), _("Meaning"), _("Filled")), rows)


def _meaning(column: DescribedColumn, table: DescribedTable, contents: Contents) -> str:
    parts = [column.description, *notes_on(column, table, contents)]
    if column.values:
        parts.append(_("Values: {values}.").format(values=", ".join(values_in(column))))
    return _text(" ".join(parts))


def _variable(draft: VariableDraft) -> Iterator[str]:
    yield from _heading(3, f"{_text(draft.label)} (`{draft.name}`)")
    yield " · ".join(map(_text, facts_on(draft)))
    for each in (asked_only_if(draft), draft.definition, draft.instruction):
        yield from ("", _text(each)) if each else ()
    yield from _examples(draft, None)
    if draft.choices:
        yield ""
        yield from _table(
            (_("Code"), _("Label"), _("Definition")),
            ((f"`{each.value}`", _text(_path(draft, each)), _text(each.definition or "")) for each in draft.choices),
        )
        for choice in draft.choices:
            yield from _examples(draft, choice)


def _path(draft: VariableDraft, choice: ChoiceDraft) -> str:
    """Return the label of a choice after those above it."""
    by_code = {each.value: each for each in draft.choices}
    parent = by_code.get(choice.parent or "")
    return f"{_path(draft, parent)} › {choice.label}" if parent else choice.label


def _examples(draft: VariableDraft, choice: ChoiceDraft | None) -> Iterator[str]:
    found: list[ExampleDraft] = [each for each in draft.examples if each.choice == (choice and choice.value)]
    if found:
        yield ""
        yield _("Examples of {choice}:").format(choice=_text(choice.label)) if choice else _("Examples:")
        yield ""
    for each in found:
        yield f"- {_text(each.words)}" + (f" ({_text(each.place)})" if each.place else "")


def _heading(level: int, words: str) -> Iterator[str]:
    yield from ("", f"{'#' * level} {words}", "") if level > 1 else (f"# {words}", "")


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    titles = [*titles]
    yield f"| {' | '.join(titles)} |"
    yield "|" + " --- |" * len(titles)
    yield from (f"| {' | '.join(cells)} |" for cells in rows)


def _text(words: str) -> str:
    """Return words on one line, so that nothing in them is taken for Markdown."""
    return SPECIAL.sub(r"\\\g<0>", " ".join(words.split()))
