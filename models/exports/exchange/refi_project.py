"""Write a project as the XML file of REFI-QDA, one article after another.

Speakers are cases, and codes with the same ids: programs that know cases take the code for the case, and all others
show who says what by the code.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from models.attributes.attribute import Attribute
from models.entities import Article, Claim, Number, Role, Signed, Span, Speaker
from models.exports.exchange.code_tree import Code, code_tree, uniquely_named
from models.exports.exchange.coding import coded_spans
from models.exports.exchange.facts import Facts, lines
from models.exports.exchange.guids import derived
from models.exports.exchange.program import program
from models.exports.exchange.refi_elements import RefiElements
from models.exports.exchange.unique_names import UniqueNames
from models.exports.exchange.variables import is_variable
from models.exports.exchange.xml_writing import Element, XmlFile
from models.exports.source import Source
from models.ids import Id
from models.known import Known
from models.records import ArticleRecords
from models.text.xml_characters import xml_text
from models.translation import _

NAMESPACE = "urn:QDA-XML:project:1.0"

ABOUT = _(
    "Exported from {program}. The parts of claims, their cues and sources, and numbers are selections, coded with what "
    "they are. The words of a claim are also coded with its speaker and its answers, and commented with all that is "
    "recorded. Links join a cue, source, number or further part to its claim. Speakers are cases."
)


@dataclass(slots=True)
class Gathered:
    """What the file names before its articles: coders, and the ids of the parts of claims by speaker."""

    coders: set[str] = field(default_factory=set)
    parts: dict[Id, list[Id]] = field(default_factory=dict)

    def take(self, article: ArticleRecords) -> None:
        """Add what one more article has."""
        records: tuple[Signed, ...] = (*article.claims.values(), *article.numbers.values())
        self.coders.update(each.coder for each in (article.article, *records) if each.coder)
        for claim in article.claims.values():
            if claim.speaker:
                self.parts.setdefault(claim.speaker, []).extend(span.id for span in article.contents(claim.id))


class RefiProject:
    """A project as a file of REFI-QDA. When it is written, `selections` says how many selections it has, and `xml` what
    XML could not hold.
    """

    def __init__(self, source: Source, gathered: Gathered) -> None:
        self._source, self._gathered, self.selections = source, gathered, 0
        self._facts = Facts(source.codebook, source.options.codes)
        self.xml = XmlFile()
        self._make = RefiElements(self.xml)

    def write(self, file: IO[bytes]) -> None:
        """Write the file. Parts without content are left out, as the schema has it."""
        codes = map(self._make.code, self.codes())
        named = {"name": xml_text(self._source.name), "origin": program()}
        with self.xml.writing(file, "Project", NAMESPACE, named) as sections:
            sections.write("Users", map(self._make.user, sorted(self._gathered.coders)))
            sections.write("CodeBook", [self._make.group("Codes", codes)])
            sections.write("Variables", map(self._make.variable, self._variables()))
            sections.write("Cases", self._cases())
            sections.write("Sources", self._sources())
            sections.write("Links", self._links())
            sections.add(self.xml.text("Description", ABOUT.format(program=program())))

    def texts(self) -> Iterator[tuple[str, int]]:
        """Yield the name of each text, and how many selections it has."""
        names = UniqueNames()
        for article in self._source.articles():
            coded = coded_spans(article, self._facts, self._source.registry)
            yield names.free(article.article.title), len(coded)

    def codes(self) -> list[Code]:
        """Return the tree of codes."""
        attributes = [each for kind in (Claim, Number) for each in self._facts.attributes[kind]]
        speakers = tuple([self._speaker(each) for each in self._source.registry.speakers.values()])
        codes = code_tree(self._source.codebook, attributes, codes=self._source.options.codes)
        return uniquely_named([*codes, Code(derived("speakers"), _("Speakers"), codable=False, below=speakers)])

    def _speaker(self, speaker: Speaker) -> Code:
        facts = self._facts.about(speaker, self._source.registry)
        return Code(speaker.id, speaker.name, lines(fact for fact in facts if fact.attribute.name != "name"))

    def _variables(self) -> Iterable[Attribute[Any, Any]]:
        attributes = (each for kind in (Article, Speaker) for each in self._facts.attributes[kind])
        return filter(is_variable, attributes)

    def _cases(self) -> Iterator[Element]:
        registry, parts, names = self._source.registry, self._gathered.parts, UniqueNames()
        for speaker in registry.speakers.values():
            facts = self._facts.about(speaker, registry)
            yield self._make.case(speaker, names.free(speaker.name), facts, parts.get(speaker.id, ()))

    def _sources(self) -> Iterator[Element]:
        names = UniqueNames()
        for article in self._source.articles():
            name = names.free(article.article.title)
            facts = self._facts.about(article.article, Known(self._source.registry, article.answers_of))
            coded = coded_spans(article, self._facts, self._source.registry)
            self.selections += len(coded)
            selections = (self._make.selection(each, _words(article, each.span)) for each in coded)
            yield self._make.source(article.article, name, facts, selections)

    def _links(self) -> Iterator[Element]:
        for article in self._source.articles():
            for span, claim, name in _joined(article):
                yield self._make.link(span.id, claim.id, name)


def _joined(article: ArticleRecords) -> Iterator[tuple[Span, Span, str]]:
    """Yield what belongs together: the further parts, cue, source and numbers of a claim, each with its first part."""
    for claim in article.claims.values():
        parts = article.contents(claim.id)
        if not parts:
            continue
        further = [(span, _("part of the claim")) for span in parts[1:]]
        cues = [(span, _("cue of the claim")) for span in article.spans_of(claim.id, Role.CUE)]
        sources = [(span, _("source of the claim")) for span in article.spans_of(claim.id, Role.SOURCE)]
        numbers = [span for number in article.numbers_of(claim.id) for span in article.spans_of_words(number.id)]
        for span, name in (*further, *cues, *sources, *((span, _("number in the claim")) for span in numbers)):
            yield span, parts[0], name


def _words(article: ArticleRecords, span: Span) -> str:
    return article.text[span.start : span.end]
