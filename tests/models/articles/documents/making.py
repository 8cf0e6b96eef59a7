"""Make small documents of every kind, as programs write them."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Print:
    """Words printed on a page of a PDF, in points from the left and the bottom."""

    words: str
    x: float
    y: float
    size: float = 10
    bold: bool = False


def pdf(path: Path, pages: Sequence[Sequence[Print]], trailer: str = "", info: str = "") -> Path:
    """Write a PDF with some pages; `trailer` and `info` are entries of its dictionaries."""
    streams = [
        "\n".join(f"BT /{'B' if p.bold else 'R'} {p.size} Tf {p.x} {p.y} Td ({p.words}) Tj ET" for p in page)
        for page in pages
    ]
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font.format("Helvetica"),
        font.format("Helvetica-Bold"),
        f"<< {info} >>",
    ]
    for number, stream in enumerate(streams):
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> "
            f"/Contents {first + 2 * number + 1} 0 R >>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    return pdf_of_objects(path, objects, trailer + " /Info 5 0 R")


def pdf_of_objects(path: Path, objects: Sequence[str | bytes], trailer: str = "") -> Path:
    """Write a PDF with some objects, of which the first is the catalogue."""
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        body = content.encode("cp1252") if isinstance(content, str) else content
        written += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    at = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    written += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    written += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n".encode()
    path.write_bytes(written)
    return path
