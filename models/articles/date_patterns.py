"""The forms in which dates are printed, and the words before the day of a change, in the languages of articles."""

import re
from functools import cache

from models.text.months import months

CHANGED = re.compile(
    r"[|·•,;(]?\s*(?:(?:last|zuletzt|dernière|última|ultima|laatst|ostatnia|最終)\s?)?(?:"
    r"\b(?:updated?|modified|edited|revised|corrected|aktualisiert|geändert|bearbeitet|mise? à jour|modifiée?)"
    r"(?![^\W\d_])"
    r"|\b(?:actualizad[oa]|actualización|modificad[oa]|atualizad[oa]|atualização|aggiornat[oa]|aggiornamento)(?![^\W\d_])"
    r"|\b(?:modificat[oa]|bijgewerkt|gewijzigd|zaktualizowan[oay]|aktualizacja|обновлено)(?![^\W\d_])|更新)",
    re.IGNORECASE,
)
"""What pages write before the day on which they were last changed."""

TIME = r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2}))?"
ISO = re.compile(rf"\b(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d){TIME}")
COMPACT = re.compile(r"^\s*(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})\s*$")
"""Eight digits are a date only if there is nothing else."""

ASIAN = re.compile(
    r"(?:(?P<era>令和|平成|昭和|民[國国]) ?(?P<era_year>\d{1,3}|元)|(?<!\d)(?P<year>\d{4})) ?[年년]"
    r" ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]"
)
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of each era in which Japan and Taiwan count."""

OF = r"(?:(?:de|del|di|of|of the)\s+)?"
NUMERIC = re.compile(r"\b(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})\b")
SHORT_YEAR = re.compile(
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<short>\d{2})(?![\d/-]|\.\d)"
)
IN_ADDRESS = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[/_-]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)")
CLOCK = re.compile(r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)


@cache
def with_names() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates that name their month: "23 January 2015", "January 23, 2015", "2015 January 23"."""
    month = rf"(?P<name>{'|'.join(sorted(months(), key=len, reverse=True))})"
    return (
        re.compile(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|°)?[\s/-]{{1,3}}{OF}{month}\b"
            rf"\.?,?[\s/-]{{1,3}}{OF}(?P<year>\d{{4}})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{month}\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
        # A word after it would be what the figure counts: "In 2015 January 13 people died".
        re.compile(rf"\b(?P<year>\d{{4}}),?\s{month}\b\.?\s(?P<day>\d{{1,2}})(?!\d|\w|\s+[^\W\d])", re.IGNORECASE),
    )
