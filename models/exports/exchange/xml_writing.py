"""Write a large XML file piece by piece, with any text: characters that XML cannot hold are replaced and counted."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import IO, Any, TypeAlias

from lxml import etree

from models.text.xml_characters import xml_text

Element: TypeAlias = Any  # lxml's elements have no type that can be named


class XmlFile:
    """An XML file that is being written. `altered` counts the texts in which characters were replaced."""

    def __init__(self) -> None:
        self.altered = 0

    def element(self, tag: str, attributes: Mapping[str, str | None], *children: Element | None) -> Element:
        """Return an element. Attributes and children that are None are left out."""
        given = {name: self._fit(value) for name, value in attributes.items() if value is not None}
        element = etree.Element(tag, given)
        element.extend(child for child in children if child is not None)
        return element

    def text(self, tag: str, text: str | None) -> Element | None:
        """Return an element that holds a text; None without one."""
        if not text:
            return None
        element = etree.Element(tag)
        element.text = self._fit(text)
        return element

    def _fit(self, text: str) -> str:
        fitting = xml_text(text)
        self.altered += fitting != text
        return fitting

    @contextmanager
    def writing(
        self, file: IO[bytes], root: str, namespace: str, attributes: Mapping[str, str]
    ) -> Iterator["Sections"]:
        """Begin a file with its outermost element; all elements inside it are in the same namespace."""
        given = {name: self._fit(value) for name, value in attributes.items()}
        with etree.xmlfile(file, encoding="utf-8") as written:
            written.write_declaration()
            with written.element(f"{{{namespace}}}{root}", given, nsmap={None: namespace}):
                yield Sections(written)


class Sections:
    """The parts of an XML file, each with any number of elements."""

    def __init__(self, written: "etree._IncrementalFileWriter") -> None:
        self._written = written

    def write(self, tag: str, elements: Iterable[Element]) -> None:
        """Write a part; nothing if it has no elements. They are written as they come, and not kept."""
        coming = iter(elements)
        for first in coming:
            self._written.write("\n")
            with self._written.element(tag):
                self._written.write("\n")
                for element in chain([first], coming):
                    self._written.write(element, pretty_print=True)

    def add(self, element: Element) -> None:
        """Write an element that is a part by itself."""
        self._written.write("\n")
        self._written.write(element)
