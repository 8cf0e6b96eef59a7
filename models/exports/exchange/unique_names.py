"""Give things names that no two of them share."""


class UniqueNames:
    """Numbers a name that was given before, whatever its case: "Harbour", "Harbour (2)", "harbour (3)"."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        """Return a name that was not given before."""
        name, key = wanted, wanted.casefold()
        while name.casefold() in self._taken:
            self._last[key] = self._last.get(key, 1) + 1
            name = f"{wanted} ({self._last[key]})"
        self._taken.add(name.casefold())
        return name
