"""Words for people, built from counts."""


def plural(count: int, noun: str) -> str:
    """ "1 claim", "2 claims", "1,204 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
