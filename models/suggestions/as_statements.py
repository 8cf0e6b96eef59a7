"""Show a suggestion as statements: the lines that the table would have if it was recorded."""

from models.entities import Article, Claim, Number, Speaker
from models.ids import Id
from models.lines.statement import Statement
from models.registry import Registry
from models.suggestions.found import FoundClaim, FoundNumber
from models.suggestions.offered import Offered
from models.text.excerpts import words_at


def as_statements(offered: Offered, article: Article, text: str, registry: Registry) -> list[Statement]:
    """Return the lines of a suggestion, one for each number of a claim, with records that are in no file.

    Numbers that the coder has left out have a line too.
    """
    found = offered.suggestion
    if isinstance(found, FoundNumber):
        return [_line(article, text, found, offered.id)]
    speaker = _speaker(found, registry)
    claim = Claim(id=offered.id, article=article.id, speaker=speaker.id if speaker else None, mode=found.mode)
    whole = Statement(
        article=article, claim=claim, speaker=speaker, parts=found.contents,
        claim_words=words_at(text, found.contents),
    )  # fmt: skip
    lines = [_line(article, text, each, number_id(offered, each.span[0]), whole) for each in offered.numbers]
    return lines or [whole]


def number_id(claim: Offered, start: int) -> Id:
    """Return the id of the number of a suggested claim that begins at a code point."""
    return f"{claim.id} {start}"


def _speaker(found: FoundClaim, registry: Registry) -> Speaker | None:
    known = registry.speakers.get(found.speaker or "")
    name = known.name if known else found.name
    if not name:
        return None
    return known or Speaker(name=name, role=found.role)


def _line(article: Article, text: str, found: FoundNumber, id_: str, whole: Statement | None = None) -> Statement:
    read = found.quantity
    number = Number(
        id=id_,
        article=article.id,
        claim=whole.claim.id if whole and whole.claim else None,
        value=read.value if read else None,
        upper=read.upper if read else None,
        qualifier=read.qualifier if read else None,
        unit=read.unit if read else None,
        counted=read.counted if read else None,
    )
    return Statement(
        article=article,
        claim=whole.claim if whole else None,
        speaker=whole.speaker if whole else None,
        number=number,
        parts=whole.parts if whole else (),
        printed=found.span,
        claim_words=whole.claim_words if whole else None,
        number_words=text[slice(*found.span)],
    )
