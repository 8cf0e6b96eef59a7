"""Make drafts of the rows of a table: the text of each, with what its other columns say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.articles.addresses import is_address
from models.articles.databases.common_lines import without_by
from models.articles.dates import readings
from models.articles.decoding import Decoded
from models.articles.documents.html import document_of
from models.articles.draft import Draft
from models.articles.input_file import InputFile
from models.articles.one_article import text_of
from models.articles.plain_text import from_text
from models.articles.tables.choosing import in_words
from models.articles.tables.columns import BODIES, Columns, Role
from models.articles.tables.dated_cells import Dating, dating_of
from models.articles.tables.table import Row, Table
from models.articles.whole_page import MARKUP, draft_of_page
from models.errors import UnreadableArticle
from models.text.normalising import normalise
from models.text.text_lines import compared
from models.translation import _

ABSENT = {"none", "null", "nan", "n/a", "#n/a", "-"}
"""What programs write where a cell has no value."""

LANGUAGE = re.compile(r"(?P<code>[a-z]{2})(?:[-_][a-z]{2,4})?")

EXCEL_MOST = 32_767
"""UTF-16 units of the longest cell of Excel, which cuts what is longer."""


def drafts_of(file: InputFile, table: Table, columns: Columns) -> Iterator[Draft | UnreadableArticle]:
    """Yield the article of each row, and a refusal for each row without one."""
    maker = _Maker(file, table, columns)
    for row in table.rows:
        file.pause()
        if isinstance(row, UnreadableArticle):
            yield row
        elif row.cells != table.names:  # the names of the columns may be repeated on each page
            try:
                yield maker.draft(row)
            except UnreadableArticle as refusal:
                yield refusal


class _Maker:
    """Makes drafts of the rows of one table."""

    def __init__(self, file: InputFile, table: Table, columns: Columns) -> None:
        self._file, self._table = file, table
        self._places = tuple((role, table.names.index(name)) for role, name in columns.pairs)
        dates = columns.of(Role.PUBLISHED)
        self._dating = dating_of(table, file.how, dates[0] if dates else None)

    def draft(self, row: Row) -> Draft:
        """Return the article of a row. Raises UnreadableArticle if it has no text."""
        row_name = self._in_words(row)
        bodies = [(role, cell) for role, at in self._places if role in BODIES and (cell := _whole(row.cells[at]))]
        if not bodies:
            raise UnreadableArticle(_("{row} has no text.").format(row=row_name), _("It was left out."))
        told = _Told.of(row, self._places)
        read = self._read(bodies, told.title, row_name)
        self._file.refuse_too_long(read.text)
        return replace(
            _with_told(read, told, self._dating),
            original=row.source.encode(),
            encoding="utf-8",
            key=told.key or row.number,
            warnings=(*self._table.warnings, *read.warnings, *_doubts(cell for _role, cell in bodies)),
        )

    def _in_words(self, row: Row) -> str:
        name = in_words(self._file.path, self._table)
        return _("Line {number} of {file}").format(number=row.number, file=name)

    def _read(self, bodies: Sequence[tuple[Role, str]], title: str, named: str) -> Draft:
        """Return the draft of the texts of a row, below its title."""
        role, first = bodies[0]
        if len(bodies) == 1 and role is Role.HTML and MARKUP.match(first):
            return draft_of_page(first, named=named)
        texts = [_of_markup(cell) if role is Role.HTML else normalise(cell).strip("\n") for role, cell in bodies]
        text = "\n\n".join(text for text in texts if text.strip())
        begins = compared(text.lstrip()[: 2 * len(title) + 10])
        return from_text(text if begins.startswith(compared(title)) else f"{title}\n\n{text}", named=named)


def _whole(cell: str) -> str:
    return "" if cell.strip().lower() in ABSENT else cell.strip("\r\n")


def _of_markup(markup: str) -> str:
    """Return the text of the body of a page."""
    return text_of(document_of(Decoded(markup, "utf-8")).paragraphs)


def _doubts(cells: Iterator[str]) -> Iterator[str]:
    whole = list(cells)
    if any(len(cell.encode("utf-16-le", "surrogatepass")) == 2 * EXCEL_MOST for cell in whole):
        yield _("The text has as many characters as a cell of Excel can have (32,767): its end is probably missing.")
    if any("\ufffd" in cell for cell in whole):
        yield _("Some characters could not be read; each is shown as �.")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the columns of a row say of its article, each on one line; empty if a column does not say it."""

    title: str
    outlet: str
    byline: str
    published: str
    address: str
    language: str
    key: str

    @classmethod
    def of(cls, row: Row, places: Sequence[tuple[Role, int]]) -> "_Told":
        def told(wanted: Role) -> str:
            cells = (" ".join(normalise(row.cells[at]).split()) for role, at in places if role is wanted)
            return next((cell for cell in cells if cell and cell.lower() not in ABSENT), "")

        roles = (Role.TITLE, Role.OUTLET, Role.BYLINE, Role.PUBLISHED, Role.ADDRESS, Role.LANGUAGE, Role.KEY)
        return cls(*map(told, roles))


def _with_told(draft: Draft, told: _Told, dating: Dating) -> Draft:
    """Return a draft with what its row says; what that does not say stays as it was read in the text."""
    day = dating.day(told.published) if told.published else None
    # The text may print in full which of two days a date is.
    confirmed = draft.published if (draft.published or "")[:10] in readings(told.published) else None
    is_clear = day is not None and not readings(told.published)
    language = LANGUAGE.fullmatch(told.language.lower())
    return replace(
        draft,
        title=told.title or draft.title,
        outlet=told.outlet or draft.outlet,
        byline=without_by(told.byline) or draft.byline,
        published=day or confirmed if told.published else draft.published,
        published_words=(None if is_clear else told.published) if told.published else draft.published_words,
        address=told.address if is_address(told.address) else draft.address,
        language=language["code"] if language else draft.language,
    )
