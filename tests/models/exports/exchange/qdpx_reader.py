"""Read a `.qdpx` file from what the standard says alone, and, by other rules, as QualCoder reads it."""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NAMESPACE = {"": "urn:QDA-XML:project:1.0"}


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a text: its id, code points from a start to an end that is not included, its words and its codes."""

    guid: str
    start: int
    end: int
    words: str
    codes: frozenset[str]
    comment: str | None
    coder: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its selections and the values of its variables."""

    name: str
    text: str
    selections: tuple[Selection, ...]
    values: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """A speaker: the selections of what the speaker says, and the values of variables."""

    name: str
    selections: frozenset[str]
    values: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Read:
    """A project as it was read; sources by their id, links as the ids of two selections and a name."""

    codes: dict[str, str]
    sources: dict[str, Source]
    cases: dict[str, Case]
    links: frozenset[tuple[str, str, str]]


def read_qdpx(path: Path) -> Read:
    """Read a whole project."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("project.qde"))
        codes = {each.attrib["guid"]: each.attrib["name"] for each in root.iterfind(".//Code", NAMESPACE)}
        users = {each.attrib["guid"]: each.attrib["name"] for each in root.iterfind("Users/User", NAMESPACE)}
        variables = {each.attrib["guid"]: each.attrib["name"] for each in root.iterfind(".//Variable", NAMESPACE)}
        sources = {}
        for each in root.iterfind("Sources/TextSource", NAMESPACE):
            text = archive.read("sources/" + each.attrib["plainTextPath"].removeprefix("internal://")).decode("utf-8")
            selections = tuple(
                _selection(found, text, codes, users) for found in each.iterfind("PlainTextSelection", NAMESPACE)
            )
            sources[each.attrib["guid"]] = Source(each.attrib["name"], text, selections, _values(each, variables))
    return Read(codes, sources, _cases(root, variables), _links(root))


def _selection(element: Element, text: str, codes: dict[str, str], users: dict[str, str]) -> Selection:
    start, end = int(element.attrib["startPosition"]), int(element.attrib["endPosition"])
    found = [each.attrib["targetGUID"] for each in element.iterfind("Coding/CodeRef", NAMESPACE)]
    return Selection(
        element.attrib["guid"],
        start,
        end,
        text[start:end],
        frozenset(codes[each] for each in found),
        element.findtext("Description", None, NAMESPACE),
        users.get(element.get("creatingUser", "")),
    )


def _values(element: Element, variables: dict[str, str]) -> dict[str, str | None]:
    found = {}
    for each in element.iterfind("VariableValue", NAMESPACE):
        reference, value = each
        found[variables[reference.attrib["targetGUID"]]] = value.text
    return found


def _cases(root: Element, variables: dict[str, str]) -> dict[str, Case]:
    return {
        each.attrib["guid"]: Case(
            each.attrib["name"],
            frozenset(said.attrib["targetGUID"] for said in each.iterfind("SelectionRef", NAMESPACE)),
            _values(each, variables),
        )
        for each in root.iterfind("Cases/Case", NAMESPACE)
    }


def _links(root: Element) -> frozenset[tuple[str, str, str]]:
    found = root.iterfind("Links/Link", NAMESPACE)
    return frozenset((each.attrib["originGUID"], each.attrib["targetGUID"], each.attrib["name"]) for each in found)


@dataclass(slots=True)
class InQualCoder:
    """What QualCoder has after it has read a project: codings as code, source, words and coder; texts of cases."""

    codings: set[tuple[str, str, str, str]] = field(default_factory=set)
    case_texts: set[tuple[str, str, str]] = field(default_factory=set)


def read_as_qualcoder(path: Path, folder: Path) -> InQualCoder:
    """Read a project by the rules of https://github.com/ccbogel/QualCoder, src/qualcoder/refi.py.

    The origin has to be named; codes, categories, sources and cases with the same name are one; a text is opened as a
    text file, whose line ends become a line feed and which keeps a byte order mark; positions are those of Python; and
    codings by a code that has the id of a case become texts of the case.
    """
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    root = ElementTree.parse(folder / "project.qde").getroot()
    assert "ATLAS" not in root.attrib["origin"]
    users = {each.attrib["guid"]: each.attrib["name"] for each in root.iterfind("Users/User", NAMESPACE)}
    codes: dict[str, str] = {}
    for each in root.iterfind(".//Code[@isCodable='true']", NAMESPACE):
        assert each.attrib["name"] not in codes.values(), "the second would be left out"
        codes[each.attrib["guid"]] = each.attrib["name"]
    cases = {each.attrib["guid"]: each.attrib["name"] for each in root.iterfind("Cases/Case", NAMESPACE)}
    assert len({*cases.values()}) == len(cases)
    read, names = InQualCoder(), set[str]()
    for source in root.iterfind("Sources/TextSource", NAMESPACE):
        name = source.attrib["name"]
        assert name not in names, "it would get another name"
        names.add(name)
        file = folder / "sources" / source.attrib["plainTextPath"].split("internal://")[1]
        text = file.read_text("utf-8")
        for selection in source.iterfind("PlainTextSelection", NAMESPACE):
            words = text[int(selection.attrib["startPosition"]) : int(selection.attrib["endPosition"])]
            for coding in selection.iterfind("Coding", NAMESPACE):
                code = coding[0].attrib["targetGUID"]
                if code in cases:
                    read.case_texts.add((cases[code], name, words))
                else:
                    read.codings.add((codes[code], name, words, users[selection.attrib["creatingUser"]]))
    return read
