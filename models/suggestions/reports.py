"""Find the claims of one paragraph: first quotations with a verb after them, then what other words report."""

from models.suggestions.clauses import Clauses
from models.suggestions.drafts import Draft
from models.suggestions.paragraphs import Paragraph
from models.suggestions.quoted import Quoted
from models.suggestions.reported import Reported


def claims_of(paragraph: Paragraph) -> list[Draft]:
    """Return the claims of a paragraph in text order."""
    clauses = Clauses(paragraph)
    quoted = list(Quoted(clauses).found())
    reported = Reported(clauses, quoted).found()
    return sorted([*quoted, *reported], key=lambda draft: draft.parts)
