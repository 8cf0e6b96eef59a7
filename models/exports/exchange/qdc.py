"""Write the codebook as a `.qdc` file of REFI-QDA, for another program to code with."""

from pathlib import Path
from xml.etree.ElementTree import ParseError, iterparse

from models.codebook.kinds.answer_kind import AnswerKind
from models.entities import SUBJECTS, Claim, Number
from models.exports.beginning import Beginning
from models.exports.exchange.code_tree import Code, code_tree, every, uniquely_named
from models.exports.exchange.facts import Facts
from models.exports.exchange.first_codes import first_codes
from models.exports.exchange.program import program
from models.exports.exchange.refi_elements import RefiElements
from models.exports.exchange.xml_writing import XmlFile
from models.exports.report import Counted, File
from models.exports.source import Source
from models.exports.target import Written

NAMESPACE = "urn:QDA-XML:codebook:1.0"


class Qdc:
    """A target: roles, built-in choices and all variables of the codebook, as codes."""

    names: tuple[str, ...] = ("codebook.qdc",)

    def write(self, source: Source, place: Path) -> Written:
        """Write the file. Raises OSError if the disk refuses."""
        path, xml, codes = place / self.names[0], XmlFile(), _codes(source)
        with path.open("wb") as file, xml.writing(file, "CodeBook", NAMESPACE, {"origin": program()}) as sections:
            sections.write("Codes", map(RefiElements(xml).code, codes))
        written = File(path, "codes", len(list(every(codes))), counted=Counted.CODES)
        return Written((written,))

    def first(self, source: Source) -> Beginning:
        """Return the first codes."""
        return Beginning((first_codes(self.names[0], _codes(source)),))

    def count(self, file: File) -> int:
        """Read the file and return how many codes it has. Raises OSError, and ValueError if it is damaged."""
        try:
            return sum(element.tag == f"{{{NAMESPACE}}}Code" for _event, element in iterparse(file.path))
        except ParseError as error:
            raise ValueError(str(error)) from error


def _codes(source: Source) -> list[Code]:
    facts = Facts(source.codebook, source.options.codes)
    every_kind = [each for kind in SUBJECTS.values() for each in facts.attributes[kind]]
    attributes = [each for each in every_kind if each.of in (Claim, Number) or isinstance(each.kind, AnswerKind)]
    return uniquely_named(code_tree(source.codebook, attributes, codes=source.options.codes))
