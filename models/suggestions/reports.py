"""Find the claims of one paragraph: first quotations with a verb after them, then what other words report."""

from collections.abc import Sequence
from dataclasses import replace

from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.introduced import introduced
from models.suggestions.labels import Labels
from models.suggestions.paragraphs import Paragraph
from models.suggestions.quoted import Quoted
from models.suggestions.reported import Reported
from models.suggestions.rules import QUOTATION_BEFORE


def claims_of(paragraph: Paragraph) -> list[Draft]:
    """Return the claims of a paragraph in text order."""
    clauses = Clauses(paragraph)
    quoted = list(Quoted(clauses).found())
    found = [*quoted, *Reported(clauses, quoted).found()]
    found += introduced(clauses, _held(found))
    found += Labels(clauses, _held(found)).found()
    return _continued(paragraph, sorted(found, key=lambda draft: draft.parts))


def _held(drafts: Sequence[Draft]) -> set[int]:
    """Return the indexes of the words that are parts of claims."""
    return {at for draft in drafts for first, last in draft.parts for at in range(first, last + 1)}


def _continued(paragraph: Paragraph, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the claims with the quotations that follow them as sentences of their own: he said. “It always was.”"""
    words, found = paragraph.passage.words, list(drafts)
    held = _held(drafts)
    for first, last in paragraph.sentences:
        if first != last or not paragraph.is_quotation(first) or first in held:
            continue
        before = [
            place for place, draft in enumerate(found) if _last_sentence(paragraph, draft) == words[first].sentence - 1
        ]
        if before:
            place = next((place for place in before if found[place].rule == QUOTATION_BEFORE), before[-1])
            found[place] = replace(found[place], parts=(*found[place].parts, (first, last)))
    return found


def _last_sentence(paragraph: Paragraph, draft: Draft) -> int:
    """Return the number of the last sentence that a claim and the words that report it belong to."""
    ends = [one[1] for one in (draft.parts[-1], draft.cue, draft.source) if one is not None]
    return paragraph.passage.words[max(ends)].sentence
