"""How files are to be read where they leave it open, as the coder said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What a coder knows of some files and they do not say themselves; None leaves it to what the files show.

    `encoding` is a name of the WHATWG Encoding Standard. `day_first` says whether 03/04/2015 is in April or in March.
    """

    encoding: str | None = None
    day_first: bool | None = None


AS_FOUND = HowToRead()
"""Nothing is known but what the files show."""
