"""Parse XML from outside: without entities, without a network, and with the limits of the parser."""

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from models.articles.input_file import InputFile
from models.articles.refusals import refuse
from models.translation import _


def parsed(file: InputFile, data: bytes) -> _Element:
    """Return the root of a part of a file. Raises UnreadableArticle if it is no XML or declares entities."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise _refuse_entities(file)
    try:
        root = fromstring(data, XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True))
    except (XMLSyntaxError, ValueError) as error:
        do = _("Open it in the program that wrote it and save it again.")
        raise refuse(file.path, _("“{name}” is damaged: a part of it cannot be read."), do) from error
    # A declaration in UTF-16, which the search for its beginning does not see.
    if root.getroottree().docinfo.doctype:
        raise _refuse_entities(file)
    return root


def _refuse_entities(file: InputFile) -> Exception:
    what = _("“{name}” declares entities, which no word processor writes and which can be an attack.")
    return refuse(file.path, what, _("Open it in the program that wrote it and save it again, if you trust it."))
