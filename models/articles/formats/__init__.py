"""The formats that articles are read from: one module for each, and the list that everything else uses."""

from models.articles.file_kinds import kind_of
from models.articles.formats.delimited import DELIMITED
from models.articles.formats.dna import DNA
from models.articles.formats.documents import DOCX, ODT, PDF, RTF
from models.articles.formats.eml import EML
from models.articles.formats.factiva_xml import FACTIVA_XML
from models.articles.formats.format import Format, Promise
from models.articles.formats.html import HTML
from models.articles.formats.json_array import JSON_ARRAY
from models.articles.formats.jsonl import JSONL
from models.articles.formats.md import MD
from models.articles.formats.mhtml import MHTML
from models.articles.formats.txt import TXT
from models.articles.formats.workbooks import WORKBOOK
from models.articles.formats.zipped import zip_format
from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.translation import _

ZIP = zip_format(lambda file: format_of(file).read(file))

FORMATS = (
    *(TXT, MD, HTML, MHTML, EML, JSONL, JSON_ARRAY, DOCX, ODT, RTF, PDF, FACTIVA_XML, DNA, WORKBOOK, DELIMITED, ZIP),
)  # fmt: skip
"""The first that recognises a file reads it, or else the one with its suffix."""

SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)


def format_of(file: InputFile) -> Format:
    """Return the format of a file. Raises UnreadableArticle, with what to do instead, if there is none."""
    if recognised := next((each for each in FORMATS if each.recognise(file)), None):
        return recognised
    if kind := kind_of(file.head, file.names):
        raise refuse(file.path, _("“{name}” looks like {kind}, not like text."), kind.do, kind=kind.name)
    suffix = file.path.suffix
    if named := next((each for each in FORMATS if _is_named(each, suffix.lower())), None):
        return TXT if named.promise is Promise.TEXT else named
    what = _("“{name}” is of a kind ({suffix}) that cannot be read yet.")
    can_be_read = _("Onrecord reads {formats}. You can also copy the text of the article and paste it.").format(
        formats=in_words()
    )
    raise refuse(file.path, what, can_be_read, suffix=suffix or _("without a suffix"))


def _is_named(form: Format, suffix: str) -> bool:
    return suffix in form.suffixes and form.promise is not Promise.NOTHING


def in_words() -> str:
    """Return the formats for a sentence: "a text (.txt), a web page (.html, .htm)"."""
    return ", ".join(f"{each.name} ({', '.join(each.suffixes)})" for each in FORMATS)
