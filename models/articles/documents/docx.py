"""A Word document (.docx), as Word, LibreOffice, web services and news databases write it."""

from lxml.etree import _Element

from models.articles.documents.document import Document
from models.articles.documents.word_styles import WordLists, styles_of
from models.articles.documents.word_text import WordText
from models.articles.documents.xml_parts import parsed
from models.articles.documents.zipped_parts import ZippedParts
from models.articles.input_file import InputFile

MAIN = "word/document.xml"
CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
}
PROGRAM = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"


def read(file: InputFile) -> Document:
    """Return a Word document. Raises UnreadableArticle if it is damaged, encrypted or too large."""
    with ZippedParts(file) as parts:
        parts.refuse_unsafe()
        return _document(file, parts)


def _document(file: InputFile, parts: ZippedParts) -> Document:
    body = parsed(file, parts.read(MAIN))

    def part(name: str) -> _Element | None:
        return parsed(file, parts.read(name)) if name in parts.names else None

    links = part("word/_rels/document.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "") for each in links} if links is not None else {}
    text = WordText(styles_of(part("word/styles.xml")), WordLists(part("word/numbering.xml")), targets)
    text.read(body)
    core, program = part("docProps/core.xml"), part("docProps/app.xml")
    found = (
        {key: " ".join((core.findtext(tag) or "").split()) or None for key, tag in CORE.items()}
        if core is not None
        else {}
    )
    return Document(
        paragraphs=tuple(text.builder.paragraphs),
        title=found.get("title"),
        author=found.get("author"),
        language=found.get("language"),
        program=program.findtext(PROGRAM) if program is not None else None,
        warnings=text.left_out.warnings,
    )
