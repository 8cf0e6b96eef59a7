"""The error for a file that cannot be read as an edited table."""

from models.errors import OnrecordError
from models.translation import _


class NotReturned(OnrecordError):
    """A file cannot be read as tables of this project; nothing was changed."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what, _("Nothing was changed."), do)
