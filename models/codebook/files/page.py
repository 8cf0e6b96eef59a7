"""A codebook as a page to read and print: one HTML file that needs no other."""

from collections.abc import Iterable, Iterator
from html import escape

from models.codebook.described import ABOUT
from models.codebook.files.drafts import ChoiceDraft, ExampleDraft, VariableDraft
from models.codebook.kinds import KINDS
from models.entities import Subject
from models.translation import _

STYLE = """
body { font: 11pt/1.45 Georgia, "Source Serif 4", serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; } h2 { margin: 2.2rem 0 .2rem; font-size: 1.2rem; break-after: avoid; }
code, .kind { font: .85em ui-monospace, monospace; color: #555; }
dl { margin: .6rem 0 0 1.2rem; } dt { font-weight: bold; break-after: avoid; } dd { margin: 0 0 .5rem 1.2rem; }
blockquote { margin: .3rem 0 .3rem 1.2rem; padding-left: .8rem; border-left: 3px solid #ccc; color: #333; }
.colour { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .4em; }
@media print { body { margin: 0; max-width: none; } article { break-inside: avoid-page; } }
"""


def write_page(drafts: Iterable[VariableDraft]) -> str:
    """Return the page: variables by what they are about, with definitions, instructions, choices and examples."""
    title = _("Codebook")
    body = "\n".join(line for draft in drafts for line in variable_on_page(draft))
    head = f'<meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    return f"<!doctype html>\n<html><head>{head}</head>\n<body><h1>{title}</h1>\n{body}\n</body></html>\n"


def variable_on_page(draft: VariableDraft) -> Iterator[str]:
    """Yield the HTML of a variable with its definition, instruction, choices and examples."""
    yield f"<article><h2>{escape(draft.label)}</h2>"
    yield f'<p class="kind">{escape(draft.name)} · {escape(" · ".join(facts_on(draft)))}</p>'
    if only := asked_only_if(draft):
        yield f"<p>{escape(only)}</p>"
    yield from (f"<p>{_paragraph(text)}</p>" for text in (draft.definition, draft.instruction) if text)
    yield from map(_example, (each for each in draft.examples if each.choice is None))
    if draft.choices:
        yield from _tree(draft, None)
    yield "</article>"


def facts_on(draft: VariableDraft) -> list[str]:
    """Return what a variable is about, its kind and, if so, that it is required."""
    kind = KINDS[draft.kind].label if draft.kind in KINDS else draft.kind
    return [ABOUT[Subject(draft.subject)], kind, *([_("required")] if draft.required else [])]


def asked_only_if(draft: VariableDraft) -> str | None:
    """Return the condition under which a variable is asked, as a sentence; None if it is always asked."""
    if not draft.shown_if:
        return None
    some, one = _("Asked only if “{variable}” is answered."), _("Asked only if “{variable}” is {answer}.")
    return (one if draft.shown_for else some).format(variable=draft.shown_if, answer=draft.shown_for)


def _tree(draft: VariableDraft, parent: str | None) -> Iterator[str]:
    """Yield the choices below a parent, each with those below it."""
    here = [choice for choice in draft.choices if choice.parent == parent]
    if here:
        yield "<dl>"
        for choice in here:
            yield from _choice(draft, choice)
        yield "</dl>"


def _choice(draft: VariableDraft, choice: ChoiceDraft) -> Iterator[str]:
    dot = f'<span class="colour" style="background:{escape(choice.colour)}"></span>' if choice.colour else ""
    yield f"<dt>{dot}{escape(choice.label)} <code>{escape(choice.value)}</code></dt><dd>"
    if choice.definition:
        yield _paragraph(choice.definition)
    yield from map(_example, (each for each in draft.examples if each.choice == choice.value))
    yield from _tree(draft, choice.value)
    yield "</dd>"


def _example(example: ExampleDraft) -> str:
    place = f" <small>{escape(example.place)}</small>" if example.place else ""
    return f"<blockquote>{_paragraph(example.words)}{place}</blockquote>"


def _paragraph(text: str) -> str:
    return escape(text).replace("\n", "<br>")
