"""Make the elements of REFI-QDA: https://www.qdasoftware.org/wp-content/uploads/2019/09/REFI-QDA-1-5.pdf.

A position counts Unicode code points from 0, as ours do. The end of a selection is not included in it: the standard
does not say, but ATLAS.ti writes and QualCoder reads it so. Times are in UTC, without fractions of a second.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from models.attributes.attribute import Attribute
from models.entities import Article, Signed, Speaker
from models.exports.exchange.code_tree import Code
from models.exports.exchange.coding import Coded
from models.exports.exchange.facts import Fact
from models.exports.exchange.guids import derived
from models.exports.exchange.times import in_utc
from models.exports.exchange.variables import guid_of, is_variable, type_of, typed_value
from models.exports.exchange.xml_writing import Element, XmlFile
from models.ids import Id
from models.text.excerpts import shortened

LONGEST_NAME = 100
"""Characters of its words that a selection is named by, as in ATLAS.ti."""


class RefiElements:
    """Makes the elements of a file. Each method returns one, with everything in it."""

    def __init__(self, xml: XmlFile) -> None:
        self._xml = xml

    def user(self, coder: str) -> Element:
        """Return a coder."""
        return self._xml.element("User", {"guid": _user(coder), "name": coder})

    def code(self, code: Code) -> Element:
        """Return a code, with those below it."""
        codable = "true" if code.codable else "false"
        attributes = {"guid": code.guid, "name": code.name, "isCodable": codable, "color": code.colour}
        return self._xml.element("Code", attributes, self._description(code.description), *map(self.code, code.below))

    def variable(self, attribute: Attribute[Any, Any]) -> Element:
        """Return what an attribute of articles or speakers becomes."""
        named = {"guid": guid_of(attribute), "name": attribute.column, "typeOfVariable": type_of(attribute)}
        return self._xml.element("Variable", named, self._description(attribute.description or attribute.label))

    def case(self, speaker: Speaker, name: str, facts: Iterable[Fact], parts: Iterable[Id]) -> Element:
        """Return a speaker, with the selections of what the speaker says."""
        said = [self._xml.element("SelectionRef", {"targetGUID": part}) for part in parts]
        note, values = self._description(speaker.note), self._values(facts)
        return self._xml.element("Case", {"guid": speaker.id, "name": name}, note, *values, *said)

    def source(self, article: Article, name: str, facts: Iterable[Fact], selections: Iterable[Element]) -> Element:
        """Return an article, whose text is in a file that has its id."""
        named = {"guid": article.id, "name": name, "plainTextPath": f"internal://{article.id}.txt"}
        note, values = self._description(article.note), self._values(facts)
        return self._xml.element("TextSource", {**named, **_signature(article)}, note, *selections, *values)

    def selection(self, coded: Coded, words: str) -> Element:
        """Return a part of a text with its codes."""
        span, record = coded.span, coded.record
        place = {"startPosition": str(span.start), "endPosition": str(span.end)}
        named = {"guid": span.id, "name": shortened(words, LONGEST_NAME), **place, **_signature(record)}
        codings = [self._coding(span.id, code, record) for code in coded.codes]
        return self._xml.element("PlainTextSelection", named, self._description(coded.comment), *codings)

    def _coding(self, selection: Id, code: Id, record: Signed) -> Element:
        attributes = {"guid": derived(selection, code), **_signature(record, changed=False)}
        return self._xml.element("Coding", attributes, self._xml.element("CodeRef", {"targetGUID": code}))

    def link(self, origin: Id, target: Id, name: str) -> Element:
        """Return a link from one selection to another."""
        named = {"guid": derived("link", origin, target), "name": name, "direction": "OneWay"}
        return self._xml.element("Link", {**named, "originGUID": origin, "targetGUID": target})

    def group(self, tag: str, elements: Iterable[Element]) -> Element:
        """Return an element that only holds others together."""
        return self._xml.element(tag, {}, *elements)

    def _description(self, text: str | None) -> Element | None:
        return self._xml.text("Description", text)

    def _values(self, facts: Iterable[Fact]) -> list[Element]:
        return [self._value(fact) for fact in facts if is_variable(fact.attribute)]

    def _value(self, fact: Fact) -> Element:
        reference = self._xml.element("VariableRef", {"targetGUID": guid_of(fact.attribute)})
        return self._xml.element("VariableValue", {}, reference, self._xml.text(*typed_value(fact)))


@lru_cache(maxsize=100)
def _user(coder: str) -> Id:
    return derived("coder", coder)


def _signature(record: Signed, *, changed: bool = True) -> dict[str, str | None]:
    """Return who made a record and when, and when it was last changed; codings have no place for the last."""
    made = {"creatingUser": _user(record.coder) if record.coder else None, "creationDateTime": in_utc(record.made_at)}
    return {**made, "modifiedDateTime": in_utc(record.changed_at)} if changed else made
