"""The columns of remarks."""

from gui.tables.columns import Column, Look, WordsColumn, attribute_column
from models.attributes.built_in import attribute
from models.entities import Article, Claim, Number, Record, Speaker
from models.lines.remark import Remark
from models.translation import _

REMARKED: tuple[type[Record], ...] = (Claim, Number, Speaker, Article)
MARKED = _("The words of the record. To go to it, press Enter.")


def _words(line: Remark) -> str:
    return " ".join(line.words.split())


REMARK_COLUMNS: tuple[Column[Remark], ...] = (
    attribute_column(*(attribute(kind, "discuss") for kind in REMARKED), of_claim=False, look=Look(74, fits=74)),
    WordsColumn(name="kind", title=_("Record"), look=Look(70, ink="muted"), words=lambda line: line.kind),
    WordsColumn(
        name="words",
        title=_("Words"),
        look=Look(120, 4, wraps=True),
        words=_words,
        exported=lambda line: line.words,
        why_not=lambda _line: MARKED,
    ),
    attribute_column(*(attribute(kind, "note") for kind in REMARKED), of_claim=False, look=Look(120, 5, wraps=True)),
    WordsColumn(
        name="article",
        title=_("Article"),
        look=Look(90, 2, wraps=True, ink="muted"),
        words=lambda line: line.title or "",
    ),
    WordsColumn(
        name="coder", title=_("Coder"), look=Look(52, needs=640, ink="muted"), words=lambda line: line.about.coder or ""
    ),
)
