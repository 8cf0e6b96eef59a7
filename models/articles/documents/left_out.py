"""What a document shows and an article leaves out, counted, to be told in its warnings."""

from dataclasses import dataclass

from models.translation import counted


@dataclass(slots=True)
class LeftOut:
    """How many places were left out because they are struck out or deleted, or are footnotes."""

    struck: int = 0
    notes: int = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return a sentence for each kind that occurs."""
        struck = counted(
            "{count:,} place that is struck out or deleted was left out.",
            "{count:,} places that are struck out or deleted were left out.",
            self.struck,
        )
        notes = counted("{count:,} footnote was left out.", "{count:,} footnotes were left out.", self.notes)
        return (*((struck,) if self.struck else ()), *((notes,) if self.notes else ()))
