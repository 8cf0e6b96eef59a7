"""Make small documents of every kind, as programs write them."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def zipped(path: Path, parts: dict[str, str | bytes]) -> Path:
    """Write a zip file with some parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return path


def docx(path: Path, body: str, **others: str | bytes) -> Path:
    """Write a Word document; `others` are further parts, such as styles for word/styles.xml."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {W} {R} {MC}><w:body>{body}</w:body></w:document>",
    }
    names = {"core": "docProps/core.xml", "rels": "word/_rels/document.xml.rels"}
    return zipped(path, parts | {names.get(key, f"word/{key}.xml"): content for key, content in others.items()})


def p(words: str, paragraph: str = "", run: str = "") -> str:
    """Return a paragraph of a Word document."""
    return (
        f'<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in {
        **{"office": "office", "text": "text", "table": "table", "style": "style", "meta": "meta"},
        "fo": "xsl-fo-compatible",
    }.items()
)


def odt(path: Path, body: str, styles: str = "", **others: str | bytes) -> Path:
    """Write an OpenDocument text with automatic styles; `others` are further parts, such as meta for meta.xml."""
    content = (
        f'<office:document-content {NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>'
        f"{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    names = {"manifest": "META-INF/manifest.xml"}
    return zipped(path, parts | {names.get(key, f"{key}.xml"): content for key, content in others.items()})
