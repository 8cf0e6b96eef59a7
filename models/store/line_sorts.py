"""What lists of statements are sorted by, as SQL: the SELECTs of lines with a value, and of those without one."""

from dataclasses import dataclass

from models.entities import Subject
from models.store.derived import SORTED_BY
from models.store.filter_words import KINDS
from models.store.row_lookups import LOOKED_UP

IN_ARTICLE = "statement.start, statement.claim, statement.number_start, statement.number"
"""The order of the text in an article, which `models.records.TextPlace` explains."""
KEY = "statement.claim, statement.number"
ARTICLE = "statement.article"
OF_ARTICLE = ("outlet", "status", "published")
"""What conditions ask of articles, besides their titles."""

RECORDS = [(place, f"statement.{kind.__name__.lower()}") for place, kind in enumerate(KINDS)]
"""The records of a line, each with its place in a row of `filter_text`."""

TEXTS = " ".join(
    f"LEFT JOIN filter_text AS text_{place} ON text_{place}.row = 4 * {record} + {place}" for place, record in RECORDS
)
"""Join the texts of these records."""


@dataclass(frozen=True, slots=True)
class Found:
    """The lines that are looked for first: the SELECT of all of them, and the condition by which an index leads to
    those of each article; empty if there is no such index.
    """

    select: str
    of_article: str = ""


@dataclass(frozen=True, slots=True)
class LineSort:
    """What lines are sorted by first: a column, mostly with an index, which is read backwards for a descending order:
    lines with the same value are then in reverse order, too.

    `absent` is the condition for lines without a value, and `ties` the order of lines of several articles with the same
    value. If the column is in another `table`, `on` is the condition that joins it, and `ties` must contain its row, or
    SQLite would sort. `article` is the row of a line's article: a table that has it has OF_ARTICLE too, so that
    conditions about articles are looked at before the lines of each article are. `same` comes before other columns by
    which lines are sorted then: two speakers of one name are still two.
    """

    key: str
    absent: str = ""
    ties: str = "statement.article"
    table: str = ""
    on: str = ""
    same: str = ""
    article: str = ARTICLE
    is_searched: bool = False
    """Whether no index has the values in order."""

    @property
    def goes_by_article(self) -> bool:
        """Whether the lines are read article by article."""
        return self.article != ARTICLE

    def select(
        self,
        *conditions: str,
        columns: str = KEY,
        found: Found | None = None,
        descending: bool = False,
        then: tuple[str, ...] = (),
    ) -> str:
        """Return the SELECT of the lines that have a value, among those that are `found` first or among all.

        `then` is what lines of one value are sorted by, in SQL.
        """
        same = _turned(self.same, descending) if self.same and then else ()
        by = (
            f"{self.key} {'DESC' if descending else 'ASC'}",
            *same,
            *then,
            *_turned(f"{self.ties}, {IN_ARTICLE}", descending),
        )
        return self.selected(columns, found, (f"{self.key} IS NOT NULL", *conditions), by)

    def select_absent(
        self, *conditions: str, columns: str = KEY, found: Found | None = None, then: tuple[str, ...] = ()
    ) -> str:
        """Return the SELECT of the lines that have no value, in text order after what they are sorted by `then`."""
        by = (*then, IN_TEXT.key, IN_TEXT.ties, IN_ARTICLE)
        return IN_TEXT.selected(columns, found, (self.absent, *conditions), by)

    def select_by_import(
        self,
        *conditions: str,
        columns: str = KEY,
        found: Found | None = None,
        descending: bool = False,
        then: tuple[str, ...] = (),
    ) -> str:
        """Return the SELECT of the lines in the order in which their articles came, after what they are sorted by."""
        by = (*then, *_turned(f"statement.article, {IN_ARTICLE}", descending))
        return self.selected(columns, found, (self.absent, *conditions), by)

    def selected(self, columns: str, found: Found | None, conditions: tuple[str, ...], by: tuple[str, ...]) -> str:
        if found and found.of_article and self.goes_by_article:
            conditions, found = (found.of_article, *conditions), None
        lines = f"({found.select}) AS statement" if found else "statement"
        if self.table:
            first, second = (lines, self.table) if found else (self.table, lines)
            lines = f"{first} CROSS JOIN {second} ON {self.on}"
        where = " AND ".join(conditions if found else map(self._of_table, conditions))
        # SQLite leaves out joins that it does not need, but not before it has taken an index to be too narrow for them.
        texts = TEXTS if "text_" in where else ""
        return f"""SELECT {columns} FROM {lines} {texts} WHERE {where}
                   ORDER BY {", ".join(by)}"""

    def _of_table(self, condition: str) -> str:
        """Return a condition with what the table has of the article, instead of looking it up."""
        condition = condition.replace(ARTICLE, self.article)
        table, _, _row = self.article.partition(".")
        for column in OF_ARTICLE if self.goes_by_article else ():
            looked_up = LOOKED_UP.format(column=column, table="article", row="row", of=self.article)
            condition = condition.replace(looked_up, f"{table}.{column}")
        return condition


def _turned(columns: str, descending: bool) -> list[str]:
    """Return columns by which lines are sorted, each with the direction."""
    return [f"{each} {'DESC' if descending else 'ASC'}" for each in columns.split(", ")]


IN_TEXT = LineSort(
    *("its_article.id", "", "its_article.row", "article AS its_article", "its_article.row = statement.article"),
    article="its_article.row",
)

ANY = LineSort("", "TRUE")
"""Not sorted first by any column."""

SORTS = {
    **{name: LineSort(f"statement.{name}", f"statement.{name} IS NULL") for name in SORTED_BY},
    "article": LineSort(
        "title_sort.in_order",
        "",
        "title_sort.id, title_sort.article",
        "title_sort",
        "title_sort.article = statement.article",
        "title_sort.id",
        article="title_sort.article",
    ),
    "published": LineSort(
        *("its_article.published", "its_article.published IS NULL", "its_article.id, its_article.row"),
        *(IN_TEXT.table, IN_TEXT.on),
        article=IN_TEXT.article,
    ),
    "speaker": LineSort(
        "name_sort.name",
        "statement.speaker IS NULL",
        "name_sort.id, name_sort.speaker, statement.article",
        "name_sort",
        "name_sort.speaker = statement.speaker",
        "name_sort.id",
    ),
}
"""By the column that an order names; any other order is text order."""


def sort_by_answers(variable: int, subject: str) -> LineSort:
    """Return what lines are sorted by under a variable, given its row. Lines with one answer are in text order, but
    those of one speaker together.
    """
    here = f"answer_sort.variable = {variable} AND answer_sort.record = statement.{subject}"
    inside = subject in (Subject.CLAIM, Subject.NUMBER)
    return LineSort(
        "answer_sort.key",
        f"NOT EXISTS (SELECT 1 FROM answer_sort WHERE {here})",
        "answer_sort.article" if inside else "answer_sort.record, statement.article",
        "answer_sort",
        here,
    )
