"""What can be done with a claim. Offsets are code points into the article's text, half-open."""

from dataclasses import replace
from functools import cache

import resources
from models.actions.duplicating import answers_again
from models.actions.numbers import read_again
from models.edits import Change, Edit, changed, made
from models.entities import Alias, Claim, Mode, Role, Span, Speaker
from models.ids import Id
from models.records import ArticleRecords
from models.references import deletion
from models.registry import Registry
from models.text.typed_text import typed_line
from models.translation import _, counted


def mark_claim(records: ArticleRecords, start: int, end: int) -> Edit:
    """Record a range as a claim with the numbers in it; its mode is read from its quotation marks."""
    claim = Claim(article=records.article.id, mode=_mode(records, [(start, end)]))
    content = Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=start, end=end)
    return Edit(_("Mark claim"), (made(claim), made(content), *adopted(records, claim.id, start, end)))


def repeat_claim(records: ArticleRecords, before: Claim, start: int, end: int) -> Edit:
    """Record a part of the text as a claim with the speaker and the answers of another one."""
    first, *rest = mark_claim(records, start, end).changes
    assert isinstance(first.row, Claim)
    claim = replace(first.row, speaker=before.speaker)
    return Edit(_("Mark claim"), (made(claim), *rest, *answers_again(records, before, claim)))


def adopted(records: ArticleRecords, claim: Id, start: int, end: int) -> tuple[Change, ...]:
    """Return the changes that give a claim the numbers within a range that were recorded before it."""
    return tuple(changed(number, claim=claim) for number in records.loose_numbers_within(start, end))


def add_part(records: ArticleRecords, claim: Claim, start: int, end: int) -> Edit:
    """Add another part to a claim; its parts stay in text order."""
    part = Span(article=claim.article, role=Role.CONTENT, claim=claim.id, start=start, end=end)
    placed = rearranged(records, claim, [*records.contents(claim.id), part])
    return Edit(_("Add part to claim"), (*placed, *adopted(records, claim.id, start, end)))


def set_boundaries(records: ArticleRecords, span: Span, start: int, end: int) -> Edit:
    """Give a span new boundaries, and read again what was read from its old words: a mode or a value."""
    moved = replace(span, start=start, end=end)
    if span.role is Role.NUMBER and span.number is not None:
        number = records.numbers[span.number]
        return Edit(_("Change boundaries"), (Change(span, moved), *read_again(records, number, start, end)))
    if span.role is not Role.CONTENT or span.claim is None:
        return Edit(_("Change boundaries"), (Change(span, moved),))
    others = [other for other in records.contents(span.claim) if other.id != span.id]
    placed = rearranged(records, records.claims[span.claim], [*others, moved])
    return Edit(_("Change boundaries"), (*placed, *adopted(records, span.claim, start, end)))


def rearranged(records: ArticleRecords, claim: Claim, parts: list[Span]) -> tuple[Change, ...]:
    """Give a claim these parts, including new and moved ones, in text order, and read its mode again."""
    ordered = sorted(parts, key=lambda span: (span.start, span.end))
    placed = [replace(span, position=position) for position, span in enumerate(ordered)]
    return (*(Change(records.spans.get(span.id), span) for span in placed), *_mode_again(records, claim, placed))


def _mode_again(records: ArticleRecords, claim: Claim, spans: list[Span]) -> tuple[Change, ...]:
    """Read the mode again if it was read from the old spans; keep one that the coder chose."""
    old = _mode(records, _ranges(records.contents(claim.id)))
    new = _mode(records, _ranges(spans))
    return (changed(claim, mode=new),) if claim.mode == old != new else ()


def _mode(records: ArticleRecords, ranges: list[tuple[int, int]]) -> Mode:
    from models.attribution.modes import mode_of

    return mode_of(records.text, ranges)


def _ranges(spans: list[Span]) -> list[tuple[int, int]]:
    return sorted((span.start, span.end) for span in spans)


def mark_cue(records: ArticleRecords, claim: Claim, start: int, end: int) -> Edit:
    """Record the words that report a claim ("said"), replacing any recorded before."""
    return Edit(_("Mark cue"), _single(records, claim, Role.CUE, start, end))


def mark_source(records: ArticleRecords, registry: Registry, claim: Claim, start: int, end: int) -> Edit:
    """Record the words that name a claim's speaker.

    If the name is known, the claim gets that speaker. A new name becomes an alias of the claim's speaker, or a new
    speaker if the claim has none. A pronoun is not a name.
    """
    named = _named(registry, claim, typed_line(records.text[start:end]) or "")
    return Edit(_("Mark speaker"), (*_single(records, claim, Role.SOURCE, start, end), *named))


def _named(registry: Registry, claim: Claim, words: str) -> tuple[Change, ...]:
    """Return the changes to the registry and the claim that follow from the words that name its speaker."""
    if known := registry.find(words):
        return (changed(claim, speaker=known.id),)
    if not is_name(words):
        return ()
    if claim.speaker:
        return (made(Alias(speaker=claim.speaker, name=words)),)
    speaker = Speaker(name=words)
    return made(speaker), changed(claim, speaker=speaker.id)


def is_name(words: str) -> bool:
    """Return whether words can name a speaker; a pronoun ("he", "they", "it") cannot."""
    return words != "" and words.casefold() not in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(pronoun.casefold() for pronoun in resources.words("pronouns"))


def _single(records: ArticleRecords, claim: Claim, role: Role, start: int, end: int) -> tuple[Change, ...]:
    """Return the change that moves the claim's only span of a role, or makes one."""
    if spans := records.spans_of(claim.id, role):
        return (changed(spans[0], start=start, end=end),)
    return (made(Span(article=claim.article, role=role, claim=claim.id, start=start, end=end)),)


def delete_claim(records: ArticleRecords, claim: Claim) -> Edit:
    """Delete a claim with its spans and its numbers."""
    numbers = records.numbers_of(claim.id)
    label = (
        counted("Delete claim and {count:,} number", "Delete claim and {count:,} numbers", len(numbers))
        if numbers
        else _("Delete claim")
    )
    return Edit(label, deletion([claim], records.rows()))
