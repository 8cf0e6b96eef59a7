"""The forms that the cells of an exported column can have."""

from enum import StrEnum


class CellKind(StrEnum):
    """The form of a column's cells. An empty cell of any kind means that there is no value."""

    ID = "id"  # a UUID
    TEXT = "text"
    CHOICE = "choice"  # one of the values listed
    INTEGER = "integer"
    NUMBER = "number"  # with a point for decimals and nothing between thousands
    DATE = "date"  # a date, or a date and time, by ISO 8601
    TIME = "time"  # a date and time by ISO 8601, in UTC
    RANGES = "ranges"  # start-end, separated by semicolons
    LIST = "list"  # texts as in `models.text.name_lists`
