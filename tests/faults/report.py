"""Count what was acknowledged and found again over many faults."""

from dataclasses import dataclass, field


@dataclass
class Report:
    """How many faults there were, how many edits had been acknowledged before them, and what was wrong after them."""

    faults: int = 0
    acknowledged: int = 0
    amid: int = 0
    """How many came in the middle of an edit: its journal was still there."""
    wrong: list[str] = field(default_factory=list)

    def take(self, acknowledged: int, wrong: list[str], *, amid: bool) -> None:
        """Count one more fault."""
        self.faults += 1
        self.acknowledged += acknowledged
        self.amid += amid
        self.wrong += [f"fault {self.faults}: {each}" for each in wrong]

    def say(self) -> None:
        """Print how it stands, and what was wrong last."""
        last = [each for each in self.wrong if each.startswith(f"fault {self.faults}:")]
        print("\n".join([self.words, *last]), flush=True)

    @property
    def lost(self) -> int:
        """How many acknowledged edits are gone."""
        return sum(each.endswith("is gone") for each in self.wrong)

    @property
    def words(self) -> str:
        """All of it in a line."""
        return (
            f"{self.faults} faults, {self.amid} amid an edit: {self.acknowledged} edits acknowledged, "
            f"{self.acknowledged - self.lost} found, {len(self.wrong)} wrong"
        )
