"""Make W3C Web Annotations (https://www.w3.org/TR/annotation-model/) of what is recorded.

An article, a speaker, a claim and a number each have one annotation, whose bodies are their attributes; so has each cue
and source, which is linked to its claim. A part of a text is found by its position in Unicode code points, as the
standard has it, and by its words with those around them. The IRI of a record is its id as a `urn:uuid`.
"""

from collections.abc import Iterable, Iterator, Sequence

from models.attributes.kinds import Flag
from models.entities import Article, Claim, Number, Role, Signed, Span, Speaker, SpeakerKind
from models.exports.exchange.facts import Fact, Facts
from models.exports.exchange.guids import derived
from models.exports.exchange.json_lists import Json
from models.exports.exchange.times import in_utc
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords
from models.registry import Registry

AROUND = 32
"""Code points before and after the words of a selection that are quoted with it."""

AGENTS = {SpeakerKind.PERSON: "Person", SpeakerKind.ORGANISATION: "Organization"}
"""The types of the kinds of speakers for which the standard has one."""


def iri(id_: Id) -> str:
    """Return the name of a record that no other thing has anywhere."""
    return f"urn:uuid:{id_}"


def about_speaker(speaker: Speaker, facts: Facts, registry: Registry) -> Json:
    """Return the annotation of a speaker, who is no part of a text."""
    bodies = _bodies(facts.about(speaker, registry))
    return _annotation(derived("annotation", speaker.id), speaker, bodies, [_agent(speaker)])


def in_article(article: ArticleRecords, facts: Facts, registry: Registry) -> Iterator[Json]:
    """Yield the annotations of an article: its own, and then those of its claims, numbers, cues and sources.

    A claim or number without a place is about the whole article.
    """
    asked, own = Known(registry, article.answers_of), article.article
    yield _annotation(derived("annotation", own.id), own, _bodies(facts.about(own, asked)), [_text(own)])
    records: tuple[Claim | Number, ...] = (*article.claims.values(), *article.numbers.values())
    for record in records:
        bodies = [*_kind_of(record), *_bodies(facts.about(record, asked))]
        targets = [_selected(article, span) for span in article.spans_of_words(record.id)]
        yield _annotation(record.id, record, bodies, targets or [_text(own)])
    for claim in article.claims.values():
        for span in (*article.spans_of(claim.id, Role.CUE), *article.spans_of(claim.id, Role.SOURCE)):
            bodies = [_body("role", "classifying", span.role), _link(claim.id)]
            yield _annotation(span.id, claim, bodies, [_selected(article, span)])


def _annotation(id_: Id, record: Signed, bodies: Sequence[Json], targets: Sequence[Json]) -> Json:
    signed = {"created": in_utc(record.made_at), "modified": in_utc(record.changed_at)}
    creator = {"type": "Person", "nickname": record.coder} if record.coder else None
    annotation = {"id": iri(id_), "type": "Annotation", "creator": creator, **signed}
    return _filled({**annotation, "body": [*bodies], "target": [*targets]})


def _filled(members: Json) -> Json:
    """Return an object without members that say nothing."""
    return {name: value for name, value in members.items() if value not in (None, [])}


def _kind_of(record: Claim | Number) -> list[Json]:
    if isinstance(record, Claim):
        return [_body("role", "classifying", "claim")]
    return [_body("role", "classifying", "number"), *([_link(record.claim)] if record.claim else [])]


def _link(claim: Id) -> Json:
    return _resource("claim", "linking", iri(claim))


def _bodies(facts: Iterable[Fact]) -> list[Json]:
    return [body for fact in facts for body in _said(fact)]


def _said(fact: Fact) -> list[Json]:
    """Return the bodies that a fact becomes: one, or one for each of several choices."""
    label = fact.attribute.column
    if isinstance(fact.value, Speaker):
        return [_resource(label, "identifying", _agent(fact.value))]
    return [_body(label, _purpose(fact), words) for words in fact.each]


def _purpose(fact: Fact) -> str:
    """Return why a body is there, in the words of the standard."""
    kind = fact.attribute.kind
    if kind.choices:
        return "tagging" if isinstance(kind, Flag) else "classifying"
    return "commenting" if fact.attribute.name == "note" else "describing"


def _body(label: str, purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "label": label, "value": value, "format": "text/plain"}


def _resource(label: str, purpose: str, source: Json | str) -> Json:
    return {"type": "SpecificResource", "purpose": purpose, "label": label, "source": source}


def _agent(speaker: Speaker) -> Json:
    kind = AGENTS.get(speaker.kind) if speaker.kind else None
    return _filled({"id": iri(speaker.id), "type": kind, "name": speaker.name})


def _text(article: Article) -> Json:
    return _filled({"id": iri(article.id), "type": "Text", "format": "text/plain", "language": article.language})


def _selected(article: ArticleRecords, span: Span) -> Json:
    text, start, end = article.text, span.start, span.end
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    around = {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    quote = {"type": "TextQuoteSelector", "exact": text[start:end], **around}
    return {"source": iri(article.article.id), "selector": [position, quote]}
