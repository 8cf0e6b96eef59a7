"""An OpenDocument text (.odt), as LibreOffice and others write it."""

from models.articles.documents.document import Document
from models.articles.documents.opendocument_styles import numbered_lists, styles_of
from models.articles.documents.opendocument_text import OFFICE, OpenDocumentText
from models.articles.documents.xml_parts import parsed
from models.articles.documents.zipped_parts import ZippedParts
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.translation import _

MAIN, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
GENERATOR = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}generator"


def recognise(file: InputFile) -> bool:
    """Return whether a file says of itself that it is an OpenDocument text."""
    return MAIN in file.names and b"application/vnd.oasis.opendocument.text" in file.head[:200]


def read(file: InputFile) -> Document:
    """Return an OpenDocument text. Raises UnreadableArticle if it is damaged, encrypted or too large."""
    with ZippedParts(file) as parts:
        parts.refuse_unsafe()
        return _document(file, parts)


def _document(file: InputFile, parts: ZippedParts) -> Document:
    if MANIFEST in parts.names and b"encryption-data" in parts.read(MANIFEST):
        raise refuse(file.path, _("“{name}” is protected by a password."), _("Save it without a password."))
    content = parsed(file, parts.read(MAIN))
    roots = [content, *(parsed(file, parts.read(name)) for name in (STYLES,) if name in parts.names)]
    text = OpenDocumentText(styles_of(roots), numbered_lists(roots))
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is not None:
        text.read(body)
    meta = parsed(file, parts.read(META)) if META in parts.names else None

    def said(name: str) -> str | None:
        return (" ".join((meta.findtext(f".//{name}") or "").split()) or None) if meta is not None else None

    return Document(
        paragraphs=tuple(text.builder.paragraphs),
        title=said(f"{DC}title"),
        author=said(f"{DC}creator"),
        language=said(f"{DC}language"),
        program=said(GENERATOR),
        warnings=text.left_out.warnings,
    )
