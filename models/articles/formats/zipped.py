"""Zip archives: the articles of every file inside, each read as if it were alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from models.articles.documents.zipped_parts import ZippedParts, is_unsafe
from models.articles.draft import Draft
from models.articles.file_kinds import packed_kind
from models.articles.formats.format import Format, Promise
from models.articles.input_file import InputFile
from models.articles.refusals import name_of, refuse
from models.errors import UnreadableArticle
from models.translation import _

Read = Callable[[InputFile], Iterator[Draft | UnreadableArticle]]

UNPACK = _("Unpack it, and import what is in it.")


def zip_format(read_one: Read) -> Format:
    """Return the format of zip archives; `read_one` reads a file inside."""
    return Format(
        _("a zip archive"), (".zip",), recognise, lambda file: _articles(file, read_one), promise=Promise.TEXT
    )


def recognise(file: InputFile) -> bool:
    """Return whether a file is a zip file that contains others, not a document."""
    return file.head.startswith(b"PK\3\4") and bool(file.names) and packed_kind(file.names) is None


def _articles(file: InputFile, read_one: Read) -> Iterator[Draft | UnreadableArticle]:
    """Yield the articles of the files inside, by name, and a refusal for each file that cannot be read."""
    with ZippedParts(file) as parts:
        names = sorted(name for name in parts.names if not _is_hidden(name))
        if not names:
            raise refuse(file.path, _("“{name}” contains no files."), _("Check whether it was saved completely."))
        for name in names:
            file.pause()
            try:
                for found in _inside(file, parts, name, read_one):
                    yield _in(file, found) if isinstance(found, UnreadableArticle) else found
            except UnreadableArticle as refusal:
                yield _in(file, refusal)
            except RecursionError:
                yield _in(file, refuse(Path(name), _("“{name}” is nested too deeply to be read.")))


def _in(file: InputFile, refusal: UnreadableArticle) -> UnreadableArticle:
    """Return a refusal that names the archive too."""
    what = _("In {archive}: {sentence}").format(archive=file.named, sentence=refusal.what)
    return UnreadableArticle(what, refusal.safe, refusal.do)


def _inside(file: InputFile, parts: ZippedParts, name: str, read_one: Read) -> Iterator[Draft | UnreadableArticle]:
    if is_unsafe(name):
        what = _("“{name}” may be an attack: in the archive it is named as if it were outside.")
        raise refuse(Path(name), what, UNPACK)
    inside = file.inside(name, parts.read(name))
    if recognise(inside):
        raise refuse(Path(name), _("“{name}” is a zip archive itself."), UNPACK)
    for count, found in enumerate(read_one(inside), 1):
        shown = f"{name_of(file.path)}/{name}" + (f"#{count}" if count > 1 else "")
        yield replace(found, file_name=shown) if isinstance(found, Draft) else found


def _is_hidden(name: str) -> bool:
    """Return whether a name is of what a system keeps for itself in an archive."""
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part != ".." for part in parts)
