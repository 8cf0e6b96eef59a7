"""Convert a database: documents become articles, and statements claims with their words, speakers and answers."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from models.articles.dna.contents import DnaDatabase, DnaDocument, DnaStatement
from models.articles.dna.offsets import places_of
from models.articles.dna.reading import read_database
from models.articles.draft import Draft
from models.articles.formats.dna import draft_of
from models.articles.input_file import InputFile
from models.entities import Answer, Article, Claim, Content, Record, Role, Span
from models.errors import UnreadableArticle
from models.other_projects.dna.codebook import DnaCodebook
from models.other_projects.dna.speakers import DnaSpeakers
from models.other_projects.dna.speaking import Speaking
from models.other_projects.dna.stable_ids import stable_id
from models.other_projects.other_project import OtherArticle, OtherProject
from models.text.ranges import Range
from models.translation import _, counted


def dna_project(path: Path) -> OtherProject:
    """Return a database as a project; the same rows have the same ids again. Raises UnreadableArticle."""
    file = InputFile.open(path)
    return _Converting(file, read_database(file)).project()


class _Converting:
    """Converts one database. `left_out` says in sentences what cannot be placed."""

    def __init__(self, file: InputFile, database: DnaDatabase) -> None:
        self._file, self._database = file, database
        self._speaking = Speaking(database)
        self._codebook = DnaCodebook(database, self._speaking)
        self._speakers = DnaSpeakers(self._speaking, self._codebook)
        self._left_out = list[str]()

    def project(self) -> OtherProject:
        statements = defaultdict[int, list[DnaStatement]](list)
        for each in self._database.statements:
            statements[each.document].append(each)
        for entity in self._database.entities:
            if entity.value and entity.variable in self._speaking.people | self._speaking.organisations:
                self._speakers.take(entity)
            if entity.value and entity.variable not in self._speaking.people:
                self._codebook.offer(entity)
        articles = [
            each
            for document in self._database.documents
            for each in self._read(document, statements.pop(document.id, []))
        ]
        self._note_lost(sum(map(len, statements.values())))
        registry = self._speakers.registry(self._database)
        name, left_out = self._file.path.name, tuple(self._left_out)
        return OtherProject(name, registry, self._codebook.made, tuple(articles), left_out=left_out)

    def _note_lost(self, statements: int) -> None:
        if statements:
            lost = counted(
                "{count:,} statement belongs to no document, and is left out.",
                "{count:,} statements belong to no document, and are left out.",
                statements,
            )
            self._left_out.append(lost)
        if links := self._database.links:
            lost = counted(
                "{count:,} link between statements is left out.",
                "{count:,} links between statements are left out.",
                links,
            )
            self._left_out.append(lost)

    def _read(self, document: DnaDocument, statements: list[DnaStatement]) -> Iterator[OtherArticle]:
        """Yield the article of a document, unless it cannot be read."""
        try:
            draft = draft_of(document, self._file)
        except UnreadableArticle as refusal:
            self._left_out.append(refusal.what)
            return
        article = _article(document, draft, self._file.path.name)
        records = list[Record]()
        places = places_of(document.text, [(each.start, each.stop) for each in statements])
        for statement, place in zip(statements, places, strict=True):
            if place:
                records += self._records(article, statement, place)
            else:
                lost = _("Statement {number} of “{title}” is outside of its text, and is left out.")
                self._left_out.append(lost.format(number=statement.id, title=draft.title))
        yield OtherArticle(article, draft.text, tuple(records))

    def _records(self, article: Article, statement: DnaStatement, place: Range) -> Iterator[Record]:
        claim = Claim(
            id=stable_id(statement.id, "claim", article.content, statement.kind, statement.coder, place),
            article=article.id,
            speaker=self._speakers.says(statement),
            coder=statement.coder,
        )
        yield claim
        yield Span(
            id=stable_id(statement.id, "span", claim.id),
            article=article.id,
            role=Role.CONTENT,
            claim=claim.id,
            start=place[0],
            end=place[1],
        )
        for number, (variable, said) in enumerate(self._codebook.said(statement)):
            yield Answer(
                id=stable_id(number, "answer", claim.id, variable.name),
                variable=variable.id,
                article=article.id,
                claim=claim.id,
                coder=statement.coder,
                **said,
            )


def _article(document: DnaDocument, draft: Draft, file_name: str) -> Article:
    sha256 = Content.of(draft.text).sha256
    labelled = ((_("Section"), document.section), (_("Type"), document.kind))
    lines = [*(f"{label}: {said}" for label, said in labelled if said), *filter(None, (document.notes,))]
    return Article(
        id=stable_id(document.id, "article", sha256, document.title),
        content=sha256,
        title=draft.title,
        outlet=draft.outlet,
        byline=draft.byline,
        published=draft.published,
        published_words=draft.published_words,
        language=draft.language,
        file_name=file_name,
        note="\n".join(lines) or None,
        coder=document.coder,
    )
