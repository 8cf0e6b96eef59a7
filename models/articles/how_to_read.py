"""How files are to be read where they leave it open, as the coder said."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.articles.site_lines import NO_LINES, SiteLines

if TYPE_CHECKING:
    from models.articles.database_profile import Profile
    from models.articles.name_pattern import NamePattern
    from models.articles.tables.columns import Columns, RememberedColumns


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What a coder knows of some files and they do not say themselves; None leaves it to what the files show.

    `encoding` is a name of the WHATWG Encoding Standard. `day_first` says whether 03/04/2015 is in April or in March.
    `columns` are those of every table that is read; `remembered` are those of tables that are known by their columns.
    `file_names` is a pattern by which the names of files are read, and `profiles` are those of news databases.
    `site_lines` are remembered as boilerplate, or as text, of the sites of articles. With `to_describe`, nothing is
    read: a table yields an UnmappedTable, and a document an UnknownDatabase.
    """

    encoding: str | None = None
    day_first: bool | None = None
    columns: "Columns | None" = None
    remembered: "tuple[RememberedColumns, ...]" = ()
    file_names: "NamePattern | None" = None
    profiles: "tuple[Profile, ...]" = ()
    site_lines: SiteLines = NO_LINES
    to_describe: bool = False


AS_FOUND = HowToRead()
"""Nothing is known but what the files show."""
