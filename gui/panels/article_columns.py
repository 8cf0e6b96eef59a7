"""The columns of the list of articles. The title is always shown; the coder chooses the others."""

from collections.abc import Callable

from gui.panels.article_words import NOBODY_AT_WORK, NOT_COUNTED, PROGRESS, active_time_in_words, open_places_in_words
from gui.tables.columns import ASKED, Column, Look, WordsColumn, attribute_column
from models.attributes.built_in import attributes_of
from models.entities import Article
from models.lines.article_line import ArticleLine
from models.translation import _

TITLE, OUTLET = "title", "outlet"

LOOKS: dict[str, Look] = {
    TITLE: Look(130, 10, wraps=True),
    OUTLET: Look(84, 1, fits=120, needs=ASKED, ink="muted"),
    "published": Look(84, needs=ASKED, ink="muted"),
    "status": Look(70, needs=ASKED, ink="muted"),
    "claims": Look(68, right=True, needs=ASKED, ink="muted"),
    "numbers": Look(78, right=True, needs=ASKED, ink="muted"),
    "open_places": Look(88, right=True, needs=ASKED, ink="muted"),
    "minutes": Look(70, right=True, needs=ASKED, ink="muted"),
    "length": Look(70, right=True, needs=ASKED, ink="muted"),
    "coder": Look(66, needs=ASKED, ink="muted"),
}
"""By the name of a column, from left to right. Any other attribute of articles comes after these."""
PLAIN = Look(90, 2, wraps=True, needs=ASKED, ink="muted")


def _count(name: str, title: str, count: Callable[[ArticleLine], int | None], tip: str) -> Column[ArticleLine]:
    """Return a column of figures. None is shown as nothing."""
    return WordsColumn(
        name=name,
        title=title,
        look=LOOKS[name],
        words=lambda line: "" if (found := count(line)) is None else f"{found:,}",
        exported=lambda line: "" if (found := count(line)) is None else str(found),
        tip=lambda _line: tip,
    )


COUNTED: tuple[Column[ArticleLine], ...] = (
    WordsColumn(
        name="status",
        title=_("Status"),
        look=LOOKS["status"],
        words=lambda line: PROGRESS[line.progress],
    ),
    _count("claims", _("Claims"), lambda line: line.claims, _("How many claims are recorded in the article")),
    _count("numbers", _("Numbers"), lambda line: line.numbers, _("How many numbers are recorded in the article")),
    WordsColumn(
        name="open_places",
        title=_("Open places"),
        look=LOOKS["open_places"],
        words=lambda line: f"{line.open_places.total:,}" if line.open_places else "",
        exported=lambda line: str(line.open_places.total) if line.open_places else "",
        tip=lambda line: open_places_in_words(line.open_places) if line.open_places else NOT_COUNTED,
    ),
    WordsColumn(
        name="minutes",
        title=_("Minutes"),
        look=LOOKS["minutes"],
        words=lambda line: "" if line.minutes is None else f"{line.minutes:,}",
        exported=lambda line: "" if line.minutes is None else str(line.minutes),
        tip=lambda line: active_time_in_words(line.active) if line.active else NOBODY_AT_WORK,
    ),
    _count("length", _("Length"), lambda line: line.length, _("Characters of the text, without boilerplate")),
    WordsColumn(
        name="coder",
        title=_("Coder"),
        look=LOOKS["coder"],
        words=lambda line: line.coders or "",
        tip=lambda line: _("Recorded by {coders}").format(coders=line.coders) if line.coders else "",
    ),
)


def _article_columns() -> tuple[Column[ArticleLine], ...]:
    described = (
        attribute_column(each, look=LOOKS.get(each.name, PLAIN), about=Article if each.name == TITLE else None)
        for each in attributes_of(Article)
    )
    columns = {column.name: column for column in (*described, *COUNTED)}
    return tuple(columns[name] for name in [*LOOKS, *(name for name in columns if name not in LOOKS)])


ARTICLE_COLUMNS = _article_columns()
