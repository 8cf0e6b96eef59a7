"""The encodings that are offered for files of text, by the names of the WHATWG Encoding Standard."""

from pathlib import Path

from models.translation import _

ENCODINGS = (
    (_("Unicode"), "utf-8"),
    (_("Unicode, two bytes"), "utf-16le"),
    (_("Western European"), "windows-1252"),
    (_("Western European, older Macs"), "macintosh"),
    (_("Central European"), "windows-1250"),
    (_("Central European, older"), "iso-8859-2"),
    (_("Baltic"), "windows-1257"),
    (_("Cyrillic"), "windows-1251"),
    (_("Cyrillic, older"), "koi8-r"),
    (_("Cyrillic, DOS"), "ibm866"),
    (_("Greek"), "windows-1253"),
    (_("Turkish"), "windows-1254"),
    (_("Hebrew"), "windows-1255"),
    (_("Arabic"), "windows-1256"),
    (_("Chinese, simplified"), "gb18030"),
    (_("Chinese, traditional"), "big5"),
    (_("Japanese"), "shift_jis"),
    (_("Japanese, older"), "euc-jp"),
    (_("Korean"), "euc-kr"),
)

TEXT_FILES = frozenset({".txt", ".md", ".html", ".htm", ".csv", ".tsv", ""})
"""The suffixes of files that do not say for certain in which encoding they are."""


def is_text_file(path: Path) -> bool:
    """Return whether a file can be read in another encoding."""
    return path.suffix.lower() in TEXT_FILES
